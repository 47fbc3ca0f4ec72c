import { describe, expect, it } from 'vitest';
import { ClientId, LocalId, RecordId } from '../brand.ts';
import { Instant, LocalTime, parseLocalDate } from '../dates.ts';
import { isAppError } from '../errors.ts';
import { instrumentById } from '../measures/loadInstruments.ts';
import { Measure, newMeasure } from '../measures/measure.ts';
import { suggestsPrecipitated, trends } from '../measures/trend.ts';
import { applyClinicalCommand, CLINICAL_LIST_NAMES, ClinicalCommand } from './clinicalCommand.ts';
import { type ClinicalRecord, ClinicalRecord as Schema, emptyClinicalRecord } from './clinicalRecord.ts';
import { medicationCautions, medicationFacts } from '../text/en/clinicalRecord.ts';
import { entryLine } from './entryLines.ts';
import { isCurrent, MEDICATION_KINDS, medicationKindOf } from './medication.ts';
import { categoryOfText } from './substanceUse.ts';

const CLIENT = ClientId.parse('a'.repeat(26));
const day = parseLocalDate;
let made = 0;
const acting = { today: day('2026-03-20'), at: Instant.parse('2026-03-20T12:00:00.000Z'), author: 'Robin Vale', newId: () => LocalId.parse('z'.repeat(10 + (made += 1) % 10)) };

const medication = { id: 'b'.repeat(12), note: '', kind: 'methadone', purpose: 'maintenance', product: 'Methadose', strength: '', dose: '', route: 'oral', frequency: 'daily', prescriber: '', site: 'North clinic', prescriptionDays: null, start: '2026-01-01', startTime: null, lastTaken: '2026-03-19', nextDue: '2026-03-21', tapering: false, stop: null, stopReason: null, adherencePercent: 95, missedDoses7d: 0, source: 'clientReport' };
const test = { id: 'c'.repeat(12), note: '', date: '2026-03-19', time: '09:30', specimen: 'urine', panel: [{ substance: 'fentanyl', name: '', result: 'neg', value: '' }], kitLot: 'L1', kitExpires: '2027-01-01', observed: true, temperatureOk: true, confirmation: 'none', collectedBy: '' };
const living = { id: 'd'.repeat(12), note: '', kind: 'jail', start: '2026-01-01', end: '2026-02-01', safe: 'unknown', detail: '' };

function act(record: ClinicalRecord, command: object): ClinicalRecord {
  return Schema.parse(applyClinicalCommand(record, ClinicalCommand.parse(command), acting));
}

function put(list: string, entry: object, record = emptyClinicalRecord(CLIENT)): ClinicalRecord {
  return act(record, { kind: 'put', list, entry });
}

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isAppError(error)) return `${error.code} ${error.facts['field'] ?? ''}`.trim();
    throw error;
  }
  return 'accepted';
}

