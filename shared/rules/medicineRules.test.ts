import { describe, expect, it } from 'vitest';
import { type Case, care, findings, severityOf } from './testRecords.ts';

const bup = (start: string, more: object = {}) => ({ kind: 'buprenorphine_naloxone', start, ...more });
const methadone = (start: string, more: object = {}) => ({ kind: 'methadone', start, ...more });
const xr = (lastTaken: string, more: object = {}) => ({ kind: 'naltrexone_xr', start: '2025-06-01', lastTaken, ...more });
const heroin = (lastUse: string, more: object = {}) => ({ category: 'heroin', lastUse, ...more });
const cows = (date: string, total: number, time?: string) => ({ instrument: 'COWS', date, total, ...(time === undefined ? {} : { time }) });
const pregnant = { client: { pregnancy: 'pregnant' } };
const test = (date: string, panel: object) => ({ date, panel });

const CASES: readonly Case[] = [
  ['R-PREG1', 'pregnant, withdrawal management planned', { ...pregnant, ...care([{ level: 'WM_RES', plannedStart: '2026-04-01' }]) }, 'alert'],
  ['R-PREG1', 'possibly pregnant, under way', { client: { pregnancy: 'possible' }, ...care([{ level: 'WM_AMB', start: '2026-03-18' }]) }, 'alert'],
  ['R-PREG1', 'stopped while it was possible, certain since', { pregnancy: [{ status: 'possible', start: '2026-01-01' }, { status: 'pregnant', start: '2026-03-01' }], medications: [{ kind: 'methadone', start: '2025-10-01', stop: '2026-02-01' }] }, 'alert'],
  ['R-PREG1', 'not pregnant', { client: { pregnancy: 'not_pregnant' }, ...care([{ level: 'WM_RES', start: '2026-03-18' }]) }, 'none'],
  ['R-PREG1', 'over since yesterday', { ...pregnant, ...care([{ level: 'WM_RES', start: '2026-03-10', end: '2026-03-19' }]) }, 'none'],
  ['R-PREG1', 'ends today', { ...pregnant, ...care([{ level: 'WM_RES', start: '2026-03-10', end: '2026-03-20' }]) }, 'alert'],
  ['R-PREG1', 'methadone stopped', { pregnancy: [{ start: '2026-02-01' }], medications: [methadone('2025-01-01', { stop: '2026-03-01' })] }, 'alert'],
  ['R-PREG1', 'methadone stopped before the pregnancy', { pregnancy: [{ start: '2026-03-02' }], medications: [methadone('2025-01-01', { stop: '2026-03-01' })] }, 'none'],
  ['R-PREG1', 'buprenorphine lowered', { ...pregnant, medications: [bup('2025-01-01', { tapering: true })] }, 'alert'],
  ['R-PREG1', 'steady on buprenorphine', { ...pregnant, medications: [bup('2025-01-01')] }, 'none'],
  ['R-PREG1', 'changed from methadone to buprenorphine', { ...pregnant, medications: [methadone('2025-01-01', { stop: '2026-03-01' }), bup('2026-03-04')] }, 'none'],
  ['R-PREG1', 'a stop told by an event', { ...pregnant, ...care([{ level: 'OP', start: '2026-01-01' }], { events: [{ type: 'MED_STOP', date: '2026-03-01', fields: { medication: 'Suboxone film' } }] }) }, 'alert'],
  ['R-PREG1', 'a pregnancy that has ended', { pregnancy: [{ start: '2025-05-01', end: '2026-01-10', outcome: 'birth' }], ...care([{ level: 'WM_RES', start: '2026-03-18' }]) }, 'none'],
  ['R-PREG1', 'a stop 280 days ago', { ...pregnant, medications: [methadone('2025-01-01', { stop: '2025-06-13' })] }, 'alert'],
  ['R-PREG1', 'a stop 281 days ago', { ...pregnant, medications: [methadone('2025-01-01', { stop: '2025-06-12' })] }, 'none'],
  ['R-PREG2', 'naltrexone in use', { ...pregnant, medications: [xr('2026-03-01')] }, 'alert'],
  ['R-PREG2', 'naltrexone about to start', { ...pregnant, medications: [{ kind: 'naltrexone_oral', start: '2026-03-25' }] }, 'alert'],
  ['R-PREG2', 'naltrexone stopped', { ...pregnant, medications: [xr('2026-01-01', { stop: '2026-03-20' })] }, 'none'],
  ['R-PREG2', 'not pregnant', { medications: [xr('2026-03-01')] }, 'none'],
  ['R-PREG2', 'only possibly pregnant', { client: { pregnancy: 'possible' }, medications: [xr('2026-03-01')] }, 'none'],
  ['R-PREG2', 'only possibly pregnant, by a spell', { pregnancy: [{ status: 'possible', start: '2026-02-01' }], medications: [xr('2026-03-01')] }, 'none'],
  ['R-PREG2', 'pregnant on the card, possible in a spell', { ...pregnant, pregnancy: [{ status: 'possible', start: '2026-02-01' }], medications: [xr('2026-03-01')] }, 'alert'],
  ['R-PREG1', 'detox planned in an episode to come', { ...pregnant, episodes: [{ phases: [{ level: 'OP', start: '2026-01-01' }] }, { status: 'planned', phases: [{ level: 'WM_RES', plannedStart: '2026-03-25' }] }] }, 'alert'],
  ['R-PREG1', 'a stop told by an event, with the code of the medicine', { ...pregnant, ...care([{ level: 'OP', start: '2026-01-01' }], { events: [{ type: 'MED_STOP', date: '2026-03-15', fields: { medication: 'buprenorphine_naloxone' } }] }) }, 'alert'],

  ['R-NTX1', '6 days after heroin', { medications: [{ kind: 'naltrexone_oral', start: '2026-03-20' }], substances: [heroin('2026-03-14')] }, 'alert'],
  ['R-NTX1', '7 days: only preferred longer', { medications: [{ kind: 'naltrexone_oral', start: '2026-03-20' }], substances: [heroin('2026-03-13')] }, 'warn'],
  ['R-NTX1', '9 days: only preferred longer', { medications: [{ kind: 'naltrexone_xr', start: '2026-03-20' }], substances: [heroin('2026-03-11')] }, 'warn'],
  ['R-NTX1', '10 days', { medications: [{ kind: 'naltrexone_xr', start: '2026-03-20' }], substances: [heroin('2026-03-10')] }, 'none'],
  ['R-NTX1', '13 days after methadone', { medications: [{ kind: 'naltrexone_xr', start: '2026-03-20' }, methadone('2025-01-01', { stop: '2026-03-07' })] }, 'alert'],
  ['R-NTX1', '14 days after buprenorphine', { medications: [{ kind: 'naltrexone_xr', start: '2026-03-20' }, bup('2025-01-01', { stop: '2026-03-06' })] }, 'none'],
  ['R-NTX1', 'planned while methadone goes on', { medications: [{ kind: 'naltrexone_xr', start: '2026-04-20' }, methadone('2025-01-01')] }, 'alert'],
  ['R-NTX1', 'a return to use before the start', { medications: [{ kind: 'naltrexone_oral', start: '2026-03-20' }], ...care([{ level: 'OP', start: '2026-01-01' }], { events: [{ type: 'RETURN_TO_USE', date: '2026-03-17', fields: { substance: 'fentanyl' } }] }) }, 'alert'],
  ['R-NTX1', 'use after the start', { medications: [{ kind: 'naltrexone_oral', start: '2026-03-01' }], substances: [heroin('2026-03-10')] }, 'none'],
  ['R-NTX1', 'alcohol is no opioid', { medications: [{ kind: 'naltrexone_oral', start: '2026-03-20' }], substances: [{ category: 'alcohol', lastUse: '2026-03-19' }] }, 'none'],

  ['R-NTX2', 'day 24', { medications: [xr('2026-02-24')] }, 'none'],
  ['R-NTX2', 'day 25', { medications: [xr('2026-02-23')] }, 'warn'],
  ['R-NTX2', 'day 31', { medications: [xr('2026-02-17')] }, 'warn'],
  ['R-NTX2', 'day 32', { medications: [xr('2026-02-16')] }, 'alert'],
  ['R-NTX2', 'the injection told by an event', { medications: [xr('2026-02-01')], ...care([{ level: 'OP', start: '2026-01-01' }], { events: [{ type: 'INJECTION_GIVEN', date: '2026-03-10', fields: { medication: 'Vivitrol' } }] }) }, 'none'],
  ['R-NTX2', 'stopped', { medications: [xr('2026-01-01', { stop: '2026-02-01' })] }, 'none'],
  ['R-NTX2', 'tablets have no such date', { medications: [{ kind: 'naltrexone_oral', start: '2026-01-01', lastTaken: '2026-01-01' }] }, 'none'],

  ['R-BUP1', 'no COWS that day', { medications: [bup('2026-03-10')], measures: [cows('2026-03-09', 14)] }, 'warn'],
  ['R-BUP1', 'COWS 7', { medications: [bup('2026-03-10')], measures: [cows('2026-03-10', 7)] }, 'warn'],
  ['R-BUP1', 'COWS 8', { medications: [bup('2026-03-10')], measures: [cows('2026-03-10', 8)] }, 'none'],
  ['R-BUP1', 'COWS 12 where 13 is asked for', { medications: [bup('2026-03-10')], measures: [cows('2026-03-10', 12)], settings: { bupCowsMin: 13 } }, 'warn'],
  ['R-BUP1', 'the one before the dose counts', { medications: [bup('2026-03-10', { startTime: '10:00' })], measures: [cows('2026-03-10', 12, '09:30'), cows('2026-03-10', 4, '12:00')] }, 'none'],
  ['R-BUP1', 'a COWS with a gap is none', { medications: [bup('2026-03-10')], measures: [{ instrument: 'COWS', date: '2026-03-10', answers: [0, null, 0, 0, 0, 0, 0, 0, 0, 0, 0] }] }, 'warn'],
  ['R-BUP1', 'begun before this episode', { medications: [bup('2025-03-10')], ...care([{ level: 'OP', start: '2026-01-01' }]) }, 'none'],
  ['R-BUP1', 'from film to injection in the episode', { medications: [bup('2025-03-10', { stop: '2026-03-10' }), { kind: 'buprenorphine', start: '2026-03-10' }], ...care([{ level: 'OP', start: '2026-01-01' }]) }, 'none'],
  ['R-BUP1', 'still to come', { medications: [bup('2026-03-21')] }, 'none'],

  ['R-BUP2', '11 h 59 after heroin', { medications: [bup('2026-03-10T11:59')], substances: [heroin('2026-03-10T00:00')] }, 'warn'],
  ['R-BUP2', '12 h after heroin', { medications: [bup('2026-03-10T12:00')], substances: [heroin('2026-03-10T00:00')] }, 'none'],
  ['R-BUP2', 'the same day without times', { medications: [bup('2026-03-10')], substances: [heroin('2026-03-10')] }, 'warn'],
  ['R-BUP2', 'the next day without times', { medications: [bup('2026-03-10')], substances: [heroin('2026-03-09')] }, 'none'],
  ['R-BUP2', 'fentanyl needs longer', { medications: [bup('2026-03-10T16:00')], substances: [{ category: 'fentanyl', lastUse: '2026-03-10T00:00' }] }, 'warn'],
  ['R-BUP2', '23 h 59 after fentanyl', { medications: [bup('2026-03-10T23:59')], substances: [{ category: 'fentanyl', lastUse: '2026-03-10T00:00' }] }, 'warn'],
  ['R-BUP2', '24 h after fentanyl', { medications: [bup('2026-03-11T00:00')], substances: [{ category: 'fentanyl', lastUse: '2026-03-10T00:00' }] }, 'none'],
  ['R-BUP2', '71 h 59 after a fentanyl patch', { medications: [bup('2026-03-10T07:59')], substances: [{ category: 'fentanyl', longActing: true, lastUse: '2026-03-07T08:00' }] }, 'warn'],
  ['R-BUP2', '71 h 59 after methadone', { medications: [bup('2026-03-10T07:59')], substances: [{ category: 'methadone', lastUse: '2026-03-07T08:00' }] }, 'warn'],
  ['R-BUP2', '72 h after extended-release tablets', { medications: [bup('2026-03-10T08:00')], substances: [{ category: 'prescription_opioid', longActing: true, lastUse: '2026-03-07T08:00' }] }, 'none'],
  ['R-BUP2', '2 days after methadone', { medications: [bup('2026-03-10'), methadone('2025-01-01', { stop: '2026-03-08' })] }, 'warn'],
  ['R-BUP2', '3 days after methadone', { medications: [bup('2026-03-10'), methadone('2025-01-01', { stop: '2026-03-07' })] }, 'none'],
  ['R-BUP2', '50 h after methadone where 48 are enough', { medications: [bup('2026-03-10T10:00')], substances: [{ category: 'methadone', lastUse: '2026-03-08T08:00' }], settings: { bupLongHours: 48 } }, 'none'],

  ['R-SED1', 'benzodiazepine use with methadone', { medications: [methadone('2026-01-01')], substances: [{ category: 'benzodiazepine', daysPast30: 3 }] }, 'alert'],
  ['R-SED1', 'alcohol 30 days ago', { medications: [bup('2025-01-01')], substances: [{ category: 'alcohol', lastUse: '2026-02-18' }] }, 'alert'],
  ['R-SED1', 'alcohol 31 days ago', { medications: [bup('2025-01-01')], substances: [{ category: 'alcohol', lastUse: '2026-02-17' }] }, 'none'],
  ['R-SED1', 'prescribed clonazepam', { medications: [bup('2025-01-01'), { kind: 'other', product: 'Clonazepam 1 mg', start: '2026-01-01' }] }, 'alert'],
  ['R-SED1', 'alcohol every day, no day named', { medications: [bup('2025-01-01')], substances: [{ category: 'alcohol', dailyUse: true }] }, 'alert'],
  ['R-SED1', 'alcohol in the history only', { medications: [bup('2025-01-01')], substances: [{ category: 'alcohol' }] }, 'none'],
  ['R-SED1', 'a positive test', { medications: [bup('2025-01-01')], tests: [test('2026-03-10', { benzodiazepines: 'pos' })] }, 'alert'],
  ['R-SED1', 'an overlay stands for the medicine', { ...care([{ level: 'OP', start: '2026-01-01' }], { overlays: [{ kind: 'OTP', start: '2026-01-01' }] }), substances: [{ category: 'alcohol', daysPast30: 1 }] }, 'alert'],
  ['R-SED1', 'without an agonist', { medications: [xr('2026-03-01')], substances: [{ category: 'alcohol', daysPast30: 1 }] }, 'none'],
  ['R-SED1', 'cannabis is no sedative here', { medications: [bup('2025-01-01')], substances: [{ category: 'cannabis', daysPast30: 30 }] }, 'none'],

  ['R-TOL1', 'left residential care', care([{ level: 'RES', start: '2026-01-01', end: '2026-02-18' }, { level: 'IOP', start: '2026-02-19' }]), 'alert'],
  ['R-TOL1', 'left residential care 31 days ago', care([{ level: 'RES', start: '2026-01-01', end: '2026-02-17' }, { level: 'IOP', start: '2026-02-18' }]), 'none'],
  ['R-TOL1', 'left jail', { living: [{ kind: 'jail', start: '2026-01-01', end: '2026-03-15' }] }, 'alert'],
  ['R-TOL1', 'stopped naltrexone', { medications: [xr('2026-02-01', { stop: '2026-03-01' })] }, 'alert'],
  ['R-TOL1', 'stopped buprenorphine', { medications: [bup('2025-01-01', { stop: '2026-03-20' })] }, 'alert'],
  ['R-TOL1', 'changed to methadone', { medications: [bup('2025-01-01', { stop: '2026-03-10' }), methadone('2026-03-11')] }, 'none'],
  ['R-TOL1', '3 days without after daily use', { substances: [heroin('2026-03-17', { dailyUse: true })] }, 'alert'],
  ['R-TOL1', '2 days without after daily use', { substances: [heroin('2026-03-18', { dailyUse: true })] }, 'none'],
  ['R-TOL1', '20 days in 30', { substances: [heroin('2026-03-10', { daysPast30: 20 })] }, 'alert'],
  ['R-TOL1', '19 days in 30', { substances: [heroin('2026-03-10', { daysPast30: 19 })] }, 'none'],
  ['R-TOL1', 'not daily', { substances: [heroin('2026-03-10', { daysPast30: 4 })] }, 'none'],
  ['R-TOL1', 'a pause on methadone', { medications: [methadone('2026-03-01')], substances: [heroin('2026-03-10', { dailyUse: true })] }, 'none'],

  ['R-NAL1', 'no kit', { client: { diagnoses: ['F11.20'] } }, 'warn'],
  ['R-NAL1', 'expires today', { client: { diagnoses: ['F11.20'], naloxone: { state: 'on_hand', expires: '2026-03-20' } } }, 'none'],
  ['R-NAL1', 'expired yesterday', { client: { diagnoses: ['F11.20'], naloxone: { state: 'on_hand', expires: '2026-03-19' } } }, 'warn'],
  ['R-NAL1', 'a kit in the record', { client: { diagnoses: ['F11.20'] }, naloxoneKits: [{ expires: '2027-01-01' }] }, 'none'],
  ['R-NAL1', 'a used kit', { client: { diagnoses: ['F11.20'] }, naloxoneKits: [{ expires: '2027-01-01', state: 'used' }] }, 'warn'],
  ['R-NAL1', 'another diagnosis', { client: { diagnoses: ['F10.20'] } }, 'none'],
  ['R-NAL1', 'by the plan', { plans: [{ diagnoses: ['F11.21'] }] }, 'warn'],
  ['R-NAL1', 'by two criteria', { measures: [{ instrument: 'OUD', date: '2026-03-01', total: 2 }] }, 'warn'],

  ['R-URD1', 'a note names it', { notes: [{ date: '2026-03-01', text: 'Asked about ultra-rapid opioid detox abroad.' }] }, 'alert'],
  ['R-URD1', 'a plan names anaesthesia', { plans: [{ text: 'Wants detox under general anesthesia.' }] }, 'alert'],
  ['R-URD1', 'ultra-rapid metabolism', { notes: [{ date: '2026-03-01', text: 'Known ultra-rapid metaboliser of codeine.' }] }, 'none'],
  ['R-URD1', 'detox alone', { notes: [{ date: '2026-03-01', text: 'Finished detox. Dental anaesthesia next week.' }] }, 'none'],

  ['R-RX1', 'an opioid prescribed elsewhere', { outsidePrescriptions: [{ kind: 'opioid_prescription', what: 'Hydrocodone', start: '2026-03-10' }] }, 'warn'],
  ['R-RX1', 'with a pain plan', { outsidePrescriptions: [{ kind: 'opioid_prescription', start: '2026-03-10', painPlan: '2026-03-12' }] }, 'none'],
  ['R-RX1', 'an opioid that will be prescribed', { outsidePrescriptions: [{ kind: 'opioid_prescription', start: '2026-03-25' }] }, 'warn'],
  ['R-RX1', 'surgery today', { outsidePrescriptions: [{ kind: 'surgery', start: '2026-03-20' }] }, 'warn'],
  ['R-RX1', 'surgery yesterday', { outsidePrescriptions: [{ kind: 'surgery', start: '2026-03-19' }] }, 'none'],

  ['R-TEST1', 'positive for the prescribed medicine', { medications: [bup('2026-01-01')], tests: [test('2026-03-10', { buprenorphine: 'pos' })] }, 'warn'],
  ['R-TEST1', 'already marked', { medications: [bup('2026-01-01')], tests: [test('2026-03-10', { buprenorphine: 'pos_prescribed' })] }, 'none'],
  ['R-TEST1', 'not prescribed that day', { medications: [bup('2026-03-11')], tests: [test('2026-03-10', { buprenorphine: 'pos' })] }, 'none'],
  ['R-TEST1', 'oxycodone prescribed elsewhere', { outsidePrescriptions: [{ kind: 'opioid_prescription', what: 'Percocet 5/325', start: '2026-03-01' }], tests: [test('2026-03-10', { oxycodone: 'positive' })] }, 'warn'],
  ['R-TEST1', 'fentanyl is not explained', { medications: [bup('2026-01-01')], tests: [test('2026-03-10', { fentanyl: 'pos' })] }, 'none'],
  ['R-TEST2', 'not detected', { medications: [methadone('2026-01-01')], tests: [test('2026-03-10', { methadone: 'neg' })] }, 'warn'],
  ['R-TEST2', 'detected since', { medications: [methadone('2026-01-01')], tests: [test('2026-03-10', { methadone: 'neg' }), test('2026-03-15', { methadone: 'pos_prescribed' })] }, 'none'],
  ['R-TEST2', 'not looked for', { medications: [methadone('2026-01-01')], tests: [test('2026-03-10', { methadone: 'not_tested', opiates: 'neg' })] }, 'none'],
  ['R-TEST2', 'collected on the day of the first dose', { medications: [bup('2026-03-10')], tests: [test('2026-03-10', { buprenorphine: 'neg' })] }, 'none'],
];

