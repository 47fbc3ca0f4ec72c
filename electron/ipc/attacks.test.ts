// What a window that was taken over could try on templates, phrases, words, versions and counseling notes: ids of other
// kinds and clients, work without end, two changes at once, calls while the vault is being closed.
import { stat } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { ClientId, NoteId, RecordId } from '../../shared/brand.ts';
import { loadTemplates } from '../../shared/notes/loadTemplates.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import { COUNSELLING_KEYS_IDS, PHRASES_RECORD_ID, SETTINGS_RECORD_ID, WORDS_RECORD_ID } from '../../shared/vault/recordKinds.ts';
import { newLocalId } from '../session/newId.ts';
import { testDeps } from '../vault/keysTestKit.ts';
import { firstRun, PASSPHRASE, startTestApp, type TestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

const OWN = 'eleven paper lanterns drift upstream';
const NEXT = 'quiet copper kettles argue at noon';

async function ready(): Promise<{ readonly app: TestApp; readonly clientId: ClientId; readonly other: ClientId; readonly noteId: NoteId; readonly counsel: NoteId; readonly own: RecordId; readonly template: NoteTemplate }> {
  const app = await startTestApp();
  await firstRun(app);
  const { value: { id: clientId } } = await app.ok('clients:create', { details: details() });
  const { value: { id: other } } = await app.ok('clients:create', { details: details({ preferredName: 'Ilse' }) });
  const { value: { id: noteId } } = await app.ok('notes:create', { clientId, templateId: 'narrative' });
  await app.ok('counselling:setUp', { passphrase: OWN });
  const { noteId: counsel } = await app.ok('counselling:save', { clientId, noteId: null, revision: 0, text: 'before' });
  const [shipped] = loadTemplates();
  if (shipped === undefined) throw new Error('no template ships');
  const template: NoteTemplate = { ...shipped, title: 'A template of our own' };
  const { recordId: own } = await app.ok('ownTemplates:save', { recordId: null, revision: 0, template, archived: false });
  await app.ok('phrases:save', { phrases: [{ id: newLocalId(), name: 'mood', text: 'Mood [[ ]].' }], revision: 0 });
  await app.ok('spelling:addWord', { word: 'zorbing' });
  return { app, clientId, other, noteId, counsel, own, template };
}

it('opens, changes and removes nothing by an id of another kind or client', async () => {
  const { app, clientId, other, noteId, counsel, own, template } = await ready();
  const { vault } = app.session.practice();
  const before = JSON.stringify(vault.entries());
  const kinds = [clientId, noteId, counsel, own, SETTINGS_RECORD_ID, PHRASES_RECORD_ID, WORDS_RECORD_ID, ...COUNSELLING_KEYS_IDS];
  const refusals: string[] = [];
  for (const id of kinds) {
    if (id !== noteId) refusals.push(await app.refusal('notes:version', { noteId: id, version: 1 }), await app.refusal('notes:versions', { noteId: id }), await app.refusal('notes:restoreVersion', { noteId: id, revision: 1, version: 1 }));
    if (id !== counsel) refusals.push(await app.refusal('counselling:get', { noteId: id }), await app.refusal('counselling:remove', { noteId: id, revision: 1 }), await app.refusal('counselling:save', { clientId, noteId: id, revision: 1, text: 'over it' }));
    if (id !== own) refusals.push(await app.refusal('ownTemplates:save', { recordId: id, revision: 1, template, archived: true }));
    if (id !== clientId) refusals.push(await app.refusal('spelling:check', { clientId: id, language: 'en-US', words: ['zorbing'] }), await app.refusal('counselling:save', { clientId: id, noteId: null, revision: 0, text: 'of nobody' }));
  }
  refusals.push(await app.refusal('counselling:save', { clientId: other, noteId: counsel, revision: 1, text: 'under another client' }));
  expect(refusals.filter((code) => code !== 'NOT_FOUND' && code !== 'BAD_REQUEST')).toEqual([]);
  expect(JSON.stringify(vault.entries())).toBe(before);
  // Nor does it leave anything to be put back later.
  await app.session.lock('machine');
  await app.ok('vault:unlock', { passphrase: PASSPHRASE });
  expect(await app.ok('counselling:open', { passphrase: OWN })).toEqual({ putBack: 0 });
});

it('never makes both passphrases the same, also when both are changed at once', async () => {
  const { deriveKey } = testDeps();
  let atNewSlot: (() => Promise<void>) | null = null;
  let slots = 0;
  const app = await startTestApp({ vaultDeps: { deriveKey: async (...args) => {
    // Current passphrase, the one of the counseling notes, then the new slot of the vault.
    if (atNewSlot !== null && (slots += 1) === 3) await atNewSlot();
    return deriveKey(...args);
  } } });
  await firstRun(app);
  await app.ok('counselling:setUp', { passphrase: OWN });
  let own: Promise<string> | null = null;
  atNewSlot = async () => {
    // Deriving takes longer than the pause.
    app.pass(60_000);
    own = app.refusal('counselling:changePassphrase', { current: OWN, passphrase: NEXT });
    let done = false;
    own.then(() => { done = true; }, () => { done = true; });
    // Time enough to get through, were it not held up until the vault's own change is over.
    for (let turns = 0; turns < 2000 && !done; turns += 1) await stat('.');
  };
  expect(await app.refusal('vault:changePassphrase', { current: PASSPHRASE, passphrase: NEXT })).toBe('accepted');
  atNewSlot = null;
  expect(await own).toBe('COUNSELLING_SAME_PASSPHRASE');
});

it('takes no template that could not be read back from its own file', async () => {
  const { app, template } = await ready();
  const options = Array.from({ length: 40 }, (_none, at) => ({ id: `o${String(at)}`, label: 'label '.repeat(19).trim() }));
  const choice = { label: 'Asked', prompt: '', required: false, kind: 'choice' as const, options };
  const word = { label: 'Asked', prompt: '', required: false, kind: 'shortText' as const };
  const withFields = (count: number, field: typeof choice | typeof word): NoteTemplate => ({
    ...template, sections: Array.from({ length: Math.ceil(count / 20) }, (_none, at) => ({ id: `s${String(at)}`, title: 'Part', help: '', fields: Array.from({ length: Math.min(20, count - at * 20) }, (_field, place) => ({ ...field, id: `f${String(at)}_${String(place)}` })) })),
  });
  const save = (large: NoteTemplate) => app.refusal('ownTemplates:save', { recordId: null, revision: 0, template: large, archived: false });
  expect(await save(withFields(400, word))).toBe('accepted');
  expect(await save(withFields(401, word))).toBe('TEMPLATE_INVALID');
  expect(await save(withFields(400, choice))).toBe('TEMPLATE_INVALID');
  const { templates } = await app.ok('ownTemplates:list', {});
  for (const { template: { id } } of templates) {
    await app.ok('ownTemplates:export', { templateId: id });
    expect((await app.ok('ownTemplates:readFile', {})).sentence).toBe(null);
  }
});

it('answers none of them while the vault is locked or being closed, but keeps text', async () => {
  const { app, clientId, counsel, own, template, noteId } = await ready();
  const calls = (): Promise<string>[] => [
    app.refusal('ownTemplates:list', {}), app.refusal('ownTemplates:save', { recordId: own, revision: 1, template, archived: true }), app.refusal('ownTemplates:readFile', {}), app.refusal('phrases:list', {}),
    app.refusal('phrases:save', { phrases: [], revision: 1 }), app.refusal('spelling:words', {}), app.refusal('spelling:addWord', { word: 'yodeling' }), app.refusal('notes:versions', { noteId }),
    app.refusal('notes:restoreVersion', { noteId, revision: 1, version: 1 }), app.refusal('counselling:get', { noteId: counsel }), app.refusal('counselling:changePassphrase', { current: OWN, passphrase: NEXT }),
    app.refusal('counselling:save', { clientId, noteId: counsel, revision: 1, text: 'the last words' }), app.refusal('vault:changePassphrase', { current: PASSPHRASE, passphrase: NEXT }),
  ];
  const locking = app.session.lock('machine');
  // The word of the window is in, the vault is being closed.
  const slow = app.session.track(new Promise<void>((resolve) => { setImmediate(() => setImmediate(resolve)); }));
  await Promise.resolve();
  await new Promise((resolve) => { setImmediate(resolve); });
  const during = await Promise.all(calls());
  await Promise.all([locking, slow]);
  expect(new Set(during)).toEqual(new Set(['LOCKED']));
  expect(new Set(await Promise.all(calls()))).toEqual(new Set(['LOCKED']));
  await app.ok('vault:unlock', { passphrase: PASSPHRASE });
  expect((await app.ok('phrases:list', {})).phrases).toHaveLength(1);
  expect((await app.ok('ownTemplates:list', {})).templates[0]).toMatchObject({ recordId: own, revision: 1 });
  expect(await app.ok('spelling:words', {})).toEqual({ words: ['zorbing'] });
  expect(await app.ok('counselling:open', { passphrase: OWN })).toEqual({ putBack: 1 });
  expect((await app.ok('counselling:get', { noteId: counsel })).text).toBe('the last words');
});
