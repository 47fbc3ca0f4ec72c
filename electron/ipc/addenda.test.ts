import { expect, it } from 'vitest';
import { MOST_ADDENDA } from '../../shared/notes/note.ts';
import { errorSentence } from '../../shared/text/errorSentence.ts';
import { firstRun, PASSPHRASE, startTestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

it('an addendum without a name in the settings, or past the last that fits, says what to do', async () => {
  const app = await startTestApp();
  await firstRun(app);
  const { value: client } = await app.ok('clients:create', { details: details() });
  const note = await app.ok('notes:create', { clientId: client.id, templateId: 'cbt_session' });
  const noteId = note.value.id;
  const saved = await app.ok('notes:saveDraft', { noteId, revision: note.revision, header: { ...note.value.header, serviceType: 'no_show' }, document: note.value.document });
  const signed = await app.ok('notes:sign', { noteId, revision: saved.revision, name: 'Dana', credentials: '', passphrase: PASSPHRASE });
  const nameless = await app.call('notes:addAddendum', { noteId, revision: signed.revision, text: 'x', reason: 'y' });
  expect(nameless).toMatchObject({ ok: false, code: 'NAME_EMPTY' });
  expect(errorSentence('NAME_EMPTY', nameless.ok ? {} : nameless.facts)).toContain('Settings');
  await app.ok('settings:update', { ...(await app.ok('settings:get', {})), clinicianName: 'Dana' });
  let { revision } = signed;
  for (let count = 0; count < MOST_ADDENDA; count += 1) ({ revision } = await app.ok('notes:addAddendum', { noteId, revision, text: 'x', reason: 'y' }));
  const full = await app.call('notes:addAddendum', { noteId, revision, text: 'x', reason: 'y' });
  expect(full).toEqual({ ok: false, code: 'TEXT_TOO_LONG', facts: { why: 'addenda', most: MOST_ADDENDA } });
  expect(errorSentence('TEXT_TOO_LONG', full.ok ? {} : full.facts)).toContain('200 addenda');
});
