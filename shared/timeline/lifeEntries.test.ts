import { describe, expect, it } from 'vitest';
import { ClientId } from '../brand.ts';
import { type ClinicalRecord, emptyClinicalRecord } from '../clinical/clinicalRecord.ts';
import { parseLocalDate, type Instant } from '../dates.ts';
import type { Chart } from '../ipc/clientsContract.ts';
import { lifeEntries, lifeSpans, yearlyEntries } from './lifeEntries.ts';
import { timelineModel } from './model.ts';

const day = parseLocalDate;
const today = day('2026-11-22');
const dayOf = (instant: Instant) => day(instant.slice(0, 10));
const base = { recordedAt: '2026-11-01T12:00:00.000Z', recordedBy: '', enteredInError: false, note: '' };
let ids = 0;

function record(lists: Record<string, readonly object[]>): ClinicalRecord {
  const filled = Object.fromEntries(Object.entries(lists).map(([list, entries]) => [list, entries.map((entry) => ({ ...base, id: `e${String((ids += 1))}`, ...entry }))]));
  return { ...emptyClinicalRecord(ClientId.parse('b'.repeat(26))), ...filled } as ClinicalRecord;
}
const home = (kind: string, start: string, end: string | null) => ({ kind, start: day(start), end: end === null ? null : day(end), safe: 'yes', detail: '' });
const trigger = (over: object = {}) => ({ category: 'grief', text: 'The day she died', intensity: 8, plan: '', active: true, ...over });
const substance = (over: object) => ({ category: 'heroin', substance: '', route: '', ageFirstUse: null, yearsRegular: null, amountPerDay: '', daysPast30: null, dailyUse: null, longActing: false, lastUse: null, lastUseTime: null, longestAbstinence: '', overdoses: null, lastOverdose: null, previousTreatment: '', withdrawalHistory: '', ...over });

describe('life beside treatment as spans', () => {
  it('homes that follow one another share a row, a pregnancy beside them has its own', () => {
    const spans = lifeSpans(record({
      living: [home('sober_living', '2026-06-01', null), home('shelter', '2026-01-01', '2026-05-31')],
      pregnancy: [{ status: 'pregnant', start: day('2026-03-01'), dueDate: null, end: null, outcome: null, obstetricContact: '' }],
    }), today);
    expect(spans.map(({ start, row }) => [start, row])).toEqual([['2026-01-01', 0], ['2026-03-01', 1], ['2026-06-01', 0]]);
  });

  it('what was entered in error is not drawn', () => {
    expect(lifeSpans(record({ living: [{ ...home('shelter', '2026-01-01', null), enteredInError: true }] }), today)).toEqual([]);
  });
});

describe('life beside treatment as marks', () => {
  it('a kit on the day it was given, use and overdose of a substance, triggers and skills on the day they were written down', () => {
    const entries = lifeEntries(record({
      naloxoneKits: [{ product: '', doses: 2, given: day('2026-10-01'), expires: day('2029-01-01'), state: 'on_hand', trained: true }],
      substances: [substance({ lastUse: day('2026-09-30'), lastOverdose: day('2026-08-01') })],
      triggers: [trigger()],
      coping: [{ kind: 'delay', text: 'Wait fifteen minutes', helps: 7, active: true }],
    }), today, dayOf);
    expect(entries.map(({ date, mark, title }) => [date, mark, title])).toEqual([
      ['2026-10-01', 'health', 'Naloxone kit'], ['2026-09-30', 'event', 'Last use: Heroin'], ['2026-08-01', 'caution', 'Overdose: Heroin'],
      ['2026-11-01', 'trigger', 'Trigger: The day she died'], ['2026-11-01', 'health', 'Coping skill: Wait fifteen minutes'],
    ]);
    expect(entries.every(({ lane }) => lane === 'health')).toBe(true);
  });

  it('a day that comes back stands in each year of the picture, the 29th of February where there is one', () => {
    const days = (yearly: string, over: object = {}) => yearlyEntries(record({ triggers: [trigger({ yearly: day(yearly), ...over })] }), today, day('2024-01-01'), day('2026-12-31')).map(({ date }) => date);
    expect(days('2019-05-04')).toEqual(['2024-05-04', '2025-05-04', '2026-05-04']);
    expect(days('2020-02-29')).toEqual(['2024-02-29']);
    expect(days('2019-05-04', { active: false })).toEqual([]);
  });
});

describe('the picture with a life in it', () => {
  const chart = (clinical: ClinicalRecord): Chart => ({ today, episodes: [], notes: [], plans: [], measures: [], clinical: { value: clinical, revision: 1 } }) as unknown as Chart;

  it('does not reach back over years for what was before treatment', () => {
    const model = timelineModel(chart(record({ living: [home('with_family', '1999-01-01', null)], substances: [substance({ lastOverdose: day('2012-01-01'), lastUse: day('2026-10-20') })] })), dayOf);
    expect(model.from).toBe('2026-10-13');
    expect(model.entries.map(({ title }) => title)).toEqual(['Last use: Heroin']);
    expect(model.life).toHaveLength(1);
  });
});
