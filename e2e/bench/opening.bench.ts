// Measures how long a note takes from the click in the list to its text on the screen, in the built app. Prints a
// table and ends with 1 where the 95th percentile is over the bar. Build first (`npm run build`).
// `npm run bench -- --only opening [-- --turns 15 --bar 100]`
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startApp } from '../app.ts';
import type { AppFixture } from '../fixtures.ts';
import { addClient, firstRun } from '../journey.ts';
import { FramePage } from '../pages/frame.ts';
import { largestTemplate, longNote, type BenchDocument } from './typingDocuments.ts';

const { values: args } = parseArgs({ options: { turns: { type: 'string', default: '15' }, bar: { type: 'string', default: '100' } } });
const [TURNS, BAR] = [Number(args.turns), Number(args.bar)];

type Bridge = Record<string, Record<string, (input: unknown) => Promise<{ ok: boolean; value: never }>>>;
type Row = { readonly name: string; readonly title: string; readonly target: string };

/** Writes the document as a draft of the first client, through the window's own bridge. */
async function write(page: Page, document: BenchDocument, day: string): Promise<Row> {
  await page.evaluate(async ([templateId, content, serviceDate]) => {
    const { api } = globalThis as unknown as { api: Bridge };
    const ask = async (noun: string, verb: string, input: unknown): Promise<never> => {
      const answer = await api[noun]?.[verb]?.(input);
      if (answer?.ok !== true) throw new Error(`${noun}:${verb} was refused`);
      return answer.value;
    };
    const [client] = await ask('clients', 'list', { status: 'active' }) as { clientId: string }[];
    const note = await ask('notes', 'create', { clientId: client?.clientId, templateId }) as { value: { id: string; header: object }; revision: number };
    await ask('notes', 'saveDraft', { noteId: note.value.id, revision: note.revision, header: { ...note.value.header, serviceDate }, document: content });
  }, [document.open.template.id, document.open.value.document, day] as const);
  return { name: document.name, title: document.open.template.title, target: document.target };
}

/** Milliseconds from the press on the row to the frame in which the text stands on the page. */
async function open(page: Page, { title, target }: Row): Promise<number> {
  const button = page.getByRole('table').getByRole('row').filter({ hasText: title }).getByRole('button').first();
  await button.waitFor();
  const shown = await page.evaluateHandle((words) => ({ waiting: new Promise<number>((done) => {
    addEventListener('click', () => {
      const from = performance.now();
      const look = (): void => { requestAnimationFrame(() => { if (document.querySelector('.note-editable')?.textContent.includes(words) === true) setTimeout(() => done(performance.now() - from)); else look(); }); };
      look();
    }, { once: true, capture: true });
  }) }), target);
  await button.click();
  const ms = await shown.evaluate(({ waiting }) => waiting);
  await shown.dispose();
  return ms;
}

function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

const folder = await mkdtemp(join(tmpdir(), 'throughline-opening-'));
const running = await startApp({ userData: join(folder, 'data'), home: join(folder, 'home') });
try {
  const { page } = running;
  const app = { page, exports: folder, host: running, queueDialog: running.queueDialog } as unknown as AppFixture;
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const rows = [await write(page, longNote(1000), '2026-01-05'), await write(page, largestTemplate(), '2026-01-06')];
  const frame = new FramePage(page);
  // The window does not know yet what was written past its screens.
  await frame.openCaseload();
  await frame.openClient('Zephyrinequill Mora');
  let worst = 0;
  for (const row of rows) {
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      await frame.openTab('timeline');
      await frame.openTab('notes');
      times.push(await open(page, row));
      await page.getByRole('button', { name: 'Back to the list of notes' }).click();
    }
    // The first opening fetches the screen; it counts as well, by itself.
    const [first = 0, ...rest] = times;
    worst = Math.max(worst, at(rest, 0.95));
    process.stdout.write(`${row.name.padEnd(52)} first ${first.toFixed(0).padStart(5)} ms   p50 ${at(rest, 0.5).toFixed(0).padStart(4)} ms   p95 ${at(rest, 0.95).toFixed(0).padStart(4)} ms   (bar ${String(BAR)})\n`);
  }
  process.exitCode = worst <= BAR ? 0 : 1;
} finally {
  await running.quit();
  await rm(folder, { recursive: true, force: true });
}
