// Dates, times and counts as the reader's system writes them. Refuses to shift a calendar day by a
// time zone: days and clock times of the wall are written by shared/text/days.ts.
import type { LocalDate, LocalTime } from '../../shared/dates.ts';
import { formatDay as dayInWords, formatTime as timeInWords } from '../../shared/text/days.ts';

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const exactClock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
const longDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
const numbers = new Intl.NumberFormat();

/** "Thu, 12 Nov" in the year of `today`, "12 Nov 2025" in any other. */
export function formatDay(day: LocalDate, today?: LocalDate): string {
  return today && day.slice(0, 4) === today.slice(0, 4) ? dayInWords(day, 'weekday') : dayInWords(day);
}

/** "12 Nov 2025". */
export function formatDayWithYear(day: LocalDate): string {
  return dayInWords(day);
}

/** "14:03", of an instant or a count of milliseconds. */
export function formatClock(at: string | number): string {
  return clock.format(new Date(at));
}

/** With seconds, where several fall into one minute. */
export function formatClockExact(at: string | number): string {
  return exactClock.format(new Date(at));
}

/** A clock time of the wall: "14:03" or "2:03 PM". */
export function formatTime(time: LocalTime): string {
  return timeInWords(time);
}

/** "14:03 – 14:50"; one time alone when the other is missing. */
export function formatTimes(start: LocalTime | null, end: LocalTime | null): string {
  if (start === null || end === null) return [start, end].flatMap((time) => (time === null ? [] : [formatTime(time)])).join('');
  return clock.formatRange(new Date(`2000-01-01T${start}:00`), new Date(`2000-01-01T${end}:00`));
}

/** "22 November 2026, 14:03". */
export function formatMoment(at: string | number): string {
  const date = new Date(at);
  return `${longDay.format(date)}, ${clock.format(date)}`;
}

/** "1,204". */
export function formatCount(count: number): string {
  return numbers.format(count);
}

/** "12.3 MB": decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const;
  const step = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  return `${new Intl.NumberFormat(undefined, { maximumFractionDigits: step === 0 ? 0 : 1 }).format(bytes / 1000 ** step)} ${units[step] ?? 'B'}`;
}

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const DAY_MS = 86_400_000;

/** "today", "yesterday", "3 days ago"; the date itself after two weeks. */
export function formatInstantDay(at: string | number): string {
  const then = new Date(at);
  const now = new Date();
  const days = Math.round((new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime() - new Date(then.getFullYear(), then.getMonth(), then.getDate()).getTime()) / DAY_MS);
  return days > 14 || days < 0 ? longDay.format(then) : relative.format(-days, 'day');
}
