// A new section and a new field, as they begin on the screen of own templates. Refuses to begin with one that would not open.
import { AppError } from '../errors.ts';
import type { Instrument } from '../measures/instrument.ts';
import { loadInstruments } from '../measures/loadInstruments.ts';
import { ownTemplatesText } from '../text/en/ownTemplates.ts';
import { columnKindLabels } from '../text/en/templates.ts';
import { keyFor } from './ownTemplate.ts';
import type { NoteTemplate, TemplateColumn, TemplateField, TemplateOption, TemplateSection } from './template.ts';

const t = ownTemplatesText.editor;

/** Kinds of field in the order in which they are offered. */
export const ADDABLE_KINDS = ['text', 'shortText', 'scale', 'number', 'choice', 'multiChoice', 'checklist', 'table', 'date', 'time', 'instrumentScore', 'drugTest', 'medication', 'objectives', 'riskCheck'] as const satisfies readonly TemplateField['kind'][];
export type AddableKind = (typeof ADDABLE_KINDS)[number];

/** Measures whose total a field can hold. */
export function scoredInstruments(): readonly Instrument[] {
  return loadInstruments().filter(({ total }) => total !== null);
}

function fieldIds(template: NoteTemplate): string[] {
  return template.sections.flatMap(({ fields }) => fields.map(({ id }) => id));
}

/** Choices from lines; an option whose label stays keeps its id, so that answers can be compared across versions. */
export function optionsFromLines(lines: string, before: readonly TemplateOption[]): TemplateOption[] {
  const options: TemplateOption[] = [];
  for (const label of lines.split('\n').map((line) => line.trim()).filter((line) => line !== '')) {
    const known = before.find((option) => option.label === label && !options.some(({ id }) => id === option.id));
    options.push({ id: known?.id ?? keyFor(label, [...before, ...options].map(({ id }) => id)), label });
  }
  return options;
}

/** An empty field of a kind under an id that is free in the template. `instrument`: whose total it holds, where it is a score. */
export function newField(template: NoteTemplate, kind: AddableKind, instrument = scoredInstruments()[0]): TemplateField {
  const common = { id: keyFor(t.newField, fieldIds(template)), label: t.newField, prompt: '', required: false };
  switch (kind) {
    case 'scale': return { ...common, kind, low: '', high: '' };
    case 'number': return { ...common, kind, unit: '', min: 0, max: 100, step: 1 };
    case 'choice':
    case 'multiChoice': return { ...common, kind, options: optionsFromLines(`${t.firstOption}\n${t.secondOption}`, []) };
    case 'checklist': return { ...common, kind, items: optionsFromLines(`${t.firstItem}\n${t.secondItem}`, []), states: optionsFromLines(`${t.yes}\n${t.no}`, []) };
    case 'table': return { ...common, kind, columns: [{ id: 'text', label: columnKindLabels.text, hint: '', kind: 'text' }], minRows: 1, maxRows: 10, rowLabel: t.row };
    case 'instrumentScore': {
      if (instrument === undefined) throw new AppError('NOT_FOUND', { why: 'instrument' });
      return { ...common, label: t.scoreLabel(instrument.shortTitle), kind, instrument: instrument.id };
    }
    default: return { ...common, kind };
  }
}

/** A new section with one place for running text. */
export function newSection(template: NoteTemplate): TemplateSection {
  return { id: keyFor(t.newSection, template.sections.map(({ id }) => id)), title: t.newSection, help: '', fields: [newField(template, 'text')] };
}

const PLACEHOLDERS: ReadonlySet<string> = new Set([t.newField, t.newSection, t.firstOption, t.secondOption, t.firstItem, t.secondItem]);

/** Kinds whose own words may well be meant as the heading of a column. */
const NAMING_KINDS: readonly TemplateColumn['kind'][] = ['date', 'percent', 'number'];

function unnamedIn(field: TemplateField): string[] {
  const columns = field.kind === 'table' ? field.columns : [];
  const options = 'options' in field ? field.options : field.kind === 'checklist' ? field.items : columns.flatMap(({ options: own = [] }) => own);
  return [
    ...columns.filter(({ kind, label }) => label === columnKindLabels[kind] && !NAMING_KINDS.includes(kind)),
    ...options.filter(({ label }) => PLACEHOLDERS.has(label)),
  ].map(({ label }) => t.placeIn(label, field.label));
}

/** Sections, fields, columns and choices that still have the name they were put in with, each with the part that holds it. */
export function stillNamed(template: NoteTemplate): string[] {
  return template.sections.flatMap(({ title, fields }) => [
    ...(PLACEHOLDERS.has(title) ? [t.place(title)] : []),
    ...fields.flatMap((field) => [...(PLACEHOLDERS.has(field.label) ? [t.placeIn(field.label, title)] : []), ...unnamedIn(field)]),
  ]);
}

/** Another range for a number field. Its step becomes no longer than the range, or it could not be kept. */
export function withRange(field: Extract<TemplateField, { kind: 'number' }>, range: { readonly min: number; readonly max: number }): TemplateField {
  return { ...field, ...range, step: range.max > range.min ? Math.min(field.step, range.max - range.min) : field.step };
}
