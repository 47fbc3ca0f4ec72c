// Which words of a note are not known to the speller. Refuses to read a line twice or to ask about a word twice:
// what was found stays for as long as the line stands, and a verdict for as long as the note is open.
import { Range, type Descendant } from 'slate';
import { wordsOf, type SpelledWord } from '../../../shared/spelling/words.ts';
import { isAtCaret, type BoxReader, type InBox, type NoteBox } from './boxTexts.ts';
import { blockText, rangeInBlock, type TextBlock } from './blockTexts.ts';

export type SpellingFind = { readonly word: string; readonly range: Range };
/** True for a word that is right. */
export type Verdicts = ReadonlyMap<string, boolean>;

const read = new WeakMap<Descendant, readonly SpelledWord[]>();

/** The words of a line. */
export function wordsIn(node: Descendant): readonly SpelledWord[] {
  const before = read.get(node);
  if (before !== undefined) return before;
  const words = wordsOf(blockText(node));
  read.set(node, words);
  return words;
}

/** Reads lines while `more()` allows; true when all have been read. Lines read before cost a look-up. */
export function readLines(blocks: readonly TextBlock[], more: () => boolean): boolean {
  for (const { node } of blocks) {
    if (read.has(node)) continue;
    if (!more()) return false;
    wordsIn(node);
  }
  return true;
}

/** Whether the caret is in the word or right behind it: it may not be finished. */
function isBeingTyped(range: Range, caret: Range | null): boolean {
  return caret !== null && Range.isCollapsed(caret) && Range.includes(range, caret.anchor);
}

/** Words of these lines and boxes that have no verdict yet, each once, at most `most`. */
export function unasked(lines: Iterable<readonly SpelledWord[]>, verdicts: Verdicts, most: number): string[] {
  const words = new Set<string>();
  for (const line of lines) {
    for (const { word } of line) {
      if (!verdicts.has(word)) words.add(word);
      if (words.size >= most) return [...words];
    }
  }
  return [...words];
}

/** Every wrong word of these lines with its place, but the one at `caret` where that is given. */
export function findSpelling(blocks: readonly TextBlock[], verdicts: Verdicts, caret: Range | null): SpellingFind[] {
  return blocks.flatMap((block) => wordsIn(block.node).flatMap(({ word, start, end }) => {
    const range = verdicts.get(word) === false ? rangeInBlock(block, start, end) : null;
    return range && !isBeingTyped(range, caret) ? [{ word, range }] : [];
  }));
}

/** Every wrong word of these boxes with its place, but the one at the caret of the box that is `writing`. */
export function findInBoxes(boxes: readonly NoteBox[], words: BoxReader<SpelledWord>, verdicts: Verdicts, writing: Element | null): InBox[] {
  return boxes.flatMap((box) => words.in(box).flatMap((word) => (verdicts.get(word.word) === false && !(box === writing && isAtCaret(box, word)) ? [{ ...word, box }] : [])));
}
