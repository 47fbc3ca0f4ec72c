// How far each part of a note is: empty, begun, filled. Refuses to know what signing asks for: it
// reads that from the same list that the person sees.
import type { NoteDocument } from './document.ts';
import { type NoteHeader, RISK_KINDS } from './note.ts';
import { openBlanks } from './openBlanks.ts';
import { isEmptyAnswer } from './plainText.ts';
import type { SignProblem } from './signing.ts';
import type { NoteTemplate } from './template.ts';

export type SectionState = 'empty' | 'partly' | 'filled';

/** The state of each section by id: filled only when something stands there, nothing in it blocks signing and no blank of a phrase is open. */
export function sectionStates(document: NoteDocument, template: NoteTemplate, blocking: readonly SignProblem[]): Map<string, SectionState> {
  const open = new Set([...blocking.flatMap(({ where }) => (where.kind === 'field' ? [where.fieldId] : [])), ...openBlanks(document).map(({ fieldId }) => fieldId)]);
  const answers = new Map(document.flatMap(({ children }) => children.map((element) => [element.fieldId, element])));
  return new Map(template.sections.map(({ id, fields }) => {
    const begun = fields.some((field) => {
      const answer = answers.get(field.id);
      return answer !== undefined && !isEmptyAnswer(answer, field);
    });
    const state = fields.some((field) => open.has(field.id)) ? 'partly' : 'filled';
    return [id, begun ? state : 'empty'];
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
