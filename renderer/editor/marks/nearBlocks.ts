// The lines that are on the screen, with a screenful before and behind. Refuses to measure every line: they stand
// one below the other, so the first and the last one are found by halving.
import { Editor } from 'slate';
import type { NoteSlate } from '../slateTypes.ts';
import { textBlocks, type TextBlock } from './blockTexts.ts';
import { pageRange } from './paint.ts';

/** Index of the first of `count` for which `holds`, which is false up to some index and true from there. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Lines near the view, in order. */
export function nearBlocks(editor: NoteSlate): TextBlock[] {
  const blocks = [...textBlocks(editor.children)];
  const box = (index: number): DOMRect | undefined => {
    const block = blocks[index];
    return block === undefined ? undefined : pageRange(editor, Editor.range(editor, block.path))?.getBoundingClientRect();
  };
  const height = window.innerHeight;
  const first = firstWhere(blocks.length, (index) => (box(index)?.bottom ?? 0) >= -height);
  const end = firstWhere(blocks.length, (index) => (box(index)?.top ?? 0) > 2 * height);
  return blocks.slice(first, end);
}
