// Earlier saves of a note over a real vault: listed, read, put back, begun anew.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import { documentText } from '../../shared/notes/plainText.ts';
import { sittings } from '../../shared/notes/versions.ts';
import { recordSchemas } from '../../shared/vault/recordKinds.ts';
import { firstRun, PASSPHRASE, startTestApp, type TestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

type Open = ChannelOutput<'notes:get'>;
type Header = Open['value']['header'];

async function draft(): Promise<{ app: TestApp; clientId: ChannelInput<'clients:get'>['clientId']; note: Open }> {
  const app = await startTestApp();
  await firstRun(app);
  const { value } = await app.ok('clients:create', { details: details() });
  return { app, clientId: value.id, note: await app.ok('notes:create', { clientId: value.id, templateId: 'narrative' }) };
}

function saying(note: Open, text: string): Open['value']['document'] {
  return note.value.document.map((section) => ({ ...section, children: section.children.map((child) => {
    if (child.type === 'textField') return { ...child, children: [{ type: 'paragraph' as const, children: [{ text }] }] };
    return child.field.kind === 'multiChoice' ? { ...child, field: { ...child.field, value: ['cbt'] } } : child;
  }) }));
}

async function save(app: TestApp, note: Open, revision: number, text: string, header: Header = note.value.header): Promise<number> {
  app.pass(60_000);
  return (await app.ok('notes:saveDraft', { noteId: note.value.id, revision, header, document: saying(note, text) })).revision;
}

const said = ({ value, template }: Open): string => documentText(value.document, template);
const whole = (header: Header): Header => ({ ...header, startTime: '10:00' as never, endTime: '10:50' as never, noPlanLinkReason: 'first contact', risk: Object.fromEntries(Object.keys(header.risk).map((kind) => [kind, { level: 'none', action: '' }])) as Header['risk'] });

it('lists every save of a draft and puts an old one back as a new save', async () => {
  const { app, note } = await draft();
  for (let revision = 1; revision < 6; revision++) await save(app, note, revision, `words ${String(revision + 1)}`);
  app.pass(3_600_000);
  await save(app, note, 6, 'an hour later');
  const { versions, complete } = await app.ok('notes:versions', { noteId: note.value.id });
  expect(complete).toBe(true);
  expect(versions.map(({ revision, signed }) => [revision, signed])).toEqual([7, 6, 5, 4, 3, 2, 1].map((revision) => [revision, false]));
  expect(sittings(versions).map(({ newest, oldest }) => [newest.revision, oldest.revision])).toEqual([[7, 7], [6, 1]]);
  expect(said(await app.ok('notes:version', { noteId: note.value.id, version: 3 }))).toContain('words 3');
  expect(await app.refusal('notes:version', { noteId: note.value.id, version: 8 })).toBe('NOT_FOUND');
  expect(await app.refusal('notes:restoreVersion', { noteId: note.value.id, revision: 6, version: 3 })).toBe('SAVE_CONFLICT');
  const back = await app.ok('notes:restoreVersion', { noteId: note.value.id, revision: 7, version: 3 });
  expect(back.revision).toBe(8);
  expect(said(back)).toContain('words 3');
  // Nothing is lost by it: what was there before is a version too.
  expect(said(await app.ok('notes:version', { noteId: note.value.id, version: 7 }))).toContain('an hour later');
});

it('begins a new draft from a version of a signed note and leaves the signed one as it is', async () => {
  const { app, clientId, note } = await draft();
  // Whose addendum it is stands in the settings.
  await app.ok('settings:update', { ...(await app.ok('settings:get', {})), clinicianName: 'Dana' });
  const header = whole(note.value.header);
  let revision = await save(app, note, 1, 'first words', header);
  revision = await save(app, note, revision, 'words that were signed', header);
  const signed = await app.ok('notes:sign', { noteId: note.value.id, revision, name: 'Dana', credentials: 'LPC', passphrase: PASSPHRASE });
  const added = await app.ok('notes:addAddendum', { noteId: note.value.id, revision: signed.revision, text: 'one thing more', reason: 'forgotten' });
  expect((await app.ok('notes:versions', { noteId: note.value.id })).versions.map((one) => one.signed)).toEqual([true, true, false, false, false]);
  const fresh = await app.ok('notes:restoreVersion', { noteId: note.value.id, revision: added.revision, version: 2 });
  expect(fresh.value).toMatchObject({ status: 'draft', signature: null, addenda: [], clientId });
  expect(fresh.value.id).not.toBe(note.value.id);
  expect(said(fresh)).toContain('first words');
  const after = await app.ok('notes:get', { noteId: note.value.id });
  expect(after.revision).toBe(added.revision);
  expect(after.value).toEqual(added.value);
});

it('refuses to put anything back for an archived client', async () => {
  const { app, clientId, note } = await draft();
  await save(app, note, 1, 'words');
  const client = await app.ok('clients:get', { clientId });
  await app.ok('clients:archive', { clientId, revision: client.revision });
  expect((await app.ok('notes:versions', { noteId: note.value.id })).versions).toHaveLength(2);
  expect(await app.refusal('notes:restoreVersion', { noteId: note.value.id, revision: 2, version: 1 })).toBe('CLIENT_ARCHIVED');
});

/** Changes one bit near the end of the log, where the newest save lies. */
function damageNewest(app: TestApp): void {
  const folder = join(app.userData, 'vault', 'segments');
  const [segment = ''] = readdirSync(folder).toSorted().toReversed();
  const bytes = readFileSync(join(folder, segment));
  let last = bytes.length - 1;
  while (bytes[last] === 0) last -= 1;
  bytes[last - 40] = (bytes[last - 40] ?? 0) ^ 1;
  writeFileSync(join(folder, segment), bytes);
}

it('gives back the last readable save of a note whose newest one is damaged', async () => {
  const { app, note } = await draft();
  await save(app, note, 1, 'words that can be read');
  await save(app, note, 2, 'words that get damaged');
  damageNewest(app);
  expect(await app.refusal('notes:get', { noteId: note.value.id })).toBe('RECORD_DAMAGED');
  expect(await app.ok('notes:versions', { noteId: note.value.id })).toMatchObject({ complete: false, versions: [{ revision: 2 }, { revision: 1 }] });
  expect(said(await app.ok('notes:restoreVersion', { noteId: note.value.id, revision: 3, version: 2 }))).toContain('words that can be read');
  expect(said(await app.ok('notes:get', { noteId: note.value.id }))).toContain('words that can be read');
});

it('never turns a signed note whose newest save is damaged into a draft', async () => {
  const { app, note } = await draft();
  await app.ok('settings:update', { ...(await app.ok('settings:get', {})), clinicianName: 'Dana' });
  const revision = await save(app, note, 1, 'words that were signed', whole(note.value.header));
  const signed = await app.ok('notes:sign', { noteId: note.value.id, revision, name: 'Dana', credentials: '', passphrase: PASSPHRASE });
  const added = await app.ok('notes:addAddendum', { noteId: note.value.id, revision: signed.revision, text: 'one thing more', reason: 'forgotten' });
  damageNewest(app);
  expect((await app.ok('notes:versions', { noteId: note.value.id })).versions.map((one) => [one.revision, one.signed])).toEqual([[3, true], [2, false], [1, false]]);
  // An older, unsigned save becomes a note of its own; the signed one is not touched by it.
  const fresh = await app.ok('notes:restoreVersion', { noteId: note.value.id, revision: added.revision, version: 2 });
  expect(fresh.value.id).not.toBe(note.value.id);
  expect(fresh.value.status).toBe('draft');
  const back = await app.ok('notes:restoreVersion', { noteId: note.value.id, revision: added.revision, version: 3 });
  expect(back.value).toEqual(signed.value);
  expect((await app.ok('notes:versions', { noteId: note.value.id })).versions.map((one) => one.signed)).toEqual([true, true, false, false]);
});

it('tells a save that does not fit the shape of a note as damaged, and lists the rest', async () => {
  const app = await startTestApp({ vaultDeps: { schemas: { ...recordSchemas, note: z.unknown() } } });
  await firstRun(app);
  const { value: { id: clientId } } = await app.ok('clients:create', { details: details() });
  const note = await app.ok('notes:create', { clientId, templateId: 'narrative' });
  const { vault } = app.session.practice();
  const noteId = note.value.id;
  await vault.commit([{ op: 'put', recordId: noteId, kind: 'note', clientId, expectedRevision: 1, value: { words: 'of another shape' } }]);
  expect(await app.refusal('notes:version', { noteId, version: 2 })).toBe('RECORD_DAMAGED');
  expect((await app.ok('notes:versions', { noteId })).versions.map(({ revision }) => revision)).toEqual([2, 1]);
  expect(await app.refusal('notes:restoreVersion', { noteId, revision: 2, version: 2 })).toBe('RECORD_DAMAGED');
  expect((await app.ok('notes:restoreVersion', { noteId, revision: 2, version: 1 })).revision).toBe(3);
});
