// Damage that opening does not see is found in idle time, told to the window, and shows in the lists.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ClientId } from '../../shared/brand.ts';
import { firstRun, PASSPHRASE, startTestApp, type TestApp } from '../ipc/handlersTestKit.ts';
import { details } from '../ipc/testClients.ts';
import { offsets } from '../vault/vaultTestKit.ts';

const NOTES = 3;

/** The largest frames are the notes: a byte in the middle of each is turned. */
async function vaultWithDamagedNotes(): Promise<{ readonly userData: string; readonly clientId: ClientId }> {
  const app = await startTestApp();
  await firstRun(app);
  const { value } = await app.ok('clients:create', { details: details() });
  for (let made = 0; made < NOTES; made += 1) await app.ok('notes:create', { clientId: value.id, templateId: 'cbt_session' });
  await app.ok('vault:lock', {});
  const folder = join(app.userData, 'vault', 'segments');
  const file = readdirSync(folder).map((name) => join(folder, name)).find((name) => statSync(name).size > 1000) ?? '';
  const bytes = readFileSync(file);
  const last = offsets(file).at(-1);
  const at = (last?.offset ?? 0) + Math.floor((last?.length ?? 0) / 2);
  bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
  writeFileSync(file, bytes);
  return { userData: app.userData, clientId: value.id };
}

async function until(app: TestApp, event: string): Promise<void> {
  while (!app.events.includes(event)) await new Promise((resolve) => { setImmediate(resolve); });
}

it('finds it, tells the window, and lists count what cannot be read', async () => {
  const { userData, clientId } = await vaultWithDamagedNotes();
  const events: string[] = [];
  const app = await startTestApp({ userData, session: { scrub: { wait: async () => undefined, onDamage: () => { events.push('damaged'); } } } });
  await app.ok('vault:unlock', { passphrase: PASSPHRASE });
  await until({ ...app, events }, 'damaged');
  expect(await app.ok('vault:report', {})).toMatchObject({ clean: false });
  const listed = await app.ok('notes:list', { clientId });
  expect(listed).toMatchObject({ unreadable: 1 });
  expect(listed.heads).toHaveLength(NOTES - 1);
  expect((await app.ok('chart:get', { clientId })).unreadable).toEqual({ notes: 1, plans: 0, episodes: 0, clinical: 0 });
  expect((await app.ok('vault:report', {})).damagedRecords).toBeGreaterThan(0);
  await app.ok('vault:lock', {});
  expect(app.session.scrubbed()).toBeNull();
});

it('says nothing about a whole vault', async () => {
  const events: string[] = [];
  const app = await startTestApp({ session: { scrub: { wait: async () => undefined, onDamage: () => { events.push('damaged'); } } } });
  await firstRun(app);
  await app.ok('clients:create', { details: details() });
  while (app.session.scrubbed() === null) await new Promise((resolve) => { setImmediate(resolve); });
  expect(events).toEqual([]);
  expect(await app.ok('vault:report', {})).toMatchObject({ clean: true });
});
