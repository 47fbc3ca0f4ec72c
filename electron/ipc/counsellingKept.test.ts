// Counseling text that the disk refused outlives a lock: under its author's own seal, beside the vault, and back in its
// note once these notes are opened with their own passphrase.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../vault/keysTestKit.ts';
import { createNodeFs } from '../vault/nodeFs.ts';
import type { VaultFs } from '../vault/vaultFs.ts';
import { firstRun, PASSPHRASE, startTestApp, type TestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

const OWN = 'eleven paper lanterns drift upstream';
const NEXT = 'quiet copper kettles argue at noon';
const MARKER = 'marmaladeheron';

type Trouble = 'none' | 'vault' | 'everything';

/** The real disk; `vault` fails writes to the log, `everything` also those beside the vault. */
function troubledFs(): { readonly fs: VaultFs; trouble: Trouble } {
  const inner = createNodeFs();
  const state: { fs: VaultFs; trouble: Trouble } = { trouble: 'none', fs: { ...inner, async open(path, flag) {
    const file = await inner.open(path, flag);
    return { ...file, async write(...args) {
      if (state.trouble === 'everything' || (state.trouble === 'vault' && path.endsWith('.seg'))) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      return file.write(...args);
    } };
  } } };
  return state;
}

/** Open counseling notes with one note in it, and a window that at the lock only says that not all was saved. */
async function writing() {
  const disk = troubledFs();
  const userData = tempFolder();
  const app = await startTestApp({ userData, vaultDeps: { fs: disk.fs }, onFlush: async () => (disk.trouble === 'none' ? 'saved' : 'unsaved') });
  await firstRun(app);
  const { value: { id: clientId } } = await app.ok('clients:create', { details: details() });
  await app.ok('counselling:setUp', { passphrase: OWN });
  const { noteId, revision } = await app.ok('counselling:save', { clientId, noteId: null, revision: 0, text: 'before' });
  const lockAndUnlock = async (): Promise<void> => {
    await app.session.lock('machine');
    disk.trouble = 'none';
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
  };
  const texts = async (): Promise<string[]> => Promise.all((await app.ok('counselling:list', { clientId })).notes.map(async ({ id }) => (await app.ok('counselling:get', { noteId: id })).text));
  return { app, disk, userData, clientId, noteId, revision, lockAndUnlock, texts };
}

const beside = (userData: string): string[] => readdirSync(join(userData, 'anchors')).filter((name) => name.startsWith('aside-'));

function holdsInClear(folder: string, word: string): boolean {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).some((one) => readFileSync(join(one.parentPath, one.name)).includes(word));
}

async function aside(app: TestApp): Promise<string> {
  return JSON.stringify(await app.session.practice().vault.aside());
}

it('is refused to a lock by the person first, then kept, and is in its note again once these notes are opened', async () => {
  const { app, disk, userData, clientId, noteId, revision, lockAndUnlock, texts } = await writing();
  disk.trouble = 'vault';
  expect(await app.refusal('counselling:save', { clientId, noteId, revision, text: `${MARKER} after` })).toBe('SAVE_FULL');
  expect(await app.refusal('vault:lock', {})).toBe('SAVE_FAILED');
  expect(await app.ok('counselling:get', { noteId })).toMatchObject({ text: 'before' });
  await lockAndUnlock();
  expect(app.session.textLost()).toBe(false);
  expect(beside(userData)).toHaveLength(1);
  expect(holdsInClear(userData, MARKER)).toBe(false);
  // Whoever has the vault's passphrase opens the file beside it, and finds the author's seal.
  expect(await aside(app)).not.toContain(MARKER);
  expect(await app.ok('notes:leftovers', {})).toEqual([]);
  expect(await app.ok('counselling:open', { passphrase: OWN })).toEqual({ putBack: 1 });
  expect(await app.ok('counselling:get', { noteId })).toMatchObject({ text: `${MARKER} after`, revision: 2 });
  expect(await texts()).toHaveLength(1);
  expect(beside(userData)).toEqual([]);
  await app.ok('counselling:close', {});
  expect(await app.ok('counselling:open', { passphrase: OWN })).toEqual({ putBack: 0 });
});

