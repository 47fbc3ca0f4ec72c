import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../errors.ts';
import { allowedValues, type Instrument, optionsOf } from './instrument.ts';
import { itemNumber } from './itemNumber.ts';
import { findInstrument, instrumentById, loadInstruments, parseInstrument } from './loadInstruments.ts';
import { type Answers, DEFAULT_CUTS, score } from './score.ts';
import { drawnBands } from './trend.ts';

/** Answers to the scored items in order; extra ones by id. */
function inOrder(instrument: Instrument, values: readonly (number | null)[], extra: Answers = {}): Answers {
  const items = instrument.items.filter(({ scored }) => scored);
  expect(values).toHaveLength(items.length);
  return { ...Object.fromEntries(items.map(({ id }, index) => [id, values[index] ?? null])), ...extra };
}

const get = (id: string) => instrumentById(id);
const total = (id: string, values: readonly (number | null)[], extra: Answers = {}) => score(get(id), inOrder(get(id), values, extra));

/** `sum` spread over items that each take 0 to `most`. */
function spread(sum: number, items: number, most: number): number[] {
  return Array.from({ length: items }, (_, index) => Math.max(0, Math.min(most, sum - index * most)));
}

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isAppError(error, 'BAD_REQUEST')) return `${error.facts['item']}: ${error.facts['allowed'] ?? 'unknown'}`;
    throw error;
  }
  return 'accepted';
}

describe('COWS', () => {
  it('counts the vectors of the reference', () => {
    expect(total('COWS', [96, 2, 1, 2, 1, 1, 2, 1, 1, 1, 0])).toMatchObject({ total: 13, band: 'moderate', missing: [], alerts: ['COWS-PRESCRIBER'] });
    expect(total('COWS', [4, 4, 5, 5, 4, 4, 5, 4, 4, 4, 5])).toMatchObject({ total: 48, band: 'severe', alerts: ['COWS-PRESCRIBER', 'COWS-URGENT'] });
    expect(total('COWS', Array<number>(11).fill(0))).toMatchObject({ total: 0, band: 'below mild', alerts: [] });
  });

  it.each([[20, 0], [79, 0], [80, 0], [81, 1], [100, 1], [101, 2], [120, 2], [121, 4], [300, 4]])('derives the score of a pulse of %i', (pulse, expected) => {
    expect(total('COWS', [pulse, ...Array<number>(10).fill(0)]).total).toBe(expected);
  });

  it('takes exactly the values of each item and no other', () => {
    const allowed: Record<string, number[]> = { 1: [0, 1, 2, 4], 2: [0, 1, 2, 3, 4], 3: [0, 1, 3, 5], 4: [0, 1, 2, 5], 5: [0, 1, 2, 4], 6: [0, 1, 2, 4], 7: [0, 1, 2, 3, 5], 8: [0, 1, 2, 4], 9: [0, 1, 2, 4], 10: [0, 1, 2, 4], 11: [0, 3, 5] };
    for (const [item, values] of Object.entries(allowed)) {
      for (let value = -1; value <= 19; value += 1) expect(refusal(() => score(get('COWS'), { [item]: value })) === 'accepted', `item ${item} at ${value}`).toBe(values.includes(value));
    }
    expect(refusal(() => score(get('COWS'), { 3: 2 }))).toBe('3: 0, 1, 3 or 5');
    expect(refusal(() => score(get('COWS'), { 1: 301 }))).toBe('1: 0, 1, 2 or 4, or pulse from 20 to 300');
  });
});

