// One record that cannot be read must cost itself and nothing else of the client, and no number or period may be
// decided as if it were not there.
import { describe, expect, it } from 'vitest';
import { LocalDate } from '../../shared/dates.ts';
import { AppError } from '../../shared/errors.ts';
import type { DirectoryEntry } from '../vault/types.ts';
import { openVault } from '../vault/vault.ts';
import { firstRun, PASSPHRASE, startTestApp, type TestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

/** The vault opened anew, with what `hit` names unreadable until it is written again. */
async function damagedApp(app: TestApp, hit: (entry: DirectoryEntry) => boolean): Promise<TestApp> {
  await app.ok('vault:lock', {});
  const damaged = await startTestApp({ userData: app.userData, session: { openVault: async (...args) => {
    const vault = await openVault(...args);
    const bad = new Map(vault.entries().filter(hit).map((entry) => [entry.recordId, entry.revision]));
    const read: typeof vault.read = async (recordId) => {
      if (bad.has(recordId) && vault.entry(recordId)?.revision === bad.get(recordId)) throw new AppError('RECORD_DAMAGED');
      return vault.read(recordId);
    };
    return { ...vault, read };
  } } });
  damaged.pass(600_000);
  await damaged.ok('vault:unlock', { passphrase: PASSPHRASE });
  return damaged;
}

async function practice() {
  const app = await startTestApp();
  await firstRun(app);
  await app.ok('settings:update', { ...(await app.ok('settings:get', {})), clinicianName: 'Dana Whitlock' });
  const { value: client } = await app.ok('clients:create', { details: details() });
  return { app, clientId: client.id };
}

const day = (text: string) => LocalDate.parse(text);

describe('a damaged template', () => {
  it('is taken from the app and put again: its notes can be read, written and begun', async () => {
    const { app, clientId } = await practice();
    const { value: note } = await app.ok('notes:create', { clientId, templateId: 'cbt_session' });
    const bad = await damagedApp(app, ({ kind }) => kind === 'template');
    const open = await bad.ok('notes:get', { noteId: note.id });
    expect(open.template.id).toBe('cbt_session');
    await bad.ok('notes:saveDraft', { noteId: note.id, revision: open.revision, header: { ...open.value.header, serviceType: 'no_show' }, document: open.value.document });
    await bad.ok('notes:create', { clientId, templateId: 'cbt_session' });
    const { vault } = bad.session.practice();
    expect(vault.entries({ kind: 'template' }).map(({ revision }) => revision)).toEqual([2]);
  });

  it('that the app does not ship any more shuts its own notes only, and leaves none behind', async () => {
    const { app, clientId } = await practice();
    const { records } = app.session.practice();
    const { value: note, template } = await app.ok('notes:create', { clientId, templateId: 'cbt_session' });
    const older = { ...template, title: 'As it was once' };
    const kept = records.draft('template', 'zzzzzzzzzzzzzzzzzzzzzzzzzz', null, older);
    const low = await records.open('note', note.id);
    low.data = { ...low.data, template: { ...low.data.template, recordId: kept.adapter.address.recordId as never } };
    await records.save([{ low: kept as never, value: older }, { low: low as never, value: low.data }]);
    const bad = await damagedApp(app, ({ recordId }) => recordId === 'zzzzzzzzzzzzzzzzzzzzzzzzzz');
    expect(await bad.call('notes:get', { noteId: note.id })).toEqual({ ok: false, code: 'RECORD_DAMAGED', facts: { kind: 'template' } });
    const other = await bad.ok('notes:create', { clientId, templateId: 'cbt_session' });
    expect((await bad.ok('notes:list', { clientId })).heads).toHaveLength(2);
    expect((await bad.ok('notes:get', { noteId: other.value.id })).template.title).toBe(template.title);
  });

  it('is written in one frame with the first note made from it', async () => {
    const { app, clientId } = await practice();
    const { vault } = app.session.practice();
    const before = vault.report.lastSequence;
    await app.ok('notes:create', { clientId, templateId: 'cbt_session' });
    const { sequence } = await vault.commit([{ op: 'put', recordId: 'yyyyyyyyyyyyyyyyyyyyyyyyyy', kind: 'template', clientId: null, expectedRevision: 0, value: (await app.ok('templates:get', { templateId: 'cbt_session' })) }]);
    // Settings, settings again, client, then one frame for note and template together, then the probe.
    expect(sequence - before).toBe(5);
  });
});

it('a damaged clinical record reads as empty and is counted; only writing over it is refused', async () => {
  const { app, clientId } = await practice();
  const { value: note } = await app.ok('notes:create', { clientId, templateId: 'cbt_session' });
  await app.ok('clinical:apply', { clientId, revision: 0, command: { kind: 'lowerPtsdCut', value: true } });
  const bad = await damagedApp(app, ({ kind }) => kind === 'clinical');
  expect((await bad.ok('chart:get', { clientId })).unreadable).toEqual({ notes: 0, plans: 0, episodes: 0, clinical: 1 });
  await bad.ok('notes:create', { clientId, templateId: 'cbt_session' });
  await bad.ok('plans:create', { clientId });
  const open = await bad.ok('notes:get', { noteId: note.id });
  await bad.ok('notes:saveDraft', { noteId: note.id, revision: open.revision, header: { ...open.value.header, serviceDate: day('2026-11-20') }, document: open.value.document });
  expect(await bad.refusal('clinical:apply', { clientId, revision: 0, command: { kind: 'lowerPtsdCut', value: true } })).toBe('RECORD_DAMAGED');
});

it('a damaged episode costs the level on a signature, and lets no second episode begin over it', async () => {
  const { app, clientId } = await practice();
  const start = { kind: 'byHand', level: 'OP', start: day('2026-11-01'), plannedEnd: null, program: '' } as const;
  await app.ok('episodes:start', { clientId, start });
  const note = await app.ok('notes:create', { clientId, templateId: 'cbt_session' });
  const saved = await app.ok('notes:saveDraft', { noteId: note.value.id, revision: note.revision, header: { ...note.value.header, serviceType: 'no_show' }, document: note.value.document });
  const bad = await damagedApp(app, ({ kind }) => kind === 'episode');
  const signed = await bad.ok('notes:sign', { noteId: note.value.id, revision: saved.revision, name: 'Dana', credentials: '', passphrase: PASSPHRASE });
  expect(signed.value).toMatchObject({ status: 'signed', levelAtSigning: null });
  expect(await bad.refusal('episodes:start', { clientId, start: { ...start, level: 'IOP', start: day('2026-11-10') } })).toBe('RECORD_DAMAGED');
});

it('no plan is begun or put in force while one of the client cannot be read: its numbers would be given twice', async () => {
  const { app, clientId } = await practice();
  const other = await app.ok('clients:create', { details: details({ preferredName: 'Second' }) });
  await app.ok('plans:create', { clientId });
  const bad = await damagedApp(app, ({ kind }) => kind === 'plan');
  expect(await bad.refusal('plans:create', { clientId })).toBe('RECORD_DAMAGED');
  await bad.ok('plans:create', { clientId: other.value.id });
});
