// Reads a day from a date box. Refuses guesses: what is not a day is null.
import { LocalDate } from '../../../shared/dates.ts';

/** The day typed, or null when the box is empty or holds no day. */
export function dayOf(text: string): LocalDate | null {
  return LocalDate.safeParse(text).data ?? null;
}
