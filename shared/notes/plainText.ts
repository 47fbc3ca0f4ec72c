// A document as plain text, for reading, printing and counting. Refuses prompts: only answers appear.
import type { Block, FieldElement, NoteDocument, TableRow, TextFieldElement, TextRun } from './document.ts';
import { rowsOf, type TableTemplateField, tableOf } from './presetTables.ts';
import { scoreText, urgentText } from './scoreField.ts';
import type { NoteTemplate, TemplateField, TemplateOption } from './template.ts';
import { typedOf } from './typedNumber.ts';
import { withUnit } from './units.ts';

function runs(children: readonly TextRun[]): string {
  return children.map(({ text }) => text).join('');
}

function blockText(block: Block): string {
  if (block.type !== 'list') return runs(block.children);
  return block.children.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${runs(item.children)}`).join('\n');
}

/** The words of a text field, one block a line. */
export function textFieldText(element: TextFieldElement): string {
  return element.children.map(blockText).join('\n').trim();
}

function labelOf(options: readonly TemplateOption[] | undefined, id: string): string {
  return options?.find((option) => option.id === id)?.label ?? id;
}

/** The answer of a field in words; empty when it was not answered. */
export function answerText(element: FieldElement | TextFieldElement, field: TemplateField): string {
  if (element.type === 'textField') return textFieldText(element);
  const answer = element.field;
  switch (answer.kind) {
    case 'scale': return answer.value === null ? typedOf(answer) : `${answer.value} of 10`;
    case 'number': return answer.value === null ? typedOf(answer) : withUnit(answer.value, field.kind === 'number' ? field.unit : '');
    case 'shortText': return answer.value.trim();
    case 'choice': return answer.value === null ? '' : labelOf('options' in field ? field.options : undefined, answer.value);
    case 'multiChoice': return answer.value.map((id) => labelOf('options' in field ? field.options : undefined, id)).join(', ');
    case 'date':
    case 'time': return answer.value ?? '';
    case 'checklist': return field.kind === 'checklist' ? checklistText(answer.value, field) : '';
    case 'instrumentScore': return scoreAnswerText(answer, field.kind === 'instrumentScore' ? field.instrument : '');
    default: return tableText(answer.value, tableOf(field));
  }
}

function scoreAnswerText(answer: Extract<FieldElement['field'], { kind: 'instrumentScore' }>, instrument: string): string {
  const total = answer.value === null ? typedOf(answer) : scoreText(instrument, answer.value);
  return [...(total === '' ? [] : [total]), ...urgentText(instrument, answer.answers ?? {})].join('; ');
}

function checklistText(value: Readonly<Record<string, string>>, field: Extract<TemplateField, { kind: 'checklist' }>): string {
  const known = field.items.filter(({ id }) => value[id] !== undefined).map(({ id, label }) => `${label}: ${labelOf(field.states, value[id] ?? '')}`);
  return known.join('; ');
}

function tableText(value: readonly TableRow[], field: TableTemplateField | null): string {
  const rows = value.map((row) => (field?.columns ?? []).flatMap((column) => {
    const cell = row.cells[column.id];
    if (cell === undefined || cell === null || cell === '') return [];
    const shown = column.kind === 'choice' && typeof cell === 'string' ? labelOf(column.options, cell) : `${cell}${column.kind === 'percent' && typeof cell === 'number' ? '%' : ''}`;
    return [`${column.label}: ${shown}`];
  }));
  return rows.filter((cells) => cells.length > 0).map((cells, index) => `${index + 1}) ${cells.join('; ')}`).join('\n');
}

/** True when nothing was answered. */
export function isEmptyAnswer(element: FieldElement | TextFieldElement, field: TemplateField): boolean {
  return answerText(element, field).trim() === '';
}

/** Sections with answers, as headed text. Unanswered fields and sections are left out. */
export function documentText(document: NoteDocument, template: NoteTemplate): string {
  const parts: string[] = [];
  for (const section of template.sections) {
    const element = document.find(({ sectionId }) => sectionId === section.id);
    const lines = section.fields.flatMap((field) => {
      const answer = element?.children.find(({ fieldId }) => fieldId === field.id);
      const text = answer === undefined ? '' : answerText(answer, field).trim();
      if (text === '') return [];
      return [text.includes('\n') ? `${field.label}:\n${text}` : `${field.label}: ${text}`];
    });
    if (lines.length > 0) parts.push([section.title.toUpperCase(), ...lines].join('\n'));
  }
  return parts.join('\n\n');
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words in any script, also those that write no spaces. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) count += 1;
  return count;
}

/** What a person has written in one place: running text, a short answer, or the cells of a table. Empty for every other kind. */
export function writtenText(element: NoteDocument[number]['children'][number]): string {
  if (element.type === 'textField') return textFieldText(element);
  if (element.field.kind === 'shortText') return element.field.value;
  return (rowsOf(element.field) ?? []).flatMap((row) => Object.values(row.cells).filter((cell) => typeof cell === 'string')).join('\n');
}

/** All that a person has written in a document, without labels: for words whose template is not known. */
export function writtenWords(document: NoteDocument): string {
  return document.flatMap(({ children }) => children.map(writtenText)).filter((text) => text !== '').join('\n');
}

/** Words of the running text and short answers of a document. */
export function wordCount(document: NoteDocument): number {
  return countWords(writtenWords(document));
}
