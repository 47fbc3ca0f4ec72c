import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../../shared/dates.ts';
import { formatBytes, formatDay } from './format.ts';

describe('formatDay', () => {
  it('shows the day itself whatever the time zone, with the year only when it differs', () => {
    const day = parseLocalDate('2026-01-01');
    expect(formatDay(day, parseLocalDate('2026-11-22'))).not.toContain('2026');
    expect(formatDay(day, parseLocalDate('2027-01-02'))).toContain('2026');
    expect(formatDay(day)).toMatch(/\b1\b/);
  });
});

describe('formatBytes', () => {
  it('picks a unit that can be read', () => {
    expect(formatBytes(0)).toBe('0 B');
    expect(formatBytes(999)).toBe('999 B');
    expect(formatBytes(1_482_934)).toMatch(/^1[.,]5 MB$/);
    expect(formatBytes(12_000_000_000_000)).toContain('GB');
  });
});
