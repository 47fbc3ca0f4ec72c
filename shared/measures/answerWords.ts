// An answer as someone writes it: a figure, the words of an option, yes and no, or nothing. Refuses to
// guess: words that no option carries stay unread.
import { type Instrument, type Item, optionsOf } from './instrument.ts';

const NOTHING = /^(-|na|n\/a|null|missing)?$/i;
const SHORT: Readonly<Record<string, string>> = { y: 'yes', n: 'no', true: 'yes', false: 'no' };

/** The option score or figure that a text means, null for no answer, undefined for words the item does not know. */
export function answerFromWords(instrument: Instrument, item: Item, text: string): number | string | null | undefined {
  const trimmed = text.trim();
  if (NOTHING.test(trimmed)) return null;
  if (item.answer.kind === 'text') return trimmed;
  if (/^[+-]?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed);
  const word = SHORT[trimmed.toLowerCase()] ?? trimmed.toLowerCase();
  return optionsOf(instrument, item).find(({ label }) => label.toLowerCase() === word)?.score;
}
