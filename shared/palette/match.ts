// How well a few typed letters fit a name: by the starts of words first, then by letters in order. Refuses to
// know what the name is of.

/** Below this a word fits by chance. */
const MOST_QUERY = 100;

/** A text made ready once, to be asked many times. */
export type Prepared = { readonly words: readonly string[]; readonly whole: string };
export type Field = { readonly text: Prepared; /** 1 for the name itself, less for what stands beside it. */ readonly weight: number };

/** Letters without accents and capitals. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Words of a text, in order. */
export function prepare(text: string): Prepared {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return { words, whole: words.join(' ') };
}

/** The words a person has typed; empty where there is nothing to look for. */
export function readQuery(query: string): readonly string[] {
  return prepare(query.slice(0, MOST_QUERY)).words;
}

/** Each letter goes on with the word of the letter before it or begins a later word: "nc" and "nectr" fit "new centre". */
function byWordStarts(token: string, words: readonly string[], word = 0, at = 0): boolean {
  if (token === '') return true;
  const rest = token.slice(1);
  if (at > 0 && words[word]?.[at] === token[0] && byWordStarts(rest, words, word, at + 1)) return true;
  return words.some((other, index) => (at > 0 ? index > word : index >= word) && other[0] === token[0] && byWordStarts(rest, words, index, 1));
}

/** Letters in order, from the start of a word on; how many letters lie between them, or null. */
function inOrder(token: string, { words, whole }: Prepared): number | null {
  let from = 0;
  let best: number | null = null;
  for (const word of words) {
    if (word[0] === token[0]) {
      let at = from;
      for (const letter of token.slice(1)) at = at === -1 ? -1 : whole.indexOf(letter, at + 1);
      if (at !== -1) best = Math.min(best ?? Infinity, at - from + 1 - token.length);
    }
    from += word.length + 1;
  }
  return best;
}

/** 0 to 100 for one typed word; null where it does not fit. */
function scoreOf(token: string, text: Prepared): number | null {
  const index = text.words.findIndex((word) => word.startsWith(token));
  if (index !== -1) return 90 + (index === 0 ? 6 : 0) + (text.words[index] === token ? 4 : 0);
  if (token.length < 2) return null;
  if (token.length <= 12 && byWordStarts(token, text.words)) return 65;
  const gaps = token.length >= 3 ? inOrder(token, text) : null;
  // Letters far apart are chance.
  return gaps === null || gaps > 2 * token.length ? null : 40 - gaps;
}

/** How well all typed words fit, 0 to 100; null where one of them fits nowhere. */
export function matchFields(tokens: readonly string[], fields: readonly Field[]): number | null {
  let sum = 0;
  for (const token of tokens) {
    let best: number | null = null;
    for (const { text, weight } of fields) {
      const score = scoreOf(token, text);
      if (score !== null) best = Math.max(best ?? 0, score * weight);
    }
    if (best === null) return null;
    sum += best;
  }
  return tokens.length === 0 ? 0 : sum / tokens.length;
}
