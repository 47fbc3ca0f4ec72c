// F12: hostile messages over every channel, from right and wrong frames, locked and open. Each must be
// refused with a code and change nothing.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ERROR_CODES } from '../shared/errors.ts';
import { expect, test, type AppFixture } from './fixtures.ts';
import { writeFamily } from './families.ts';
import { type Hostile, hostileShapes, randomMessage } from './hostileMessages.ts';
import { addClient, firstRun, lock, PASSPHRASE } from './journey.ts';
import type { Frame } from './app.ts';

type Case = { channel: string; message: Hostile; frame: Frame; url?: string };
type Fault = { channel: string; name: string; frame: string; answer: unknown };

const CODES: ReadonlySet<string> = new Set(ERROR_CODES);
const WRONG_ADDRESSES = ['https://evil.example/', 'app://bundle.evil.example/', 'app://other/index.html', 'file:///etc/passwd', 'http://bundle/index.html', 'data:text/html,x', 'about:blank', 'not a url', ''];

/** What is wrong with an answer; null when it is a plain refusal. */
function faultOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null) return 'no envelope';
  const { ok, code, facts, ...rest } = answer as Record<string, unknown>;
  if (ok !== false) return 'accepted';
  if (typeof code !== 'string' || !CODES.has(code)) return 'no code of the list';
  if (Object.keys(rest).length > 0) return `more than a refusal: ${Object.keys(rest).join(', ')}`;
  return /[/\\]|\bat \S+:\d+|Error/.test(JSON.stringify(facts)) ? 'facts that look like a path or a stack' : null;
}

/** What the vault holds on disk; the writer's own bookkeeping (lock, hints) may be renewed at any time. */
async function heldOnDisk(userData: string): Promise<string> {
  const folder = join(userData, 'vault', 'segments');
  const hash = createHash('sha256');
  for (const name of (await readdir(folder)).toSorted()) hash.update(name).update(await readFile(join(folder, name)));
  return hash.digest('hex');
}

/** Sends every case, channel by channel in turn; one that was refused for its rate alone is sent again later. */
async function sendAll(app: AppFixture, cases: Case[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  let waiting = cases;
  while (waiting.length > 0) {
    const again: Case[] = [];
    for (const one of waiting) {
      const { decoded, error } = await app.host.callRaw(one.channel, one.message.args, one.frame, one.url);
      const limited = (decoded as { code?: string } | undefined)?.code === 'RATE_LIMITED';
      const fault = error ?? (limited ? null : faultOf(decoded));
      if (limited) again.push(one);
      if (fault !== null) faults.push({ channel: one.channel, name: one.message.name, frame: one.frame, answer: fault === error ? error : { fault, decoded } });
    }
    waiting = again;
  }
  return faults;
}

function casesFor(channels: readonly string[], messages: readonly Hostile[]): Case[] {
  return messages.flatMap((message) => channels.map((channel) => ({ channel, message, frame: 'main' as const })));
}

test('hostile messages are refused on every channel and change nothing', async ({ app }) => {
  test.setTimeout(600_000);
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const channels = await app.host.channels();
  expect(channels.length).toBeGreaterThan(40);
  const before = await heldOnDisk(app.userData);
  const shapes = hostileShapes();
  const random = Array.from({ length: 1000 }, (_none, at) => ({ channel: channels[at % channels.length] ?? '', message: randomMessage(String(at)), frame: 'main' as const }));
  // A message that would be right comes from frames that are wrong.
  const right: Hostile = { name: 'a right message', args: [{}] };
  const strangers: Case[] = channels.flatMap((channel) => [
    { channel, message: right, frame: 'null' as const }, { channel, message: right, frame: 'sub' as const },
    ...WRONG_ADDRESSES.map((url) => ({ channel, message: right, frame: 'other' as const, url })),
  ]);
  const open = [...casesFor(channels, shapes), ...random, ...strangers];
  const faults = await sendAll(app, open);
  expect(await heldOnDisk(app.userData)).toBe(before);
  await lock(app);
  const locked = casesFor(channels, shapes.slice(0, 12));
  faults.push(...await sendAll(app, locked));
  expect(await app.page.evaluate(() => ({} as { admin?: boolean }).admin)).toBeUndefined();
  await writeFamily('F12', { id: 'F12', cases: open.length + locked.length, failures: faults.length });
  expect(faults.slice(0, 20)).toEqual([]);
  expect(app.host.logs()).not.toContain(PASSPHRASE);
});
