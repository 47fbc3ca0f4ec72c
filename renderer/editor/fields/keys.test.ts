// What each key does in a field: pure functions, one case for every key that means something.
import { describe, expect, it } from 'vitest';
import { textCommandOfPress } from '../commands.ts';
import { checklistKey } from './ChecklistField.tsx';
import { rovingIndex } from './roving.ts';
import { scaleKey, typedAfter } from './ScaleField.tsx';
import { cellsOf } from './TableField.tsx';
import { cellMove } from './tableKeys.ts';
import { fromAnswer, toAnswer } from './typedAnswer.ts';
import { answerOf, type NumberAnswer } from './useDraft.ts';

const SCALE = { min: 0, max: 10, decimals: 0, outOf: 10, units: [] };

/** Presses keys on a scale one after the other; `pause` stands for a while without a key. */
function typeOnScale(keys: readonly string[]): NumberAnswer {
  let answer: NumberAnswer = null;
  let text = '';
  let soon = false;
  for (const key of keys) {
    if (key === 'pause') {
      soon = false;
      continue;
    }
    const next = typedAfter(key, text, answer, soon);
    if (next === undefined) continue;
    text = next;
    soon = true;
    answer = answerOf(text, SCALE);
  }
  return answer;
}

describe('a scale', () => {
  it.each<[string, NumberAnswer]>([
    ['7', 7], ['0', 0], ['10', 10], ['9/10', 9], ['9 / 10', 9], ['9 of 10', 9], ['13', '13'], ['7.5', '7.5'], ['2-3', '2-3'], ['12/48', '12/48'], ['-2', '-2'], ['80%', '80%'], ['a', null], ['', null],
  ])('typing %s', (keys, answer) => expect(typeOnScale([...keys])).toBe(answer));
  it('takes a figure after a while as a new answer, but goes on with what is not one yet', () => {
    expect(typeOnScale(['7', 'pause', '8'])).toBe(8);
    expect(typeOnScale(['9', 'pause', '/', 'pause', '1', 'pause', '0'])).toBe(9);
    expect(typeOnScale(['7', '8', 'pause', 'Backspace'])).toBe(7);
  });
  it('clears by Backspace and Delete and leaves other keys alone', () => {
    expect(typeOnScale(['4', 'Backspace'])).toBe(null);
    expect(typeOnScale(['2', '-', '3', 'Delete'])).toBe(null);
    expect(typedAfter('Backspace', '', 4, false)).toBe('');
    expect(typedAfter('Tab', '', 4, false)).toBe(undefined);
    expect(typedAfter(' ', '', null, false)).toBe(undefined);
  });
  it('steps by arrows and stays within 0 and 10', () => {
    expect(scaleKey('ArrowRight', 10)).toBe(10);
    expect(scaleKey('ArrowLeft', 0)).toBe(0);
    expect(scaleKey('ArrowUp', 3)).toBe(4);
    expect(scaleKey('ArrowRight', null)).toBe(0);
    expect(scaleKey('ArrowLeft', null)).toBe(10);
    expect(scaleKey('Home', 4)).toBe(0);
    expect(scaleKey('End', 4)).toBe(10);
    expect(scaleKey('7', 4)).toBe(undefined);
  });
});

describe('a group of words', () => {
  const labels = ['Every day', 'Some days missed', 'Not taken', 'None prescribed'];
  it('moves by arrows, around the ends', () => {
    expect(rovingIndex('ArrowRight', 3, labels)).toBe(0);
    expect(rovingIndex('ArrowLeft', 0, labels)).toBe(3);
    expect(rovingIndex('ArrowDown', -1, labels)).toBe(0);
  });
  it('finds the next word by its first letter', () => {
    expect(rovingIndex('n', 0, labels)).toBe(2);
    expect(rovingIndex('N', 2, labels)).toBe(3);
    expect(rovingIndex('n', 3, labels)).toBe(2);
    expect(rovingIndex('z', 0, labels)).toBe(null);
    expect(rovingIndex('e', 0, ['Élan', 'b'])).toBe(0);
  });
  it('leaves other keys alone', () => {
    expect(rovingIndex('Tab', 0, labels)).toBe(null);
    expect(rovingIndex(' ', 0, labels)).toBe(null);
    expect(rovingIndex('n', 0, [])).toBe(null);
  });
});

