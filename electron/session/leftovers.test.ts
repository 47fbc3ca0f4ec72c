// Text whose save failed outlives a lock that must happen: in the vault, sealed beside it, or told as lost.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstRun, PASSPHRASE, startTestApp, type TestApp } from '../ipc/handlersTestKit.ts';
import { details } from '../ipc/testClients.ts';
import { createNodeFs } from '../vault/nodeFs.ts';
import type { VaultFs } from '../vault/vaultFs.ts';

type Trouble = 'none' | 'vault' | 'everything';
const CANARY = 'Mulberry lane at dusk';

/** The real disk; `vault` fails writes to segments, `everything` also those to the app's own folder. */
function troubledFs(): { readonly fs: VaultFs; trouble: Trouble } {
  const inner = createNodeFs();
  const fail = (): never => { throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }); };
  const state: { fs: VaultFs; trouble: Trouble } = { trouble: 'none', fs: { ...inner, async open(path, flag) {
    const file = await inner.open(path, flag);
    const hit = (): boolean => state.trouble === 'everything' || (state.trouble === 'vault' && !path.includes('anchors'));
    return { read: file.read.bind(file), size: file.size.bind(file), truncate: file.truncate.bind(file), close: file.close.bind(file), sync: file.sync.bind(file), write: async (...args) => (hit() ? fail() : file.write(...args)) };
  } } };
  return state;
}

/** A vault with a draft, and a window that tries to save its last words when asked. */
async function writing() {
  const disk = troubledFs();
  let app: TestApp | null = null;
  let typed: (() => Promise<boolean>) | null = null;
  app = await startTestApp({ vaultDeps: { fs: disk.fs }, onFlush: async () => (typed === null || await typed() ? 'saved' : 'unsaved') });
  const running = app;
  await firstRun(running);
  const { value: client } = await running.ok('clients:create', { details: details() });
  const note = await running.ok('notes:create', { clientId: client.id, templateId: 'cbt_session' });
  const header = { ...note.value.header, modalityReason: CANARY };
  typed = async () => (await running.call('notes:saveDraft', { noteId: note.value.id, revision: note.revision, header, document: note.value.document })).ok;
  const read = async (): Promise<string> => (await running.ok('notes:get', { noteId: note.value.id })).value.header.modalityReason;
  return { app: running, disk, noteId: note.value.id, clientId: client.id, read, stopTyping: () => { typed = null; } };
}

describe('text that the vault refuses', () => {
  it('is sealed beside it at a lock, offered after the unlock, and can be put back', async () => {
    const { app, disk, noteId, read, stopTyping } = await writing();
    disk.trouble = 'vault';
    await app.session.lock('machine');
    const folder = join(app.userData, 'anchors');
    const kept = readdirSync(folder).filter((name) => name.startsWith('aside-'));
    expect(kept).toHaveLength(1);
    expect(readFileSync(join(folder, kept[0] ?? '')).includes(CANARY)).toBe(false);
    disk.trouble = 'none';
    stopTyping();
    expect((await app.ok('vault:unlock', { passphrase: PASSPHRASE })).textLost).toBe(false);
    expect(await app.ok('notes:leftovers', {})).toMatchObject([{ noteId, at: '2026-11-22T14:00:00.000Z' }]);
    expect(await read()).toBe('');
    await app.ok('notes:putBack', { noteId });
    expect(await read()).toBe(CANARY);
    expect(await app.ok('notes:leftovers', {})).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith('aside-'))).toEqual([]);
  });

  it('goes into the vault after all where the disk takes it by then', async () => {
    const { app, disk, read, stopTyping } = await writing();
    disk.trouble = 'vault';
    expect(await app.refusal('vault:lock', {})).toBe('SAVE_FAILED');
    disk.trouble = 'none';
    // The window is gone; main has the only copy.
    stopTyping();
    await app.session.lock('machine');
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect(await app.ok('notes:leftovers', {})).toEqual([]);
    expect(await read()).toBe(CANARY);
  });

  it('is never put over something newer; it can be discarded, and is not offered again', async () => {
    const { app, disk, noteId, stopTyping } = await writing();
    disk.trouble = 'vault';
    await app.session.lock('machine');
    disk.trouble = 'none';
    stopTyping();
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    const { value, revision } = await app.ok('notes:get', { noteId });
    await app.ok('notes:saveDraft', { noteId, revision, header: { ...value.header, interpreter: 'newer' }, document: value.document });
    expect(await app.refusal('notes:putBack', { noteId })).toBe('SAVE_CONFLICT');
    expect(await app.ok('notes:leftovers', {})).toHaveLength(1);
    await app.ok('notes:dropLeftover', { noteId });
    await app.ok('vault:lock', {});
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect(await app.ok('notes:leftovers', {})).toEqual([]);
  });

  it('is told as lost where no disk takes it, and the vault is locked all the same', async () => {
    const { app, disk, stopTyping } = await writing();
    disk.trouble = 'everything';
    await app.session.lock('machine');
    expect(await app.ok('app:state', {})).toMatchObject({ phase: 'locked', textLost: true });
    disk.trouble = 'none';
    stopTyping();
    expect((await app.ok('vault:unlock', { passphrase: PASSPHRASE })).textLost).toBe(false);
  });
});
