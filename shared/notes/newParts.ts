// A new section and a new field, as they begin on the screen of own templates. Refuses kinds that need more than a label.
import { ownTemplatesText } from '../text/en/ownTemplates.ts';
import { keyFor } from './ownTemplate.ts';
import type { NoteTemplate, TemplateField, TemplateOption, TemplateSection } from './template.ts';

const t = ownTemplatesText.editor;

/** Kinds that can be added by hand; the others come with the templates that ship. */
export const ADDABLE_KINDS = ['text', 'shortText', 'scale', 'number', 'choice', 'multiChoice', 'date', 'time', 'drugTest', 'medication', 'objectives', 'riskCheck'] as const satisfies readonly TemplateField['kind'][];
export type AddableKind = (typeof ADDABLE_KINDS)[number];

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

/** An empty field of a kind under an id that is free in the template. */
export function newField(template: NoteTemplate, kind: AddableKind): TemplateField {
  const common = { id: keyFor(t.newField, fieldIds(template)), label: t.newField, prompt: '', required: false };
  switch (kind) {
    case 'scale': return { ...common, kind, low: '', high: '' };
    case 'number': return { ...common, kind, unit: '', min: 0, max: 100, step: 1 };
    case 'choice':
    case 'multiChoice': return { ...common, kind, options: optionsFromLines(`${t.firstOption}\n${t.secondOption}`, []) };
    default: return { ...common, kind };
  }
}

/** A new section with one place for running text. */
export function newSection(template: NoteTemplate): TemplateSection {
  return { id: keyFor(t.newSection, template.sections.map(({ id }) => id)), title: t.newSection, help: '', fields: [newField(template, 'text')] };
}