describe('the clinical record', () => {
  it('keeps a test whose specimen was not as expected, and one recorded before that was asked', () => {
    const off = put('tests', { ...test, temperatureOk: false, adulterantOk: false }).tests[0];
    expect(off && entryLine('tests', off, acting.today).facts).toEqual(expect.arrayContaining(['temperature out of range', 'creatinine or additives not as expected']));
    const before = put('tests', test).tests[0];
    expect(before && [before.adulterantOk, entryLine('tests', before, acting.today).facts.join()]).toEqual([undefined, expect.not.stringContaining('expected')]);
  });

  it('says of each medicine for OUD what kind it is and what to have in mind', () => {
    for (const kind of MEDICATION_KINDS.filter((one) => one !== 'other')) expect(`${medicationFacts[kind]} ${medicationCautions[kind]}`, kind).not.toMatch(/^ | $|\d+ ?mg/);
    expect(Object.values(medicationFacts).filter((words) => /^(Full agonist|Partial agonist|Antagonist)/.test(words))).toHaveLength(5);
  });

  it('adds, changes and marks entries, and says who wrote them', () => {
    const first = put('medications', medication);
    expect(first.medications).toEqual([{ ...medication, recordedAt: acting.at, recordedBy: 'Robin Vale', enteredInError: false }]);
    const changed = put('medications', { ...medication, stop: '2026-03-20', stopReason: 'clientChoice' }, first);
    expect(changed.medications).toMatchObject([{ stop: '2026-03-20' }]);
    const wrong = act(changed, { kind: 'markError', list: 'medications', id: medication.id });
    expect(wrong.medications).toMatchObject([{ enteredInError: true, stop: '2026-03-20' }]);
    expect(refusal(() => act(wrong, { kind: 'markError', list: 'tests', id: medication.id }))).toBe('NOT_FOUND');
    expect(put('tests', test).tests).toHaveLength(1);
    expect(first.medications[0]).toMatchObject({ stop: null });
  });

  it('knows a put for every list', () => {
    const schema = Object.keys(emptyClinicalRecord(CLIENT)).filter((key) => Array.isArray(emptyClinicalRecord(CLIENT)[key as keyof ClinicalRecord]) && key !== 'acknowledgements');
    expect([...CLINICAL_LIST_NAMES]).toEqual(schema);
    expect(() => ClinicalCommand.parse({ kind: 'put', list: 'acknowledgements', entry: {} })).toThrow();
  });

  it.each([
    ['medications', { ...medication, stop: '2025-12-31' }, 'DATE_ORDER stop'],
    ['medications', { ...medication, stop: '2026-01-01', lastTaken: null, nextDue: null }, 'accepted'],
    ['medications', { ...medication, lastTaken: '2025-12-31' }, 'DATE_ORDER lastTaken'],
    ['medications', { ...medication, lastTaken: '2026-03-21' }, 'DATE_ORDER lastTaken'],
    ['medications', { ...medication, stopReason: 'other' }, 'BAD_REQUEST stopReason'],
    ['medications', { ...medication, start: '2026-04-01', lastTaken: null, nextDue: null }, 'accepted'],
    ['tests', { ...test, date: '2026-03-21' }, 'DATE_ORDER date'],
    ['tests', { ...test, specimen: 'breath' }, 'BAD_REQUEST panel'],
    ['tests', { ...test, specimen: 'breath', panel: [{ substance: 'alcohol', name: '', result: 'pos', value: '0.02' }] }, 'accepted'],
    ['living', { ...living, end: '2025-12-31' }, 'DATE_ORDER end'],
    ['living', { ...living, end: '2026-03-21' }, 'DATE_ORDER end'],
    ['pregnancy', { id: 'e'.repeat(12), note: '', status: 'pregnant', start: '2026-01-01', dueDate: '2026-09-01', end: '2026-03-01', outcome: null, obstetricContact: '' }, 'BAD_REQUEST outcome'],
    ['pregnancy', { id: 'e'.repeat(12), note: '', status: 'possible', start: '2026-03-21', dueDate: null, end: null, outcome: null, obstetricContact: '' }, 'DATE_ORDER start'],
    ['outsidePrescriptions', { id: 'f'.repeat(12), note: '', kind: 'surgery', what: 'Knee', prescriber: '', start: '2026-05-01', end: null, painPlan: null }, 'accepted'],
  ])('%s is kept in order', (list, entry, expected) => {
    expect(refusal(() => put(list, entry))).toBe(expected);
  });

  it('refuses unknown fields, lone surrogates and a list that outgrew its bound', () => {
    for (const entry of [{ ...medication, surprise: 1 }, { ...medication, product: 'x\ud800' }, { ...medication, adherencePercent: 101 }, { ...medication, id: 'short' }]) expect(() => put('medications', entry)).toThrow();
    const full = { ...emptyClinicalRecord(CLIENT), pregnancy: Array.from({ length: 30 }, (_, index) => Schema.shape.pregnancy.element.parse({ id: `${'g'.repeat(10)}${'abcdefghijklmnopqrstuvwxyz234567'[index]}`, note: '', recordedAt: acting.at, recordedBy: '', enteredInError: false, status: 'possible', start: '2026-01-01', dueDate: null, end: null, outcome: null, obstetricContact: '' })) };
    expect(refusal(() => put('pregnancy', { id: 'e'.repeat(12), note: '', status: 'possible', start: '2026-01-01', dueDate: null, end: null, outcome: null, obstetricContact: '' }, full))).toBe('BAD_REQUEST pregnancy');
  });

  it('keeps who has seen a finding, and why', () => {
    const seen = act(emptyClinicalRecord(CLIENT), { kind: 'acknowledge', ruleId: 'R-NAL1', evidenceKeys: ['client:x:naloxone=none'], why: 'Kit ordered' });
    expect(seen.acknowledgements).toMatchObject([{ ruleId: 'R-NAL1', who: 'Robin Vale', at: acting.at, why: 'Kit ordered' }]);
    expect(refusal(() => applyClinicalCommand(seen, { kind: 'acknowledge', ruleId: 'R-NAL1', evidenceKeys: ['k'], why: 'x' }, { ...acting, author: ' ' }))).toBe('NAME_EMPTY who');
    expect(() => ClinicalCommand.parse({ kind: 'acknowledge', ruleId: 'R-NAL1', evidenceKeys: ['k'], why: ' ' })).toThrow();
    expect(act(seen, { kind: 'lowerPtsdCut', value: true }).lowerPtsdCut).toBe(true);
    expect(refusal(() => act(seen, { kind: 'withdrawal', status: { notIndicatedOn: '2026-03-21', stabilisedOn: null, reason: '' } }))).toBe('DATE_ORDER notIndicatedOn');
  });
});

