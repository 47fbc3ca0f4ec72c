// A score that stands in a session note, as a point of the ruler it was asked on. Refuses a figure of any other
// question: the field, its kind and the words at both ends must be those of the ruler.
import { z } from 'zod';
import { NoteId } from '../brand.ts';
import { LocalDate, LocalTime } from '../dates.ts';
import type { Note } from '../notes/note.ts';
import type { NoteTemplate, TemplateField } from '../notes/template.ts';
import type { Instrument } from './instrument.ts';

/** Derived from the note each time, stored nowhere else. */
export const NoteScore = z.strictObject({ noteId: NoteId, title: z.string(), date: LocalDate, time: LocalTime.nullable(), value: z.number().int().min(0).max(10), signed: z.boolean() });
export type NoteScore = z.infer<typeof NoteScore>;

/** The instrument whose ruler notes carry as well. */
export const NOTE_RULER = 'CRAVING';
const FIELD = 'craving_now';

/** True for a field that is the first question of this ruler: from 0 to 10, with the same words at both ends. */
export function isSameRuler(field: TemplateField, { items }: Pick<Instrument, 'items'>): boolean {
  const answer = items[0]?.answer;
  return field.id === FIELD && field.kind === 'scale' && answer?.kind === 'scale' && answer.min === 0 && answer.max === 10 && field.low === answer.low && field.high === answer.high;
}

/** The craving of one note; null where it was not asked on this ruler or not answered. `template` is the one the note was made from. */
export function noteScore({ id, status, header, document }: Pick<Note, 'id' | 'status' | 'header' | 'document'>, template: NoteTemplate, ruler: Pick<Instrument, 'items'>): NoteScore | null {
  const field = template.sections.flatMap(({ fields }) => fields).find((one) => isSameRuler(one, ruler));
  if (field === undefined) return null;
  const answer = document.flatMap(({ children }) => children).find((element) => element.fieldId === field.id);
  if (answer?.type !== 'field' || answer.field.kind !== 'scale' || answer.field.value === null) return null;
  return { noteId: id, title: template.title, date: header.serviceDate, time: header.startTime, value: answer.field.value, signed: status === 'signed' };
}
