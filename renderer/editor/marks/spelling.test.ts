import type { Descendant } from 'slate';
import { describe, expect, it } from 'vitest';
import type { TextBlock } from './blockTexts.ts';
import { firstWhere } from './nearBlocks.ts';
import { findSpelling, readLines, unasked, wordsIn } from './spelling.ts';

const line = (text: string, index = 0): TextBlock => ({ node: { type: 'paragraph', children: [{ text }] } as Descendant, path: [0, 0, index], quote: false });
const at = (offset: number) => ({ path: [0, 0, 0, 0], offset });

describe('spelling of lines', () => {
  it('reads each line once, and asks about each word once', () => {
    const blocks = [line('The clinet came; the clinet left.', 0), line('A sesion.', 1)];
    let reads = 0;
    const count = () => { reads += 1; return true; };
    expect(readLines(blocks, count)).toBe(true);
    expect(readLines(blocks, count)).toBe(true);
    expect(reads).toBe(2);
    // One line changes: only that one is read.
    readLines([blocks[0] ?? line(''), line('A session.', 1)], count);
    expect(reads).toBe(3);
    expect(unasked(blocks.map(({ node }) => wordsIn(node)), new Map([['The', true]]), 50)).toEqual(['clinet', 'came', 'the', 'left', 'sesion']);
    expect(unasked(blocks.map(({ node }) => wordsIn(node)), new Map(), 2)).toHaveLength(2);
  });

  it('stops where the time is used up', () => {
    let left = 1;
    expect(readLines([line('One more.', 0), line('Two more.', 1)], () => (left -= 1) >= 0)).toBe(false);
  });

  it('spares the word at the caret, and marks it when the caret is elsewhere', () => {
    const blocks = [line('The clinet came')];
    const verdicts = new Map([['clinet', false], ['came', true], ['The', true]]);
    const words = (offset: number) => findSpelling(blocks, verdicts, { anchor: at(offset), focus: at(offset) }).map(({ word }) => word);
    expect(words(10)).toEqual([]);
    expect(words(7)).toEqual([]);
    expect(words(11)).toEqual(['clinet']);
    expect(findSpelling(blocks, verdicts, null)).toEqual([{ word: 'clinet', range: { anchor: at(4), focus: at(10) } }]);
    expect(findSpelling(blocks, new Map(), null)).toEqual([]);
  });

  it('finds the first line in view with few looks', () => {
    let looks = 0;
    expect(firstWhere(1000, (index) => { looks += 1; return index >= 640; })).toBe(640);
    expect(looks).toBeLessThan(12);
    expect([firstWhere(0, () => true), firstWhere(5, () => false), firstWhere(5, () => true)]).toEqual([0, 5, 0]);
  });
});
