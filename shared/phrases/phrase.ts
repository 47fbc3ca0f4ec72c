// A person's own phrases: a short name that becomes a longer text with blanks to fill in. Refuses a phrase that calls
// itself, also by way of others, and one that calls what is not there.
import { z } from 'zod';
import { LocalId } from '../brand.ts';
import { AppError } from '../errors.ts';
import { plainText } from '../strings.ts';

export const PHRASE_NAME_MAX = 30;
export const PHRASE_TEXT_MAX = 4000;
export const PHRASES_MAX = 500;
/** Longest text that one phrase may become, with those it calls. */
export const PHRASE_EXPANDED_MAX = 20_000;
/** Calls within calls. */
const DEPTH_MAX = 8;

/** Letters, digits and dashes, as typed behind the dot. */
export const PhraseName = z.string().max(PHRASE_NAME_MAX).regex(/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u);
export const Phrase = z.strictObject({ id: LocalId, name: PhraseName, text: plainText(PHRASE_TEXT_MAX).refine((text) => text.trim() !== '') });
export type Phrase = z.infer<typeof Phrase>;
/** All phrases of the author of this vault. `author` is there for the day when several write in one. */
export const Phrases = z.strictObject({ author: z.literal('self'), phrases: z.array(Phrase).max(PHRASES_MAX) });
export type Phrases = z.infer<typeof Phrases>;

/** A blank: two square brackets with what belongs there, or nothing, between them. */
const BLANK = /\[\[[^[\]\n]{0,80}\]\]/g;
/** Another phrase: its dotted name between two curly brackets. */
const CALL = /\{\{\s*\.([\p{L}\p{N}][\p{L}\p{N}-]*)\s*\}\}/gu;

export type Blank = { readonly start: number; readonly end: number; readonly what: string };

/** The blanks of a text that are still open, in order. */
export function blanksOf(text: string): Blank[] {
  if (!text.includes('[[')) return [];
  return [...text.matchAll(BLANK)].map((match) => ({ start: match.index, end: match.index + match[0].length, what: match[0].slice(2, -2).trim() }));
}

const key = (name: string): string => name.toLowerCase();

/** The phrase of this name, in any case of letters. */
export function phraseNamed(phrases: readonly Phrase[], name: string): Phrase | undefined {
  return phrases.find((phrase) => key(phrase.name) === key(name));
}

/** A phrase written out, and how many calls within calls that took. */
type Expanded = { readonly text: string; readonly depth: number };
/** Each phrase is found by its name and written out once, however many call it: a list is checked on the thread that also locks the vault. */
type Expanding = { readonly named: ReadonlyMap<string, Phrase>; readonly done: Map<string, Expanded>; readonly within: Set<string> };

function expanding(phrases: readonly Phrase[]): Expanding {
  // The first of a name counts, as in `phraseNamed`.
  return { named: new Map(phrases.map((phrase) => [key(phrase.name), phrase] as const).toReversed()), done: new Map(), within: new Set() };
}

/** The whole text of a phrase. PHRASE_CYCLE, PHRASE_UNKNOWN, PHRASE_TOO_LONG. */
export function expandPhrase(phrases: readonly Phrase[], phrase: Phrase): string {
  return expand(expanding(phrases), phrase).text;
}

function expand(list: Expanding, phrase: Phrase): Expanded {
  const name = key(phrase.name);
  if (list.within.has(name)) throw new AppError('PHRASE_CYCLE');
  if (list.within.size >= DEPTH_MAX) throw new AppError('PHRASE_TOO_LONG');
  const known = list.done.get(name);
  if (known !== undefined) return known;
  list.within.add(name);
  let length = 0;
  let deepest = 0;
  const text = phrase.text.replace(CALL, (_call, called: string) => {
    const next = list.named.get(key(called));
    if (next === undefined) throw new AppError('PHRASE_UNKNOWN');
    const inner = expand(list, next);
    length += inner.text.length;
    deepest = Math.max(deepest, inner.depth);
    if (length > PHRASE_EXPANDED_MAX) throw new AppError('PHRASE_TOO_LONG');
    return inner.text;
  });
  list.within.delete(name);
  const made = { text, depth: deepest + 1 };
  if (made.depth > DEPTH_MAX || text.length > PHRASE_EXPANDED_MAX) throw new AppError('PHRASE_TOO_LONG');
  list.done.set(name, made);
  return made;
}

/** Before a list is saved: PHRASE_NAME_TAKEN, or what `expandPhrase` refuses. */
export function checkPhrases(phrases: readonly Phrase[]): void {
  const names = new Set<string>();
  for (const { name } of phrases) {
    if (names.has(key(name))) throw new AppError('PHRASE_NAME_TAKEN');
    names.add(key(name));
  }
  const list = expanding(phrases);
  for (const phrase of phrases) expand(list, phrase);
}

/** Behind a beginning of the line or a space: a dot and a name that may have begun. Decimals, "e.g." and "..." have a letter, digit or dot before the dot. */
const TYPED = /(?:^|[\s([“"'])\.([\p{L}\p{N}][\p{L}\p{N}-]{0,29})$/u;

/** The name being typed right before the caret, without its dot; null where none is. */
export function typedName(before: string): string | null {
  return TYPED.exec(before)?.[1] ?? null;
}

/** Phrases whose name begins so, best first: the same name, then by the alphabet. */
export function phrasesFor(phrases: readonly Phrase[], typed: string, most: number): Phrase[] {
  const start = key(typed);
  return phrases.filter(({ name }) => key(name).startsWith(start)).toSorted((a, b) => a.name.length - b.name.length || a.name.localeCompare(b.name)).slice(0, most);
}