describe('bands', () => {
  // Every total is reached and named; an edge moved by one point would show.
  it.each([
    ['PHQ-9', 9, 3, [[0, 'minimal'], [4, 'minimal'], [5, 'mild'], [9, 'mild'], [10, 'moderate'], [14, 'moderate'], [15, 'moderately severe'], [19, 'moderately severe'], [20, 'severe'], [27, 'severe']]],
    ['GAD-7', 7, 3, [[0, 'minimal'], [4, 'minimal'], [5, 'mild'], [9, 'mild'], [10, 'moderate'], [14, 'moderate'], [15, 'severe'], [21, 'severe']]],
    ['CRAVING', 1, 10, [[0, 'low'], [3, 'low'], [4, 'medium'], [6, 'medium'], [7, 'high'], [10, 'high']]],
    ['OUD-CRITERIA', 11, 1, [[0, 'none'], [1, 'none'], [2, 'mild'], [3, 'mild'], [4, 'moderate'], [5, 'moderate'], [6, 'severe'], [11, 'severe']]],
    ['DAST-10', 10, 1, [[0, 'none'], [1, 'low'], [2, 'low'], [3, 'moderate'], [5, 'moderate'], [6, 'substantial'], [8, 'substantial'], [9, 'severe'], [10, 'severe']]],
    ['SOWS', 16, 4, [[0, 'none'], [1, 'mild'], [10, 'mild'], [11, 'moderate'], [20, 'moderate'], [21, 'severe'], [64, 'severe']]],
  ] as const)('%s names every edge', (id, items, most, edges) => {
    for (const [sum, band] of edges) expect(total(id, spread(sum, items, most)), `${id} ${sum}`).toMatchObject({ total: sum, band });
  });

  it('names every COWS total, by every path of random answers', () => {
    const cows = get('COWS');
    const name = (sum: number) => (sum < 5 ? 'below mild' : sum < 13 ? 'mild' : sum < 25 ? 'moderate' : sum < 37 ? 'moderately severe' : 'severe');
    const answers = fc.tuple(...cows.items.map((item) => fc.constantFrom(...optionsOf(cows, item).map((option) => option.score))));
    fc.assert(fc.property(answers, (values) => {
      const sum = values.reduce((all, value) => all + value, 0);
      expect(total('COWS', values)).toMatchObject({ total: sum, band: name(sum), alerts: sum >= 25 ? ['COWS-PRESCRIBER', 'COWS-URGENT'] : sum >= 13 ? ['COWS-PRESCRIBER'] : [] });
    }), { numRuns: 400 });
    expect(drawnBands(cows)).toEqual([{ name: 'below mild', min: 0, max: 4 }, { name: 'mild', min: 5, max: 12 }, { name: 'moderate', min: 13, max: 24 }, { name: 'moderately severe', min: 25, max: 36 }, { name: 'severe', min: 37, max: 48 }]);
  });
});

describe('PHQ-9 and GAD-7', () => {
  it('raises the suicide check by item 9 alone, whatever else is there', () => {
    for (const nine of [1, 2, 3]) expect(total('PHQ-9', [0, 0, 0, 0, 0, 0, 0, 0, nine])).toMatchObject({ total: nine, alerts: ['R-SUI1'] });
    expect(total('PHQ-9', [3, 3, 3, 3, 3, 3, 3, 3, 0])).toMatchObject({ total: 24, alerts: [] });
    expect(total('PHQ-9', [null, null, null, null, null, null, null, null, 1])).toMatchObject({ total: null, band: null, alerts: ['R-SUI1'], missing: ['1', '2', '3', '4', '5', '6', '7', '8'] });
  });

  it('never counts item 10, and never a total with a gap', () => {
    expect(total('PHQ-9', [1, 1, 1, 1, 1, 1, 1, 1, 0], { 10: 3 })).toMatchObject({ total: 8, missing: [] });
    for (let gap = 0; gap < 9; gap += 1) expect(total('PHQ-9', spread(27, 9, 3).map((value, index) => (index === gap ? null : value)))).toMatchObject({ total: null, band: null, missing: [String(gap + 1)] });
    expect(refusal(() => total('PHQ-9', [0, 0, 0, 0, 0, 0, 0, 0, 4]))).toBe('9: 0, 1, 2 or 3');
    expect(refusal(() => total('PHQ-9', [0, 0, 0.5, 0, 0, 0, 0, 0, 0]))).toBe('3: 0, 1, 2 or 3');
    expect(refusal(() => score(get('PHQ-9'), { 11: 0 }))).toBe('11: unknown');
  });

  it('asks for more at a GAD-7 of 10', () => {
    expect(total('GAD-7', spread(9, 7, 3)).alerts).toEqual([]);
    expect(total('GAD-7', spread(10, 7, 3)).alerts).toEqual(['GAD-7-FURTHER']);
  });
});

describe('PC-PTSD-5', () => {
  it('is 0 when nothing happened, whatever follows', () => {
    expect(score(get('PC-PTSD-5'), { exposure: 0 })).toMatchObject({ total: 0, band: 'negative', missing: [] });
    expect(total('PC-PTSD-5', [1, 1, 1, 1, 1], { exposure: 0 }).total).toBe(0);
  });

  it('has no total while the first question is open', () => {
    expect(total('PC-PTSD-5', [1, 1, 1, 1, 1])).toMatchObject({ total: null, missing: ['exposure'] });
    expect(total('PC-PTSD-5', [1, 1, null, 1, 1], { exposure: 1 })).toMatchObject({ total: null, missing: ['3'] });
  });

  it.each([[3, 4, 'negative'], [4, 4, 'positive'], [5, 4, 'positive'], [2, 3, 'negative'], [3, 3, 'positive']])('%i at a cut of %i is %s', (sum, ptsdCut, band) => {
    const values = inOrder(get('PC-PTSD-5'), spread(sum, 5, 1), { exposure: 1 });
    expect(score(get('PC-PTSD-5'), values, { ...DEFAULT_CUTS, ptsdCut })).toMatchObject({ total: sum, band, alerts: band === 'positive' ? ['PC-PTSD-5-POSITIVE'] : [] });
  });
});

