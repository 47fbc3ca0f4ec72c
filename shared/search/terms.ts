// Reads what a person typed into a search box. Refuses any syntax but words and "phrases": nothing typed can be an error.

/** More are left out: nobody types them, and each costs time. */
const TERMS_MAX = 12;

/** One thing to find: one word, or several in a row. `prefix` where the person may still be typing the last word. */
export type Term = { readonly words: readonly string[]; readonly prefix: boolean };

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Straight quotes, and those that a system or another app puts in their place. */
const QUOTES = /["“”„«»]/;

/** All terms must be found. Words outside quotes, and the last one of quotes still open, also match where a longer word begins with them. */
export function readTerms(text: string): Term[] {
  const terms: Term[] = [];
  const parts = text.split(QUOTES);
  for (const [index, part] of parts.entries()) {
    const words = wordsOf(part);
    if (index % 2 === 1 && words.length > 0) terms.push({ words, prefix: index === parts.length - 1 });
    else terms.push(...words.map((word) => ({ words: [word], prefix: true })));
  }
  return terms.slice(0, TERMS_MAX);
}

/** Folds case and marks away, one unit for one unit, so that places in the folded text are places in the text. */
export function fold(text: string): string {
  return [...text].map((sign) => {
    const folded = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return folded.length === sign.length ? folded : sign;
  }).join('');
}
