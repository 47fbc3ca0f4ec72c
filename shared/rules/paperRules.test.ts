import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../errors.ts';
import { evidenceKeys } from './evaluate.ts';
import { readRuleFile } from './readRuleFile.ts';
import { RULE_IDS } from './ruleIds.ts';
import { DEFAULT_RULE_SETTINGS } from './settings.ts';
import { allLevels } from '../continuum/levels.ts';
import { thresholds } from '../continuum/thresholds.ts';
import { type Case, care, findings, severityOf } from './testRecords.ts';

const phq = (date: string, answers: readonly (number | null)[]) => ({ instrument: 'PHQ-9', date, answers });
const bam = (subscales: object) => ({ instrument: 'BAM', date: '2026-03-01', subscales });
const visit = (date: string, more: object = {}) => ({ date, startTime: '10:00', endTime: '11:00', planLinks: 1, ...more });
const iop = (start: string) => care([{ level: 'IOP', start }]);

const CASES: readonly Case[] = [
  ['R-SUI1', 'item 9 at 1', { measures: [phq('2026-03-01', [0, 0, 0, 0, 0, 0, 0, 0, 1])] }, 'alert'],
  ['R-SUI1', 'item 9 at 1 and gaps', { measures: [phq('2026-03-01', [null, null, 0, 0, 0, 0, 0, 0, 1])] }, 'alert'],
  ['R-SUI1', 'item 9 at 0, all else at 3', { measures: [phq('2026-03-01', [3, 3, 3, 3, 3, 3, 3, 3, 0])] }, 'none'],
  ['R-SUI1', 'a later 0', { measures: [phq('2026-02-01', [0, 0, 0, 0, 0, 0, 0, 0, 2]), phq('2026-03-01', [0, 0, 0, 0, 0, 0, 0, 0, 0])] }, 'none'],
  ['R-SUI1', 'a wish without thoughts of a way', { measures: [{ instrument: 'C-SSRS', date: '2026-03-01', answers: [1, 1, 0, 0, 0, 0] }] }, 'none'],
  ['R-SUI1', 'C-SSRS item 3', { measures: [{ instrument: 'C-SSRS', date: '2026-03-01', answers: [1, 1, 1, 0, 0, 0] }] }, 'alert'],
  ['R-SUI1', 'own inquiry, behaviour long ago', { measures: [{ instrument: 'safety', date: '2026-03-01', answers: { 2: 0, 6: 1 } }] }, 'alert'],
  ['R-SUI1', 'a note that flags it', { notes: [visit('2026-03-01', { risk: { suicide: 'low' } })] }, 'alert'],
  ['R-SUI1', 'a later note that asked and found none', { notes: [visit('2026-03-01', { risk: { suicide: 'high' } }), visit('2026-03-05', { risk: { suicide: 'none' } })] }, 'none'],
  ['R-SUI1', 'a later draft that found none', { notes: [visit('2026-03-01', { risk: { suicide: 'low' } }), visit('2026-03-05', { status: 'draft', risk: { suicide: 'none' } })] }, 'alert'],
  ['R-SUI1', 'a later draft that flags it', { notes: [visit('2026-03-01', { risk: { suicide: 'none' } }), visit('2026-03-05', { status: 'draft', risk: { suicide: 'low' } })] }, 'alert'],
  ['R-SUI1', 'a draft that found none and nothing before', { notes: [visit('2026-03-05', { status: 'draft', risk: { suicide: 'none' } })] }, 'none'],
  ['R-SUI1', 'a missed visit that found none', { notes: [visit('2026-03-01', { risk: { suicide: 'high' } }), visit('2026-03-05', { serviceType: 'no_show', risk: { suicide: 'none' } })] }, 'alert'],
  ['R-SUI1', 'a later note that did not ask', { notes: [visit('2026-03-01', { risk: { suicide: 'high' } }), visit('2026-03-05')] }, 'alert'],
  ['R-SUI1', 'item 9 at 1 beside a score in a note', { notes: [visit('2026-03-01', { phqItem9: 1 })] }, 'alert'],
  ['R-SUI1', 'item 9 at 0 beside a score in a note', { notes: [visit('2026-03-01', { phqItem9: 0 })] }, 'none'],
  ['R-SUI1', 'a note with 0 after a form with 2', { notes: [visit('2026-03-02', { phqItem9: 0 })], measures: [phq('2026-03-01', [0, 0, 0, 0, 0, 0, 0, 0, 2])] }, 'none'],
  ['R-SUI1', 'a form with 0 and a note with 1 on one day', { notes: [visit('2026-03-01', { phqItem9: 1 })], measures: [phq('2026-03-01', [0, 0, 0, 0, 0, 0, 0, 0, 0])] }, 'alert'],
  ['R-SUI1', 'a form with 0 after a note with 3', { notes: [visit('2026-03-01', { phqItem9: 3 })], measures: [phq('2026-03-02', [0, 0, 0, 0, 0, 0, 0, 0, 0])] }, 'none'],
  ['R-SUI1', 'told on the telephone by someone who did not come', { notes: [visit('2026-03-01', { serviceType: 'no_show', risk: { suicide: 'high' } })] }, 'alert'],
  ['R-SUI1', 'a later inquiry without answers', { measures: [{ instrument: 'C-SSRS', date: '2026-03-01', answers: [1, 1, 1, 0, 0, 0] }, { instrument: 'SAFETY', date: '2026-03-05', answers: [null, null, null, null, null, null] }] }, 'alert'],
  ['R-SUI1', 'answers in words', { measures: [{ instrument: 'C-SSRS', date: '2026-03-01', answers: ['yes', 'yes', 'Yes', 'no', 'no', '0'] }] }, 'alert'],
  ['R-SUI1', 'answers as true and false', { measures: [{ instrument: 'C-SSRS', date: '2026-03-01', answers: [true, true, true, false, false, 0] }] }, 'alert'],

  ['R-DEP1', 'PHQ-9 of 10', { measures: [{ instrument: 'PHQ-9', date: '2026-03-01', total: 10 }] }, 'warn'],
  ['R-DEP1', 'PHQ-9 of 9', { measures: [{ instrument: 'PHQ-9', date: '2026-03-01', total: 9 }] }, 'none'],
  ['R-DEP1', 'on the plan', { measures: [{ instrument: 'PHQ-9', date: '2026-03-01', total: 20 }], plans: [{ problems: ['Low mood most days'] }] }, 'none'],
  ['R-DEP1', 'resolved on the plan', { measures: [{ instrument: 'PHQ-9', date: '2026-03-01', total: 20 }], plans: [{ problems: [{ statement: 'Depression', status: 'resolved' }] }] }, 'warn'],
  ['R-DEP1', 'another problem on the plan', { measures: [{ instrument: 'PHQ-9', date: '2026-03-01', total: 10 }], plans: [{ problems: ['Evening urges'] }] }, 'warn'],
  ['R-ANX1', 'GAD-7 of 10', { measures: [{ instrument: 'gad7', date: '2026-03-01', total: 10 }] }, 'warn'],
  ['R-ANX1', 'GAD-7 of 9', { measures: [{ instrument: 'gad7', date: '2026-03-01', total: 9 }] }, 'none'],
  ['R-ANX1', 'on the plan', { measures: [{ instrument: 'gad7', date: '2026-03-01', total: 15 }], plans: [{ problems: ['Panic on the bus'] }] }, 'none'],
  ['R-TRA1', 'PC-PTSD-5 of 4', { measures: [{ instrument: 'PC-PTSD-5', date: '2026-03-01', answers: [1, 1, 1, 1, 1, 0] }] }, 'warn'],
  ['R-TRA1', 'five answers mean that the first was yes', { measures: [{ instrument: 'PC-PTSD-5', date: '2026-03-01', answers: [1, 1, 1, 1, 0] }] }, 'warn'],
  ['R-TRA1', 'PC-PTSD-5 of 3', { measures: [{ instrument: 'PC-PTSD-5', date: '2026-03-01', answers: [1, 1, 1, 1, 0, 0] }] }, 'none'],
  ['R-TRA1', '3 at the lower cut', { lowerPtsdCut: true, measures: [{ instrument: 'PC-PTSD-5', date: '2026-03-01', total: 3 }] }, 'warn'],
  ['R-TRA1', '2 at the lower cut', { lowerPtsdCut: true, measures: [{ instrument: 'PC-PTSD-5', date: '2026-03-01', total: 2 }] }, 'none'],
  ['R-TRA1', '3 where the setting is 3', { settings: { ptsdCut: 3 }, measures: [{ instrument: 'PC-PTSD-5', date: '2026-03-01', total: 3 }] }, 'warn'],

  ['R-CRV1', '7 and 7', { notes: [visit('2026-03-01', { craving: 7 }), visit('2026-03-08', { craving: 7 })] }, 'warn'],
  ['R-CRV1', '7 and 6', { notes: [visit('2026-03-01', { craving: 7 }), visit('2026-03-08', { craving: 6 })] }, 'none'],
  ['R-CRV1', 'high once', { notes: [visit('2026-03-08', { craving: 10 })] }, 'none'],
  ['R-CRV1', 'high, high, then low', { notes: [visit('2026-03-01', { craving: 9 }), visit('2026-03-02', { craving: 9 }), visit('2026-03-08', { craving: 3 })] }, 'none'],
  ['R-CRV1', 'note and scale of one day are one visit', { notes: [visit('2026-03-08', { craving: 8 })], measures: [{ instrument: 'CRAVING', date: '2026-03-08', answers: { now: 9 } }] }, 'none'],
  ['R-CRV1', 'note and scale of two days', { notes: [visit('2026-03-01', { craving: 8 })], measures: [{ instrument: 'CRAVING', date: '2026-03-08', answers: { now: 9 } }] }, 'warn'],

  ['R-BAM1', 'all quiet', { measures: [bam({ use: 0, risk: 11, protective: 13 })] }, 'none'],
  ['R-BAM1', 'use 1', { measures: [bam({ use: 1, risk: 0, protective: 24 })] }, 'warn'],
  ['R-BAM1', 'risk 12', { measures: [bam({ use: 0, risk: 12, protective: 24 })] }, 'warn'],
  ['R-BAM1', 'protective 12', { measures: [bam({ use: 0, risk: 0, protective: 12 })] }, 'warn'],
  ['R-BAM1', 'a later one without answers', { measures: [bam({ use: 1, risk: 0, protective: 24 }), { instrument: 'BAM', date: '2026-03-05', answers: {} }] }, 'warn'],

  ['R-PLAN1', 'IOP on day 7', iop('2026-03-13'), 'none'],
  ['R-PLAN1', 'IOP past day 7', iop('2026-03-12'), 'warn'],
  ['R-PLAN1', 'RES past 72 h', care([{ level: 'RES', start: '2026-03-16' }]), 'warn'],
  ['R-PLAN1', 'OP on day 30', care([{ level: 'OP', start: '2026-02-18' }]), 'none'],
  ['R-PLAN1', 'the day of the third session', { ...iop('2026-03-17'), notes: [visit('2026-03-18'), visit('2026-03-19'), visit('2026-03-20')] }, 'none'],
  ['R-PLAN1', 'the day after the third session', { ...iop('2026-03-16'), notes: [visit('2026-03-17'), visit('2026-03-18'), visit('2026-03-19')] }, 'warn'],
  ['R-PLAN1', 'after two sessions and a missed one', { ...iop('2026-03-16'), notes: [visit('2026-03-17'), visit('2026-03-18'), visit('2026-03-19', { serviceType: 'no_show' })] }, 'none'],
  ['R-PLAN1', 'by days alone where the setting says so', { ...iop('2026-03-16'), settings: { planSessions: {} }, notes: [visit('2026-03-17'), visit('2026-03-18'), visit('2026-03-19')] }, 'none'],
  ['R-PLAN1', 'no level yet, day 30', { episodes: [{ start: '2026-02-18' }] }, 'none'],
  ['R-PLAN1', 'no level yet, past day 30', { episodes: [{ start: '2026-02-17' }] }, 'warn'],
  ['R-PLAN1', 'a plan in force', { ...iop('2026-01-01'), plans: [{ status: 'active' }] }, 'none'],
  ['R-PLAN1', 'a draft is not in force', { ...iop('2026-01-01'), plans: [{ status: 'draft' }] }, 'warn'],
  ['R-PLAN2', 'due today', { ...iop('2026-01-01'), plans: [{ nextReviewDue: '2026-03-20' }] }, 'none'],
  ['R-PLAN2', 'due yesterday', { ...iop('2026-01-01'), plans: [{ nextReviewDue: '2026-03-19' }] }, 'warn'],
  ['R-PLAN2', 'no date, 30 days in IOP', { ...iop('2026-01-01'), plans: [{ effectiveDate: '2026-02-18' }] }, 'none'],
  ['R-PLAN2', 'no date, 31 days in IOP', { ...iop('2026-01-01'), plans: [{ effectiveDate: '2026-02-17' }] }, 'warn'],
  ['R-PLAN2', 'no date and no level, day 90', { plans: [{ effectiveDate: '2025-12-20' }] }, 'none'],
  ['R-PLAN2', 'no date and no level, past day 90', { plans: [{ effectiveDate: '2025-12-19' }] }, 'warn'],
  ['R-PLAN3', 'past and open', { plans: [{ objectives: [{ targetDate: '2026-03-19' }] }] }, 'warn'],
  ['R-PLAN3', 'due today', { plans: [{ objectives: [{ targetDate: '2026-03-20' }] }] }, 'none'],
  ['R-PLAN3', 'past and met', { plans: [{ objectives: [{ targetDate: '2026-03-01', status: 'met' }] }] }, 'none'],
  ['R-PLAN4', 'signed without a link', { notes: [visit('2026-03-01', { planLinks: [] })] }, 'warn'],
  ['R-PLAN4', 'a reason is given', { notes: [visit('2026-03-01', { planLinks: 0, noPlanLinkReason: 'Crisis visit' })] }, 'none'],
  ['R-PLAN4', 'a draft', { notes: [visit('2026-03-01', { planLinks: 0, status: 'draft' })] }, 'none'],
  ['R-SIG1', '48 h', { now: '2026-03-20T12:00:00Z', notes: [visit('2026-03-18', { status: 'draft', createdAt: '2026-03-18T12:00:00Z' })] }, 'none'],
  ['R-SIG1', 'over 48 h', { now: '2026-03-20T12:00:00Z', notes: [visit('2026-03-18', { status: 'draft', createdAt: '2026-03-18T11:59:00' })] }, 'warn'],
  ['R-SIG1', 'signed', { notes: [visit('2026-01-18')] }, 'none'],
  ['R-DOC1', 'overlap by a minute', { notes: [visit('2026-03-01'), visit('2026-03-01', { startTime: '10:59', endTime: '11:30' })] }, 'info'],
  ['R-DOC1', 'end to start', { notes: [visit('2026-03-01'), visit('2026-03-01', { startTime: '11:00', endTime: '11:30' })] }, 'none'],
  ['R-DOC1', 'one inside a long one, not neighbours', { notes: [visit('2026-03-01', { startTime: '09:00', endTime: '12:00' }), visit('2026-03-01', { startTime: '09:10', endTime: '09:10' }), visit('2026-03-01', { startTime: '11:30', endTime: '11:45' })] }, 'info'],
  ['R-DOC1', 'the same hour of another day', { notes: [visit('2026-03-01'), visit('2026-03-02')] }, 'none'],
];

