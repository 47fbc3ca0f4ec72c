import { describe, expect, it } from 'vitest';
import { ClientId } from '../brand.ts';
import { type ClinicalRecord, emptyClinicalRecord } from '../clinical/clinicalRecord.ts';
import type { DrugTest } from '../clinical/drugTest.ts';
import type { Medication } from '../clinical/medication.ts';
import { parseLocalDate } from '../dates.ts';
import { loadInstruments } from '../measures/loadInstruments.ts';
import type { MeasureHead } from '../measures/measure.ts';
import { medicineBands, scoreEntries, scoreLanes, testEntries } from './healthEntries.ts';

const day = parseLocalDate;
const today = day('2026-11-22');
const empty = emptyClinicalRecord(ClientId.parse('b'.repeat(26)));
type Result = DrugTest['panel'][number]['result'];

function test(results: readonly Result[], over: Partial<DrugTest> = {}): ClinicalRecord {
  const panel = results.map((result, at) => ({ substance: at === 0 ? 'fentanyl' : 'opiates', name: '', result, value: '' }));
  return { ...empty, tests: [{ id: 'a'.repeat(20), date: day('2026-11-10'), time: null, specimen: 'urine', panel, kitLot: '', kitExpires: null, observed: false, temperatureOk: null, confirmation: 'none', collectedBy: '', note: '', enteredInError: false, recordedBy: '', recordedAt: '', ...over } as unknown as DrugTest] };
}
const score = (instrumentId: string, date: string, total: number | null, over: Partial<MeasureHead> = {}): MeasureHead => ({ id: `${instrumentId}${date}`, instrumentId, date: day(date), time: null, enteredInError: false, result: { total, band: total === null ? null : 'mild', missing: total === null ? ['1', '2'] : [] }, item9: null, ...over }) as unknown as MeasureHead;

describe('tests on the timeline', () => {
  it.each([
    [['pos', 'neg'], 'P', 'Test positive: Fentanyl'], [['neg', 'neg'], 'N', 'Test negative'], [['pos_prescribed', 'neg'], 'N', 'Test negative'], [['pending', 'neg'], '?', 'Test, waiting for the result'], [['invalid'], '!', 'Test without a valid result'],
    // What was found is said first, whatever is still open.
    [['pos', 'pending'], 'P', 'Test positive: Fentanyl'],
  ] as const)('%j is drawn as %s', (results, short, title) => {
    expect(testEntries(test(results), today)).toMatchObject([{ short, title, lane: 'tests', date: '2026-11-10' }]);
  });

  it('leave out what was entered in error', () => {
    expect(testEntries(test(['pos'], { enteredInError: true }), today)).toEqual([]);
  });
});

describe('scores on the timeline', () => {
  const measures = [score('PHQ-9', '2026-10-01', 11), score('PHQ-9', '2026-11-01', null), score('CRAVING', '2026-11-02', 6), score('MOOD', '2026-11-03', 4), score('GAD-7', '2026-11-03', 8), score('COWS', '2026-11-04', 9, { enteredInError: true })];

  it('are the totals, each in the lane of its form, also where there is none', () => {
    expect(scoreEntries(measures).map(({ lane, short, title }) => [lane, short, title])).toEqual([['score:PHQ-9', '11', 'PHQ-9: 11'], ['score:PHQ-9', '–', 'PHQ-9: no total'], ['score:CRAVING', '6', 'Craving: 6'], ['score:MOOD', '4', 'Mood: 4'], ['score:GAD-7', '8', 'GAD-7: 8']]);
  });

  it('say what is missing, and item 9 beside the title', () => {
    const [entry] = scoreEntries([score('PHQ-9', '2026-11-01', null, { item9: 3 })]);
    expect(entry).toMatchObject({ title: 'PHQ-9: no total', detail: '2 answers missing', attention: 'item 9: 3' });
    expect(scoreEntries(measures).every(({ attention }) => attention === undefined)).toBe(true);
  });

  it('of a form that is never added up lack nothing, and take no lane', () => {
    for (const { id, total } of loadInstruments()) expect(scoreEntries([score(id, '2026-11-01', null)])[0]?.title.endsWith(total === null ? ': answered' : ': no total')).toBe(true);
    expect(scoreLanes([score('BAM', '2026-11-01', null)])).toEqual([]);
  });

  it('take three lanes at most, the most telling forms first', () => {
    expect(scoreLanes(measures)).toEqual([{ lane: 'score:PHQ-9', name: 'PHQ-9' }, { lane: 'score:GAD-7', name: 'GAD-7' }, { lane: 'score:CRAVING', name: 'Craving' }]);
  });
});

it('medicines run from their start to their stop', () => {
  const medicine = (start: string, stop: string | null, over: Partial<Medication> = {}): Medication => ({ id: start, kind: 'methadone', product: '', start: day(start), stop: stop === null ? null : day(stop), enteredInError: false, ...over }) as unknown as Medication;
  const bands = medicineBands({ ...empty, medications: [medicine('2026-03-01', null), medicine('2026-01-01', '2026-02-01', { product: 'Vivitrol' }), medicine('2026-01-05', null, { enteredInError: true })] });
  expect(bands.map(({ name, start, end }) => [name, start, end])).toEqual([['Vivitrol', '2026-01-01', '2026-02-01'], ['Methadone', '2026-03-01', null]]);
});