it('keeps the last words of a note that was never saved once, however often that was tried', async () => {
  const { app, disk, clientId, lockAndUnlock, texts } = await writing();
  disk.trouble = 'vault';
  for (const text of ['a new', 'a new note']) expect(await app.refusal('counselling:save', { clientId, noteId: null, revision: 0, text })).toBe('SAVE_FULL');
  await lockAndUnlock();
  await app.ok('counselling:open', { passphrase: OWN });
  expect((await texts()).toSorted()).toEqual(['a new note', 'before']);
});

it('is forgotten once the disk has taken it, or something newer in its place', async () => {
  const { app, disk, userData, clientId, noteId, revision, lockAndUnlock, texts } = await writing();
  disk.trouble = 'vault';
  expect(await app.refusal('counselling:save', { clientId, noteId, revision, text: 'refused' })).toBe('SAVE_FULL');
  disk.trouble = 'none';
  await app.ok('counselling:save', { clientId, noteId, revision, text: 'taken' });
  await lockAndUnlock();
  expect(beside(userData)).toEqual([]);
  expect(await app.ok('counselling:open', { passphrase: OWN })).toEqual({ putBack: 0 });
  expect(await texts()).toEqual(['taken']);
});

it('becomes a note of its own where its note has moved on or is gone, and never replaces what is newer', async () => {
  const { app, disk, clientId, noteId, revision, lockAndUnlock, texts } = await writing();
  expect(await app.refusal('counselling:save', { clientId, noteId, revision: revision + 3, text: 'written on another state' })).toBe('SAVE_CONFLICT');
  disk.trouble = 'vault';
  await lockAndUnlock();
  expect(await app.ok('counselling:open', { passphrase: OWN })).toEqual({ putBack: 1 });
  expect((await texts()).toSorted()).toEqual(['before', 'written on another state']);
  disk.trouble = 'vault';
  expect(await app.refusal('counselling:save', { clientId, noteId, revision, text: 'of a note removed since' })).toBe('SAVE_FULL');
  await lockAndUnlock();
  const { records } = app.session.practice();
  await records.save([], [await records.open('counsellingNote', noteId)]);
  expect(await app.ok('counselling:open', { passphrase: OWN })).toEqual({ putBack: 1 });
  expect((await texts()).toSorted()).toEqual(['of a note removed since', 'written on another state']);
});

it('that reaches main while the vault is being closed is kept', async () => {
  let late: Promise<unknown> | undefined;
  let arrives: (() => Promise<unknown>) | null = null;
  const app = await startTestApp({ onFlush: async () => {
    // After the word, before the keys go.
    setImmediate(() => { late = arrives?.(); });
    return 'silent';
  } });
  await firstRun(app);
  const { value: { id: clientId } } = await app.ok('clients:create', { details: details() });
  await app.ok('counselling:setUp', { passphrase: OWN });
  const { noteId, revision } = await app.ok('counselling:save', { clientId, noteId: null, revision: 0, text: 'before' });
  arrives = () => app.call('counselling:save', { clientId, noteId, revision, text: 'the last words' });
  const slow = app.session.track(new Promise<void>((resolve) => { setImmediate(() => setImmediate(resolve)); }));
  await app.session.lock('machine');
  await slow;
  expect(await late).toMatchObject({ ok: false, code: 'LOCKED' });
  expect(app.session.textLost()).toBe(false);
  await app.ok('vault:unlock', { passphrase: PASSPHRASE });
  expect(await app.ok('counselling:open', { passphrase: OWN })).toEqual({ putBack: 1 });
  expect((await app.ok('counselling:get', { noteId })).text).toBe('the last words');
});

