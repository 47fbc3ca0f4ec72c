// Notes stand on their own: whatever becomes of the own template they were made from, they open and sign as they were
// written; a damaged own template costs itself only.
import { expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { templateById } from '../../shared/notes/loadTemplates.ts';
import { cloneTemplate, removeSection } from '../../shared/notes/ownTemplate.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import { openVault } from '../vault/vault.ts';
import { firstRun, PASSPHRASE, startTestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

function clone(title: string): NoteTemplate {
  const made = cloneTemplate(templateById('soap'), { title, shortTitle: title }, []);
  if (!made.ok) throw new Error(made.refusal);
  return made.template;
}

async function ready() {
  const app = await startTestApp();
  await firstRun(app);
  await app.ok('settings:update', { ...(await app.ok('settings:get', {})), clinicianName: 'Dana Whitlock' });
  const { value } = await app.ok('clients:create', { details: details() });
  return { app, clientId: value.id };
}

it('a note of the first version is signed as it was written after the template changed and was archived', async () => {
  const { app, clientId } = await ready();
  const own = await app.ok('ownTemplates:save', { recordId: null, revision: 0, template: clone('Morning check'), archived: false });
  const note = await app.ok('notes:create', { clientId, templateId: own.template.id });
  const saved = await app.ok('notes:saveDraft', { noteId: note.value.id, revision: note.revision, header: { ...note.value.header, serviceType: 'no_show' }, document: note.value.document });
  const written = (await app.ok('notes:get', { noteId: note.value.id })).value.document;
  const shorter = removeSection(own.template, own.template.sections.at(-1)?.id ?? '');
  if (!shorter.ok) throw new Error(shorter.refusal);
  const next = await app.ok('ownTemplates:save', { recordId: own.recordId, revision: 1, template: shorter.template, archived: false });
  await app.ok('ownTemplates:save', { recordId: own.recordId, revision: next.revision, template: next.template, archived: true });
  const signed = await app.ok('notes:sign', { noteId: note.value.id, revision: saved.revision, name: 'Dana Whitlock', credentials: '', passphrase: PASSPHRASE });
  expect(signed.value).toMatchObject({ status: 'signed', template: { id: own.template.id, version: 1 } });
  const read = await app.ok('notes:get', { noteId: note.value.id });
  expect(read.template).toEqual(own.template);
  expect(read.value.document).toEqual(written);
});

it('a damaged own template costs itself: it is counted, the others are offered, and its notes open', async () => {
  const { app, clientId } = await ready();
  const lost = await app.ok('ownTemplates:save', { recordId: null, revision: 0, template: clone('Lost'), archived: false });
  const kept = await app.ok('ownTemplates:save', { recordId: null, revision: 0, template: clone('Kept'), archived: false });
  const note = await app.ok('notes:create', { clientId, templateId: lost.template.id });
  await app.ok('vault:lock', {});
  const bad = await startTestApp({ userData: app.userData, session: { openVault: async (...args) => {
    const vault = await openVault(...args);
    const read: typeof vault.read = async (recordId) => {
      if (recordId === lost.recordId) throw new AppError('RECORD_DAMAGED');
      return vault.read(recordId);
    };
    return { ...vault, read };
  } } });
  bad.pass(600_000);
  await bad.ok('vault:unlock', { passphrase: PASSPHRASE });
  const list = await bad.ok('ownTemplates:list', {});
  expect(list.unreadable).toBe(1);
  expect(list.templates.map(({ template }) => template.id)).toEqual([kept.template.id]);
  expect((await bad.ok('templates:list', {})).map(({ id }) => id)).toContain(kept.template.id);
  expect((await bad.ok('notes:get', { noteId: note.value.id })).template).toEqual(lost.template);
  await bad.ok('notes:create', { clientId, templateId: 'soap' });
  await bad.ok('notes:create', { clientId, templateId: kept.template.id });
  expect(await bad.refusal('notes:create', { clientId, templateId: lost.template.id })).toBe('TEMPLATE_UNKNOWN');
  // The id of the damaged one is not given again, though nobody can read it: once it is mended there would be two.
  const added = await bad.ok('ownTemplates:save', { recordId: null, revision: 0, template: clone('Lost'), archived: false });
  expect(added.template.id).not.toBe(lost.template.id);
  expect((await bad.ok('notes:create', { clientId, templateId: added.template.id })).template).toEqual(added.template);
  await bad.ok('vault:lock', {});
  const mended = await startTestApp({ userData: app.userData });
  mended.pass(1_200_000);
  await mended.ok('vault:unlock', { passphrase: PASSPHRASE });
  const ids = (await mended.ok('ownTemplates:list', {})).templates.map(({ template }) => template.id);
  expect(new Set(ids).size).toBe(3);
});
