// The lines of running text of a note, and places in them. Refuses fields: what stands in a box is not
// running text.
import { Text, type Descendant, type Path, type Range } from 'slate';

/** A paragraph, quote or list item. Slate never changes a node in place, so `node` stands for the text. */
export type TextBlock = { readonly node: Descendant; readonly path: Path; readonly quote: boolean };

function childrenOf(node: Descendant): readonly Descendant[] {
  return Text.isText(node) ? [] : node.children;
}

/** Every line of running text, in order. */
export function* textBlocks(children: readonly Descendant[]): Generator<TextBlock> {
  for (const [s, section] of children.entries()) {
    for (const [f, field] of childrenOf(section).entries()) {
      if (Text.isText(field) || field.type !== 'textField') continue;
      for (const [b, block] of field.children.entries()) {
        if (Text.isText(block)) continue;
        if (block.type === 'list') for (const [i, item] of block.children.entries()) yield { node: item, path: [s, f, b, i], quote: false };
        else yield { node: block, path: [s, f, b], quote: block.type === 'quote' };
      }
    }
  }
}

/** The characters of a line. */
export function blockText(node: Descendant): string {
  return childrenOf(node).map((child) => (Text.isText(child) ? child.text : '')).join('');
}

/** The range of the characters `start` to `end` of a line, across its runs; null when the line is shorter. */
export function rangeInBlock({ node, path }: Pick<TextBlock, 'node' | 'path'>, start: number, end: number): Range | null {
  let before = 0;
  let anchor: Range['anchor'] | null = null;
  for (const [index, child] of childrenOf(node).entries()) {
    const length = Text.isText(child) ? child.text.length : 0;
    if (anchor === null && start < before + length) anchor = { path: [...path, index], offset: start - before };
    if (anchor !== null && end <= before + length) return { anchor, focus: { path: [...path, index], offset: end - before } };
    before += length;
  }
  return null;
}