describe('medicines, tests and overdose risk', () => {
  it.each(CASES)('%s: %s', (id, _what, file, severity) => {
    expect(severityOf(id, file)).toBe(severity);
  });

  it('leaves out what was entered in error', () => {
    expect(severityOf('R-NTX2', { medications: [xr('2026-01-01', { enteredInError: true })] })).toBe('none');
  });

  it('names the day the next injection is due', () => {
    expect(findings({ medications: [xr('2026-02-20')] }).find(({ id }) => id === 'R-NTX2')?.evidence.map(({ field, value }) => `${field} ${value}`)).toEqual(['lastTaken 2026-02-20', 'nextDue 2026-03-20']);
  });

  it('says which records it read', () => {
    const found = findings({ medications: [{ id: 'ntx', kind: 'naltrexone_oral', start: '2026-03-20' }], substances: [{ id: 'h', ...heroin('2026-03-18') }] }).find(({ id }) => id === 'R-NTX1');
    expect(found).toMatchObject({ severity: 'alert', ackRequired: true, acknowledged: null, evidence: [{ record: 'medication', id: 'ntx', field: 'start', value: '2026-03-20' }, { record: 'substance', id: 'h', field: 'lastUse', value: '2026-03-18' }] });
    expect(found?.message).toContain('2 days after the last opioid');
  });
});
