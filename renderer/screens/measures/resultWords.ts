// A result in a few words: "11 of 27, moderate". Refuses a total where there is none.
import type { Instrument } from '../../../shared/measures/instrument.ts';
import type { Score } from '../../../shared/measures/score.ts';
import { measuresText as t } from '../../../shared/text/en/measures.ts';

/** Total with its range, else the subscales, else the triage word. */
export function resultWords(instrument: Instrument, { total, subscales, band }: Pick<Score, 'total' | 'subscales' | 'band'>): string {
  const parts = instrument.subscales.flatMap(({ id, label }) => { const value = subscales[id]; return value === null || value === undefined ? [] : [`${label} ${value}`]; });
  const number = total !== null && instrument.total !== null ? `${total} of ${instrument.total.max}` : '';
  const words = [number, ...parts, band ?? ''].filter((part) => part !== '').join(', ');
  return words === '' ? t.noScore : words;
}
