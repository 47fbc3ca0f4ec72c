// The reader's calendar day, and ids for rows typed on a form. The only place in the window that
// reads the clock and randomness for records.
import { LocalId } from '../../shared/brand.ts';
import { localDateOf, type Instant, type LocalDate } from '../../shared/dates.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Today on the wall of this laptop. */
export function todayHere(): LocalDate {
  return localDateOf(Date.now(), -new Date().getTimezoneOffset());
}

/** A new id for a row inside a record: 80 random bits. */
export function newLocalId(): LocalId {
  return LocalId.parse(Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => ALPHABET[byte % 32]).join(''));
}

/** The calendar day of an instant where this laptop is. */
export function dayOfInstant(instant: Instant): LocalDate {
  return localDateOf(Date.parse(instant), -new Date(instant).getTimezoneOffset());
}
