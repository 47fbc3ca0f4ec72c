// Own templates over a real vault: kept, offered, changed without touching notes, written out and read in with suspicion.
import { expect, it } from 'vitest';
import { templateById } from '../../shared/notes/loadTemplates.ts';
import { cloneTemplate, removeSection, renameSection } from '../../shared/notes/ownTemplate.ts';
import { exportTemplate } from '../../shared/notes/ownTemplateFile.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import { firstRun, PASSPHRASE, startTestApp, type TestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

function clone(title: string): NoteTemplate {
  const made = cloneTemplate(templateById('soap'), { title, shortTitle: title }, []);
  if (!made.ok) throw new Error(made.refusal);
  return made.template;
}

async function ready(): Promise<{ app: TestApp; clientId: never }> {
  const app = await startTestApp();
  await firstRun(app);
  const { value } = await app.ok('clients:create', { details: details() });
  return { app, clientId: value.id as never };
}

it('offers own templates, makes notes from them, and never changes a note by changing its template', async () => {
  const { app, clientId } = await ready();
  const first = await app.ok('ownTemplates:save', { recordId: null, revision: 0, template: clone('Morning check'), archived: false });
  expect(first).toMatchObject({ revision: 1, archived: false, template: { id: 'own_morning_check', version: 1 } });
  const second = await app.ok('ownTemplates:save', { recordId: null, revision: 0, template: clone('Morning check'), archived: false });
  expect(second.template.id).not.toBe(first.template.id);
  expect((await app.ok('templates:list', {})).filter(({ id }) => id.startsWith('own_'))).toHaveLength(2);
  const note = await app.ok('notes:create', { clientId, templateId: first.template.id });
  expect(note.template).toEqual(first.template);
  const [section] = first.template.sections;
  const renamed = renameSection(first.template, section?.id ?? '', { title: 'Told by the client', help: '' });
  const shorter = renamed.ok ? removeSection(renamed.template, renamed.template.sections.at(-1)?.id ?? '') : renamed;
  if (!shorter.ok) throw new Error(shorter.refusal);
  expect(await app.refusal('ownTemplates:save', { recordId: first.recordId, revision: 2, template: shorter.template, archived: false })).toBe('SAVE_CONFLICT');
  const next = await app.ok('ownTemplates:save', { recordId: first.recordId, revision: 1, template: shorter.template, archived: true });
  expect(next.template).toMatchObject({ id: first.template.id, version: 2 });
  await app.ok('vault:lock', {});
  await app.ok('vault:unlock', { passphrase: PASSPHRASE });
  expect((await app.ok('templates:list', {})).some(({ id }) => id === first.template.id)).toBe(false);
  expect(await app.refusal('notes:create', { clientId, templateId: first.template.id })).toBe('TEMPLATE_ARCHIVED');
  const again = await app.ok('notes:get', { noteId: note.value.id });
  expect(again.template).toEqual(first.template);
  expect(again.value.template).toMatchObject({ id: first.template.id, version: 1 });
  await app.ok('notes:saveDraft', { noteId: note.value.id, revision: again.revision, header: again.value.header, document: again.value.document });
  expect(await app.refusal('notes:create', { clientId, templateId: 'own_nobody' })).toBe('TEMPLATE_UNKNOWN');
});

it('writes a template out and reads it in as one of its own', async () => {
  const { app } = await ready();
  expect(await app.ok('ownTemplates:export', { templateId: 'soap' })).toEqual({ saved: true });
  expect(app.files[0]).toBe(exportTemplate(templateById('soap')));
  const { taken, copy, sentence } = await app.ok('ownTemplates:readFile', {});
  expect([sentence, copy]).toEqual([null, true]);
  expect(taken?.template).toMatchObject({ id: 'own_soap_note', version: 1, sections: templateById('soap').sections });
  expect(await app.ok('ownTemplates:readFile', {})).toEqual({ taken: null, copy: false, sentence: null });
  app.files.push(exportTemplate({ ...templateById('soap'), id: 'from_elsewhere', title: 'From elsewhere' }));
  expect(await app.ok('ownTemplates:readFile', {})).toMatchObject({ copy: false, taken: { template: { id: 'own_from_elsewhere' } } });
  app.files.push(exportTemplate({ ...templateById('soap'), id: 'own_from_elsewhere', title: 'From elsewhere' }));
  expect(await app.ok('ownTemplates:readFile', {})).toMatchObject({ copy: true, taken: { template: { id: 'own_from_elsewhere_2' } } });
});

it('refuses hostile files with one sentence each and changes nothing', async () => {
  const { app } = await ready();
  const soap = templateById('soap');
  const file = (template: unknown): string => JSON.stringify({ format: 'throughline-template', formatVersion: 1, template });
  const [section] = soap.sections;
  const field = section?.fields[0];
  const many = Array.from({ length: 10_000 }, (_none, index) => ({ ...field, id: `f${String(index)}` }));
  const hostile = [
    'not json', '{}', file({ ...soap, sections: [{ ...section, fields: [{ ...field, kind: 'hologram' }] }] }), file({ ...soap, sections: [section, section] }),
    file({ ...soap, sections: [{ ...section, fields: many }] }), file({ ...soap, sections: [{ use: 'soap' }] }), file({ ...soap, sections: [{ $ref: '#/template' }] }),
    '{"format":"throughline-template","formatVersion":1,"template":{"__proto__":{"x":1}}}', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'x'.repeat(1_000_001), file({ ...soap, serviceTypes: ['rocket'] }),
  ];
  const sentences = new Set<string>();
  for (const text of hostile) {
    app.files.push(text);
    const { taken, sentence } = await app.ok('ownTemplates:readFile', {});
    expect(taken, text.slice(0, 80)).toBeNull();
    expect(sentence, text.slice(0, 80)).toMatch(/[.]$/);
    sentences.add(sentence ?? '');
  }
  expect(sentences.size).toBeGreaterThan(6);
  expect(await app.ok('ownTemplates:list', {})).toEqual({ templates: [], unreadable: 0 });
  expect(await app.refusal('ownTemplates:save', { recordId: null, revision: 0, template: { ...soap, sections: [] }, archived: false })).toBe('BAD_REQUEST');
  expect(await app.refusal('ownTemplates:save', { recordId: null, revision: 0, template: { ...soap, serviceTypes: ['rocket'] }, archived: false })).toBe('TEMPLATE_INVALID');
});
