// Reading grade of our own sentences (CLINICAL G.1). Refuses to grade what a client said: their words stay.

/** Syllables of one English word, by vowel groups with the usual silent endings; at least 1. */
export function countSyllables(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const trimmed = letters.replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, (ending) => ending.charAt(0)).replace(/^y/, '');
  return Math.max(1, trimmed.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

export type ReadingCounts = { readonly words: number; readonly sentences: number; readonly syllables: number };

/** Words, sentences and syllables. A line end closes a sentence, as it does on a page of short lines. */
export function readingCounts(text: string): ReadingCounts {
  const sentences = text.split(/[.!?]+(?:\s|$)|\n+/u).filter((part) => /[a-z0-9]/i.test(part));
  const words = text.match(/[a-z0-9][a-z0-9'’-]*/gi) ?? [];
  return { words: words.length, sentences: sentences.length, syllables: words.reduce((sum, word) => sum + countSyllables(word), 0) };
}

/** Flesch-Kincaid grade, one decimal, not below 0: `0.39 words/sentences + 11.8 syllables/words - 15.59`. */
export function readingGrade(text: string): number {
  const { words, sentences, syllables } = readingCounts(text);
  if (words === 0 || sentences === 0) return 0;
  return Math.max(0, Math.round((0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59) * 10) / 10);
}
