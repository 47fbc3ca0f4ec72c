// When an instrument is asked for again, by its own schedule (CLINICAL C.11). Refuses to insist: a day is
// shown, nothing follows from it.
import { addDays, type LocalDate } from '../dates.ts';
import type { Instrument } from './instrument.ts';
import type { MeasureHead } from './measure.ts';

// One that is not whole tells no score: it was begun, not done.
function isWhole({ total }: Instrument, { result }: MeasureHead): boolean {
  return total === null ? result.missing.length === 0 : result.total !== null;
}

export type Due = { readonly kind: 'first' } | { readonly kind: 'since' | 'next'; readonly date: LocalDate };

/** Counted from the last one that has a total, or all its answers where the form has none. `first` for one of intake never given whole, `since` and `next` where it repeats by days; null where nothing says when. */
export function dueOf(instrument: Instrument, measures: readonly MeasureHead[], { today, inCare }: { readonly today: LocalDate; readonly inCare: boolean }): Due | null {
  if (!inCare || instrument.wording === 'notBundled') return null;
  const last = measures.filter((measure) => measure.instrumentId === instrument.id && !measure.enteredInError && isWhole(instrument, measure)).reduce<LocalDate | null>((latest, { date }) => (latest === null || date > latest ? date : latest), null);
  if (last === null) return instrument.schedule.some(({ at }) => at === 'intake') ? { kind: 'first' } : null;
  const days = instrument.schedule.find(({ at, everyDays }) => at === 'repeat' && everyDays !== undefined)?.everyDays;
  if (days === undefined) return null;
  const date = addDays(last, days);
  return { kind: date <= today ? 'since' : 'next', date };
}
