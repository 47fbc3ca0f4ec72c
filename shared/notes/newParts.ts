// A new section and a new field, as they begin on the screen of own templates. Refuses to begin with one that would not open.
import { AppError } from '../errors.ts';
import type { Instrument } from '../measures/instrument.ts';
import { loadInstruments } from '../measures/loadInstruments.ts';
import { ownTemplatesText } from '../text/en/ownTemplates.ts';
import { columnKindLabels } from '../text/en/templates.ts';
import { keyFor } from './ownTemplate.ts';
import type { NoteTemplate, TemplateField, TemplateOption, TemplateSection } from './template.ts';

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
