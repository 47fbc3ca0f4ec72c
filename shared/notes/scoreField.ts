// The total of an instrument inside a note: its range and its band. Refuses to score: the Measures page
// does that, a note only carries the figure.
import { type Option, optionsOf } from '../measures/instrument.ts';
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

export type UrgentItem = { readonly id: string; readonly label: string; readonly options: readonly Option[]; /** From this answer on. */ readonly atLeast: number; readonly alert: string };

/** Items that must not wait until the form itself is filled in, because one answer asks for safety today whatever the total. */
export function urgentItems(instrumentId: string): readonly UrgentItem[] {
  const instrument = findInstrument(instrumentId);
  if (instrument === null || instrument.total === null) return [];
  return instrument.alerts.filter(({ severity }) => severity === 'alert').flatMap((alert) => alert.any.flatMap(({ item: id, atLeast }) => {
    const item = instrument.items.find((one) => one.id === id);
    const options = item === undefined ? [] : optionsOf(instrument, item);
    return id === undefined || typeof atLeast !== 'number' || item === undefined || options.length === 0 ? [] : [{ id, label: presetTableText.urgentItem(id, item.text), options, atLeast, alert: alert.text }];
  }));
}

/** The answers to those items in words. */
export function urgentText(instrumentId: string, answers: Readonly<Record<string, number>>): string[] {
  return urgentItems(instrumentId).flatMap(({ id, options }) => {
    const score = answers[id];
    const option = options.find((one) => one.score === score);
    return option === undefined ? [] : [presetTableText.urgentAnswer(id, option.score, option.label)];
  });
}
