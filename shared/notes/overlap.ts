// Which other notes of a client share time with a session (R-DOC1). Refuses to say which of the two is wrong: two
// people may have been seen at once, a clock may have been misread.
import type { LocalDate, LocalTime } from '../dates.ts';
import type { NoteHeader } from './note.ts';

/** A session on the clock of the wall. */
export type Timed = { readonly serviceDate: LocalDate; readonly startTime: LocalTime | null; readonly endTime: LocalTime | null; readonly serviceType: NoteHeader['serviceType'] };

/** True where both have taken place, have both times in order, and share more than the minute in which one ends and the next begins. */
export function overlap(one: Timed, other: Timed): boolean {
  const [a, b] = [span(one), span(other)];
  return a !== null && b !== null && one.serviceDate === other.serviceDate && a.start < b.end && b.start < a.end;
}

function span({ startTime, endTime, serviceType }: Timed): { start: LocalTime; end: LocalTime } | null {
  if (serviceType === 'no_show' || startTime === null || endTime === null || endTime <= startTime) return null;
  return { start: startTime, end: endTime };
}
