// The total of an instrument inside a note: its range and its band. Refuses to score: the Measures page
// does that, a note only carries the figure.
import { findInstrument } from '../measures/loadInstruments.ts';
import { bandOf } from '../measures/score.ts';
import { presetTableText } from '../text/en/templates.ts';

/** Lowest and highest total; null for an unknown instrument and for one that is never added up. */
export function scoreRange(instrumentId: string): { readonly min: number; readonly max: number } | null {
  return findInstrument(instrumentId)?.total ?? null;
}

/** The band a total falls in, such as "moderate"; empty where the instrument has none. */
export function scoreBand(instrumentId: string, total: number): string {
  const instrument = findInstrument(instrumentId);
  return instrument === null || instrument.total === null ? '' : bandOf(instrument, total) ?? '';
}

/** A total in words, such as "12 of 27, moderate". */
export function scoreText(instrumentId: string, total: number): string {
  const range = scoreRange(instrumentId);
  const band = scoreBand(instrumentId, total);
  return `${total}${range === null ? '' : ` ${presetTableText.scoreOf(range.max)}`}${band === '' ? '' : `, ${band}`}`;
}
