// Whether anything was written in a draft. Refuses to count what the app itself puts into a new note: the day, the
// start, the kind of service. Needs no template, so that heads and checks can ask it of every note.
import type { FieldElement, TextFieldElement } from './document.ts';
import { newNoteHeader } from './newNote.ts';
import { type Note, type NoteHeader, RISK_KINDS } from './note.ts';
import { textFieldText } from './plainText.ts';
import { rowsOf } from './presetTables.ts';
import { tookPlace } from './signing.ts';
import { typedOf } from './typedNumber.ts';

function isAnswered(element: FieldElement | TextFieldElement): boolean {
  if (element.type === 'textField') return textFieldText(element) !== '';
  const { field } = element;
  const rows = rowsOf(field);
  if (rows !== null) return rows.some(({ cells }) => Object.values(cells).some((cell) => typeof cell === 'number' || (cell ?? '').trim() !== ''));
  if (typedOf(field) !== '' || (field.kind === 'instrumentScore' && Object.keys(field.answers ?? {}).length > 0)) return true;
  const { value } = field;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return typeof value === 'string' ? value.trim() !== '' : value !== null;
}

function headerTouched(header: NoteHeader): boolean {
  const begun = newNoteHeader({ today: header.serviceDate, startTime: header.startTime, template: { serviceTypes: [header.serviceType] } });
  const words = [header.modalityReason, header.interpreter, header.noPlanLinkReason].some((text) => text.trim() !== '');
  return words || header.endTime !== null || header.breakMinutes !== begun.breakMinutes || header.modality !== begun.modality || header.place !== begun.place
    || header.participants.length + header.planLinks.length > 0 || header.nextAppointment !== null
    || RISK_KINDS.some((kind) => header.risk[kind].level !== begun.risk[kind].level || header.risk[kind].action.trim() !== '');
}

/**
 * True for a draft that was opened and left: no answer, no end of the session, nothing else set by a person. A visit
 * that did not happen is never blank: it can be signed as it stands.
 */
export function isBlankDraft({ status, header, document }: Pick<Note, 'status' | 'header' | 'document'>): boolean {
  return status === 'draft' && tookPlace(header) && !headerTouched(header) && !document.some(({ children }) => children.some(isAnswered));
}
