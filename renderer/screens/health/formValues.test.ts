// Every form of the clinical record: what it starts with can be saved, what it shows of an entry comes back
// unchanged, and what cannot be is told at its field.
import { describe, expect, it } from 'vitest';
import { ClientId, LocalId } from '../../../shared/brand.ts';
import { applyClinicalCommand, CLINICAL_LIST_NAMES } from '../../../shared/clinical/clinicalCommand.ts';
import { type ClinicalList, emptyClinicalRecord } from '../../../shared/clinical/clinicalRecord.ts';
import { entryLine } from '../../../shared/clinical/entryLines.ts';
import { Instant, parseLocalDate } from '../../../shared/dates.ts';
import { FIELDS, startValues, type Values } from './fields.ts';
import { faultsOf, putCommand, valuesOf } from './formValues.ts';

const today = parseLocalDate('2026-11-22');
const id = LocalId.parse('a'.repeat(20));
const acting = { today, at: Instant.parse('2026-11-22T12:00:00.000Z'), author: 'Dana Whitlock', newId: () => id };
const empty = emptyClinicalRecord(ClientId.parse('b'.repeat(26)));

function filled(list: ClinicalList, over: Values = {}): Values {
  const more: Partial<Record<ClinicalList, Values>> = {
    medications: { kind: 'buprenorphine_naloxone', purpose: 'maintenance', source: 'clientReport' }, tests: { panel: { fentanyl: 'pos', opiates: 'neg' } }, substances: { category: 'heroin' }, living: { kind: 'own_home' }, pregnancy: { status: 'pregnant' },
    triggers: { text: 'Payday', category: 'payday' }, coping: { text: 'Walk by the river', kind: 'delay' }, outsidePrescriptions: { kind: 'surgery' }, meetings: { kind: 'na' }, authorisations: { lastDay: '2027-01-31' },
  };
  return { ...valuesOf(FIELDS[list], startValues(list, today)), ...more[list], ...over };
}
const saved = (list: ClinicalList, values: Values, before = {}) => applyClinicalCommand(empty, putCommand({ list, id, specs: FIELDS[list], values, before, today }), acting)[list][0];
const faults = (list: ClinicalList, values: Values) => Object.keys(faultsOf({ list, specs: FIELDS[list], values, today }));

describe.each(CLINICAL_LIST_NAMES)('the form of %s', (list) => {
  it('can be saved with what is needed, and shows what was saved', () => {
    expect(faults(list, filled(list))).toEqual([]);
    const entry = saved(list, filled(list));
    expect(entry).toMatchObject({ id, recordedBy: 'Dana Whitlock', enteredInError: false });
    expect(entryLine(list, entry as never, today).title).not.toBe('');
    const again = saved(list, valuesOf(FIELDS[list], { ...entry }), { ...entry });
    expect(again).toEqual(entry);
  });

  it('has a box for everything a person can say', () => {
    const { id: _i, recordedAt: _a, recordedBy: _b, enteredInError: _e, ...said } = saved(list, filled(list)) ?? { id, recordedAt: '', recordedBy: '', enteredInError: false };
    expect(FIELDS[list].map(({ name }) => name).toSorted()).toEqual(Object.keys(said).toSorted());
  });
});

describe('what cannot be', () => {
  it.each([
    ['medications', ['kind', 'purpose', 'source']], ['substances', ['category']], ['living', ['kind']], ['pregnancy', ['status']], ['triggers', ['text', 'category']], ['coping', ['text', 'kind']], ['outsidePrescriptions', ['kind']], ['meetings', ['kind']],
  ] as const)('a form of %s that nobody filled in is no entry: %j', (list, missing) => {
    expect(faults(list, valuesOf(FIELDS[list], startValues(list, today)))).toEqual(missing);
  });

  it.each([
    ['medications', { start: '' }, 'start'], ['medications', { lastTaken: '2026-11-23' }, 'lastTaken'], ['medications', { adherencePercent: 101 }, 'adherencePercent'], ['tests', { panel: {} }, 'panel'], ['tests', { panel: { fentanyl: 'not_tested' } }, 'panel'], ['tests', { specimen: 'breath' }, 'panel'], ['tests', { panel: { other: 'pos', otherName: ' ' } }, 'panel'],
    ['tests', { date: '2026-11-23' }, 'date'], ['triggers', { text: '  ' }, 'text'], ['triggers', { intensity: 11 }, 'intensity'], ['substances', { daysPast30: 31 }, 'daysPast30'], ['meetings', { date: '2026-11-23' }, 'date'], ['authorisations', { lastDay: '' }, 'lastDay'],
  ] as const)('%s with %j is told at its field', (list, over, field) => {
    expect(faults(list, filled(list, over))).toEqual([field]);
  });

  it('takes the name of another substance, and keeps the figure that the form does not show', () => {
    expect(saved('tests', filled('tests', { panel: { other: 'pos', otherName: ' Kratom ' } }))).toMatchObject({ panel: [{ substance: 'other', name: 'Kratom', result: 'pos' }] });
    expect(saved('tests', filled('tests', { panel: { fentanyl: 'neg', other: 'not_tested', otherName: 'Kratom' } }))).toMatchObject({ panel: [{ substance: 'fentanyl', name: '' }] });
    const before = { ...saved('tests', filled('tests')), panel: [{ substance: 'other', name: 'Kratom', result: 'pos', value: '12 ng' }] };
    expect(saved('tests', valuesOf(FIELDS.tests, before), before)).toMatchObject({ panel: [{ substance: 'other', name: 'Kratom', result: 'pos', value: '12 ng' }] });
  });
});

describe('the words of an entry', () => {
  it('put what was found first, and name an expired kit', () => {
    const test = saved('tests', filled('tests', { panel: { fentanyl: 'pos', buprenorphine: 'pos_prescribed', opiates: 'neg' }, kitExpires: '2026-10-01' }));
    expect(entryLine('tests', test as never, today).facts).toEqual(['Positive: Fentanyl', 'As prescribed: Buprenorphine', 'Negative: Opiates', expect.stringContaining('kit expired')]);
  });

  it('say of a medicine whether it is taken now', () => {
    expect(entryLine('medications', saved('medications', filled('medications')) as never, today)).toMatchObject({ title: 'Buprenorphine with naloxone', now: true });
    expect(entryLine('medications', saved('medications', filled('medications', { start: '2026-10-01', stop: '2026-11-20', stopReason: 'sideEffect' })) as never, today)).toMatchObject({ now: false, facts: expect.arrayContaining(['Side effect']) });
  });
});
