// Where a note uses words the field no longer uses of people. Refuses to read a line twice: what was
// found in a line is kept for as long as the line stands.
import { Range, type Descendant } from 'slate';
import { findLanguage, type LanguageFind } from '../../../shared/notes/preferredLanguage.ts';
import type { InBox } from './boxTexts.ts';
import { blockText, rangeInBlock, textBlocks } from './blockTexts.ts';

export type WordingFind = LanguageFind & { readonly range: Range };
export type BoxWording = LanguageFind & InBox;

const known = new WeakMap<Descendant, readonly LanguageFind[]>();

function findsIn(node: Descendant): readonly LanguageFind[] {
  const before = known.get(node);
  if (before !== undefined) return before;
  const finds = findLanguage(blockText(node));
  known.set(node, finds);
  return finds;
}

/** Reads lines while `more()` allows; true when all have been read. Lines read before cost a look-up. */
export function readAhead(children: readonly Descendant[], more: () => boolean): boolean {
  for (const { node, quote } of textBlocks(children)) {
    if (quote || known.has(node)) continue;
    if (!more()) return false;
    findsIn(node);
  }
  return true;
}

/** Every find of a note with its place, without the words in `left`. Quotes are the client's own words. */
export function findWording(children: readonly Descendant[], left: ReadonlySet<string>): WordingFind[] {
  const found: WordingFind[] = [];
  for (const block of textBlocks(children)) {
    if (block.quote) continue;
    for (const find of findsIn(block.node)) {
      const range = left.has(find.word.toLowerCase()) ? null : rangeInBlock(block, find.start, find.end);
      if (range) found.push({ ...find, range });
    }
  }
  return found;
}

/** The find at the caret, else the next one after it, else the first. */
export function nearestFind<F extends { readonly range: Range }>(finds: readonly F[], at: Range | null): F | undefined {
  if (!at) return finds[0];
  const caret = Range.start(at);
  const here = finds.find(({ range }) => Range.includes(range, caret));
  return here ?? finds.find(({ range }) => Range.isBackward({ anchor: Range.start(range), focus: caret })) ?? finds[0];
}
