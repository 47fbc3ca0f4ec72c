// The practice's own templates: clone one, then add, remove, move and rename its parts. Each change
// gives a new template. Refuses to touch notes: each carries the version it was made from.
import { canonicalJson } from './signing.ts';
import { fieldIsContradictory, TEMPLATE_MAX_FIELDS, TEMPLATE_MAX_SECTIONS } from './ownTemplateCheck.ts';
import { withDecimals } from './decimals.ts';
import { brokenCondition, conditionsAfter } from './requiredIf.ts';
import { takeHomePlanOf } from './takeHome.ts';
import { NoteTemplate, TemplateField, TemplateSection } from './template.ts';

export type TemplateRefusal = 'sectionUnknown' | 'fieldUnknown' | 'placeUnknown' | 'lastSection' | 'lastField' | 'noText' | 'nameEmpty' | 'nameLong' | 'idTaken' | 'tooManySections' | 'tooManyFields' | 'tooManyColumns' | 'lastColumn' | 'rangeEmpty' | 'decimals' | 'condition' | 'notValid';
export type TemplateEdit =
  | { readonly ok: true; readonly template: NoteTemplate }
  | { readonly ok: false; readonly refusal: TemplateRefusal; readonly facts: Readonly<Record<string, string | number>> };

const refuse = (refusal: TemplateRefusal, facts: Readonly<Record<string, string | number>> = {}): TemplateEdit => ({ ok: false, refusal, facts });
const done = (template: NoteTemplate): TemplateEdit => ({ ok: true, template });
const fieldsOf = (template: NoteTemplate): TemplateField[] => template.sections.flatMap(({ fields }) => fields);
const hasText = (sections: readonly TemplateSection[]): boolean => sections.some(({ fields }) => fields.some(({ kind }) => kind === 'text'));

const NAME_MAX = { title: 120, shortTitle: 40, section: 120, field: 160 } as const;

function nameFault(name: string, max: number): TemplateEdit | null {
  if (name.trim() === '') return refuse('nameEmpty');
  return name.length > max ? refuse('nameLong', { max }) : null;
}

/** An id made of a label that is not among those taken; stable for the same label. At most 40 characters. */
export function keyFor(label: string, taken: Iterable<string>): string {
  const used = new Set([...taken, 'constructor', 'prototype']);
  const plain = label.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^[_0-9]+|_+$/g, '').slice(0, 34) || 'item';
  if (!used.has(plain)) return plain;
  for (let count = 2; ; count += 1) if (!used.has(`${plain}_${count}`)) return `${plain}_${count}`;
}

/** A copy under its own name, version 1, to be changed. `takenIds` are the ids of all templates there are. */
export function cloneTemplate(template: NoteTemplate, name: { readonly title: string; readonly shortTitle: string }, takenIds: Iterable<string>): TemplateEdit {
  const fault = nameFault(name.title, NAME_MAX.title) ?? nameFault(name.shortTitle, NAME_MAX.shortTitle);
  if (fault !== null) return fault;
  const takeHome = takeHomePlanOf(template);
  return checked({ ...template, ...(takeHome === null ? {} : { takeHome }), id: keyFor(`own ${name.title}`, takenIds), version: 1, title: name.title.trim(), shortTitle: name.shortTitle.trim(), source: `Own template, from ${template.title} ${template.version}`.slice(0, 200) });
}

// Every change ends here, so that no way of editing can make a template that would not open.
function checked(template: NoteTemplate): TemplateEdit {
  if (!hasText(template.sections)) return refuse('noText');
  if (template.sections.length > TEMPLATE_MAX_SECTIONS) return refuse('tooManySections', { max: TEMPLATE_MAX_SECTIONS });
  if (fieldsOf(template).length > TEMPLATE_MAX_FIELDS) return refuse('tooManyFields', { max: TEMPLATE_MAX_FIELDS });
  const broken = brokenCondition(template);
  if (broken !== undefined) return refuse('condition', { at: broken.label });
  const parsed = NoteTemplate.safeParse(template);
  return parsed.success ? done(parsed.data) : refuse('notValid', { at: template.title });
}

/** Names the template itself anew. */
export function renameTemplate(template: NoteTemplate, name: { readonly title: string; readonly shortTitle: string }): TemplateEdit {
  return nameFault(name.title, NAME_MAX.title) ?? nameFault(name.shortTitle, NAME_MAX.shortTitle) ?? checked({ ...template, title: name.title.trim(), shortTitle: name.shortTitle.trim() });
}

function inserted<T>(list: readonly T[], item: T, index: number): T[] {
  return [...list.slice(0, index), item, ...list.slice(index)];
}

/** A new section with its first fields, before `index`. */
export function addSection(template: NoteTemplate, section: TemplateSection, index: number): TemplateEdit {
  if (template.sections.some(({ id }) => id === section.id)) return refuse('idTaken');
  const ids = new Set(fieldsOf(template).map(({ id }) => id));
  if (section.fields.some(({ id }) => ids.has(id))) return refuse('idTaken');
  const fault = nameFault(section.title, NAME_MAX.section) ?? section.fields.map(fieldFault).find((found) => found !== null) ?? null;
  if (fault !== null) return fault;
  if (index < 0 || index > template.sections.length) return refuse('placeUnknown');
  return checked({ ...template, sections: inserted(template.sections, section, index) });
}