describe('BAM', () => {
  const vector = { 1: 3, 2: 2, 3: 3, 4: 0, 6: 2, 8: 3, 9: 2, 10: 1, 11: 2, 12: 0, 13: 0, 14: 0, 15: 1, 16: 2 };

  it('counts the vector of the reference, three parts and no total', () => {
    expect(score(get('BAM'), vector)).toEqual({ total: null, band: null, subscales: { use: 2, risk: 14, protective: 5 }, alerts: ['BAM-USE', 'BAM-RISK', 'BAM-PROTECTIVE'], missing: [], skipped: ['5=0'] });
  });

  it('follows the skips of the form', () => {
    expect(score(get('BAM'), { ...vector, 5: 3 }).subscales['use']).toBe(2);
    expect(score(get('BAM'), { ...vector, 4: 1 })).toMatchObject({ missing: ['5'], subscales: { use: null, risk: 14, protective: 5 } });
    expect(score(get('BAM'), { ...vector, 6: 0, '7E': 4 })).toMatchObject({ subscales: { use: 0 }, skipped: ['5=0', '7E'], alerts: ['BAM-RISK', 'BAM-PROTECTIVE'] });
    expect(refusal(() => score(get('BAM'), { 14: 2 }))).toBe('14: 0 or 4');
  });

  it('flags at the cut and not beside it', () => {
    const risk = (sum: number) => score(get('BAM'), { ...vector, ...Object.fromEntries(['1', '2', '3', '8', '11', '15'].map((id, index) => [id, spread(sum, 6, 4)[index]])) });
    expect([risk(11).alerts.includes('BAM-RISK'), risk(12).alerts.includes('BAM-RISK')]).toEqual([false, true]);
    const protective = (sum: number) => score(get('BAM'), { ...vector, ...Object.fromEntries(['14', '9', '10', '12', '13', '16'].map((id, index) => [id, spread(sum, 6, 4)[index]])) });
    expect([protective(12).alerts.includes('BAM-PROTECTIVE'), protective(13).alerts.includes('BAM-PROTECTIVE'), protective(24).subscales['protective']]).toEqual([true, false, 24]);
    expect(score(get('BAM'), { ...vector, 6: 0 }).alerts).not.toContain('BAM-USE');
  });
});

describe('the safety inquiry', () => {
  const ask = (...values: (number | null)[]) => score(get('SAFETY'), inOrder(get('SAFETY'), values));

  it('sorts by the gravest yes', () => {
    expect(ask(0, 0, null, null, null, 0)).toMatchObject({ band: 'none', alerts: [], missing: [] });
    expect(ask(1, 0, null, null, null, 0)).toMatchObject({ band: 'low', alerts: [] });
    expect(ask(1, 1, 0, 0, 0, 0)).toMatchObject({ band: 'low', alerts: [] });
    expect(ask(1, 1, 1, 0, 0, 0)).toMatchObject({ band: 'moderate', alerts: ['R-SUI1'] });
    expect(ask(0, 0, null, null, null, 1)).toMatchObject({ band: 'moderate', alerts: ['R-SUI1'] });
    for (const high of [[1, 1, 0, 1, 0, 0], [1, 1, 0, 0, 1, 0], [0, 0, null, null, null, 2]]) expect(ask(...high)).toMatchObject({ band: 'high', alerts: ['R-SUI1'] });
  });

  it('never reassures over a gap, never drops a yes', () => {
    expect(ask(0, 0, null, null, null, null)).toMatchObject({ band: null, missing: ['6'] });
    expect(ask(1, 1, null, 0, 0, 0).band).toBeNull();
    expect(ask(0, 0, 0, 1, 0, 0)).toMatchObject({ band: 'high', alerts: ['R-SUI1'] });
    expect(score(get('C-SSRS'), { 6: 2 })).toMatchObject({ band: 'high', alerts: ['R-SUI1'] });
  });
});

describe('the others', () => {
  it('leaves tolerance and withdrawal out for prescribed opioids taken as directed', () => {
    const all = Array<number>(11).fill(1);
    expect(total('OUD-CRITERIA', all)).toMatchObject({ total: 11 });
    expect(total('OUD-CRITERIA', all, { prescribed: 1 })).toMatchObject({ total: 9, skipped: ['10=0', '11=0'] });
    expect(total('OUD-CRITERIA', [1, 1, 0, 0, 0, 0, 0, 0, 0, null, null], { prescribed: 1 })).toMatchObject({ total: 2, band: 'mild', missing: [] });
  });

  it('takes 0 to 10 on rulers, and words where words are asked for', () => {
    for (const id of ['IMPORTANCE', 'CONFIDENCE', 'READINESS', 'MOOD', 'SLEEP', 'PAIN', 'USEFULNESS']) {
      expect(total(id, [10])).toMatchObject({ total: 10, band: null });
      expect([-1, 11, 2.5].map((value) => refusal(() => total(id, [value])))).toEqual(Array(3).fill('1: 0 to 10'));
    }
    expect(score(get('CRAVING'), { now: 7, week: 9, times: 12, helped: 'a walk' })).toMatchObject({ total: 7, band: 'high', missing: [] });
    expect(refusal(() => score(get('CRAVING'), { now: 'much' }))).toBe('now: 0 to 10');
    expect(total('SYMPTOM-CHECK', Array<number>(16).fill(4))).toMatchObject({ total: 64, band: null });
  });
});

