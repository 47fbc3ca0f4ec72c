// How much of a note was written before in the client's earlier notes. Refuses to judge choices and
// scores: they recur honestly. Compares runs of three words, so order and layout do not matter.
import type { NoteDocument } from './document.ts';
import { textFieldText } from './plainText.ts';
import { rowsOf } from './presetTables.ts';

const RUN = 3;
/** Above this share the counsellor is warned; the default of a setting. */
export const SIMILARITY_WARN_ABOVE = 80;
/** Below this many words a likeness says nothing. */
export const SIMILARITY_MIN_WORDS = 25;
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu;

/** Runs of words of one note, counted; made once for each note. */
export type Fingerprint = { readonly words: number; readonly runs: ReadonlyMap<number, number> };

// FNV-1a over UTF-16 units; 32 bits are enough for some ten thousand runs.
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** The running text, short answers and table texts of a note, one place a line. */
export function writtenLines(document: NoteDocument): string[] {
  return document.flatMap(({ children }) => children.flatMap((element) => {
    if (element.type === 'textField') return textFieldText(element).split('\n');
    if (element.field.kind === 'shortText') return element.field.value.split('\n');
    return (rowsOf(element.field) ?? []).flatMap((row) => Object.values(row.cells).filter((cell) => typeof cell === 'string')).flatMap((cell) => cell.split('\n'));
  }));
}

/** Linear in the text. A line of fewer than three words is one run. */
export function fingerprint(lines: readonly string[]): Fingerprint {
  const runs = new Map<number, number>();
  let words = 0;
  for (const line of lines) {
    const found = line.normalize('NFKC').toLowerCase().match(WORD) ?? [];
    words += found.length;
    for (let start = 0; start < Math.max(found.length - RUN + 1, Math.min(found.length, 1)); start += 1) {
      const key = hash(found.slice(start, start + RUN).join(' '));
      runs.set(key, (runs.get(key) ?? 0) + 1);
    }
  }
  return { words, runs };
}

/** Share of the first text that stands in the second, 0 to 100, rounded; 0 for an empty text. */
export function likeness(text: Fingerprint, earlier: Fingerprint): number {
  let all = 0;
  let shared = 0;
  for (const [run, count] of text.runs) {
    all += count;
    shared += Math.min(count, earlier.runs.get(run) ?? 0);
  }
  return all === 0 ? 0 : Math.round((shared / all) * 100);
}

export type Likeness<Id> = { readonly percent: number; readonly id: Id; readonly warn: boolean };

/** The earlier note that is most alike; null when there is none, or too few words to tell. `warnAbove` is a setting. */
export function mostAlike<Id>(text: Fingerprint, earlier: Iterable<readonly [Id, Fingerprint]>, warnAbove: number = SIMILARITY_WARN_ABOVE): Likeness<Id> | null {
  if (text.words < SIMILARITY_MIN_WORDS) return null;
  let best: Likeness<Id> | null = null;
  for (const [id, print] of earlier) {
    const percent = likeness(text, print);
    if (best === null || percent > best.percent) best = { percent, id, warn: percent > warnAbove };
  }
  return best;
}