describe('screens, plans and notes', () => {
  it.each(CASES)('%s: %s', (id, _what, file, severity) => {
    expect(severityOf(id, file)).toBe(severity);
  });
});

describe('the whole', () => {
  const busy = { client: { diagnoses: ['F11.20'], pregnancy: 'possible' }, ...care([{ level: 'WM_RES', start: '2026-03-01', end: '2026-03-08' }, { level: 'IOP', start: '2026-03-05' }]), notes: [visit('2026-03-06', { planLinks: 0 })] };

  it('puts the gravest first, each rule at most once', () => {
    const results = findings(busy);
    const order = ['alert', 'warn', 'info'];
    expect(results.map(({ severity }) => order.indexOf(severity))).toEqual(results.map(({ severity }) => order.indexOf(severity)).toSorted((a, b) => a - b));
    expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
    expect(results.length).toBeGreaterThan(5);
    for (const result of results) {
      expect(result.evidence.length, result.id).toBeGreaterThan(0);
      expect(result.message, result.id).toMatch(/^[A-Z0-9].*[.]$/);
    }
  });

  it('stays quiet about an archived client, and keeps to the paper after a death', () => {
    expect(findings({ ...busy, client: { status: 'archived' } })).toEqual([]);
    const died = { ...busy, episodes: [{ phases: [{ level: 'IOP', start: '2026-01-01', end: '2026-03-01' }], events: [{ type: 'DEATH', date: '2026-03-01' }] }] };
    expect(findings(died).map(({ id }) => id)).toEqual(['R-PLAN4']);
  });

  it('finds nothing in an empty record', () => {
    expect(findings({})).toEqual([]);
  });

  it('bears any mix of records on any day', () => {
    const date = fc.integer({ min: 0, max: 500 }).map((days) => new Date(Date.UTC(2025, 5, 1 + days)).toISOString().slice(0, 10));
    const span = fc.tuple(date, date).map(([a, b]) => (a < b ? { start: a, end: b } : { start: b, end: a }));
    const level = fc.constantFrom('WM_RES', 'WM_AMB', 'RES', 'PHP', 'IOP', 'OP', 'AFTERCARE', 'EI');
    const phase = fc.oneof(fc.record({ level, plannedStart: date }), fc.tuple(level, span, fc.boolean()).map(([code, { start, end }, open]) => (open ? { level: code, start } : { level: code, start, end })));
    const medication = fc.tuple(fc.constantFrom('methadone', 'buprenorphine', 'naltrexone_xr', 'naltrexone_oral', 'naloxone', 'other'), span, fc.boolean()).map(([kind, { start, end }, open]) => (open ? { kind, start, lastTaken: end } : { kind, start, stop: end }));
    const file = fc.record({
      today: date, client: fc.record({ pregnancy: fc.constantFrom('possible', 'no'), diagnoses: fc.constantFrom([], ['F11.20']) }), phases: fc.array(phase, { maxLength: 5 }), medications: fc.array(medication, { maxLength: 4 }),
      notes: fc.array(fc.record({ date, minutes: fc.integer({ min: 0, max: 700 }), craving: fc.constantFrom(null, 3, 8), status: fc.constantFrom('draft', 'signed'), serviceType: fc.constantFrom('group', 'no_show', 'mutual_help') }), { maxLength: 12 }),
      events: fc.array(fc.record({ date, type: fc.constantFrom('MED_START', 'MED_STOP', 'MED_CHANGE', 'RETURN_TO_USE', 'INJECTION_GIVEN'), fields: fc.constantFrom({ medication: 'Suboxone', reason: 'taper' }, { substance: 'heroin' }, {}) }), { maxLength: 5 }),
      measures: fc.array(fc.record({ date, instrument: fc.constantFrom('COWS', 'PHQ-9', 'BAM', 'CRAVING'), total: fc.constantFrom(null, 0, 9) }).map(({ instrument, total, date: on }) => ({ instrument, date: on, ...(instrument === 'BAM' ? { subscales: { use: total, risk: 12, protective: null } } : { total }) })), { maxLength: 5 }),
      substances: fc.array(fc.record({ category: fc.constantFrom('heroin', 'fentanyl', 'alcohol'), lastUse: date, dailyUse: fc.boolean() }), { maxLength: 3 }), living: fc.array(span.map((dates) => ({ kind: 'jail', ...dates })), { maxLength: 2 }),
    });
    const met = new Set<string>();
    fc.assert(fc.property(file, (record) => {
      for (const result of findings(record)) {
        met.add(result.id);
        expect(RULE_IDS).toContain(result.id);
        expect(result.evidence.length, result.id).toBeGreaterThan(0);
        for (const key of evidenceKeys(result)) expect(key.length).toBeLessThanOrEqual(200);
      }
    }), { numRuns: 400 });
    // A mix that met few rules would prove little.
    expect(met.size).toBeGreaterThan(20);
  });

  it('counts an acknowledgement for the evidence it named, and asks again for new', () => {
    const first = findings(busy).find(({ id }) => id === 'R-PLAN4');
    const acknowledgements = [{ id: 'ack', ruleId: 'R-PLAN4', evidenceKeys: evidenceKeys(first ?? { evidence: [] }), who: 'Robin Vale', at: '2026-03-10T10:00:00Z', why: 'First contact' }];
    expect(findings({ ...busy, acknowledgements }).find(({ id }) => id === 'R-PLAN4')?.acknowledged).toEqual({ who: 'Robin Vale', at: '2026-03-10T10:00:00Z', why: 'First contact' });
    expect(findings({ ...busy, acknowledgements, notes: [...busy.notes, visit('2026-03-12', { planLinks: 0 })] }).find(({ id }) => id === 'R-PLAN4')?.acknowledged).toBeNull();
  });

  it('has a setting for every acknowledgement and the same plan dates as the levels', () => {
    expect(Object.keys(DEFAULT_RULE_SETTINGS.ackRequired)).toEqual([...RULE_IDS]);
    expect(RULE_IDS).toHaveLength(37);
    expect(DEFAULT_RULE_SETTINGS.unsignedNoteHours).toBe(thresholds.unsignedNoteHours);
    for (const level of allLevels()) expect([DEFAULT_RULE_SETTINGS.planDays[level.code], DEFAULT_RULE_SETTINGS.reviewDays[level.code]]).toEqual([level.initialPlanDays, level.reviewDays]);
  });
});

