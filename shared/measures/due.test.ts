import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../dates.ts';
import { dueOf } from './due.ts';
import { instrumentById } from './loadInstruments.ts';
import { item9Of, type MeasureHead } from './measure.ts';
import { skippedItems } from './skips.ts';
import { partBands } from './trend.ts';

const today = parseLocalDate('2026-11-22');
const phq = instrumentById('PHQ-9');
const partial = { result: { total: null, missing: ['9'] } } as unknown as Partial<MeasureHead>;
const done = (date: string, over: Partial<MeasureHead> = {}): MeasureHead => ({ instrumentId: 'PHQ-9', date: parseLocalDate(date), enteredInError: false, result: { total: 9, missing: [] }, ...over }) as MeasureHead;

describe('when a measure is due', () => {
  it.each([
    ['never given, in care', [], true, { kind: 'first' }],
    ['never given, not in care', [], false, null],
    ['29 days ago', [done('2026-10-24')], true, { kind: 'next', date: '2026-11-23' }],
    ['30 days ago', [done('2026-10-23')], true, { kind: 'since', date: '2026-11-22' }],
    ['the latest counts', [done('2026-11-20'), done('2026-01-02')], true, { kind: 'next', date: '2026-12-20' }],
    ['an error does not', [done('2026-11-20', { enteredInError: true })], true, { kind: 'first' }],
    ['one without a total does not', [done('2026-11-20', partial)], true, { kind: 'first' }],
    ['one without a total moves no day', [done('2026-11-20', partial), done('2026-10-23')], true, { kind: 'since', date: '2026-11-22' }],
    ['another form does not', [done('2026-11-20', { instrumentId: 'GAD-7' })], true, { kind: 'first' }],
  ] as const)('%s', (_name, measures, inCare, due) => {
    expect(dueOf(phq, measures, { today, inCare })).toEqual(due);
  });

  it('counts a form that is never added up once all its answers are there', () => {
    const bam = (missing: readonly string[]): MeasureHead => done('2026-11-20', { instrumentId: 'BAM', result: { total: null, missing } } as unknown as Partial<MeasureHead>);
    expect(dueOf(instrumentById('BAM'), [bam([])], { today, inCare: true })).toEqual({ kind: 'next', date: '2026-12-20' });
    expect(dueOf(instrumentById('BAM'), [bam(['1'])], { today, inCare: true })).toEqual({ kind: 'first' });
  });

  it('is not said where only the clinic knows', () => {
    expect(dueOf(instrumentById('CRAVING'), [], { today, inCare: true })).toBeNull();
    expect(dueOf(instrumentById('DAST-10'), [], { today, inCare: true })).toBeNull();
  });
});

describe('item 9 beside a result', () => {
  it.each([
    ['PHQ-9', { 9: 3 }, 3], ['PHQ-9', { 9: 1 }, 1], ['PHQ-9', { 9: 0 }, null], ['PHQ-9', { 9: null }, null], ['PHQ-9', {}, null],
    ['BAM', { 9: 3 }, null],
  ] as const)('of %s with %j is %s', (instrumentId, answers, said) => {
    expect(item9Of({ instrumentId, answers })).toBe(said);
  });
});

describe('questions that need not be asked', () => {
  it('follow from the answer before them, and only from that one', () => {
    const bam = instrumentById('BAM');
    expect([...skippedItems(bam, { '4': 0 })]).toEqual(['5']);
    expect([...skippedItems(bam, { '4': 1, '6': 0 })]).toContain('7E');
    expect(skippedItems(bam, { '4': 1, '6': 1 }).size).toBe(0);
  });
});

describe('the ranges drawn behind a subscale', () => {
  it('part where the form says to look, on the side it says', () => {
    const bam = instrumentById('BAM');
    const names = { plain: 'plain', look: 'look' };
    const part = (id: string) => { const found = bam.subscales.find((one) => one.id === id); if (!found) throw new Error(id); return found; };
    expect(partBands(bam, part('use'), names)).toEqual([{ name: 'plain', min: 0, max: 0 }, { name: 'look', min: 1, max: 12 }]);
    expect(partBands(bam, part('risk'), names)).toEqual([{ name: 'plain', min: 0, max: 11 }, { name: 'look', min: 12, max: 24 }]);
    expect(partBands(bam, part('protective'), names)).toEqual([{ name: 'look', min: 0, max: 12 }, { name: 'plain', min: 13, max: 24 }]);
  });
});
