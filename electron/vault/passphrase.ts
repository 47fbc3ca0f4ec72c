// Judges a new passphrase on this machine, from bundled lists. Refuses short ones and those a guesser tries first.
// The lists are large, so they are loaded with the first question and not with the app.
import { MAX_PASSPHRASE_CHARS } from './secretBytes.ts';

export type PassphraseVerdict = {
  readonly acceptable: boolean;
  readonly reason: null | 'short' | 'common';
  /** 0 (guessed at once) to 4 (out of reach). */
  readonly score: 0 | 1 | 2 | 3 | 4;
  /** Power of ten of the guesses that the estimate expects. */
  readonly guessesLog10: number;
  readonly words: number;
};

/** SECURITY 6, 164.312(d): at least 14 characters or 5 words. */
export const LEAST_CHARS = 14;
export const LEAST_WORDS = 5;
const LEAST_SCORE = 3;
/** The estimate takes time with the square of the length, and what lies beyond cannot make a passphrase weaker. */
const JUDGED_CHARS = 100;

type Estimate = (text: string) => { readonly score: 0 | 1 | 2 | 3 | 4; readonly guessesLog10: number };
let loading: Promise<Estimate> | null = null;

/** Never rejects for a passphrase: the verdict says what is wrong with it. */
export async function checkPassphrase(text: string): Promise<PassphraseVerdict> {
  const estimate = await (loading ??= load());
  const normal = text.normalize('NFKC');
  const words = countWords(normal);
  const { score, guessesLog10 } = estimate(normal.slice(0, JUDGED_CHARS));
  const long = [...normal].length >= LEAST_CHARS || words >= LEAST_WORDS;
  const reason = !long || normal.length > MAX_PASSPHRASE_CHARS ? 'short' : score < LEAST_SCORE ? 'common' : null;
  return { acceptable: reason === null, reason, score, guessesLog10, words };
}

/** Words of two letters or more, separated by anything that is neither a letter nor a digit. */
function countWords(text: string): number {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => [...word].length >= 2).length;
}

async function load(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-en'),
  ]);
  const factory = new ZxcvbnFactory({ dictionary: { ...common.dictionary, ...english.dictionary }, graphs: common.adjacencyGraphs });
  return (text) => {
    const { score, guessesLog10 } = factory.check(text);
    return { score, guessesLog10 };
  };
}
