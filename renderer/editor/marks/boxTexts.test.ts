// Marks in boxes: a text is read once, places move with it, the caret chooses and is spared.
import { describe, expect, it } from 'vitest';
import { changeBetween, createBoxReader, isAtCaret, movedPlace, nearestInBox } from './boxTexts.ts';

describe('text in boxes', () => {
  it('is read once while it stands, and only in the box that has changed', () => {
    const reads: string[] = [];
    const reader = createBoxReader((text) => { reads.push(text); return text.split(' '); });
    const [one, two] = [{ value: 'a b' }, { value: 'c' }];
    expect(reader.ahead([one, two], () => true)).toBe(true);
    two.value = 'c d';
    expect(reader.ahead([one, two], () => false)).toBe(false);
    expect(reader.ahead([one, two], () => true)).toBe(true);
    expect([reader.in(one), reader.in(two)]).toEqual([['a', 'b'], ['c', 'd']]);
    expect(reads).toEqual(['a b', 'c', 'c d']);
  });

  it('the one change between two texts is found, with doubled letters too', () => {
    for (const [before, after] of [['', 'a'], ['aa', 'aaa'], ['abc', ''], ['one two', 'one and two'], ['x recieve y', 'x receive y'], ['same', 'same']] as const) {
      const { at, removed, added } = changeBetween(before, after);
      expect(`${before.slice(0, at)}${added}${before.slice(at + removed)}`).toBe(after);
    }
    expect(changeBetween('aa', 'aaa')).toEqual({ at: 2, removed: 0, added: 'a' });
    expect(changeBetween('same', 'same')).toEqual({ at: 4, removed: 0, added: '' });
  });

  it('a caret before, in and behind a replaced word', () => {
    const word = { start: 4, end: 11 };
    expect([0, 4, 7, 11, 20].map((at) => movedPlace(at, word, 3))).toEqual([0, 4, 7, 7, 16]);
  });

  it('the word at the caret, else the next, else the first; a selection is no caret', () => {
    const finds = [{ start: 0, end: 3 }, { start: 8, end: 12 }];
    expect([2, 3, 5, 12, 20].map((caret) => nearestInBox(finds, caret)?.start)).toEqual([0, 0, 8, 8, 0]);
    expect(nearestInBox([], 0)).toBeUndefined();
    expect(isAtCaret({ selectionStart: 12, selectionEnd: 12 }, { start: 8, end: 12 })).toBe(true);
    expect(isAtCaret({ selectionStart: 8, selectionEnd: 12 }, { start: 8, end: 12 })).toBe(false);
    expect(isAtCaret({ selectionStart: 13, selectionEnd: 13 }, { start: 8, end: 12 })).toBe(false);
  });
});
