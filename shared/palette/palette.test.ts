// What the palette finds for a few letters, and what it puts first.
import { describe, expect, it } from 'vitest';
import { commandTable } from '../commands.ts';
import { matchFields, prepare, readQuery } from './match.ts';
import { MOST_OF_A_GROUP, rankLines, type Rankable } from './rank.ts';

const fit = (query: string, ...texts: string[]) => matchFields(readQuery(query), texts.map((text, index) => ({ text: prepare(text), weight: index === 0 ? 1 : 0.6 })));
const line = (label: string, more: Partial<Rankable> & { words?: string } = {}): Rankable & { label: string } => ({ id: label, label, group: 'all', ...more, fields: [{ text: prepare(label), weight: 1 }, ...(more.words ? [{ text: prepare(more.words), weight: 0.6 }] : [])] });
const first = (query: string, lines: (Rankable & { label: string })[], used: string[] = []) => rankLines(query, lines, used).flatMap(({ items }) => items.map(({ label }) => label));

describe('a few letters', () => {
  it.each([['add', 'Add client'], ['cli', 'Add client'], ['ac', 'Add client'], ['addcl', 'Add client'], ['client add', 'Add client'], ['bup', 'Back up now'], ['cbt', 'New note: CBT session'], ['élan', 'Elan'], ['elan', 'Élan'], ["o'brien", "O'Brien"], ['obrien', "O'Brien"], ['zeph', 'Zephyrinequill Mora'], ['mora cbt', 'Mora: CBT session'], ['msrs', 'Measures']])('“%s” fit “%s”', (query, text) => expect(fit(query, text)).not.toBe(null));
  it.each([['xyz', 'Add client'], ['dd', 'Add client'], ['add plan', 'Add client'], ['tneilc', 'Add client'], ['ae', 'Add client'], ['clx', 'Client']])('“%s” do not fit “%s”', (query, text) => expect(fit(query, text)).toBe(null));
  it('fit best at the start, then at a later word, then across words, then with gaps', () => {
    const scores = [fit('mea', 'Measures'), fit('mea', 'All measures'), fit('mea', 'My evening away'), fit('mea', 'Mirexa')].map(Number);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
  });
  it('count for less in what stands beside the name', () => {
    expect(Number(fit('dark', 'Colors', 'dark'))).toBeLessThan(Number(fit('dark', 'Dark colors')));
  });
  it('are no more than a hundred, and none are no question', () => {
    expect(readQuery('a '.repeat(5000)).length).toBeLessThanOrEqual(50);
    expect(readQuery(' \n . ')).toEqual([]);
    expect(fit('a'.repeat(5000), 'a'.repeat(50))).toBe(null);
  });
});

describe('the order of the lines', () => {
  const names = ['Caseload', 'Measures', 'Mora Quill', 'Morag Bell'].map((label) => line(label));
  it('puts what fits best first', () => {
    expect(first('morag', names)).toEqual(['Morag Bell']);
    expect(first('mor', names)).toEqual(['Mora Quill', 'Morag Bell']);
  });
  it('puts what was used last before what fits as well', () => {
    expect(first('mor', names, ['Morag Bell'])).toEqual(['Morag Bell', 'Mora Quill']);
  });
  it('puts archived names after the others, in their own order', () => {
    expect(first('m', [line('Mora', { later: true }), line('Mira'), line('Malin')])).toEqual(['Mira', 'Malin', 'Mora']);
  });
  it('shows no more of a group than can be looked over', () => {
    expect(first('p', Array.from({ length: 1000 }, (_, index) => line(`Person ${String(index)}`)))).toHaveLength(MOST_OF_A_GROUP);
  });
  it('shows nothing where nothing is asked', () => {
    expect(rankLines('  ', names, [])).toEqual([]);
  });
  it('finds every command by its own words', () => {
    const lines = commandTable.map((command) => ({ ...line(command.label, { id: command.id, ...(command.words ? { words: command.words } : {}) }) }));
    for (const command of commandTable) {
      const ids = rankLines(command.label, lines, []).flatMap(({ items }) => items.map(({ id }) => id));
      expect(ids, command.label).toContain(command.id);
    }
    expect(first('dark', lines)[0]).toBe('Colors: dark');
    expect(first('new client', lines)[0]).toBe('Add client');
    expect(first('sign', lines)[0]).toBe('Review and sign');
  });
});
