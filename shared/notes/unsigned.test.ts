import { describe, expect, it } from 'vitest';
import { Instant, LocalTime, parseLocalDate } from '../dates.ts';
import { unsignedText } from '../text/en/unsigned.ts';
import { CoSignature } from './note.ts';
import { overlap, type Timed } from './overlap.ts';
import { longestFirst, waiting } from './unsigned.ts';

const at = (text: string) => Instant.parse(text);
const session = (startTime: string | null, endTime: string | null, more: Partial<Timed> = {}): Timed => ({
  serviceDate: parseLocalDate('2026-03-10'), startTime: startTime === null ? null : LocalTime.parse(startTime), endTime: endTime === null ? null : LocalTime.parse(endTime), serviceType: 'individual', ...more,
});

describe('how long a note has waited', () => {
  it('is late only past the limit, counts whole hours, and never less than none', () => {
    const note = { createdAt: at('2026-03-10T10:00:00.000Z'), blank: false };
    expect(waiting(note, at('2026-03-12T10:00:00.000Z'), 48)).toEqual({ hours: 48, late: false });
    expect(waiting(note, at('2026-03-12T10:00:00.001Z'), 48)).toEqual({ hours: 48, late: true });
    expect(waiting(note, at('2026-03-12T09:59:59.999Z'), 48)).toEqual({ hours: 47, late: false });
    // A clock that was put back.
    expect(waiting(note, at('2026-03-09T10:00:00.000Z'), 48)).toEqual({ hours: 0, late: false });
  });

  it('is never late where nothing was written, and such drafts stand last', () => {
    const head = (createdAt: string, blank: boolean) => ({ head: { id: createdAt, createdAt: at(createdAt), blank } as never });
    expect(waiting({ createdAt: at('2026-03-01T10:00:00.000Z'), blank: true }, at('2026-03-12T10:00:00.000Z'), 48)).toEqual({ hours: 264, late: false });
    expect([head('2026-03-01T10:00:00.000Z', true), head('2026-03-03T10:00:00.000Z', false), head('2026-03-02T10:00:00.000Z', false)].toSorted(longestFirst).map((one) => (one.head as { id: string }).id.slice(8, 10))).toEqual(['02', '03', '01']);
  });

  it('is said in words that fit its length', () => {
    expect([0, 1, 47, 48, 71, 72].map(unsignedText.age)).toEqual(['less than an hour', '1 hour', '47 hours', '2 days', '2 days', '3 days']);
  });
});

describe('two sessions', () => {
  it('overlap where they share a stretch of one day, whichever is asked first', () => {
    const base = session('14:00', '14:50');
    const cases: [Timed, boolean][] = [
      [session('14:50', '15:30'), false], [session('13:00', '14:00'), false], [session('14:49', '15:30'), true], [session('13:00', '14:01'), true],
      [session('14:10', '14:20'), true], [session('13:00', '16:00'), true], [session('14:00', '14:50'), true],
      [session('14:10', '14:20', { serviceDate: parseLocalDate('2026-03-11') }), false], [session('14:10', '14:20', { serviceType: 'no_show' }), false],
      [session('14:10', null), false], [session(null, '14:20'), false], [session('14:20', '14:10'), false],
    ];
    for (const [other, shared] of cases) expect([overlap(base, other), overlap(other, base)]).toEqual([shared, shared]);
  });
});

describe('the place for a second signature', () => {
  const second = { name: 'Robin Vale', credentials: 'LCSW', role: 'Supervisor', at: '2026-03-10T15:00:00.000Z', method: 'passphrase' };
  it('takes who, in which role, when and how, and nothing else', () => {
    expect(CoSignature.safeParse(second).success).toBe(true);
    for (const wrong of [{ ...second, name: '' }, { ...second, role: '' }, { ...second, at: 'noon' }, { ...second, method: 'click' }, { ...second, note: 'x' }]) expect(CoSignature.safeParse(wrong).success).toBe(false);
  });
});
