// Finds words that the field no longer uses of people, and offers others (resources/dictionary).
// Refuses to rewrite: a find is a place and a suggestion. The client's own words, in quotes, are theirs.
import { z } from 'zod';
import data from '../../resources/dictionary/preferred-language.json' with { type: 'json' };
import type { NoteDocument } from './document.ts';

const Words = z.array(z.string().min(1).max(80)).min(1);
const Entry = z.strictObject({
  words: Words,
  suggestions: Words,
  note: z.string().max(200),
  /** Not flagged when one of these comes right after, or right before. */
  notBefore: Words.optional(),
  notAfter: Words.optional(),
  /** Capitals as written: MAT is not a mat. */
  exactCase: z.boolean().optional(),
});
type Entry = z.infer<typeof Entry>;
const list = z.strictObject({ source: z.string(), exempt: Words, entries: z.array(Entry) }).parse(data);

export type LanguageFind = {
  /** UTF-16 offsets in the text searched. */
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** The preferred words, best first, with a capital where the found word has one. */
  readonly suggestions: readonly string[];
  /** Why, in a few words; may be empty. */
  readonly note: string;
};

const plain = (word: string): string => word.toLowerCase().replaceAll('’', "'").replaceAll(/[\s\u2010-\u2015-]+/g, ' ');
const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
// A space stands for any run of spaces or hyphens, an apostrophe for either form of it.
const loose = (word: string): string => escaped(word).replaceAll(/[ -]+/g, String.raw`(?:[^\S\n]+|[-\u2010-\u2015])`).replaceAll("'", "['’]");
const EDGE_BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}_])`;
const EDGE_AFTER = String.raw`(?![\p{L}\p{M}\p{N}_])`;
const anyOf = (words: readonly string[]): string => `(?:${words.toSorted((a, b) => b.length - a.length).map(loose).join('|')})`;

const entryOf = new Map<string, Entry>(list.entries.flatMap((entry) => entry.words.map((word) => [plain(word), entry] as const)));
// All words in one expression, the longest first, so that the text is read once.
const FINDER = new RegExp(`${EDGE_BEFORE}${anyOf([...list.entries.flatMap(({ words }) => words)])}${EDGE_AFTER}`, 'giu');
const EXCEPTIONS = new Map(list.entries.map((entry) => [entry, {
  after: entry.notBefore === undefined ? null : new RegExp(`^(?:[^\\S\\n]+|-)${anyOf(entry.notBefore)}${EDGE_AFTER}`, 'iu'),
  before: entry.notAfter === undefined ? null : new RegExp(`${EDGE_BEFORE}${anyOf(entry.notAfter)}(?:[^\\S\\n]+|-)$`, 'iu'),
}]));
// Opening and closing marks. Straight single quotes are left out: they are mostly apostrophes.
const QUOTES: readonly (readonly [open: string, close: string])[] = [['"', '"'], ['“', '”'], ['„', '“”'], ['«', '»'], ['‘', '’']];
const LOOK = 40;

type Span = readonly [start: number, end: number];

function spans(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const);
}

const EXEMPT = anyOf(list.exempt);

// Quotes count only when they close in the same paragraph. One walk for each pair of marks: linear in any text.
function quoted(text: string, [open, close]: readonly [string, string]): Span[] {
  const found: Span[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === '\n') start = -1;
    else if (start < 0) start = mark === open ? at : -1;
    else if (close.includes(mark) && !(mark === '’' && /^\p{L}/u.test(text.slice(at + 1, at + 3)))) {
      found.push([start, at + 1]);
      start = -1;
    }
  }
  return found;
}

function spared(text: string, exempt: readonly string[]): Span[] {
  const phrases = exempt.filter((phrase) => phrase.trim() !== '');
  const names = phrases.length === 0 ? EXEMPT : `(?:${EXEMPT}|${anyOf(phrases)})`;
  const all = [...QUOTES.flatMap((marks) => quoted(text, marks)), ...spans(text, new RegExp(`${EDGE_BEFORE}${names}${EDGE_AFTER}`, 'giu'))].toSorted((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [start, end] of all) {
    const last = joined.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function excepted(entry: Entry, text: string, start: number, end: number): boolean {
  const { after, before } = EXCEPTIONS.get(entry) ?? { after: null, before: null };
  return after?.test(text.slice(end, end + LOOK)) === true || before?.test(text.slice(Math.max(0, start - LOOK), start)) === true;
}

function withCase(word: string, suggestion: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? suggestion.charAt(0).toUpperCase() + suggestion.slice(1) : suggestion;
}

/**
 * Every such word of a text, in order, none overlapping. Quotes are spared, and so are the names in the data and
 * those in `exempt` (wording of an instrument, the title of a template). Linear in the text.
 */
export function findLanguage(text: string, exempt: readonly string[] = []): LanguageFind[] {
  const finds: LanguageFind[] = [];
  let free: Span[] | null = null;
  let at = 0;
  for (const match of text.matchAll(FINDER)) {
    const [word] = match;
    const start = match.index;
    const end = start + word.length;
    const entry = entryOf.get(plain(word));
    if (entry === undefined || (entry.exactCase === true && !exactly(entry, word)) || excepted(entry, text, start, end)) continue;
    // Most texts hold none of these words, so quotes are looked for only once one was found.
    free ??= spared(text, exempt);
    while ((free[at]?.[1] ?? Infinity) <= start) at += 1;
    const span = free[at];
    if (span !== undefined && span[0] <= start && end <= span[1]) continue;
    finds.push({ start, end, word, suggestions: entry.suggestions.map((suggestion) => withCase(word, suggestion)), note: entry.note });
  }
  return finds;
}

// Only the words in capitals are case-bound: "Medication-assisted treatment" may begin a sentence.
function exactly(entry: Entry, word: string): boolean {
  return entry.words.some((known) => plain(known) === plain(word) && (known.match(/\b\p{Lu}{2,}\b/gu) ?? []).every((capitals) => word.includes(capitals)));
}

export type PlacedFind = LanguageFind & { readonly fieldId: string; readonly block: number };

/** The finds in the running text of a note, by field and block; quote blocks hold the client's words and are spared. */
export function findInDocument(document: NoteDocument, exempt: readonly string[] = []): PlacedFind[] {
  return document.flatMap(({ children }) => children.flatMap((element) => {
    if (element.type !== 'textField') return [];
    return element.children.flatMap((block, index) => {
      if (block.type === 'quote') return [];
      const text = block.type === 'list' ? block.children.map((item) => item.children.map((run) => run.text).join('')).join('\n') : block.children.map((run) => run.text).join('');
      return findLanguage(text, exempt).map((find) => ({ ...find, fieldId: element.fieldId, block: index }));
    });
  }));
}
