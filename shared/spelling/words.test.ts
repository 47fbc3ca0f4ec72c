import { expect, it } from 'vitest';
import { wordsOf } from './words.ts';

it('takes what stands together without end for no word, at once', () => {
  expect(wordsOf(`before ${'a'.repeat(750_000)} after`).map(({ word }) => word)).toEqual(['before', 'after']);
});
