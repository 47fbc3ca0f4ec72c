// Scores of one instrument over time, with the bands to draw behind them. Refuses to join different
// versions of a form into one line, and to draw a point where a total or an answer is missing.
import type { LocalDate, LocalTime } from '../dates.ts';
import { type Instrument, optionsOf } from './instrument.ts';
import type { Measure, MeasureHead } from './measure.ts';
import { NOTE_RULER, type NoteScore } from './noteScore.ts';
import { bandOf, DEFAULT_CUTS, type ScoreSettings } from './score.ts';
import { skippedItems } from './skips.ts';

export type TrendPoint = { /** Of the administration, or of the note it stands in. */ readonly id: string; /** Null for an administration of its own. */ readonly note: NoteScore | null; readonly date: LocalDate; readonly time: LocalTime | null; readonly value: number; readonly band: string | null; /** Change since the point before; null for the first. */ readonly change: number | null; readonly meaningful: boolean };
export type Trend = { readonly instrumentId: string; readonly version: number; /** A subscale's id, or null for the total. */ readonly part: string | null; readonly points: readonly TrendPoint[] };

/** Oldest first; entries made in error are left out. */
export function byTime<T extends { readonly date: string; readonly time: string | null }>(entries: readonly T[]): T[] {
  return entries.toSorted((a, b) => a.date.localeCompare(b.date) || (a.time ?? '').localeCompare(b.time ?? ''));
}

type Head = Omit<MeasureHead, 'item9'>;

/**
 * One line for each version and each part (total or subscales) of an instrument. `fromNotes` are points of the craving
 * ruler that were written in session notes; they join its newest version.
 */
export function trends(instrument: Instrument, measures: readonly Head[], fromNotes: readonly NoteScore[]): Trend[] {
  const notes = instrument.id === NOTE_RULER ? fromNotes : [];
  const own = valid(instrument, measures);
  const parts: readonly (string | null)[] = instrument.total === null ? instrument.subscales.map(({ id }) => id) : [null];
  return versionsOf(own, notes.length > 0 ? [instrument.version] : []).flatMap((version) => parts.map((part) => {
    const told = own.filter(({ instrumentVersion }) => instrumentVersion === version).map(({ id, date, time, result }): Told => ({ id, date, time, note: null, value: part === null ? result.total : result.subscales[part] ?? null, band: part === null ? result.band : null }));
    const written = version === instrument.version ? notes.map((note): Told => ({ id: note.noteId, date: note.date, time: note.time, note, value: note.value, band: bandOf(instrument, note.value) })) : [];
    return { instrumentId: instrument.id, version, part, points: points(instrument, byTime([...told, ...written])) };
  }));
}

/** The single items of a form that have a line of their own, with what their answers are called. */
export type ItemTrend = Trend & { readonly item: string; readonly label: string; readonly answers: readonly { readonly score: number; readonly label: string }[] };

/** One line for each version and each item that the form says is worth following; no point where it was left out. */
export function itemTrends(instrument: Instrument, measures: readonly (Head & Pick<Measure, 'answers'>)[]): ItemTrend[] {
  const own = valid(instrument, measures);
  return versionsOf(own, []).flatMap((version) => (instrument.followed ?? []).flatMap(({ item: itemId, label }) => {
    const item = instrument.items.find(({ id }) => id === itemId);
    if (item === undefined) return [];
    const told = own.filter(({ instrumentVersion }) => instrumentVersion === version).map((measure): Told => ({ id: measure.id, date: measure.date, time: measure.time, note: null, value: followedValue(instrument, itemId, measure.answers), band: null }));
    return [{ instrumentId: instrument.id, version, part: null, item: itemId, label, answers: optionsOf(instrument, item), points: points(instrument, told) }];
  }));
}

/** The score of a followed item in one administration; what an earlier answer says of it where it was not asked, null where it was left out. */
export function followedValue(instrument: Instrument, itemId: string, answers: Measure['answers']): number | null {
  const skipped = instrument.followed?.find(({ item }) => item === itemId)?.skippedIs;
  if (skipped !== undefined && skippedItems(instrument, answers).has(itemId)) return skipped;
  const answer = answers[itemId];
  return typeof answer === 'number' ? answer : null;
}

type Told = Pick<TrendPoint, 'id' | 'note' | 'date' | 'time' | 'band'> & { readonly value: number | null };

function valid<T extends Head>(instrument: Instrument, measures: readonly T[]): T[] {
  return byTime(measures.filter(({ instrumentId, enteredInError }) => instrumentId === instrument.id && !enteredInError));
}

function versionsOf(measures: readonly Head[], more: readonly number[]): number[] {
  return [...new Set([...measures.map(({ instrumentVersion }) => instrumentVersion), ...more])];
}

function points(instrument: Instrument, told: readonly Told[]): TrendPoint[] {
  const made: TrendPoint[] = [];
  for (const { value, ...rest } of told) {
    if (value === null) continue;
    const before = made.at(-1);
    const change = before === undefined ? null : value - before.value;
    made.push({ ...rest, value, change, meaningful: instrument.change !== null && change !== null && Math.abs(change) >= instrument.change.meaningful });
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