it('waits while its client is archived, goes with a client who is destroyed, and opens under a new passphrase of its own', async () => {
  const { app, disk, userData, clientId, noteId, revision, lockAndUnlock, texts } = await writing();
  disk.trouble = 'vault';
  expect(await app.refusal('counselling:save', { clientId, noteId, revision, text: 'kept' })).toBe('SAVE_FULL');
  await lockAndUnlock();
  const archive = await app.ok('clients:archive', { clientId, revision: (await app.ok('clients:get', { clientId })).revision });
  expect(await app.ok('counselling:open', { passphrase: OWN })).toEqual({ putBack: 0 });
  await app.ok('counselling:changePassphrase', { current: OWN, passphrase: NEXT });
  await app.ok('counselling:close', {});
  await app.ok('clients:restore', { clientId, revision: archive.revision });
  expect(await app.ok('counselling:open', { passphrase: NEXT })).toEqual({ putBack: 1 });
  expect(await texts()).toEqual(['kept']);
  disk.trouble = 'vault';
  expect(await app.refusal('counselling:save', { clientId, noteId, revision: 2, text: 'of somebody destroyed' })).toBe('SAVE_FULL');
  await lockAndUnlock();
  await app.session.practice().vault.commit([{ op: 'shred', clientId }]);
  expect(await app.ok('counselling:open', { passphrase: NEXT })).toEqual({ putBack: 0 });
  expect(beside(userData)).toEqual([]);
});

it('is told as lost where no disk takes it, and lies beside a progress note that waits as well', async () => {
  const { app, disk, clientId, noteId, revision, lockAndUnlock } = await writing();
  const note = await app.ok('notes:create', { clientId, templateId: 'narrative' });
  disk.trouble = 'everything';
  expect(await app.refusal('counselling:save', { clientId, noteId, revision, text: 'lost' })).toBe('SAVE_FULL');
  await app.session.lock('machine');
  expect(app.session.textLost()).toBe(true);
  disk.trouble = 'none';
  await app.ok('vault:unlock', { passphrase: PASSPHRASE });
  await app.ok('counselling:open', { passphrase: OWN });
  disk.trouble = 'vault';
  expect(await app.refusal('counselling:save', { clientId, noteId, revision, text: 'kept' })).toBe('SAVE_FULL');
  expect(await app.refusal('notes:saveDraft', { noteId: note.value.id, revision: note.revision, header: { ...note.value.header, interpreter: 'kept too' }, document: note.value.document })).toBe('SAVE_FULL');
  await lockAndUnlock();
  const offered = await app.ok('notes:leftovers', {});
  expect(offered).toHaveLength(1);
  expect(await app.ok('counselling:open', { passphrase: OWN })).toEqual({ putBack: 1 });
  for (const { noteId: id, at } of offered) await app.ok('notes:putBack', { noteId: id, at });
  expect(await app.session.practice().vault.aside()).toBe(null);
});

it('passes for no saved note, and is not put back with another base revision than it was kept for', async () => {
  const { app, disk, clientId, noteId, revision, lockAndUnlock } = await writing();
  disk.trouble = 'vault';
  expect(await app.refusal('counselling:save', { clientId, noteId, revision, text: 'kept' })).toBe('SAVE_FULL');
  await lockAndUnlock();
  const { vault, records, leftovers } = app.session.practice();
  const [kept] = leftovers.sealed();
  const low = await records.open('counsellingNote', noteId);
  await records.save([{ low: low as never, value: { ...low.data, updatedAt: kept?.at, sealed: kept?.sealed } }]);
  await vault.keepAside([{ ...kept, revision: 2 }]);
  await app.ok('vault:lock', {});
  await app.ok('vault:unlock', { passphrase: PASSPHRASE });
  expect(await app.ok('counselling:open', { passphrase: OWN })).toEqual({ putBack: 0 });
  expect(await app.refusal('counselling:get', { noteId })).toBe('RECORD_DAMAGED');
});