/** Takes a section out with its fields. */
export function removeSection(template: NoteTemplate, sectionId: string): TemplateEdit {
  const sections = template.sections.filter(({ id }) => id !== sectionId);
  if (sections.length === template.sections.length) return refuse('sectionUnknown');
  return sections.length === 0 ? refuse('lastSection') : checked({ ...template, sections });
}

/** Puts a section at `index`, counted without it. */
export function moveSection(template: NoteTemplate, sectionId: string, index: number): TemplateEdit {
  const section = template.sections.find(({ id }) => id === sectionId);
  if (section === undefined) return refuse('sectionUnknown');
  if (index < 0 || index >= template.sections.length) return refuse('placeUnknown');
  return checked({ ...template, sections: inserted(template.sections.filter(({ id }) => id !== sectionId), section, index) });
}

function withSection(template: NoteTemplate, sectionId: string, change: (section: TemplateSection) => TemplateSection | TemplateEdit): TemplateEdit {
  const section = template.sections.find(({ id }) => id === sectionId);
  if (section === undefined) return refuse('sectionUnknown');
  const next = change(section);
  return 'ok' in next ? next : checked({ ...template, sections: template.sections.map((other) => (other.id === sectionId ? next : other)) });
}

/** Names a section anew; its id stays. */
export function renameSection(template: NoteTemplate, sectionId: string, name: { readonly title: string; readonly help: string }): TemplateEdit {
  return withSection(template, sectionId, (section) => nameFault(name.title, NAME_MAX.section) ?? { ...section, title: name.title.trim(), help: name.help.trim() });
}

function fieldFault(field: TemplateField): TemplateEdit | null {
  const named = nameFault(field.label, NAME_MAX.field);
  if (named !== null) return named;
  if (field.kind === 'number' && field.min >= field.max) return refuse('rangeEmpty');
  const parsed = TemplateField.safeParse(field);
  return parsed.success && !fieldIsContradictory(parsed.data) ? null : refuse('notValid', { at: field.label });
}

/** A new field in a section, before `index`. */
export function addField(template: NoteTemplate, sectionId: string, field: TemplateField, index: number): TemplateEdit {
  if (fieldsOf(template).some(({ id }) => id === field.id)) return refuse('idTaken');
  return withSection(template, sectionId, (section) => {
    if (index < 0 || index > section.fields.length) return refuse('placeUnknown');
    return fieldFault(field) ?? { ...section, fields: inserted(section.fields, field, index) };
  });
}

function sectionOf(template: NoteTemplate, fieldId: string): TemplateSection | undefined {
  return template.sections.find(({ fields }) => fields.some(({ id }) => id === fieldId));
}

/** Takes a field out. */
export function removeField(template: NoteTemplate, fieldId: string): TemplateEdit {
  const home = sectionOf(template, fieldId);
  if (home === undefined) return refuse('fieldUnknown');
  return withSection(template, home.id, (section) => (section.fields.length === 1 ? refuse('lastField') : { ...section, fields: section.fields.filter(({ id }) => id !== fieldId) }));
}

/** Puts a field at `index` of a section, counted without it. */
export function moveField(template: NoteTemplate, fieldId: string, sectionId: string, index: number): TemplateEdit {
  const home = sectionOf(template, fieldId);
  const field = home?.fields.find(({ id }) => id === fieldId);
  if (home === undefined || field === undefined) return refuse('fieldUnknown');
  if (home.id !== sectionId && home.fields.length === 1) return refuse('lastField');
  const without = { ...template, sections: template.sections.map((section) => ({ ...section, fields: section.fields.filter(({ id }) => id !== fieldId) })) };
  return withSection(without, sectionId, (section) => (index < 0 || index > section.fields.length ? refuse('placeUnknown') : { ...section, fields: inserted(section.fields, field, index) }));
}

/** Gives a field another label, prompt, required mark or other options; its id and kind stay, so that answers can be compared across versions. */
export function changeField(template: NoteTemplate, field: TemplateField): TemplateEdit {
  const home = sectionOf(template, field.id);
  const old = home?.fields.find(({ id }) => id === field.id);
  if (home === undefined || old === undefined) return refuse('fieldUnknown');
  if (old.kind !== field.kind) return refuse('notValid', { at: field.label });
  const fault = fieldFault(field);
  if (fault !== null) return fault;
  const changed = template.sections.map((section) => ({ ...section, fields: section.fields.map((other) => (other.id === field.id ? field : other)) }));
  return checked({ ...template, sections: changed.map((section) => ({ ...section, fields: conditionsAfter(section.fields, old, field) })) });
}

/** Lets a number field have so many decimals. */
export function changeDecimals(template: NoteTemplate, field: Extract<TemplateField, { kind: 'number' }>, decimals: number): TemplateEdit {
  const changed = withDecimals(field, decimals);
  return changed === null ? refuse('decimals', { at: field.label }) : changeField(template, changed);
}

/** The template to save: one version higher when it differs from the one saved, else the saved one itself. */
export function nextVersion(edited: NoteTemplate, saved: NoteTemplate): NoteTemplate {
  const same = canonicalJson({ ...edited, version: 0 }) === canonicalJson({ ...saved, version: 0 });
  return same ? saved : { ...edited, id: saved.id, version: saved.version + 1 };
}

/** Fields that a service note is usually asked for (CLINICAL D.0) and this template has no required place for, by id. */
export function missingForService(template: NoteTemplate): string[] {
  const required = new Set(fieldsOf(template).filter((field) => field.required).map(({ id }) => id));
  return ['interventions_used', 'interventions_notes', 'client_response', 'progress_notes', 'next_steps'].filter((id) => !required.has(id));
}
