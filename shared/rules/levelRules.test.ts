import { describe, expect, it } from 'vitest';
import { type Case, care, findings, severityOf } from './testRecords.ts';

const wm = (start: string, end?: string, more: object = {}) => ({ level: 'WM_RES', start, ...(end === undefined ? {} : { end }), ...more });
const res = (start: string, end?: string, more: object = {}) => ({ level: 'RES', start, ...(end === undefined ? {} : { end }), ...more });
const iop = (start: string, end?: string) => ({ level: 'IOP', start, ...(end === undefined ? {} : { end }) });
const visit = (date: string, more: object = {}) => ({ date, startTime: '10:00', endTime: '11:00', planLinks: 1, ...more });
const cows = (date: string, total: number, time?: string) => ({ instrument: 'COWS', date, total, ...(time === undefined ? {} : { time }) });
const hours = (...days: readonly (readonly [string, number, string?])[]) => days.map(([date, minutes, serviceType = 'group']) => ({ date, minutes, serviceType, planLinks: 1 }));

const CASES: readonly Case[] = [
  ['R-LOC1', 'shared days', care([res('2026-01-01', '2026-02-10'), iop('2026-02-05')]), 'alert'],
  ['R-LOC1', 'the last day shared', care([res('2026-01-01', '2026-02-10'), iop('2026-02-10')]), 'alert'],
  ['R-LOC1', 'one follows the other', care([res('2026-01-01', '2026-02-10'), iop('2026-02-11')]), 'none'],
  ['R-LOC1', 'both open', care([res('2026-01-01'), iop('2026-03-01')]), 'alert'],
  ['R-LOC1', 'across episodes', { episodes: [{ phases: [res('2026-01-01')] }, { status: 'planned', phases: [iop('2026-03-01')] }] }, 'alert'],
  ['R-LOC1', 'moved on the day it began', care([wm('2026-01-01', '2026-01-01'), res('2026-01-01')]), 'none'],
  ['R-LOC1', 'a stay longer than planned, the next still to come', care([{ ...res('2026-01-01'), plannedEnd: '2026-03-01' }, { level: 'IOP', plannedStart: '2026-03-02', plannedEnd: '2026-06-01' }]), 'none'],
  ['R-LOC1', 'an overlay beside a level', { episodes: [{ phases: [iop('2026-03-01')], overlays: [{ kind: 'OBOT', start: '2026-03-01' }] }] }, 'none'],

  ['R-SEQ1', 'straight into IOP', care([iop('2026-03-01')]), 'info'],
  ['R-SEQ1', 'after withdrawal management', care([wm('2026-02-20', '2026-02-28'), iop('2026-03-01')]), 'none'],
  ['R-SEQ1', 'recorded as not needed', { ...care([iop('2026-03-01')]), withdrawal: { notIndicatedOn: '2026-03-01' } }, 'none'],
  ['R-SEQ1', 'outpatient is not asked', care([{ level: 'OP', start: '2026-03-01' }]), 'none'],
  ['R-SEQ1', 'planned, not begun', care([{ level: 'IOP', plannedStart: '2026-03-21' }]), 'none'],

  ['R-SEQ2', 'COWS 5 before a session', { ...care([iop('2026-03-01')]), notes: [visit('2026-03-10')], measures: [cows('2026-03-10', 5)] }, 'warn'],
  ['R-SEQ2', 'COWS 4', { ...care([iop('2026-03-01')]), notes: [visit('2026-03-10')], measures: [cows('2026-03-10', 4)] }, 'none'],
  ['R-SEQ2', 'a later COWS that settled', { ...care([iop('2026-03-01')]), notes: [visit('2026-03-12')], measures: [cows('2026-03-10', 9), cows('2026-03-11', 3)] }, 'none'],
  ['R-SEQ2', 'stable on medication', { ...care([iop('2026-03-01')]), notes: [visit('2026-03-10')], measures: [cows('2026-03-10', 9)], withdrawal: { stabilisedOn: '2026-03-10' } }, 'none'],
  ['R-SEQ2', 'withdrawal management still open', { ...care([wm('2026-03-01'), iop('2026-03-05')]), notes: [visit('2026-03-10')] }, 'warn'],
  ['R-SEQ2', 'a withdrawal visit is no session', { ...care([wm('2026-03-01'), iop('2026-03-05')]), notes: [visit('2026-03-10', { serviceType: 'wm_monitoring' })] }, 'none'],
  ['R-SEQ2', 'a missed session', { ...care([iop('2026-03-01')]), notes: [visit('2026-03-10', { serviceType: 'no_show' })], measures: [cows('2026-03-10', 9)] }, 'none'],

  ['R-SEQ3', 'eight days and nothing', care([wm('2026-03-01', '2026-03-12')]), 'warn'],
  ['R-SEQ3', 'seven days, still time', care([wm('2026-03-01', '2026-03-13')]), 'none'],
  ['R-SEQ3', 'next level on day 7', care([wm('2026-02-01', '2026-02-10'), iop('2026-02-17')]), 'none'],
  ['R-SEQ3', 'next level on day 8', care([wm('2026-02-01', '2026-02-10'), iop('2026-02-18')]), 'warn'],
  ['R-SEQ3', 'the next provider took over', care([wm('2026-02-01', '2026-02-10', { endReason: 'DISCHARGE_TRANSFER' })]), 'none'],
  ['R-SEQ3', 'not for a step-down from RES', care([res('2026-01-01', '2026-02-10')]), 'none'],

  ['R-RES1', '29 days and stepped down', care([res('2026-02-01', '2026-03-01', { endReason: 'transition_down' })]), 'info'],
  ['R-RES1', '30 days and stepped down', care([res('2026-02-01', '2026-03-02', { endReason: 'transition_down' })]), 'none'],
  ['R-RES1', '29 days, the next level tells', care([res('2026-02-01', '2026-03-01'), iop('2026-03-02')]), 'info'],
  ['R-RES1', 'stepped down a day before it was closed', care([res('2026-02-01', '2026-03-01'), iop('2026-02-28')]), 'info'],
  ['R-RES1', 'left before completion', care([res('2026-02-01', '2026-02-10', { endReason: 'DISCHARGE_AMA' })]), 'none'],
  ['R-RES1', 'day 90', care([res('2025-12-21')]), 'none'],
  ['R-RES1', 'day 91', care([res('2025-12-20')]), 'info'],

  ['R-WM1', 'day 10', care([wm('2026-03-11')]), 'none'],
  ['R-WM1', 'day 11', care([wm('2026-03-10')]), 'info'],
  ['R-WM1', 'day 20 with methadone', { ...care([wm('2026-03-01')]), substances: [{ category: 'methadone' }] }, 'none'],
  ['R-WM1', 'day 21 with methadone', { ...care([wm('2026-02-28')]), substances: [{ category: 'methadone' }] }, 'info'],
  ['R-WM1', 'day 11 with a long-acting sedative', { ...care([wm('2026-03-10')]), substances: [{ category: 'benzodiazepine', longActing: true }] }, 'info'],
  ['R-WM1', 'day 20 with a long-acting opioid', { ...care([wm('2026-03-01')]), substances: [{ category: 'prescription_opioid', longActing: true }] }, 'none'],
  ['R-WM1', 'the first of two was long', care([wm('2026-02-01', '2026-02-20'), wm('2026-03-15')]), 'info'],

  ['R-ENV1', 'unknown', care([iop('2026-03-01')]), 'warn'],
  ['R-ENV1', 'unsafe', { ...care([{ level: 'OP', start: '2026-03-01' }]), client: { living: 'unsafe' } }, 'warn'],
  ['R-ENV1', 'sober living', { ...care([iop('2026-03-01')]), client: { living: 'sober_living' } }, 'none'],
  ['R-ENV1', 'the spell of today wins', { ...care([iop('2026-03-01')]), client: { living: 'own_home' }, living: [{ kind: 'own_home', start: '2026-03-10', safe: 'no' }] }, 'warn'],
  ['R-ENV1', 'residential care is not asked', care([res('2026-03-01')]), 'none'],

  ['R-GAP1', '7 days in IOP', { ...care([iop('2026-03-01')]), notes: [visit('2026-03-13')] }, 'none'],
  ['R-GAP1', '8 days in IOP', { ...care([iop('2026-03-01')]), notes: [visit('2026-03-12')] }, 'warn'],
  ['R-GAP1', 'a missed visit does not count', { ...care([iop('2026-03-01')]), notes: [visit('2026-03-12'), visit('2026-03-19', { serviceType: 'no_show' })] }, 'warn'],
  ['R-GAP1', 'a meeting is no service', { ...care([iop('2026-03-01')]), notes: [visit('2026-03-12'), visit('2026-03-19', { serviceType: 'mutual_help' })] }, 'warn'],
  ['R-GAP1', 'counted from the start of the phase', care([iop('2026-03-13')]), 'none'],
  ['R-GAP1', 'on leave', { episodes: [{ status: 'onLeave', phases: [iop('2026-03-01')] }] }, 'none'],
  ...([['WM_RES', 1], ['RES', 2], ['PHP', 3], ['IOP', 7], ['OP', 21], ['AFTERCARE', 45]] as const).flatMap(([level, days]): Case[] => {
    const start = (back: number) => new Date(Date.UTC(2026, 2, 20 - back)).toISOString().slice(0, 10);
    return [['R-GAP1', `${level} at its limit`, care([{ level, start: start(days) }]), 'none'], ['R-GAP1', `${level} past its limit`, care([{ level, start: start(days + 1) }]), 'warn']];
  }),

  // 2 March 2026 is a Monday; weeks of 2 and 9 March are complete on the 20th, the one of the 16th is not.
  ['R-IOP1', '9 h', { ...care([iop('2026-03-09')]), notes: hours(['2026-03-09', 180], ['2026-03-11', 180], ['2026-03-15', 180]) }, 'none'],
  ['R-IOP1', 'one minute short', { ...care([iop('2026-03-09')]), notes: hours(['2026-03-09', 180], ['2026-03-11', 180], ['2026-03-15', 179]) }, 'warn'],
  ['R-IOP1', 'meetings and case management do not count', { ...care([iop('2026-03-09')]), notes: hours(['2026-03-09', 500], ['2026-03-10', 60, 'mutual_help'], ['2026-03-11', 60, 'case_management']) }, 'warn'],
  ['R-IOP1', 'the running week is not judged', care([iop('2026-03-16')]), 'none'],
  ['R-IOP1', 'a first week of 3 days needs 3/7', { ...care([iop('2026-03-13')]), notes: hours(['2026-03-13', 232]) }, 'none'],
  ['R-IOP1', 'a first week of 3 days, short', { ...care([iop('2026-03-13')]), notes: hours(['2026-03-13', 231]) }, 'warn'],
  ['R-IOP2', '20 h', { ...care([iop('2026-03-09')]), notes: hours(['2026-03-09', 600], ['2026-03-10', 600]) }, 'none'],
  ['R-IOP2', 'over 20 h', { ...care([iop('2026-03-09')]), notes: hours(['2026-03-09', 600], ['2026-03-10', 601]) }, 'info'],
  ['R-IOP2', 'over 20 h in the week that runs', { ...care([iop('2026-03-16')]), notes: hours(['2026-03-16', 600], ['2026-03-17', 601]) }, 'info'],
  ['R-IOP2', '20 h in the week that runs', { ...care([iop('2026-03-16')]), notes: hours(['2026-03-16', 600], ['2026-03-17', 600]) }, 'none'],
  ['R-IOP1', 'minutes left empty follow from the times', { ...care([iop('2026-03-09')]), notes: [{ date: '2026-03-10', startTime: '09:00', endTime: '18:00', minutes: null, risk: null }] }, 'none'],
  ['R-IOP1', 'little so far in the week that runs', { ...care([iop('2026-03-16')]), notes: hours(['2026-03-16', 60]) }, 'none'],
  ['R-IOP2', 'over 19 h where the clinic follows ASAM', { ...care([iop('2026-03-09')]), settings: { iopMaxHours: 19 }, notes: hours(['2026-03-09', 600], ['2026-03-10', 541]) }, 'info'],
  ['R-PHP1', '20 h', { ...care([{ level: 'PHP', start: '2026-03-09' }]), notes: hours(['2026-03-09', 600], ['2026-03-10', 600]) }, 'none'],
  ['R-PHP1', 'under 20 h', { ...care([{ level: 'PHP', start: '2026-03-09' }]), notes: hours(['2026-03-09', 600], ['2026-03-10', 599]) }, 'warn'],
  ['R-OP1', '9 h', { ...care([{ level: 'OP', start: '2026-03-09' }]), notes: hours(['2026-03-09', 540]) }, 'info'],
  ['R-OP1', 'under 9 h', { ...care([{ level: 'OP', start: '2026-03-09' }]), notes: hours(['2026-03-09', 539]) }, 'none'],
  ['R-OP1', '9 h in the week that runs', { ...care([{ level: 'OP', start: '2026-03-16' }]), notes: hours(['2026-03-16', 540]) }, 'info'],
];

describe('levels of care and hours', () => {
  it.each(CASES)('%s: %s', (id, _what, file, severity) => {
    expect(severityOf(id, file)).toBe(severity);
  });

  it('names each short week and no other', () => {
    const found = findings({ ...care([iop('2026-03-02')]), notes: hours(['2026-03-02', 540]) }).find(({ id }) => id === 'R-IOP1');
    expect(found?.evidence).toEqual([{ record: 'phase', id: 'phase-1', field: 'week of 2026-03-09', value: '0 h of 7 days' }]);
  });

  it('starts the week where the setting says', () => {
    const file = { ...care([iop('2026-03-08')]), notes: hours(['2026-03-08', 300], ['2026-03-10', 240]) };
    expect([severityOf('R-IOP1', { ...file, settings: { weekStart: 7 } }), severityOf('R-IOP1', file)]).toEqual(['none', 'warn']);
  });
});
