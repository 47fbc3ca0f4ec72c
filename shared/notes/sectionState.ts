// How far each part of a note is: empty, begun, begun with something missing, filled. Refuses to know what signing asks
// for: it reads that from the same list that the person sees.
import type { NoteDocument } from './document.ts';
import { type NoteHeader, RISK_KINDS } from './note.ts';
import { openBlanks } from './openBlanks.ts';
import { isEmptyAnswer } from './plainText.ts';
import { rowsOf, tableOf } from './presetTables.ts';
import { isRequired } from './requiredIf.ts';
import type { SignProblem } from './signing.ts';
import type { NoteTemplate, TemplateField } from './template.ts';

/** `begun`: something stands there, and nothing of it is needed for signing. `partly`: something that is needed is missing. */
export type SectionState = 'empty' | 'begun' | 'partly' | 'filled';

type Answer = NoteDocument[number]['children'][number];

/** Whether a field is answered to the end: a checklist at every point, a table in every cell of the rows that were begun. */
function isWhole(answer: Answer | undefined, field: TemplateField): boolean {
  if (answer === undefined || isEmptyAnswer(answer, field)) return false;
  if (answer.type === 'textField') return true;
  if (answer.field.kind === 'checklist' && field.kind === 'checklist') {
    const { value } = answer.field;
    return field.items.every(({ id }) => value[id] !== undefined);
  }
  const table = tableOf(field);
  const isBlank = (cell: string | number | null | undefined): boolean => cell === null || cell === undefined || cell === '';
  return table === null || rowsOf(answer.field)?.every(({ cells }) => Object.values(cells).every(isBlank) || table.columns.every(({ id }) => !isBlank(cells[id]))) !== false;
}

/**
 * The state of each section by id: filled only when nothing in it blocks signing, no blank of a phrase is open, and what is
 * needed for signing is answered; where nothing is needed, when all of it is.
 */
export function sectionStates(document: NoteDocument, template: NoteTemplate, blocking: readonly SignProblem[]): Map<string, SectionState> {
  const open = new Set([...blocking.flatMap(({ where }) => (where.kind === 'field' ? [where.fieldId] : [])), ...openBlanks(document).map(({ fieldId }) => fieldId)]);
  const answers = new Map(document.flatMap(({ children }) => children.map((element) => [element.fieldId, element])));
  return new Map(template.sections.map(({ id, fields }) => {
    const begun = fields.some((field) => {
      const answer = answers.get(field.id);
      return answer !== undefined && !isEmptyAnswer(answer, field);
    });
    if (!begun) return [id, 'empty'];
    if (fields.some((field) => open.has(field.id))) return [id, 'partly'];
    return [id, fields.some((field) => isRequired(field, answers)) || fields.every((field) => isWhole(answers.get(field.id), field)) ? 'filled' : 'begun'];
  }));
}

/** The state of the times above a note. */
export function timesState(header: NoteHeader, blocking: readonly SignProblem[]): SectionState {
  const open = blocking.some(({ where }) => where.kind === 'header' && where.part !== 'risk');
  if (!open) return 'filled';
  return header.startTime === null && header.endTime === null ? 'empty' : 'partly';
}

/** The state of the risk check: filled when each question was asked and nothing is left to say. */
export function riskState(header: NoteHeader, blocking: readonly SignProblem[]): SectionState {
  const asked = RISK_KINDS.filter((kind) => header.risk[kind].level !== 'not_asked').length;
  if (asked === 0) return 'empty';
  return asked === RISK_KINDS.length && !blocking.some(({ where }) => where.kind === 'header' && where.part === 'risk') ? 'filled' : 'partly';
}
