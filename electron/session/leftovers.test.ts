// Text whose save failed outlives a lock that must happen: in the vault, sealed beside it, or told as lost.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Instant } from '../../shared/dates.ts';
import { firstRun, PASSPHRASE, startTestApp, type TestApp, type TestAppOptions } from '../ipc/handlersTestKit.ts';
import { details } from '../ipc/testClients.ts';
import { createNodeFs } from '../vault/nodeFs.ts';
import type { VaultFs } from '../vault/vaultFs.ts';

type Trouble = 'none' | 'vault' | 'everything';
/** Where the test's clock stands. */
const LOCKED_AT = Instant.parse('2026-11-22T14:00:00.000Z');
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
async function writing(session: TestAppOptions['session'] = {}) {
  const disk = troubledFs();
  let app: TestApp | null = null;
  let typed: (() => Promise<boolean>) | null = null;
  app = await startTestApp({ vaultDeps: { fs: disk.fs }, session, onFlush: async () => (typed === null || await typed() ? 'saved' : 'unsaved') });
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
    expect(await app.ok('notes:leftovers', {})).toMatchObject([{ noteId, at: LOCKED_AT }]);
    expect(await read()).toBe('');
    await app.ok('notes:putBack', { noteId, at: LOCKED_AT });
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

  it('reaches the card with what it says, as any other save does', async () => {
    const { app, disk, noteId, clientId, stopTyping } = await writing();
    stopTyping();
    const note = await app.ok('notes:get', { noteId });
    const { risk } = note.value.header;
    const header = { ...note.value.header, modalityReason: CANARY, risk: { ...risk, suicide: { level: 'high' as const, action: 'called the crisis team' } } };
    const alerts = async () => (await app.ok('clients:list', { status: 'active' })).find((row) => row.clientId === clientId)?.alerts.map(({ id }) => id);
    const before = await alerts();
    disk.trouble = 'vault';
    expect(await app.call('notes:saveDraft', { noteId, revision: note.revision, header, document: note.value.document })).toMatchObject({ ok: false, code: 'SAVE_FULL' });
    disk.trouble = 'none';
    await app.session.lock('machine');
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect((await app.ok('notes:get', { noteId })).value.header.risk.suicide.level).toBe('high');
    expect(before).not.toContain('R-SUI1');
    expect(await alerts()).toContain('R-SUI1');
  });

  it('goes beside the vault where its card cannot be worked out', async () => {
    const { app, disk, noteId, stopTyping } = await writing({ saveNote: () => Promise.reject(new TypeError('a fault of the program')) });
    disk.trouble = 'vault';
    expect(await app.refusal('vault:lock', {})).toBe('SAVE_FAILED');
    disk.trouble = 'none';
    stopTyping();
    await app.session.lock('machine');
    expect(await app.ok('vault:unlock', { passphrase: PASSPHRASE })).toMatchObject({ textLost: false });
    expect(await app.ok('notes:leftovers', {})).toMatchObject([{ noteId, at: LOCKED_AT }]);
  });

  it('outlives its note: it can be read, becomes a new note of the same client, and only then is gone', async () => {
    const { app, disk, noteId, clientId, stopTyping } = await writing();
    disk.trouble = 'vault';
    await app.session.lock('machine');
    disk.trouble = 'none';
    stopTyping();
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    const { revision } = await app.ok('notes:get', { noteId });
    expect(await app.ok('notes:leftovers', {})).toMatchObject([{ way: 'back' }]);
    await app.ok('notes:discardDraft', { noteId, revision });
    // Also after another lock: the file beside the vault knows what kind of note it was.
    await app.ok('vault:lock', {});
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect(await app.ok('notes:leftovers', {})).toMatchObject([{ noteId, way: 'newNote' }]);
    expect((await app.ok('notes:leftoverText', { noteId, at: LOCKED_AT })).text).toContain(CANARY);
    expect(await app.refusal('notes:putBack', { noteId, at: LOCKED_AT })).toBe('NOT_FOUND');
    const made = await Promise.all([app.call('notes:leftoverAsNote', { noteId, at: LOCKED_AT }), app.call('notes:leftoverAsNote', { noteId, at: LOCKED_AT })]);
    expect(made.map(({ ok }) => ok)).toEqual([true, false]);
    const { heads } = await app.ok('notes:list', { clientId });
    expect(heads).toMatchObject([{ templateTitle: 'CBT session', status: 'draft' }]);
    expect((await app.ok('notes:get', { noteId: heads[0]?.id ?? noteId })).value.header.modalityReason).toBe(CANARY);
    expect(await app.ok('notes:leftovers', {})).toEqual([]);
  });

  it('is kept where the note was removed while another window was still writing in it', async () => {
    const { app, noteId, stopTyping } = await writing();
    const { revision } = await app.ok('notes:get', { noteId });
    await app.ok('notes:discardDraft', { noteId, revision });
    await app.session.lock('machine');
    stopTyping();
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect(await app.ok('notes:leftovers', {})).toMatchObject([{ noteId, way: 'newNote' }]);
    expect((await app.ok('notes:leftoverAsNote', { noteId, at: LOCKED_AT })).value.header.modalityReason).toBe(CANARY);
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
    expect(await app.refusal('notes:putBack', { noteId, at: LOCKED_AT })).toBe('SAVE_CONFLICT');
    expect(await app.ok('notes:leftovers', {})).toHaveLength(1);
    await app.ok('notes:dropLeftover', { noteId, at: LOCKED_AT });
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

  it('stays beside an older one of the same note until the person has decided about each', async () => {
    const { app, disk, noteId, stopTyping } = await writing();
    disk.trouble = 'vault';
    await app.session.lock('machine');
    disk.trouble = 'none';
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    const { value, revision } = await app.ok('notes:get', { noteId });
    const write = (interpreter: string, at: number) => app.call('notes:saveDraft', { noteId, revision: at, header: { ...value.header, interpreter }, document: value.document });
    await write('newer', revision);
    stopTyping();
    app.pass(60_000);
    disk.trouble = 'vault';
    expect(await write('newest', revision + 1)).toMatchObject({ ok: false, code: 'SAVE_FULL' });
    await app.session.lock('machine');
    disk.trouble = 'none';
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    const offered = await app.ok('notes:leftovers', {});
    expect(offered.map(({ at }) => at)).toEqual([LOCKED_AT, '2026-11-22T14:01:00.000Z']);
    await app.ok('notes:putBack', { noteId, at: Instant.parse('2026-11-22T14:01:00.000Z') });
    expect((await app.ok('notes:get', { noteId })).value.header.interpreter).toBe('newest');
    expect(await app.ok('notes:leftovers', {})).toMatchObject([{ at: LOCKED_AT }]);
  });

  it('that reaches main while the vault is being closed is kept', async () => {
    let arrives: (() => Promise<unknown>) | null = null;
    const app = await startTestApp({ onFlush: async () => {
      // After the word, before the keys go.
      setImmediate(() => { late = arrives?.(); });
      return 'silent';
    }, session: {} });
    let late: Promise<unknown> | undefined;
    await firstRun(app);
    const { value: client } = await app.ok('clients:create', { details: details() });
    const note = await app.ok('notes:create', { clientId: client.id, templateId: 'cbt_session' });
    const header = { ...note.value.header, modalityReason: CANARY };
    arrives = () => app.call('notes:saveDraft', { noteId: note.value.id, revision: note.revision, header, document: note.value.document });
    // Something is on its way, as the window's own save would be.
    const slow = app.session.track(new Promise<void>((resolve) => { setImmediate(() => setImmediate(resolve)); }));
    await app.session.lock('machine');
    await slow;
    expect(await late).toMatchObject({ ok: false, code: 'LOCKED' });
    expect(await app.ok('app:state', {})).toMatchObject({ phase: 'locked', textLost: false });
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect((await app.ok('notes:get', { noteId: note.value.id })).value.header.modalityReason).toBe(CANARY);
  });

  it.each(['unsaved', 'silent'] as const)('of which the window only says "%s" at a lock that must happen is told', async (word) => {
    const app = await startTestApp({ onFlush: async () => word });
    await firstRun(app);
    await app.session.lock('machine');
    expect(await app.ok('app:state', {})).toMatchObject({ phase: 'locked', textLost: true });
    expect((await app.ok('vault:unlock', { passphrase: PASSPHRASE })).textLost).toBe(false);
  });
});
