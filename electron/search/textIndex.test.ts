// Both ways to find words give the same answers, mark what was found, and take whatever is typed.
import { describe, expect, it } from 'vitest';
import { HITS_MAX } from '../../shared/search/limits.ts';
import type { SearchEntry, SearchQuery } from '../../shared/search/search.ts';
import { createTextIndex } from './textIndex.ts';

const ASK: SearchQuery = { text: '', kinds: [], clientId: null, from: null, to: null };

function entry(recordId: string, text: string, over: Partial<SearchEntry> = {}): SearchEntry {
  return { kind: 'note', clientId: 'c1', recordId, part: null, date: '2026-11-02', title: 'CBT session', text, ...over };
}

function filled(noSqlite: boolean) {
  const index = createTextIndex({ noSqlite });
  index.put('n1', [entry('n1', 'Practised urge surfing after work. Cravings were down.')]);
  index.put('n2', [entry('n2', 'Spoke about the café in Zürich.', { date: '2026-10-01', clientId: 'c2' })]);
  index.put('p1', [entry('p1', 'Surfing as a hobby; urge to leave early.', { kind: 'plan', title: 'Plan, version 1' })]);
  index.put('c1', [entry('c1', 'Marie-Claire Ōta', { kind: 'client', date: null, title: 'Client details' })]);
  const ids = (text: string, over: object = {}): string[] => index.find({ ...ASK, text, ...over } as SearchQuery).hits.map((hit) => hit.recordId).toSorted();
  return { index, ids };
}

describe.each([['index', false], ['scan', true]] as const)('by %s', (mode, noSqlite) => {
  it('finds all words, beginnings of words, phrases, and letters without their marks', () => {
    const { index, ids } = filled(noSqlite);
    expect(index.mode).toBe(mode);
    expect(ids('urge surfing')).toEqual(['n1', 'p1']);
    expect(ids('"urge surfing"')).toEqual(['n1']);
    expect(ids('“urge surfing”')).toEqual(['n1']);
    expect(ids('"surfing urge"')).toEqual([]);
    expect(ids('"urge surf"')).toEqual([]);
    expect(ids('"urge surf')).toEqual(['n1']);
    expect(ids('"urge surfing" work')).toEqual(['n1']);
    expect(ids('craving')).toEqual(['n1']);
    expect(ids('raving')).toEqual([]);
    expect(ids('CAFE zurich')).toEqual(['n2']);
    expect(ids('marie ota')).toEqual(['c1']);
    expect(ids('session')).toEqual(['n1', 'n2']);
    expect(ids('urge zurich')).toEqual([]);
  });

  it('keeps to the filters', () => {
    const { ids } = filled(noSqlite);
    expect(ids('urge', { kinds: ['plan'] })).toEqual(['p1']);
    expect(ids('s', { clientId: 'c2' })).toEqual(['n2']);
    expect(ids('s', { from: '2026-11-01' })).toEqual(['n1', 'p1']);
    expect(ids('s', { to: '2026-10-31' })).toEqual(['n2']);
    expect(ids('marie', { to: '2026-12-31' })).toEqual([]);
  });

  it('marks exactly the words that were found', () => {
    const { index } = filled(noSqlite);
    const [hit] = index.find({ ...ASK, text: '"urge surfing"' }).hits;
    const { text, ranges } = hit?.fragment ?? { text: '', ranges: [] };
    expect(ranges.map(([from, to]) => text.slice(from, to)).join(' ')).toBe('urge surfing');
  });

  it('forgets what was replaced or dropped', () => {
    const { index, ids } = filled(noSqlite);
    index.put('n1', [entry('n1', 'Nothing of that any more.'), entry('n1', 'A second place.')]);
    expect(ids('surfing')).toEqual(['p1']);
    expect(ids('place')).toEqual(['n1']);
    index.drop('p1');
    index.drop('p1');
    expect(ids('surfing')).toEqual([]);
  });

  it.each(['', '   ', '"', '""', '" "', '*', 'NEAR(', 'a AND', 'text:urge', '-urge', '^urge', "'; DROP TABLE entries; --", '(((', '\\', '%', 'urge*', '{a b}', 'a'.repeat(200), '💥', '"urge', '“urge', '"urge" * OR "x', '"a"b"c" NEAR/2', '“”', '\u0301'])('takes %j for words or nothing', (typed) => {
    const { index } = filled(noSqlite);
    expect(() => index.find({ ...ASK, text: typed })).not.toThrow();
    expect(index.find({ ...ASK, text: 'urge' }).hits).toHaveLength(2);
  });

  it('says when there is more than fits', () => {
    const { index } = filled(noSqlite);
    for (let made = 0; made < HITS_MAX + 5; made += 1) index.put(`m${made}`, [entry(`m${made}`, 'many of these')]);
    const found = index.find({ ...ASK, text: 'many' });
    expect([found.hits.length, found.more]).toEqual([HITS_MAX, true]);
    expect(index.find({ ...ASK, text: 'zurich' }).more).toBe(false);
  });
});
