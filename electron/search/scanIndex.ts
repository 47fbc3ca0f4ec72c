// The slower way to find words: every text is read for every question. Refuses to rank: newest days come first.
import { HITS_MAX } from '../../shared/search/limits.ts';
import type { Fragment, SearchEntry, SearchQuery } from '../../shared/search/search.ts';
import { fold, readTerms, type Term } from '../../shared/search/terms.ts';
import type { TextIndex } from './textIndex.ts';

const BEFORE = 60;
const AFTER = 160;

type Held = { readonly entry: SearchEntry; readonly folded: string };

const WORD_SIGN = /[\p{L}\p{N}\p{M}]/u;

function isWordSign(text: string, at: number): boolean {
  return at >= 0 && at < text.length && WORD_SIGN.test(text[at] ?? '');
}

/** Places of a term that begin at a word's beginning and, for a phrase, end at a word's end. */
function places(folded: string, { words, prefix }: Term): [number, number][] {
  const pattern = new RegExp(words.map((word) => fold(word)).join('[^\\p{L}\\p{N}\\p{M}]+'), 'gu');
  return [...folded.matchAll(pattern)].map((match): [number, number] => [match.index, match.index + match[0].length])
    .filter(([from, to]) => !isWordSign(folded, from - 1) && (prefix || !isWordSign(folded, to)));
}

function fragmentOf(text: string, found: readonly [number, number][]): Fragment {
  const first = found[0]?.[0] ?? 0;
  const start = Math.max(0, first - BEFORE);
  const end = Math.min(text.length, first + AFTER);
  const lead = start > 0 ? '…' : '';
  const shift = lead.length - start;
  const ranges = found.filter(([from, to]) => from >= start && to <= end).map(([from, to]): [number, number] => [from + shift, to + shift]);
  return { text: `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`, ranges };
}

function fits({ kind, clientId, date }: SearchEntry, query: SearchQuery): boolean {
  if (query.kinds.length > 0 && !query.kinds.includes(kind)) return false;
  if (query.clientId !== null && clientId !== query.clientId) return false;
  if (query.from !== null && (date === null || date < query.from)) return false;
  return query.to === null || (date !== null && date <= query.to);
}

/** Overlapping places would be marked twice. */
function apart(found: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const one of found.toSorted((a, b) => a[0] - b[0])) if (one[0] >= (result.at(-1)?.[1] ?? 0)) result.push(one);
  return result;
}

/** Same answers as the index, without its order. */
export function createScanIndex(): TextIndex {
  const byRecord = new Map<string, readonly Held[]>();
  return {
    mode: 'scan',
    put: (recordId, entries) => { byRecord.set(recordId, entries.map((entry) => ({ entry, folded: fold(`${entry.title}\n${entry.text}`) }))); },
    drop: (recordId) => { byRecord.delete(recordId); },
    find(query) {
      const terms = readTerms(query.text);
      if (terms.length === 0) return { hits: [], more: false };
      const held = [...byRecord.values()].flat().filter(({ entry }) => fits(entry, query)).toSorted((a, b) => (b.entry.date ?? '').localeCompare(a.entry.date ?? ''));
      const hits = [];
      for (const { entry: { text, ...head }, folded } of held) {
        const found = terms.map((term) => places(folded, term));
        if (found.some((one) => one.length === 0)) continue;
        // The title stands before the text in what was read.
        const skip = head.title.length + 1;
        hits.push({ ...head, fragment: fragmentOf(text, apart(found.flat().map(([from, to]): [number, number] => [from - skip, to - skip]).filter(([from]) => from >= 0))) });
        if (hits.length > HITS_MAX) break;
      }
      return { hits: hits.slice(0, HITS_MAX), more: hits.length > HITS_MAX };
    },
  };
}
