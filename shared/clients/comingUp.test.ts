import { describe, expect, it } from 'vitest';
import { ClinicalRecord, emptyClinicalRecord } from '../clinical/clinicalRecord.ts';
import { Authorisation, unitsUsed } from '../clinical/meetings.ts';
import { ClientId } from '../brand.ts';
import type { Episode } from '../continuum/episode.ts';
import { byHand } from '../continuum/testEpisodes.ts';
import { parseLocalDate } from '../dates.ts';
import { NoteHead } from '../notes/note.ts';
import { comingUp } from './comingUp.ts';

const day = parseLocalDate;
const CLIENT = ClientId.parse('a'.repeat(26));
const entry = { recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: '', enteredInError: false, note: '' };
const id = (letter: string) => letter.repeat(20);

function detox(end: string): Episode {
  const episode = byHand('WM_RES', '2026-01-01', '2026-01-01');
  return { ...episode, phases: episode.phases.map((phase) => ({ ...phase, actualEnd: day(end) })) };
}
function note(date: string, serviceType: string, minutes: number | null = 50): NoteHead {
  return NoteHead.parse({ id: 'n'.repeat(26), clientId: CLIENT, status: 'signed', createdAt: entry.recordedAt, updatedAt: entry.recordedAt, templateTitle: 'T', serviceDate: date, startTime: null, minutes, serviceType, linkedObjectives: 0, addenda: 0, signedAt: null, blank: false });
}
function clinical(lists: object): ClinicalRecord {
  return ClinicalRecord.parse({ ...emptyClinicalRecord(CLIENT), ...lists });
}
const at = (today: string, more: { episodes?: Episode[]; notes?: NoteHead[]; clinical?: ClinicalRecord }) =>
  comingUp({ today: day(today), episodes: [], notes: [], clinical: emptyClinicalRecord(CLIENT), unitRule: 'midpoint', ...more }).map((one) => `${one.day} ${one.text}`);

describe('checks after detox', () => {
  const episodes = [detox('2026-01-10')];
  it('are due 2, 4, 8 and 12 weeks after it, from two weeks before to two weeks after', () => {
    expect(at('2026-01-24', { episodes })).toEqual(['2026-01-24 2 weeks after detox: ask about sleep, mood and craving', '2026-02-07 4 weeks after detox: ask about sleep, mood and craving']);
    expect(at('2026-03-22', { episodes })).toEqual(['2026-04-04 12 weeks after detox: ask about sleep, mood and craving']);
    expect(at('2026-03-21', { episodes })).toEqual(['2026-03-07 8 weeks after detox: ask about sleep, mood and craving', '2026-04-04 12 weeks after detox: ask about sleep, mood and craving']);
    expect(at('2026-04-19', { episodes })).toEqual([]);
  });
  it('are done by a monitoring note within a week of the day, by no other note', () => {
    expect(at('2026-01-24', { episodes, notes: [note('2026-01-20', 'wm_monitoring')] })).toHaveLength(1);
    expect(at('2026-01-24', { episodes, notes: [note('2026-01-24', 'individual')] })).toHaveLength(2);
    // The last note of the detox itself is no later check.
    expect(at('2026-01-24', { episodes, notes: [note('2026-01-10', 'wm_monitoring')] })).toHaveLength(2);
  });
});

describe('a day that comes back', () => {
  const trigger = (yearly: string | null, active = true) => ({ ...entry, id: id('a'), category: 'grief', text: 'Day my brother died', intensity: null, plan: '', active, yearly });
  it('is told three weeks before, every year, also over the turn of the year and on 29 February', () => {
    expect(at('2026-12-20', { clinical: clinical({ triggers: [trigger('2019-01-05')] }) })).toEqual(['2027-01-05 A day that comes back: Day my brother died']);
    expect(at('2026-12-14', { clinical: clinical({ triggers: [trigger('2019-01-05')] }) })).toEqual([]);
    expect(at('2026-02-20', { clinical: clinical({ triggers: [trigger('2020-02-29')] }) })).toEqual(['2026-02-28 A day that comes back: Day my brother died']);
    expect(at('2026-01-05', { clinical: clinical({ triggers: [trigger('2019-01-05', false), trigger(null)] }) })).toEqual([]);
  });
});

describe('an authorization', () => {
  const authorisation = (more: object = {}) => ({ ...entry, id: id('b'), number: 'A-17', what: '', unit: 'sessions', allowed: 10, start: '2026-01-01', lastDay: '2026-03-31', ...more });
  const eight = Array.from({ length: 8 }, () => note('2026-02-02', 'individual'));
  it('is told two weeks before its last day, or once most of it is used', () => {
    expect(at('2026-03-17', { clinical: clinical({ authorisations: [authorisation()] }) })).toEqual(['2026-03-31 Last day of authorization A-17: 0 of 10 sessions used']);
    expect(at('2026-03-16', { clinical: clinical({ authorisations: [authorisation()] }) })).toEqual([]);
    expect(at('2026-02-10', { clinical: clinical({ authorisations: [authorisation()] }), notes: eight })).toEqual(['2026-03-31 Last day of authorization A-17: 8 of 10 sessions used']);
    expect(at('2026-02-10', { clinical: clinical({ authorisations: [authorisation()] }), notes: [...eight.slice(1), note('2026-02-03', 'no_show')] })).toEqual([]);
  });
  it('counts its units from the services within its days', () => {
    const services = [{ date: day('2026-01-01'), minutes: 50 }, { date: day('2026-01-01'), minutes: 22 }, { date: day('2026-03-31'), minutes: 8 }, { date: day('2026-04-01'), minutes: 60 }];
    const count = (unit: Authorisation['unit'], rule: 'midpoint' | 'full15' = 'midpoint') => unitsUsed({ unit, start: day('2026-01-01'), lastDay: day('2026-03-31') }, services, rule);
    expect([count('sessions'), count('days'), count('hours'), count('quarters'), count('quarters', 'full15')]).toEqual([3, 2, 1.33, 5, 4]);
  });
});

describe('a record written before these lists were kept', () => {
  it('opens with none of them', () => {
    const old = Object.fromEntries(Object.entries(emptyClinicalRecord(CLIENT)).filter(([name]) => name !== 'meetings' && name !== 'authorisations'));
    expect(ClinicalRecord.parse(old)).toEqual(emptyClinicalRecord(CLIENT));
  });
});
