// Which parts of a line are words to be spelled. Refuses what no dictionary can judge: numbers, abbreviations
// in capitals, addresses, other scripts.

export type SpelledWord = { readonly word: string; readonly start: number; readonly end: number };

/** Longer than any word of the language. */
export const WORD_MAX = 45;

/** Addresses and names of files. */
const ADDRESS = /@|:\/\/|^www\.|[\\_]|\p{L}{2,}\.\p{L}{2,}/iu;
const CHUNK = /\S+/gu;
/** What stands together for longer than this is no word, and patterns are not tried at each of its letters. */
const CHUNK_MAX = 200;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;
const LATIN = /^[\p{Script=Latin}\p{M}'’]+$/u;
/** UDS, MOUDs, PHQ's. */
const CAPITALS = /^\p{Lu}{2,}(?:['’]?s)?$/u;

function isSpelled(word: string): boolean {
  return word.length > 1 && word.length <= WORD_MAX && LATIN.test(word) && !CAPITALS.test(word);
}

/** The words of a line with their places. A name of a smart phrase (a dot and letters) is not one. */
export function wordsOf(text: string): SpelledWord[] {
  const found: SpelledWord[] = [];
  for (const chunk of text.matchAll(CHUNK)) {
    if (chunk[0].length > CHUNK_MAX || ADDRESS.test(chunk[0]) || /^\.\p{L}/u.test(chunk[0])) continue;
    for (const { 0: word, index } of chunk[0].matchAll(WORD)) {
      const start = chunk.index + index;
      if (isSpelled(word)) found.push({ word, start, end: start + word.length });
    }
  }
  return found;
}

/** The form under which a word is kept: small letters, a straight apostrophe, no possessive. */
export function foldWord(word: string): string {
  return word.replaceAll('’', "'").toLowerCase().replace(/'s?$/, '');
}