describe('a checklist', () => {
  it('takes the number of a state, arrows, and Backspace', () => {
    expect(checklistKey('2', -1, 3)).toBe(1);
    expect(checklistKey('4', -1, 3)).toBe(undefined);
    expect(checklistKey('ArrowRight', 2, 3)).toBe(2);
    expect(checklistKey('ArrowRight', -1, 3)).toBe(0);
    expect(checklistKey('ArrowLeft', -1, 3)).toBe(2);
    expect(checklistKey('Backspace', 1, 3)).toBe(null);
  });
});

describe('a table', () => {
  const place = { row: 1, column: 1, rows: 3, columns: 3 };
  const press = (key: string, target: unknown, more: Partial<Record<'ctrlKey' | 'shiftKey', boolean>> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target, ...more });
  const box = (value: string, at: number) => ({ value, selectionStart: at, selectionEnd: at, tagName: 'TEXTAREA' });

  it('goes to the next row by Enter, and asks for a new one after the last', () => {
    expect(cellMove(press('Enter', box('ab', 1)), place)).toEqual({ row: 2, column: 1 });
    expect(cellMove(press('Enter', box('ab', 1)), { ...place, row: 2 })).toEqual({ row: 3, column: 0 });
    expect(cellMove(press('Enter', box('ab', 1), { shiftKey: true }), place)).toBe(null);
  });
  it('moves by arrows only from the edge of the text', () => {
    expect(cellMove(press('ArrowLeft', box('ab', 0)), place)).toEqual({ row: 1, column: 0 });
    expect(cellMove(press('ArrowLeft', box('ab', 1)), place)).toBe(null);
    expect(cellMove(press('ArrowRight', box('ab', 2)), place)).toEqual({ row: 1, column: 2 });
    expect(cellMove(press('ArrowUp', box('ab', 0)), place)).toEqual({ row: 0, column: 1 });
    expect(cellMove(press('ArrowDown', box('ab', 2)), place)).toEqual({ row: 2, column: 1 });
    expect(cellMove(press('ArrowDown', box('ab', 2)), { ...place, row: 2 })).toBe(null);
  });
  it('leaves arrows to a list box', () => {
    expect(cellMove(press('ArrowDown', { tagName: 'SELECT' }), place)).toBe(null);
    // Open, its options have the keys: Enter takes one and adds no row.
    for (const key of ['Enter', 'ArrowDown', 'ArrowUp']) expect(cellMove(press(key, { tagName: 'OPTION' }), place)).toBe(null);
  });
});

it('a percentage stands with the words before it, and nothing else changes its place', () => {
  const columns = (['longText', 'percent', 'text', 'percent', 'percent', 'choice', 'scale', 'percent'] as const).map((kind, index) => ({ id: `c${index}`, label: 'C', hint: '', kind }));
  expect(cellsOf(columns).map((cell) => cell.map(({ at }) => at))).toEqual([[0, 1], [2, 3], [4], [5], [6], [7]]);
});

it('an answer goes into the note and comes back the same', () => {
  for (const answer of [5, 0, null, '2-3']) expect(toAnswer(fromAnswer('number', answer))).toBe(answer);
  expect(fromAnswer('scale', 5)).not.toHaveProperty('typed');
});

describe('commands', () => {
  const press = (key: string, code: string, shiftKey = false) => textCommandOfPress({ key, code, ctrlKey: true, metaKey: false, shiftKey, altKey: false }, 'linux');
  it('answer to their keys', () => {
    expect(press('b', 'KeyB')).toBe('bold');
    expect(press('I', 'KeyI')).toBe('italic');
    expect(press('z', 'KeyZ')).toBe('undo');
    expect(press('Z', 'KeyZ', true)).toBe('redo');
    expect(press('y', 'KeyY')).toBe('redo');
    // Shift changes what a digit key types, not where it lies.
    expect(press('*', 'Digit8', true)).toBe('bulletList');
    expect(press('&', 'Digit7', true)).toBe('numberList');
    expect(press('q', 'KeyQ')).toBe(undefined);
  });
});
