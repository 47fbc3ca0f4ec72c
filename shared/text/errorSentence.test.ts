// Every refusal has words that a person can act on.
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../errors.ts';
import { errorSentence } from './errorSentence.ts';

describe('sentences of refusals', () => {
  it.each(ERROR_CODES)('%s is a whole sentence without codes or blanks', (code) => {
    const sentence = errorSentence(code);
    expect(sentence).toMatch(/^[A-Z].*\.$/s);
    expect(sentence).not.toMatch(/[{}!]|[A-Z]+_[A-Z]+/);
  });

  it('says what is wrong with a day, and speaks of two dates only where there are two', () => {
    expect(errorSentence('DATE_ORDER', { field: 'date', why: 'future' })).toBe('This day has not come yet. Enter the day it happened.');
    expect(errorSentence('DATE_ORDER', { why: 'beforeLevel', day: '3 Jan 2026' })).toContain('began (3 Jan 2026)');
    expect(errorSentence('DATE_ORDER', { field: 'plannedEnd' })).toContain('both dates');
  });

  it('never offers to reset or to start over', () => {
    for (const code of ERROR_CODES) expect(errorSentence(code)).not.toMatch(/\breset\b|start over|delete/i);
  });

  it('names the facts it was given', () => {
    expect(errorSentence('UNLOCK_FAILED', { seconds: 8 })).toContain('in 8 seconds');
    expect(errorSentence('UNLOCK_WAIT', { seconds: 1 })).toContain('1 second before');
    expect(errorSentence('UNLOCK_FAILED', { seconds: 0 })).not.toContain('seconds');
    expect(errorSentence('OPEN_LOCKED_ELSEWHERE', { host: 'front-desk', sinceMs: 3, canTakeOver: false })).toContain('already open on front-desk.');
    expect(errorSentence('OPEN_LOCKED_ELSEWHERE', { host: 'front-desk', sinceMs: 3, canTakeOver: true })).toContain('you can open it here');
  });
});
