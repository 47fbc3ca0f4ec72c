import { expect, test } from 'vitest';
import { checkPassphrase } from './passphrase.ts';

test.each([
  ['', 'short'], ['river', 'short'], ['Tr0ub4dor&3', 'short'], ['a b c d e f', 'short'], ['one two three', 'short'],
  ['passwordpassword', 'common'], ['12345678901234567890', 'common'], ['qwertyuiopasdfghjkl', 'common'], ['aaaaaaaaaaaaaaaaaaaa', 'common'],
] as const)('refuses %j: %s', async (text, reason) => {
  expect(await checkPassphrase(text)).toMatchObject({ acceptable: false, reason });
});

test.each(['nine lanterns over the quiet harbour', 'oak tin fig rye elm', 'vXq7!mRz2#Lp9k', 'тихая река под семью мостами'])('takes %j', async (text) => {
  expect(await checkPassphrase(text)).toMatchObject({ acceptable: true, reason: null });
});

test('counts words and estimates guesses; a very long one is judged without hanging and refused past the limit', async () => {
  const verdict = await checkPassphrase('nine lanterns over the quiet harbour');
  expect([verdict.words, verdict.score]).toEqual([6, 4]);
  expect(verdict.guessesLog10).toBeGreaterThan(12);
  expect((await checkPassphrase('nine lanterns over the quiet harbour '.repeat(20))).acceptable).toBe(true);
  expect((await checkPassphrase('z9! '.repeat(400))).reason).toBe('short');
});
