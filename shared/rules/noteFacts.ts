// What a note's answers say to the rule checks: craving, suicidal thoughts, item 9 of the PHQ-9. Refuses
// words: only figures and choices go on.
import { isBlankDraft } from '../notes/blankDraft.ts';
import type { NoteDocument } from '../notes/document.ts';
import { type Note, RISK_LEVELS } from '../notes/note.ts';

type Risk = (typeof RISK_LEVELS)[number];
type Written = Pick<Note, 'status' | 'header' | 'document'>;

/** The craving figure of a note, 0 to 10. */
// Templates name the field alike, so that a check-in of any kind counts.
export function cravingNow(document: NoteDocument): number | null {
  for (const element of document.flatMap(({ children }) => children)) {
    if (element.type === 'field' && (element.fieldId === 'craving_now' || element.fieldId === 'craving') && (element.field.kind === 'scale' || element.field.kind === 'number')) {
      const { value } = element.field;
      if (value !== null && Number.isInteger(value) && value >= 0 && value <= 10) return value;
    }
  }
  return null;
}

const ANSWERS: Readonly<Record<string, Risk>> = { no: 'none', passive: 'low', active: 'moderate', plan: 'high' };

/** What was asked about suicidal thoughts. */
// Some templates ask in the note itself; the graver of both answers counts.
export function suicideLevel({ document, header }: Pick<Note, 'header' | 'document'>): Risk {
  const asked = document.flatMap(({ children }) => children).map((element) => (element.type === 'field' && element.fieldId === 'suicidal_thoughts' && element.field.kind === 'choice' ? ANSWERS[element.field.value ?? ''] ?? 'not_asked' : 'not_asked'));
  return RISK_LEVELS.findLast((level) => level === header.risk.suicide.level || asked.includes(level)) ?? 'not_asked';
}

/** Item 9 of a PHQ-9 whose score stands in the note; null where it was not asked there. */
export function phqItem9(document: NoteDocument): number | null {
  const given = document.flatMap(({ children }) => children).flatMap((element) => (element.type === 'field' && element.field.kind === 'instrumentScore' ? element.field.answers?.['9'] ?? [] : []));
  return given.length === 0 ? null : Math.max(...given);
}

/** Equal as long as nothing in the note has changed that the checks, or the client's card, are made from. */
export function noteFactsKey({ status, header, document }: Written): string {
  const { serviceDate, startTime, endTime, breakMinutes, serviceType, planLinks, noPlanLinkReason } = header;
  return JSON.stringify([serviceDate, startTime, endTime, breakMinutes, serviceType, planLinks.length, noPlanLinkReason.trim() === '', suicideLevel({ header, document }), cravingNow(document), phqItem9(document), isBlankDraft({ status, header, document })]);
}
