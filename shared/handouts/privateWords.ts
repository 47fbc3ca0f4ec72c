// Finds words on a handout that tell a stranger more than the client may want. Refuses to delete them:
// the words are the client's; the preview warns, people decide.
import { z } from 'zod';
import data from '../../resources/handouts/private-words.json' with { type: 'json' };
import { myPlanText, privateWordKinds } from '../text/en/handouts.ts';

const Kind = z.enum(['diagnosis', 'drugs', 'medication', 'test', 'legal', 'health', 'harm']);
const kinds = z.strictObject({ source: z.string(), kinds: z.array(z.strictObject({ kind: Kind, words: z.array(z.string().min(2).max(40)) })) }).parse(data).kinds;

/** ICD-10-CM: a letter, two digits, perhaps a dot and more. */
const CODE = /\b[A-TV-Z]\d{2}(?:\.[0-9A-Z]{1,4})\b|\bF\d{2}\b/i;

export type PrivateWord = { readonly kind: string; readonly word: string };

/** Each private word once, in the order of the list. */
export function findPrivateWords(text: string): PrivateWord[] {
  const flat = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')} `;
  const found = kinds.flatMap(({ kind, words }) => words.filter((word) => flat.includes(` ${word} `)).map((word) => ({ kind: privateWordKinds[kind], word })));
  const code = CODE.exec(text)?.[0];
  return code === undefined || found.some(({ word }) => word === code.toLowerCase()) ? found : [...found, { kind: myPlanText.code, word: code }];
}

/** A text on the page and what its place is called in the preview. */
export type PrivatePlace = readonly [text: string, place: string];

/**
 * What the preview says before the page is handed over: each private word and each part of `names` in each of the
 * places. A word that stands in the title of the page is no news.
 */
export function privateWarnings(places: readonly PrivatePlace[], names: readonly string[], title: string): string[] {
  const told = new Set(findPrivateWords(title).map(({ word }) => word));
  return places.flatMap(([text, place]) => [...findPrivateWords(text).filter(({ word }) => !told.has(word)), ...findNames(text, names)].map(({ kind, word }) => myPlanText.warning(kind, word, place)));
}

/** Parts of the client's names that stand in a text as whole words; single letters and initials do not count. */
export function findNames(text: string, names: readonly string[]): PrivateWord[] {
  const flat = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')} `;
  const parts = names.flatMap((name) => name.split(/[\s,.]+/u)).filter((part) => [...part].length >= 2);
  return [...new Set(parts)].filter((part) => flat.includes(` ${part.toLowerCase()} `)).map((word) => ({ kind: myPlanText.name, word }));
}
