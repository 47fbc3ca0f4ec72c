// A person's own words, kept in the vault: spelled right because they say so. Refuses anything but single words.
import { z } from 'zod';
import { foldWord, WORD_MAX, wordsOf } from './words.ts';

export const MY_WORDS_MAX = 2000;
/** One word as it may be checked or kept. */
export const OwnWord = z.string().min(2).max(WORD_MAX).refine((word) => wordsOf(word)[0]?.word === word, 'a single word');
/** `author` is there for the day when several write in one vault. */
export const MyWords = z.strictObject({ author: z.literal('self'), words: z.array(OwnWord).max(MY_WORDS_MAX) });
export type MyWords = z.infer<typeof MyWords>;

/** The list with one word more, by the alphabet; the same list where it is there already, in any case of letters. */
export function withWord(words: readonly string[], word: string): string[] {
  if (words.some((one) => foldWord(one) === foldWord(word))) return [...words];
  return [...words, word].toSorted((a, b) => a.localeCompare(b, 'en'));
}

/** The list without a word. */
export function withoutWord(words: readonly string[], word: string): string[] {
  return words.filter((one) => foldWord(one) !== foldWord(word));
}
