import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newRecoveryCode, parseRecoveryCode } from './recoveryCode.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytes20 = fc.uint8Array({ minLength: 20, maxLength: 20 });
const codeOf = (bytes: Uint8Array): string => newRecoveryCode(() => Uint8Array.from(bytes));

test('pinned: 160 bits as 32 characters and two for the check, in groups of four', () => {
  expect(codeOf(Uint8Array.from({ length: 20 }, (_, at) => at))).toMatchInlineSnapshot(`"000G-40R4-0M30-E209-185G-R38E-1W81-24GK-CF"`);
  expect(codeOf(new Uint8Array(20).fill(255))).toMatchInlineSnapshot(`"ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-AK"`);
});

test('what was shown gives the same bytes, in any case, with O for 0, I and L for 1, and any grouping', () => {
  fc.assert(fc.property(bytes20, (bytes) => {
    const code = codeOf(bytes);
    expect(parseRecoveryCode(code)).toEqual(bytes);
    const sloppy = ` ${code.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replace(/1/g, (_, at: number) => (at % 2 === 0 ? 'i' : 'L'))}\n`;
    expect(parseRecoveryCode(sloppy)).toEqual(bytes);
  }), { numRuns: 300 });
});

test('every single wrong character and every swap of two neighbours is caught', () => {
  let caught = 0;
  const code = codeOf(Uint8Array.from({ length: 20 }, (_, at) => (at * 73 + 11) % 256)).replaceAll('-', '');
  for (let at = 0; at < code.length; at += 1) {
    for (const wrong of ALPHABET) {
      if (wrong === code[at]) continue;
      expect(() => parseRecoveryCode(code.slice(0, at) + wrong + code.slice(at + 1))).toThrow('RECOVERY_CODE_MISTYPED');
      caught += 1;
    }
    const swapped = code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
    if (at < 31 && swapped !== code) expect(() => parseRecoveryCode(swapped)).toThrow('RECOVERY_CODE_MISTYPED');
  }
  expect(caught).toBe(34 * 31);
});

test.each([
  ['nothing', ''], ['too short', 'ABCD'], ['too long', '0'.repeat(35)], ['a letter that is not used', 'U'.repeat(34)], ['another script', `${'0'.repeat(33)}\u0661`],
  ['blanks', ' '.repeat(500)], ['half characters', '\ud800'.repeat(34)],
])('refuses %s', (_, text) => {
  expect(() => parseRecoveryCode(text)).toThrow('RECOVERY_CODE_MISTYPED');
});
