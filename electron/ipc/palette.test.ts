// What the palette is given: bounded, newest first, in step with saves, nothing after the lock.
import { expect, it } from 'vitest';
import type { ClientId } from '../../shared/brand.ts';
import { MOST_NOTES } from '../../shared/ipc/paletteContract.ts';
import { firstRun, startTestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

async function withClients(...names: string[]) {
  const app = await startTestApp();
  await firstRun(app);
  const clients: ClientId[] = [];
  for (const preferredName of names) clients.push((await app.ok('clients:create', { details: details({ preferredName }) })).value.id);
  const note = (index: number) => app.ok('notes:create', { clientId: clients[index] ?? ('' as never), templateId: 'cbt_session' });
  return { app, clients, note };
}

it('names the clients of the newest notes first, archived ones last, and the notes written last first', async () => {
  const { app, clients, note } = await withClients('Ash', 'Birch', 'Cedar');
  const [ash, birch] = clients;
  const first = await note(0);
  await note(1);
  await app.ok('clients:archive', { clientId: clients[2] ?? ('' as never), revision: 1 });
  let items = await app.ok('palette:items', {});
  expect(items.clients.map(({ name, born, archived }) => [name, born, archived])).toEqual([['Birch', '1990-04-12', false], ['Ash', '1990-04-12', false], ['Cedar', '1990-04-12', true]]);
  expect(items.notes.map(({ clientId, name, title, draft }) => ({ clientId, name, title, draft }))).toEqual([{ clientId: birch, name: 'Birch', title: 'CBT session', draft: true }, { clientId: ash, name: 'Ash', title: 'CBT session', draft: true }]);
  await app.ok('notes:saveDraft', { noteId: first.value.id, revision: first.revision, header: { ...first.value.header, serviceDate: '2026-11-03' as never }, document: first.value.document });
  items = await app.ok('palette:items', {});
  expect(items.notes.map(({ name, day }) => [name, day])).toEqual([['Ash', '2026-11-03'], ['Birch', '2026-11-22']]);
  await app.ok('notes:discardDraft', { noteId: first.value.id, revision: first.revision + 1 });
  expect((await app.ok('palette:items', {})).notes.map(({ name }) => name)).toEqual(['Birch']);
  await app.ok('vault:lock', {});
  expect(await app.refusal('palette:items', {})).toBe('LOCKED');
});

it('opens no more notes than it names, and none of them twice', async () => {
  const { app, note } = await withClients('Ash');
  for (let index = 0; index < MOST_NOTES + 5; index += 1) await note(0);
  const { records } = app.session.practice();
  let opened = 0;
  const { open } = records;
  Object.assign(records, { open: (...args: Parameters<typeof open>) => { opened += 1; return open(...args); } });
  const { notes } = await app.ok('palette:items', {});
  expect(notes).toHaveLength(MOST_NOTES);
  expect(opened).toBe(MOST_NOTES);
  await app.ok('palette:items', {});
  expect(opened).toBe(MOST_NOTES);
  await note(0);
  opened = 0;
  await app.ok('palette:items', {});
  expect(opened).toBe(1);
});
