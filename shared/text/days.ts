// How days and times are written for people. Refuses time zones: a LocalDate is shown as the day it names.
import type { LocalDate, LocalTime } from '../dates.ts';

type DayStyle = 'short' | 'weekday' | 'long' | 'monthYear' | 'monthOnly' | 'dayMonth';

const STYLES: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  monthYear: { month: 'short', year: 'numeric' },
  monthOnly: { month: 'short' },
  dayMonth: { day: 'numeric', month: 'short' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(style: DayStyle, locale: string | undefined): Intl.DateTimeFormat {
  const key = `${style} ${locale ?? ''}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

/** "12 Nov 2026", "Thu, 12 Nov", "Thursday, 12 November 2026", "Nov 2026", "Nov" or "12 Nov", in the reader's locale unless one is given. */
export function formatDay(date: LocalDate, style: DayStyle = 'short', locale?: string): string {
  return formatOf(style, locale).format(new Date(`${date}T00:00:00Z`));
}

/** "14:03" or "2:03 PM", as the reader's locale writes a clock time. */
export function formatTime(time: LocalTime, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(new Date(`1970-01-01T${time}:00Z`));
}
