// Calendar days and clock times as plain strings. Refuses `Date`: a day in a record is the day the
// person lived, in no time zone. The clock is passed in by the caller.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { AppError } from './errors.ts';

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    // 'reject' is what refuses 31 February; the default would clamp it to the 28th.
    Temporal.PlainDate.from({ year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) }, { overflow: 'reject' });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

/** A calendar day, `YYYY-MM-DD`, that exists, from 1900 to 2199. */
export const LocalDate = z.string().refine((text) => isCalendarDay(text) && text >= FIRST_DAY && text <= LAST_DAY, 'DATE_INVALID').brand<'LocalDate'>();
export type LocalDate = z.infer<typeof LocalDate>;

/** A clock time of the reader's wall, `HH:MM`, 24 hours. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).brand<'LocalTime'>();
export type LocalTime = z.infer<typeof LocalTime>;

/** An instant in UTC, `2026-11-22T14:03:00.000Z`, as `Date.prototype.toISOString` writes it. */
export const Instant = z.iso.datetime({ offset: false }).max(30).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** Parses a day; throws DATE_INVALID for a day that does not exist. */
export function parseLocalDate(text: string): LocalDate {
  const result = LocalDate.safeParse(text);
  if (!result.success) throw new AppError('DATE_INVALID');
  return result.data;
}

function toLocalDate(date: Temporal.PlainDate): LocalDate {
  return parseLocalDate(date.toString());
}

/** The day `days` days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return toLocalDate(Temporal.PlainDate.from(date).add({ days }));
}

/** As `addDays`, but stops at the first and the last day of the calendar: for the margins of a picture. */
export function addDaysWithin(date: LocalDate, days: number): LocalDate {
  const reached = Temporal.PlainDate.from(date).add({ days }).toString();
  return parseLocalDate(reached < FIRST_DAY ? FIRST_DAY : reached > LAST_DAY ? LAST_DAY : reached);
}

/** Calendar months later, clamped to the end of a shorter month: 31 Jan + 1 month = 28 or 29 Feb. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return toLocalDate(Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }));
}

/** Whole days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** The first day of the week that holds `date`. `weekStart`: 1 = Monday ... 7 = Sunday. */
export function startOfWeek(date: LocalDate, weekStart = 1): LocalDate {
  const day = Temporal.PlainDate.from(date).dayOfWeek;
  return addDays(date, -((day - weekStart + 7) % 7));
}

/** Completed years at `on` of someone born on `birthDate`. */
export function ageInYears(birthDate: LocalDate, on: LocalDate): number {
  return Temporal.PlainDate.from(birthDate).until(Temporal.PlainDate.from(on), { largestUnit: 'years' }).years;
}

/** The calendar day of an instant in the reader's zone; `offsetMinutes` as `-new Date().getTimezoneOffset()` gives it. */
export function localDateOf(epochMs: number, offsetMinutes: number): LocalDate {
  return parseLocalDate(new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, 10));
}

/** Minutes from start to end on the same day, less the break; null when the end is not after the start. */
export function minutesBetween(start: LocalTime, end: LocalTime, breakMinutes = 0): number | null {
  const minutes = toMinutes(end) - toMinutes(start) - breakMinutes;
  return minutes > 0 ? minutes : null;
}

function toMinutes(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
