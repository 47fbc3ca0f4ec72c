// Bounded strings for records. Refuses control characters and lone surrogates, which no honest
// keyboard produces and which break sealing, searching and printing later.
import { z } from 'zod';

// Tab and line feed are text; other control characters are not.
// eslint-style escapes keep the source itself free of such characters.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;

function isCleanText(text: string): boolean {
  return !CONTROL.test(text) && text.isWellFormed();
}

/** One line of text, trimmed length 1..max. */
export function requiredLine(max: number) {
  return z.string().max(max).refine((text) => text.trim().length > 0 && isCleanText(text) && !text.includes('\n'), 'required line');
}

/** One line of text that may be empty. */
export function optionalLine(max: number) {
  return z.string().max(max).refine((text) => isCleanText(text) && !text.includes('\n'), 'line');
}

/** Several lines of text that may be empty. */
export function plainText(max: number) {
  return z.string().max(max).refine(isCleanText, 'text');
}
