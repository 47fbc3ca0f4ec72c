// A save that fails leaves memory as the disk is: what the screens show next is what was saved last.
import { describe, expect, it } from 'vitest';
import { change } from '../session/records.ts';
import { createNodeFs } from '../vault/nodeFs.ts';
import type { VaultFs } from '../vault/vaultFs.ts';
import { firstRun, PASSPHRASE, startTestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

/** The real disk, on which every write fails while `trouble` is set. */
function troubledFs(): { readonly fs: VaultFs; trouble: string | null } {
  const inner = createNodeFs();
  const state: { fs: VaultFs; trouble: string | null } = { trouble: null, fs: { ...inner, async open(path, flag) {
    if (state.trouble !== null && flag === 'wx+') throw Object.assign(new Error(state.trouble), { code: state.trouble });
    const file = await inner.open(path, flag);
    return { ...file, read: file.read.bind(file), size: file.size.bind(file), truncate: file.truncate.bind(file), close: file.close.bind(file), sync: file.sync.bind(file), async write(...args) {
      if (state.trouble !== null) throw Object.assign(new Error(state.trouble), { code: state.trouble });
      return file.write(...args);
    } };
  } } };
  return state;
}

describe('cards that cannot be brought to new thresholds', () => {
  it('do not shut the caseload, and follow once the disk takes writes again', async () => {
    const disk = troubledFs();
    const app = await startTestApp({ vaultDeps: { fs: disk.fs } });
    await firstRun(app);
    const { value: { id: clientId } } = await app.ok('clients:create', { details: details() });
    const answers = Object.fromEntries(Array.from({ length: 9 }, (_none, at) => [String(at + 1), at < 8 ? 1 : 0]));
    await app.ok('measures:record', { clientId, instrumentId: 'PHQ-9', mode: 'self', date: '2026-11-22' as never, time: null, answers, note: '' });
    const { records, settings } = app.session.practice();
    await records.save([change(settings, { ...settings.data, rules: { phq9Cut: 8 } })]);
    const onCard = async () => ((await app.ok('clients:list', { status: 'active' }))[0]?.alerts ?? []).map(({ id }) => id);
    disk.trouble = 'ENOSPC';
    expect(await onCard()).not.toContain('R-DEP1');
    disk.trouble = null;
    expect(await onCard()).toContain('R-DEP1');
  });
});

describe('a save that fails', () => {
  it.each([['ENOSPC', 'SAVE_FULL'], ['EACCES', 'SAVE_DENIED'], ['EIO', 'SAVE_FAILED']])('with %s says %s, changes nothing, and can be tried again on the same revision', async (trouble, code) => {
    const disk = troubledFs();
    const app = await startTestApp({ vaultDeps: { fs: disk.fs } });
    await firstRun(app);
    const { value: { id: clientId }, revision } = await app.ok('clients:create', { details: details() });
    const note = await app.ok('notes:create', { clientId, templateId: 'cbt_session' });
    const begun = await app.ok('episodes:start', { clientId, start: { kind: 'byHand', level: 'IOP', start: '2026-11-02' as never, plannedEnd: null, program: '' } });
    const before = { rows: await app.ok('clients:list', { status: 'active' }), settings: await app.ok('settings:get', {}), chart: await app.ok('chart:get', { clientId }) };

    disk.trouble = trouble;
    const draft = { noteId: note.value.id, revision: note.revision, header: { ...note.value.header, serviceDate: '2026-11-21' as never }, document: note.value.document };
    const overlay = { episodeId: begun.value.id, revision: begun.revision, command: { kind: 'addOverlay', overlay: 'OBOT', start: '2026-11-02' as never, end: null, detail: '' } } as const;
    expect(await app.refusal('clients:update', { clientId, revision, details: details({ preferredName: 'Changed' }) })).toBe(code);
    expect(await app.refusal('notes:saveDraft', draft)).toBe(code);
    expect(await app.refusal('episodes:apply', overlay)).toBe(code);
    expect(await app.refusal('settings:update', { ...before.settings, theme: 'dark', clinicianName: 'Changed' })).toBe(code);
    expect(await app.refusal('clients:create', { details: details() })).toBe(code);
    expect({ rows: await app.ok('clients:list', { status: 'active' }), settings: await app.ok('settings:get', {}), chart: await app.ok('chart:get', { clientId }) }).toEqual(before);

    disk.trouble = null;
    await app.ok('notes:saveDraft', draft);
    await app.ok('episodes:apply', overlay);
    await app.ok('clients:update', { clientId, revision, details: details({ preferredName: 'Changed' }) });
    await app.ok('vault:lock', {});
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect((await app.ok('clients:list', { status: 'active' })).map((row) => row.preferredName)).toEqual(['Changed']);
    expect((await app.ok('notes:get', { noteId: note.value.id })).value.header.serviceDate).toBe('2026-11-21');
  });

  it('in a folder that cannot be written to opens the vault for reading', async () => {
    const disk = troubledFs();
    const app = await startTestApp({ vaultDeps: { fs: disk.fs } });
    await firstRun(app);
    await app.ok('clients:create', { details: details() });
    await app.ok('vault:lock', {});
    disk.trouble = 'EACCES';
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect(await app.ok('vault:report', {})).toMatchObject({ readOnly: true, clean: false });
    expect(await app.ok('clients:list', { status: 'active' })).toHaveLength(1);
    expect(await app.refusal('clients:create', { details: details() })).toBe('SAVE_READ_ONLY');
    expect(app.session.waitSeconds()).toBe(0);
  });
});
