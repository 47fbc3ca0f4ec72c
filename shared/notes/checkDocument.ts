// Checks a document against its template: every section and field there once, in order, with answers
// the template knows. Refuses anything else by code and never mends it.
import { LocalDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import { DOCUMENT_MAX_NODES, type FieldElement, type NoteDocument, type SectionElement, TEXT_RUN_MAX, type TextFieldElement } from './document.ts';
import { checkDepth } from './measureDepth.ts';
import { rowsOf, tableOf } from './presetTables.ts';
import { scoreRange, urgentItems } from './scoreField.ts';
import type { NoteTemplate, TemplateColumn, TemplateField, TemplateOption, TemplateSection } from './template.ts';
import { columnRule, readTyped, TYPED_MAX, typedOf } from './typedNumber.ts';

export { checkDepth, measureDepth } from './measureDepth.ts';

export type CheckOptions = {
  /** True lets answers stand that the template no longer offers; places and kinds must fit either way. */
  readonly allowUnknown: boolean;
};

/**
 * Throws NOTE_TOO_DEEP, TEXT_TOO_LONG, or BAD_REQUEST with the section or field in `facts.at` when the
 * document is not one of this template.
 */
export function checkDocument(document: NoteDocument, template: NoteTemplate, options: CheckOptions = { allowUnknown: false }): void {
  checkDepth(document);
  checkSize(document);
  if (document.length !== template.sections.length) throw misfit('sections');
  for (const [index, section] of template.sections.entries()) checkSection(document[index], section, options);
}

function misfit(at: string): AppError {
  return new AppError('BAD_REQUEST', { at });
}

/** Text nodes and elements of a document, field elements and their rows included. */
export function countNodes(document: NoteDocument): number {
  return measure(document).nodes;
}

function measure(document: NoteDocument): { nodes: number; characters: number } {
  let nodes = 0;
  let characters = 0;
  const waiting: unknown[] = [...document];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes += 1;
    if (typeof node !== 'object' || node === null) continue;
    if ('text' in node && typeof node.text === 'string') characters += node.text.length;
    if ('field' in node) nodes += rowCount(node.field);
    if ('children' in node && Array.isArray(node.children)) waiting.push(...node.children);
  }
  return { nodes, characters };
}

function rowCount(field: unknown): number {
  return typeof field === 'object' && field !== null && 'value' in field && Array.isArray(field.value) ? field.value.length : 0;
}

function checkSize(document: NoteDocument): void {
  const { nodes, characters } = measure(document);
  if (nodes > DOCUMENT_MAX_NODES || characters > TEXT_RUN_MAX * 2) throw new AppError('TEXT_TOO_LONG');
}

function checkSection(element: SectionElement | undefined, section: TemplateSection, options: CheckOptions): void {
  if (element === undefined || element.sectionId !== section.id || element.children.length !== section.fields.length) throw misfit(section.id);
  for (const [index, field] of section.fields.entries()) checkField(element.children[index], field, options);
}

function checkField(element: FieldElement | TextFieldElement | undefined, field: TemplateField, options: CheckOptions): void {
  if (element === undefined || element.fieldId !== field.id) throw misfit(field.id);
  if (element.type === 'textField') {
    if (field.kind !== 'text') throw misfit(field.id);
  } else if (field.kind === 'text' || !answerFits(element, field, options.allowUnknown)) throw misfit(field.id);
}

function offers(options: readonly TemplateOption[], id: string): boolean {
  return options.some((option) => option.id === id);
}

/** True when the answer of a field is one that the template knows; `lenient` lets unknown options stand. */
export function answerFits({ field: answer }: FieldElement, field: Exclude<TemplateField, { kind: 'text' }>, lenient: boolean): boolean {
  if (answer.kind !== field.kind) return false;
  // A number and the text that was not understood cannot both be the answer.
  if (typedOf(answer) !== '' && answer.value !== null) return false;
  switch (field.kind) {
    case 'choice': return answer.kind === 'choice' && (answer.value === null || lenient || offers(field.options, answer.value));
    case 'multiChoice': return answer.kind === 'multiChoice' && new Set(answer.value).size === answer.value.length && (lenient || answer.value.every((id) => offers(field.options, id)));
    case 'number': return answer.kind === 'number' && (answer.value === null || (answer.value >= field.min && answer.value <= field.max));
    case 'checklist': return answer.kind === 'checklist' && (lenient || Object.entries(answer.value).every(([item, state]) => offers(field.items, item) && offers(field.states, state)));
    case 'instrumentScore': return answer.kind === 'instrumentScore' && (answer.value === null || scoreFits(answer.value, field.instrument)) && urgentFit(answer.answers ?? {}, field.instrument);
    default: return tableFits(answer, field, lenient);
  }
}

function urgentFit(answers: Readonly<Record<string, number>>, instrument: string): boolean {
  const asked = urgentItems(instrument);
  return Object.entries(answers).every(([id, score]) => asked.some((item) => item.id === id && item.options.some((option) => option.score === score)));
}

function scoreFits(value: number, instrument: string): boolean {
  const range = scoreRange(instrument);
  return Number.isFinite(value) && (range === null || (value >= range.min && value <= range.max));
}

// Kinds that are no table have nothing more to check than their kind.
function tableFits(answer: FieldElement['field'], field: TemplateField, lenient: boolean): boolean {
  const table = tableOf(field);
  const rows = rowsOf(answer);
  if (table === null || rows === null) return table === null && rows === null;
  const columns = new Map(table.columns.map((column) => [column.id, column]));
  const ids = new Set(rows.map((row) => row.id));
  if (ids.size !== rows.length || rows.length > table.maxRows) return false;
  return rows.every((row) => Object.entries(row.cells).every(([id, cell]) => {
    const column = columns.get(id);
    return column === undefined ? lenient : cellFits(column, cell, lenient);
  }));
}

// Text stands in a column of numbers only as what was typed and not understood.
function keptText(column: TemplateColumn, cell: string): boolean {
  const rule = columnRule(column);
  return rule !== null && cell.length <= TYPED_MAX && readTyped(cell, rule).kind === 'kept';
}

function cellFits(column: TemplateColumn, cell: string | number | null, lenient: boolean): boolean {
  if (cell === null) return true;
  switch (column.kind) {
    case 'text':
    case 'longText': return typeof cell === 'string';
    case 'percent': return typeof cell === 'number' ? cell >= 0 && cell <= 100 : keptText(column, cell);
    case 'scale': return typeof cell === 'number' ? Number.isInteger(cell) && cell >= 0 && cell <= 10 : keptText(column, cell);
    case 'number': return typeof cell === 'number' ? Number.isFinite(cell) : keptText(column, cell);
    case 'date': return typeof cell === 'string' && (cell === '' || LocalDate.safeParse(cell).success);
    case 'choice': return typeof cell === 'string' && (cell === '' || lenient || offers(column.options ?? [], cell));
  }
}
