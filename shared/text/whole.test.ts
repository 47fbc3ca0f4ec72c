// What stays on one line on paper, what does not, and that no letter of the text is touched.
import { describe, expect, it } from 'vitest';
import { joinedWhole, longestWhole, wholePieces } from './whole.ts';

const longestOf = (parts: readonly string[]): number => Math.max(0, ...parts.map(({ length }) => length));
const wholes = (text: string): string[] => wholePieces(text).filter(({ whole }) => whole).map((piece) => piece.text);

describe('what is not broken over two lines', () => {
  it.each([
    '(415) 555-0134', '415-555-0134', '415 555 0134', '1-800-555-0100', '+1 415-555-0134', '+1 (415) 555-0134', '+44 20 7946 0018', '020 7946 0018', '555-0142', '555-0142 ext. 3', '415-555-0134 x12', '1-800-555-HELP', '1-800-FLOWERS',
  ])('a phone number: %s', (phone) => {
    expect(wholes(`Call Iris at ${phone}, or my aunt.`)).toEqual([phone]);
    expect(wholes(phone)).toEqual([phone]);
  });

  it.each(['Dec 12, 2026', 'December 12, 2026', 'Dec 12', 'Sept. 3', '12 December 2026', '2026-12-12', '12/12/2026', '3-4-26', 'May 5th'])('a day: %s', (day) => {
    expect(wholes(`We meet on ${day}. Then we see.`)).toEqual([day]);
  });

  it.each(['9:00 – 9:50 AM', '8 pm', '10:30 p.m.', '9-5 pm', '11:30 PM'])('a time: %s', (time) => {
    expect(wholes(`Open until ${time}, every day`)).toEqual([time]);
  });

  it.each(['0.7 mg', '20 mg', '12.5 mcg', '8 mg/2 mg', '8/2 mg', '0.5–1 mg', '4 mg/day', '2 mg/mL', '1,000 mg', '5 %', '2 films', '1 tablet', '30 mL', '50 µg'])('a dose: %s', (dose) => {
    expect(wholes(`She takes ${dose} each morning; no more.`)).toEqual([dose]);
  });

  it.each(['Part 2 of the plan', 'I may go home', 'In 2026 I moved', 'section 555', '10 of 10', 'Call 988 or 911', '415.555.0134', '3 great days', 'room 12 lower floor', '5 apples', 'abc-def-ghij', 'It was march 5000 people strong'])('nothing else: %s', (text) => {
    expect(wholes(text)).toEqual([]);
  });

  it('each of several in one sentence, in its order', () => {
    expect(wholes('On Dec 12, 2026 at 9:30 AM call (415) 555-0134 or 555-0142; 0.7 mg, then 1.4 mg.')).toEqual(['Dec 12, 2026', '9:30 AM', '(415) 555-0134', '555-0142', '0.7 mg', '1.4 mg']);
  });

  it('a line end that was typed stays one', () => {
    expect(wholes('I took 5\nmg was what she said. 555\n0142')).toEqual([]);
  });

  it('loses and adds no letter, whatever the text', () => {
    for (const text of ['', ' ', '555-0142', 'x 0.7 mg y\n\n(415) 555-0134\n', '٥ mg ,,, 12/12/2026/12', '1'.repeat(5000), '1-'.repeat(2000), '12 mg '.repeat(500)]) {
      expect(wholePieces(text).map((piece) => piece.text).join('')).toBe(text);
    }
  });

  it('a long list of numbers is no dose: it would run over the edge of the page', () => {
    const days = Array.from({ length: 30 }, (_, day) => String(day + 1)).join(',');
    expect(longestOf(wholes(`On days ${days} mg`))).toBeLessThan(20);
    expect(wholes('1,000,000.5 mg')).toEqual(['1,000,000.5 mg']);
  });

  it('tells how long the longest of them is, for a table that has to hold it', () => {
    expect(longestWhole('at (415) 555-0134 now')).toBe(14);
    expect(longestWhole('a restlessness in me')).toBe(12);
    expect(longestWhole('')).toBe(0);
  });

  it('for the foot of a page: the same letters, joined', () => {
    expect(joinedWhole('Call us: (415) 555-0134 now').replaceAll('\u2060', '').replaceAll('\u00a0', ' ')).toBe('Call us: (415) 555-0134 now');
    expect(joinedWhole('Call us: (415) 555-0134 now')).toMatch(/^Call us: \(415\)\u00a0555\u2060-\u20600134 now$/);
  });
});
