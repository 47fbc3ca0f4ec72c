// Scores of one instrument over time, with the bands to draw behind them. Refuses to join different
// versions of a form into one line, and to draw a point where a total is missing.
import type { LocalDate, LocalTime } from '../dates.ts';
import type { Instrument } from './instrument.ts';
import type { Measure, MeasureHead } from './measure.ts';
import { DEFAULT_CUTS, type ScoreSettings } from './score.ts';

export type TrendPoint = { readonly measureId: string; readonly date: LocalDate; readonly time: LocalTime | null; readonly value: number; readonly band: string | null; /** Change since the point before; null for the first. */ readonly change: number | null; readonly meaningful: boolean };
export type Trend = { readonly instrumentId: string; readonly version: number; /** A subscale's id, or null for the total. */ readonly part: string | null; readonly points: readonly TrendPoint[] };

/** Oldest first; entries made in error are left out. */
export function byTime<T extends { readonly date: string; readonly time: string | null }>(entries: readonly T[]): T[] {
  return entries.toSorted((a, b) => a.date.localeCompare(b.date) || (a.time ?? '').localeCompare(b.time ?? ''));
}

type Head = Omit<MeasureHead, 'item9'>;

/** One line for each version and each part (total or subscales) of an instrument. */
export function trends(instrument: Instrument, measures: readonly Head[]): Trend[] {
  const own = byTime(measures.filter(({ instrumentId, enteredInError }) => instrumentId === instrument.id && !enteredInError));
  const parts: readonly (string | null)[] = instrument.total === null ? instrument.subscales.map(({ id }) => id) : [null];
  const versions = [...new Set(own.map(({ instrumentVersion }) => instrumentVersion))];
  return versions.flatMap((version) => parts.map((part) => ({ instrumentId: instrument.id, version, part, points: points(instrument, own.filter(({ instrumentVersion }) => instrumentVersion === version), part) })));
}

function points(instrument: Instrument, measures: readonly Head[], part: string | null): TrendPoint[] {
  const made: TrendPoint[] = [];
  for (const { id, date, time, result } of measures) {
    const value = part === null ? result.total : result.subscales[part] ?? null;
    if (value === null) continue;
    const before = made.at(-1);
    const change = before === undefined ? null : value - before.value;
    made.push({ measureId: id, date, time, value, band: part === null ? result.band : null, change, meaningful: instrument.change !== null && change !== null && Math.abs(change) >= instrument.change.meaningful });
  }
  return made;
}

export type DrawnBand = { readonly name: string; readonly min: number; readonly max: number };

/** The bands with both ends, lowest first. */
export function drawnBands(instrument: Instrument, cuts: ScoreSettings = DEFAULT_CUTS): DrawnBand[] {
  const { total } = instrument;
  if (total === null) return [];
  const lows = instrument.bands.map(({ name, min }) => ({ name, min: typeof min === 'number' ? min : cuts[min] }));
  return lows.map((band, index) => ({ ...band, max: (lows[index + 1]?.min ?? total.max + 1) - 1 }));
}

/** The two ranges of a subscale that the form draws attention to, lowest first; none where it names no limit. */
export function partBands(instrument: Instrument, part: { readonly id: string; readonly min: number; readonly max: number }, names: { readonly plain: string; readonly look: string }, cuts: ScoreSettings = DEFAULT_CUTS): DrawnBand[] {
  const limit = instrument.alerts.flatMap(({ any }) => any).find(({ subscale }) => subscale === part.id);
  const at = limit?.atLeast ?? limit?.atMost;
  if (limit === undefined || at === undefined) return [];
  const cut = typeof at === 'number' ? at : cuts[at];
  return limit.atLeast === undefined
    ? [{ name: names.look, min: part.min, max: cut }, { name: names.plain, min: cut + 1, max: part.max }]
    : [{ name: names.plain, min: part.min, max: cut - 1 }, { name: names.look, min: cut, max: part.max }];
}

type Scored = Pick<Measure, 'instrumentId' | 'date' | 'time' | 'enteredInError'> & { readonly result: Pick<Measure['result'], 'total'> };

/**
 * True when a COWS after a first dose of buprenorphine is 6 or more above the last one before it, within
 * 2 hours (CLINICAL C.1, unverified): possible precipitated withdrawal. Needs the times of both.
 */
export function suggestsPrecipitated(measures: readonly Scored[], dose: { readonly date: LocalDate; readonly time: LocalTime }, rise = 6, withinMinutes = 120): boolean {
  const cows = byTime(measures.filter(({ instrumentId, enteredInError, date, time, result }) => instrumentId === 'COWS' && !enteredInError && date === dose.date && time !== null && result.total !== null));
  const minutes = (time: LocalTime | null): number => (time === null ? 0 : Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)));
  const at = minutes(dose.time);
  const before = cows.findLast(({ time }) => minutes(time) <= at)?.result.total;
  if (before === undefined || before === null) return false;
  return cows.some(({ time, result }) => minutes(time) > at && minutes(time) <= at + withinMinutes && result.total !== null && result.total - before >= rise);
}
