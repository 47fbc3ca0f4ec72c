// A note with every field of its template answered, and the words of it that must come back from its PDF. Answers are
// put in as the vault keeps them; the controls themselves are proved by the specs that press them.
import { LocalId } from '../shared/brand.ts';
import { LocalDate, LocalTime } from '../shared/dates.ts';
import type { FieldElement, FieldValue, NoteDocument, TableRow, TextFieldElement } from '../shared/notes/document.ts';
import { tableOf } from '../shared/notes/presetTables.ts';
import type { NoteTemplate, TemplateColumn, TemplateField } from '../shared/notes/template.ts';

const SENTENCES = [
  'At the bus stop after work, alone, with the pay in my pocket.', 'If I go home now I will call him.', 'Tired and tight in the chest', 'She called her sister and walked two stops.',
  'He described the week without hurry, laughed once, and asked for the next date himself.', 'Last month the same evening passed without use.', 'One evening is not every evening.', 'Slept badly, ate little',
];
const DAY = LocalDate.parse('2026-01-05');

/** A word that stands nowhere else, so that what is found is this field. */
const markOf = (at: number): string => `qz${at.toString(36)}x`;
const sentence = (at: number): string => SENTENCES[at % SENTENCES.length] ?? '';

function cellOf(column: TemplateColumn, at: number): TableRow['cells'][string] {
  if (column.kind === 'text') return `${sentence(at).split(' ').slice(0, 3).join(' ')} ${markOf(at)}`;
  if (column.kind === 'longText') return `${sentence(at)} ${markOf(at)}`;
  if (column.kind === 'date') return DAY;
  if (column.kind === 'choice') return column.options?.[at % column.options.length]?.id ?? null;
  return column.kind === 'percent' ? 40 + (at % 50) : at % 10;
}

function valueOf(field: TemplateField, at: number): FieldValue {
  const table = tableOf(field);
  if (table !== null) {
    const rows: TableRow[] = ['a', 'b', 'c'].slice(0, Math.min(3, Math.max(2, table.minRows), table.maxRows)).map((mark, index) => ({ id: LocalId.parse(mark.repeat(10)), cells: Object.fromEntries(table.columns.map((column, columnAt) => [column.id, cellOf(column, at * 60 + index * 20 + columnAt)])) }));
    return { kind: field.kind, value: rows } as FieldValue;
  }
  switch (field.kind) {
    case 'shortText': return { kind: 'shortText', value: `${sentence(at)} ${markOf(at)}` };
    case 'scale': return { kind: 'scale', value: at % 10 };
    case 'number': return { kind: 'number', value: Math.min(field.max, Math.max(field.min, 3)) };
    case 'choice': return { kind: 'choice', value: field.options[at % field.options.length]?.id ?? null };
    case 'multiChoice': return { kind: 'multiChoice', value: field.options.slice(0, 6).map(({ id }) => id) };
    case 'date': return { kind: 'date', value: DAY };
    case 'time': return { kind: 'time', value: LocalTime.parse('10:30') };
    case 'checklist': return { kind: 'checklist', value: Object.fromEntries(field.items.map(({ id }, index) => [id, field.states[(at + index) % field.states.length]?.id ?? ''])) };
    case 'instrumentScore': return { kind: 'instrumentScore', value: 4 };
    default: throw new TypeError(`no answer is known for a field of the kind ${field.kind}`);
  }
}

function elementOf(field: TemplateField, at: number): FieldElement | TextFieldElement {
  if (field.kind !== 'text') return { type: 'field', fieldId: field.id, field: valueOf(field, at), children: [{ text: '' }] };
  return { type: 'textField', fieldId: field.id, children: [{ type: 'paragraph', children: [{ text: `${sentence(at)} ${sentence(at + 3)} ${markOf(at)}` }] }] };
}

/** Every field answered, each with words of its own where it takes words. */
export function fullDocument(template: NoteTemplate): NoteDocument {
  let at = 0;
  return template.sections.map((section) => ({ type: 'section', sectionId: section.id, children: section.fields.map((field) => elementOf(field, (at += 1))) }));
}

function marksIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/\bqz[0-9a-z]+x\b/g)].map(([mark]) => mark);
}

/** What must be read in the PDF of `fullDocument`: headings, labels, the marks of all words and the labels of all choices. */
export function wordsOfFull(template: NoteTemplate, document: NoteDocument): string[] {
  const labels = template.sections.flatMap(({ title, fields }) => [title, ...fields.map(({ label }) => label)]);
  const columns = template.sections.flatMap(({ fields }) => fields).flatMap((field) => { const columns_ = tableOf(field)?.columns ?? []; return columns_.length > 1 ? columns_.map(({ label }) => label) : []; });
  const options = template.sections.flatMap(({ fields }) => fields).flatMap((field) => (field.kind === 'multiChoice' ? field.options.slice(0, 6) : field.kind === 'checklist' ? field.items : [])).map(({ label }) => label);
  return [...new Set([...labels, ...columns, ...options, ...marksIn(document)])];
}
