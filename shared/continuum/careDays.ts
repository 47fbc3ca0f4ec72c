// Which days care can have at all: none before the client was born, none so far ahead that the year must be mistyped.
// Refuses to judge a plan: everything in between passes.
import type { LocalDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import type { EpisodeCommand, EpisodeStart } from './episode.ts';

/** No program is planned so far ahead. */
export const MOST_YEARS_AHEAD = 5;

/** True for a day further ahead than care is planned. */
export function isFarAhead(day: LocalDate, today: LocalDate): boolean {
  // As text, so that it holds past the last day of the calendar and for the 29th of February.
  return day > `${Number(today.slice(0, 4)) + MOST_YEARS_AHEAD}${today.slice(4)}`;
}

const FIELDS = ['start', 'date', 'plannedStart', 'plannedEnd', 'end', 'firstAppointment', 'lastContact'] as const;

/** Throws DATE_ORDER, naming the field, for a day before `born` or further ahead than care is planned. */
export function checkCareDays(dated: EpisodeStart | EpisodeCommand, { born, today }: { readonly born: LocalDate; readonly today: LocalDate }): void {
  const days: Partial<Record<(typeof FIELDS)[number], LocalDate | null>> & { readonly kind: string } = dated;
  for (const field of FIELDS) {
    const day = days[field];
    if (day === undefined || day === null) continue;
    if (day < born) throw new AppError('DATE_ORDER', { field, why: 'beforeBirth', day: born });
    // The end of an overlay may be a term that a court has set.
    if (field !== 'end' && isFarAhead(day, today)) throw new AppError('DATE_ORDER', { field, why: 'farAhead', years: MOST_YEARS_AHEAD });
  }
}