describe('the data', () => {
  it('is found by any common spelling', () => {
    for (const [name, id] of [['phq9', 'PHQ-9'], ['PHQ 9', 'PHQ-9'], ['pc_ptsd_5', 'PC-PTSD-5'], ['Cows', 'COWS'], ['brief addiction monitor', 'BAM'], ['gad-7', 'GAD-7'], ['dast10', 'DAST-10']] as const) expect(findInstrument(name)?.id).toBe(id);
    expect(findInstrument('phq-8')).toBeNull();
    expect(findInstrument('__proto__')).toBeNull();
  });

  it('holds ids, ranges and bands that agree with the items', () => {
    const ids = loadInstruments().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const instrument of loadInstruments()) {
      const scored = instrument.items.filter((item) => item.scored);
      const highest = (ids_: readonly string[]) => instrument.items.filter(({ id }) => ids_.includes(id)).reduce((sum, item) => sum + (item.answer.kind === 'scale' ? item.answer.max : Math.max(...optionsOf(instrument, item).map((option) => option.score))), 0);
      if (instrument.total !== null) expect(highest(scored.map(({ id }) => id)), instrument.id).toBe(instrument.total.max);
      for (const subscale of instrument.subscales) expect(highest(subscale.items), subscale.id).toBe(subscale.max);
      for (const item of instrument.items) expect(allowedValues(instrument, item)).not.toBe('');
      expect(instrument.licence.note.length).toBeGreaterThan(10);
      const edges = drawnBands(instrument);
      for (const [index, band] of edges.entries()) expect(band.min, `${instrument.id} ${band.name}`).toBe(index === 0 ? 0 : (edges[index - 1]?.max ?? 0) + 1);
    }
  });

  it('carries no wording that may not be included', () => {
    for (const id of ['DAST-10', 'SOWS', 'C-SSRS']) {
      const instrument = get(id);
      expect(instrument.wording).toBe('notBundled');
      // Topics of a few words; the items of these forms are sentences.
      for (const { text } of instrument.items) expect(text.split(' ').length, text).toBeLessThanOrEqual(5);
    }
  });

  it('refuses a file that points at nothing', () => {
    const cows = JSON.parse(JSON.stringify(get('COWS')));
    expect(() => parseInstrument({ ...cows, skips: [{ item: '99', equals: 0, set: {}, fill: {}, blank: [] }] })).toThrow(/no item 99/);
    expect(() => parseInstrument({ ...cows, items: [...cows.items, cows.items[0]] })).toThrow(/twice/);
    expect(() => parseInstrument({ ...cows, surprise: 1 })).toThrow();
  });

  it('scores any mix of allowed answers without a surprise', () => {
    for (const instrument of loadInstruments()) {
      const one = (item: Instrument['items'][number]) => (item.answer.kind === 'options' ? fc.constantFrom(null, ...optionsOf(instrument, item).map((option) => option.score)) : item.answer.kind === 'text' ? fc.constantFrom(null, 'words') : fc.constantFrom(null, item.answer.min, item.answer.max));
      fc.assert(fc.property(fc.tuple(...instrument.items.map(one)), (values) => {
        const result = score(instrument, Object.fromEntries(instrument.items.map(({ id }, index) => [id, values[index] ?? null])));
        expect(result.total === null || result.missing.length === 0).toBe(true);
        if (instrument.total !== null) expect(result.total === null).toBe(result.missing.length > 0);
      }), { numRuns: 60 });
    }
  });
});

it('numbers what is counted, and no more than a form says it has', () => {
  const numbers = (id: string): (string | null)[] => instrumentById(id).items.map((item) => itemNumber(instrumentById(id), item));
  expect(numbers('PHQ-9')).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', null]);
  expect(numbers('PC-PTSD-5')).toEqual([null, '1', '2', '3', '4', '5']);
  expect(numbers('CRAVING')).toEqual(['1', null, null, null]);
  // Nothing is added up: the form's own numbers stand.
  expect(numbers('BAM').slice(-2)).toEqual(['16', '17']);
});
