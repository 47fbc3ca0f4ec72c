// Where a word stands in a note: in running text and in the boxes of its fields. Refuses patterns: what is
// typed is looked for as it is, without regard to capitals.
import type { Descendant, Range } from 'slate';
import { blockText, rangeInBlock, textBlocks } from './blockTexts.ts';

/** More hits than this say nothing more. */
export const MOST_HITS = 1000;

function matcher(query: string): RegExp {
  return new RegExp(query.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'giu');
}

/** The ranges of `query` in the running text, in order; none for an empty query. */
export function findInText(children: readonly Descendant[], query: string): Range[] {
  if (query.trim() === '') return [];
  const found: Range[] = [];
  const pattern = matcher(query);
  for (const block of textBlocks(children)) {
    for (const match of blockText(block.node).matchAll(pattern)) {
      const range = rangeInBlock(block, match.index, match.index + match[0].length);
      if (range) found.push(range);
      if (found.length >= MOST_HITS) return found;
    }
  }
  return found;
}

/** Whether a text holds `query`. */
export function holds(text: string, query: string): boolean {
  return query.trim() !== '' && matcher(query).test(text);
}
