// Columns of a table of an own template: added, taken out, moved, changed. Refuses to change the kind or the id of a
// column: answers must stay comparable.
import { columnKindLabels } from '../text/en/templates.ts';
import { ownTemplatesText } from '../text/en/ownTemplates.ts';
import { optionsFromLines } from './newParts.ts';
import { changeField, keyFor, type TemplateEdit } from './ownTemplate.ts';
import type { NoteTemplate, TemplateColumn, TemplateField } from './template.ts';

const t = ownTemplatesText.editor;
export type TableField = Extract<TemplateField, { kind: 'table' }>;

/** Columns that one table may hold; the file check has the same limit. */
export const TABLE_MAX_COLUMNS = 12;
export const COLUMN_KINDS = ['text', 'longText', 'number', 'percent', 'scale', 'date', 'choice'] as const satisfies readonly TemplateColumn['kind'][];
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** An empty column under an id that is free in the table. */
export function newColumn(columns: readonly TemplateColumn[], kind: ColumnKind): TemplateColumn {
  const label = columnKindLabels[kind];
  const column = { id: keyFor(label, columns.map(({ id }) => id)), label, hint: '', kind };
  return kind === 'choice' ? { ...column, options: optionsFromLines(`${t.firstOption}\n${t.secondOption}`, []) } : column;
}

function withColumns(template: NoteTemplate, fieldId: string, change: (columns: readonly TemplateColumn[]) => TemplateColumn[] | TemplateEdit): TemplateEdit {
  const field = template.sections.flatMap(({ fields }) => fields).find(({ id }) => id === fieldId);
  if (field?.kind !== 'table') return { ok: false, refusal: 'fieldUnknown', facts: {} };
  const columns = change(field.columns);
  return Array.isArray(columns) ? changeField(template, { ...field, columns }) : columns;
}

/** A new column after the others. */
export function addColumn(template: NoteTemplate, fieldId: string, kind: ColumnKind): TemplateEdit {
  return withColumns(template, fieldId, (columns) => (columns.length >= TABLE_MAX_COLUMNS ? { ok: false, refusal: 'tooManyColumns', facts: { max: TABLE_MAX_COLUMNS } } : [...columns, newColumn(columns, kind)]));
}

/** Takes a column out. */
export function removeColumn(template: NoteTemplate, fieldId: string, columnId: string): TemplateEdit {
  return withColumns(template, fieldId, (columns) => (columns.length === 1 ? { ok: false, refusal: 'lastColumn', facts: {} } : columns.filter(({ id }) => id !== columnId)));
}

/** Puts a column at `index`, counted without it. */
export function moveColumn(template: NoteTemplate, fieldId: string, columnId: string, index: number): TemplateEdit {
  return withColumns(template, fieldId, (columns) => {
    const column = columns.find(({ id }) => id === columnId);
    if (column === undefined || index < 0 || index >= columns.length) return { ok: false, refusal: 'placeUnknown', facts: {} };
    return columns.filter(({ id }) => id !== columnId).toSpliced(index, 0, column);
  });
}

/** Another label, hint or other choices; id and kind stay. */
export function changeColumn(template: NoteTemplate, fieldId: string, next: TemplateColumn): TemplateEdit {
  if (next.label.trim() === '') return { ok: false, refusal: 'nameEmpty', facts: {} };
  return withColumns(template, fieldId, (columns) => columns.map((column) => (column.id === next.id ? { ...next, kind: column.kind } : column)));
}