describe('names in free text', () => {
  it.each([['Suboxone film', 'buprenorphine_naloxone'], ['buprenorphine/naloxone', 'buprenorphine_naloxone'], ['Sublocade', 'buprenorphine'], ['VIVITROL 380 mg', 'naltrexone_xr'], ['naltrexone 50 mg', 'naltrexone_oral'], ['Narcan', 'naloxone'], ['methadone', 'methadone'], ['ibuprofen', null]])('%s is %s', (text, kind) => {
    expect(medicationKindOf(text)).toBe(kind);
  });

  it.each([['Heroin', 'heroin'], ['pressed fentanyl pills', 'fentanyl'], ['Xanax', 'benzodiazepine'], ['wine', 'alcohol'], ['cocaine', null], ['', null]])('%s is %s', (text, category) => {
    expect(categoryOfText(text)).toBe(category);
  });

  it('counts a medicine from its first day to the day before its last', () => {
    const span = { start: day('2026-03-01'), stop: day('2026-03-10') };
    expect(['2026-02-28', '2026-03-01', '2026-03-09', '2026-03-10'].map((date) => isCurrent(span, day(date)))).toEqual([false, true, true, false]);
  });
});

describe('an administration', () => {
  const given = (answers: object, date: string, time: string | null = null, instrument = 'COWS') => newMeasure({
    id: RecordId.parse('m'.repeat(26)), clientId: CLIENT, instrument: instrumentById(instrument), mode: 'interview', date: day(date), time: time === null ? null : LocalTime.parse(time), recordedAt: acting.at, administrator: 'Robin Vale', answers: answers as Record<string, number>, today: acting.today,
  });
  const cows = (pulse: number, date: string, time: string | null = null, other = 0) => given(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [String(index + 1), index === 0 ? pulse : index === 10 ? other : 0])), date, time);

  it('keeps answers, the pulse, version, mode, time and the result of that day', () => {
    const measure = cows(96, '2026-03-19', '09:00');
    expect(Measure.parse(measure)).toEqual(measure);
    expect(measure).toMatchObject({ instrumentId: 'COWS', instrumentVersion: 1, mode: 'interview', time: '09:00', administrator: 'Robin Vale', raw: { pulse: 96 }, result: { total: 1, band: 'below mild', missing: [] } });
    expect(cows(2, '2026-03-19').raw).toEqual({});
  });

  it('is refused for a day to come, a mode it is not meant for and an answer it does not offer', () => {
    expect(refusal(() => cows(96, '2026-03-21'))).toBe('DATE_ORDER date');
    expect(refusal(() => newMeasure({ ...cows(96, '2026-03-19'), instrument: instrumentById('COWS'), mode: 'self', today: acting.today }))).toBe('BAD_REQUEST mode');
    expect(refusal(() => cows(3, '2026-03-19'))).toBe('BAD_REQUEST');
  });

  it('becomes a line that leaves gaps and errors out and never joins versions', () => {
    const measures = [cows(130, '2026-03-12'), cows(90, '2026-03-10'), { ...cows(90, '2026-03-11'), enteredInError: true }, given({ 2: 4 }, '2026-03-13'), { ...cows(90, '2026-03-14'), instrumentVersion: 2 }];
    const lines = trends(instrumentById('COWS'), measures, []);
    expect(lines.map(({ version, points }) => [version, points.map(({ value, change, meaningful }) => [value, change, meaningful])])).toEqual([[1, [[1, null, false], [4, 3, false]]], [2, [[1, null, false]]]]);
    expect(trends(instrumentById('BAM'), [], []).length).toBe(0);
  });

  it('sees a rise of 6 within 2 hours of a dose, and not of 5 or later', () => {
    const dose = { date: day('2026-03-19'), time: LocalTime.parse('10:00') };
    const before = cows(90, '2026-03-19', '09:45');
    const after = (total: number, time: string) => ({ ...before, time: LocalTime.parse(time), result: { ...before.result, total } });
    expect(suggestsPrecipitated([before, after(7, '12:00')], dose)).toBe(true);
    expect(suggestsPrecipitated([before, after(6, '11:00')], dose)).toBe(false);
    expect(suggestsPrecipitated([before, after(20, '12:01')], dose)).toBe(false);
    expect(suggestsPrecipitated([after(20, '11:00')], dose)).toBe(false);
  });
});