describe('a record from a file', () => {
  const problem = (file: unknown) => {
    try {
      readRuleFile(file);
    } catch (error) {
      if (isAppError(error, 'BAD_REQUEST')) return String(error.facts['at'] ?? error.facts['item']);
      throw error;
    }
    return 'accepted';
  };

  it('is refused by the place that does not fit', () => {
    expect(problem([])).toBe('');
    expect(problem({ clients: {} })).toBe('');
    expect(problem({ notes: [{ date: '2026-02-30' }] })).toBe('notes.0.serviceDate');
    expect(problem({ notes: [{ date: '2026-02-20', craving: 11 }] })).toBe('notes.0.craving');
    expect(problem({ notes: 'none' })).toBe('notes');
    expect(problem({ episodes: [{ phases: [{ level: 'SPA', start: '2026-01-01' }] }] })).toBe('episodes.0.phases.0.level');
    expect(problem({ medications: [{ kind: 'aspirin', start: '2026-01-01' }] })).toBe('clinical.medications.0.kind');
    expect(problem({ measures: [{ instrument: 'PHQ-8', date: '2026-01-01' }] })).toBe('measures.0.instrument');
    expect(problem({ measures: [{ instrument: 'COWS', date: '2026-01-01', answers: { 3: 2 } }] })).toBe('3');
    expect(problem({ measures: [{ instrument: 'PHQ-9', date: '2026-01-01', total: 28 }] })).toBe('measures.0.total');
    expect(problem({ measures: [{ instrument: 'PHQ-9', date: '2026-01-01', answers: [1, 2] }] })).toBe('measures.0.answers');
    expect(problem({ settings: { iopMinHours: 'nine' } })).toBe('settings.iopMinHours');
    expect(problem({ settings: { unknownOne: 1 } })).toBe('settings');
    expect(problem({})).toBe('accepted');
  });
});
