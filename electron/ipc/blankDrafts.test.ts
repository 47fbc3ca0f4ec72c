// Drafts in which nothing was written: no service for the checks, no signature owed, gone by one press; over a real vault.
import { expect, it } from 'vitest';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import { change } from '../session/records.ts';
import { firstRun, PASSPHRASE, startTestApp, type TestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

type ClientIdOf = ChannelInput<'clients:get'>['clientId'];
type Open = ChannelOutput<'notes:get'>;
const DAY = 24 * 3_600_000;

async function inCare(): Promise<{ app: TestApp; clientId: ClientIdOf }> {
  const app = await startTestApp();
  await firstRun(app);
  const { value } = await app.ok('clients:create', { details: details() });
  await app.ok('episodes:start', { clientId: value.id, start: { kind: 'byHand', level: 'IOP', start: '2026-11-02' as never, plannedEnd: null, program: '' } });
  return { app, clientId: value.id };
}

const begin = (app: TestApp, clientId: ClientIdOf): Promise<Open> => app.ok('notes:create', { clientId, templateId: 'soap' });
const write = (app: TestApp, { value, revision }: Open) => app.ok('notes:saveDraft', { noteId: value.id, revision, header: { ...value.header, interpreter: 'Spanish' }, document: value.document });
const row = async (app: TestApp) => (await app.ok('clients:list', { status: 'active' }))[0];
const openRules = async (app: TestApp, clientId: ClientIdOf) => (await app.ok('rules:get', { clientId })).map(({ id }) => id);
const onCard = async (app: TestApp) => (await row(app))?.alerts.map(({ id }) => id) ?? [];

it('an empty draft neither clears the gap in service nor waits for a signature; the first word does both', async () => {
  const { app, clientId } = await inCare();
  expect(await onCard(app)).toContain('R-GAP1');
  const note = await begin(app, clientId);
  expect(await openRules(app, clientId)).toContain('R-GAP1');
  expect(await onCard(app)).toContain('R-GAP1');
  expect(await row(app)).toMatchObject({ unsignedNotes: 0, blankDrafts: 1, oldestUnsignedHours: null });
  app.pass(3 * DAY);
  expect(await openRules(app, clientId)).not.toContain('R-SIG1');
  expect((await app.ok('notes:unsigned', {})).notes).toMatchObject([{ head: { id: note.value.id, blank: true }, late: false }]);
  await write(app, note);
  expect(await row(app)).toMatchObject({ unsignedNotes: 1, blankDrafts: 0 });
  expect(await openRules(app, clientId)).toEqual(expect.arrayContaining(['R-SIG1']));
  expect(await openRules(app, clientId)).not.toContain('R-GAP1');
  expect(await onCard(app)).not.toContain('R-GAP1');
});

it('goes from the list while it is empty, and stays once something was written or signed', async () => {
  const { app, clientId } = await inCare();
  const [empty, written] = [await begin(app, clientId), await begin(app, clientId)];
  await write(app, written);
  await app.ok('notes:discardBlank', { noteId: empty.value.id });
  expect(await app.refusal('notes:get', { noteId: empty.value.id })).toBe('NOT_FOUND');
  expect(await app.refusal('notes:discardBlank', { noteId: written.value.id })).toBe('SAVE_CONFLICT');
  expect((await app.ok('notes:unsigned', {})).notes.map(({ head }) => head.id)).toEqual([written.value.id]);
  expect(await row(app)).toMatchObject({ unsignedNotes: 1, blankDrafts: 0 });
});

it('stays on the list where its words were deleted again, or are kept beside the vault', async () => {
  const { app, clientId } = await inCare();
  const [emptied, refused] = [await begin(app, clientId), await begin(app, clientId)];
  const { revision } = await write(app, emptied);
  await app.ok('notes:saveDraft', { noteId: emptied.value.id, revision, header: emptied.value.header, document: emptied.value.document });
  expect(await app.refusal('notes:discardBlank', { noteId: emptied.value.id })).toBe('SAVE_CONFLICT');
  const emptiedRows = async () => new Map((await app.ok('notes:unsigned', {})).notes.map((one) => [one.head.id, one.emptied]));
  expect(await emptiedRows()).toEqual(new Map([[emptied.value.id, true], [refused.value.id, false]]));
  const { leftovers } = app.session.practice();
  const { id, header, document } = refused.value;
  leftovers.refused({ noteId: id, revision: refused.revision, header, document } as Parameters<typeof leftovers.refused>[0]);
  expect(await app.refusal('notes:discardBlank', { noteId: id })).toBe('SAVE_CONFLICT');
  expect(await emptiedRows()).toEqual(new Map([[emptied.value.id, true], [id, true]]));
  leftovers.settled(id);
  await app.ok('notes:discardBlank', { noteId: id });
});

it('is told apart on cards of before as well, once, when the caseload is next asked for', async () => {
  const { app, clientId } = await inCare();
  const note = await begin(app, clientId);
  const { records, cards } = app.session.practice();
  const card = cards.get(clientId);
  const { blankDrafts: _, ...before } = card.data.summary;
  await records.save([change(card, { ...card.data, summary: { ...before, unsignedNotes: [{ noteId: note.value.id, createdAt: note.value.createdAt }], lastService: note.value.header.serviceDate } })]);
  await app.ok('vault:lock', {});
  await app.ok('vault:unlock', { passphrase: PASSPHRASE });
  expect(await row(app)).toMatchObject({ unsignedNotes: 0, blankDrafts: 1 });
  expect(await onCard(app)).toContain('R-GAP1');
  const { revision } = app.session.practice().cards.get(clientId).adapter;
  await row(app);
  expect(app.session.practice().cards.get(clientId).adapter.revision).toBe(revision);
});
