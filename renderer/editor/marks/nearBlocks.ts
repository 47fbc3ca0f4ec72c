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
  // A range over an empty line has no box of its own, so its element is measured.
  const edge = (index: number, side: 'top' | 'bottom'): number => {
    const block = blocks[index];
    const place = block === undefined ? null : pageRange(editor, Editor.range(editor, block.path));
    const node = side === 'top' ? place?.startContainer : place?.endContainer;
    const element = node instanceof Element ? node : node?.parentElement;
    return element?.getBoundingClientRect()[side] ?? 0;
  };
  const height = window.innerHeight;
  const first = firstWhere(blocks.length, (index) => edge(index, 'bottom') >= -height);
  const end = firstWhere(blocks.length, (index) => edge(index, 'top') > 2 * height);
  return blocks.slice(first, end);
}
