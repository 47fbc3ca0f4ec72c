// One dictionary with the words of the field. Refuses to keep what it was asked.
import nspell from 'nspell';
import type { Dictionary } from './messages.ts';

/** More would be a list to read rather than a choice. */
const MOST = 5;

export type Speller = { readonly unknown: (words: readonly string[]) => string[]; readonly suggest: (word: string) => string[] };

/** Reads the dictionary: a few hundred milliseconds. */
export function createSpeller({ aff, dic }: Dictionary, words: readonly string[]): Speller {
  const spell = nspell({ aff, dic });
  for (const word of words) spell.add(word);
  const right = (word: string): boolean => {
    const plain = word.replaceAll('’', "'");
    return spell.correct(plain) || spell.correct(plain.replace(/'s?$/, ''));
  };
  return {
    unknown: (asked) => asked.filter((word) => !right(word)),
    suggest: (word) => spell.suggest(word.replaceAll('’', "'")).filter((one) => one.length <= 80).slice(0, MOST),
  };
}
