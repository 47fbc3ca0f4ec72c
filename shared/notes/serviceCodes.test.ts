import { describe, expect, it } from 'vitest';
import { notesText } from '../text/en/notes.ts';
import { suggestedBilling } from './duration.ts';
import { SERVICE_TYPES } from './note.ts';
import { DEFAULT_CODE_SETTINGS, serviceCodes, suggestCodes, unitsOf15 } from './serviceCodes.ts';

const names = (...input: Parameters<typeof suggestCodes>): string[] => suggestCodes(...input).map(({ code, units }) => (units === 1 ? code : `${code} x${units}`));

describe('service codes', () => {
  it.each<[number, string | undefined]>([[0, undefined], [7, undefined], [15, undefined], [16, '90832'], [37, '90832'], [38, '90834'], [52, '90834'], [53, '90837'], [240, '90837']])('individual therapy of %i minutes: %s', (minutes, code) => {
    expect(suggestCodes('individual', minutes).find(({ preferred }) => preferred)?.code).toBe(code);
  });

  it.each<[number, number, number]>([[7, 0, 0], [8, 1, 0], [14, 1, 0], [15, 1, 1], [22, 1, 1], [23, 2, 1], [30, 2, 2], [37, 2, 2], [38, 3, 2], [52, 3, 3], [53, 4, 3], [67, 4, 4], [68, 5, 4], [82, 5, 5]])('%i minutes are %i units by the midpoint and %i full ones', (minutes, midpoint, full) => {
    expect([unitsOf15(minutes, 'midpoint'), unitsOf15(minutes, 'full15')]).toEqual([midpoint, full]);
  });

  it('offers the other system beside the preferred one', () => {
    expect(names('individual', 52)).toEqual(['90834', 'H0004 x3']);
    expect(names('individual', 52, { unitRule: 'full15', prefer: 'hcpcs' })).toEqual(['H0004 x3', '90834']);
    expect(names('individual', 53, { unitRule: 'full15', prefer: 'hcpcs' })).toEqual(['H0004 x3', '90837']);
    expect(names('peer_support', 30)).toEqual(['H0038 x2']);
    expect(suggestCodes('peer_support', 30)[0]?.preferred).toBe(true);
    // Ten minutes are no therapy, and say so by preference.
    expect(suggestCodes('individual', 10)).toMatchObject([{ code: 'H0004', preferred: false }]);
  });

  it('adds blocks of a long crisis', () => {
    expect(names('crisis', 29)).not.toContain('90839');
    expect(names('crisis', 30).slice(0, 1)).toEqual(['90839']);
    expect(names('crisis', 74).slice(0, 1)).toEqual(['90839']);
    expect(names('crisis', 74)).not.toContain('90840');
    expect(names('crisis', 75).slice(0, 2)).toEqual(['90839', '90840']);
    expect(names('crisis', 104).slice(0, 2)).toEqual(['90839', '90840']);
    expect(names('crisis', 105).slice(0, 2)).toEqual(['90839', '90840 x2']);
    expect(suggestCodes('crisis', 75).filter(({ preferred }) => preferred).every(({ verified }) => !verified)).toBe(true);
  });

  it('tells the foot of a note the code with its units and what is added to it, and no second choice', () => {
    const told = (...input: Parameters<typeof suggestedBilling>) => suggestedBilling(...input).map(({ code, units }) => `${code} ${String(units)}`);
    expect(told('crisis', 105)).toEqual(['90839 1', '90840 2']);
    expect(told('crisis', 74)).toEqual(['90839 1']);
    expect(told('crisis', 60, { unitRule: 'midpoint', prefer: 'hcpcs' })).toEqual(['H0007 1']);
    expect(told('individual', 50, { unitRule: 'midpoint', prefer: 'hcpcs' })).toEqual(['H0004 3']);
    expect(told('individual', 10)).toEqual([]);
    expect(notesText.foot.codes(suggestedBilling('individual', 50, { unitRule: 'midpoint', prefer: 'hcpcs' }))).toBe('Suggested code: H0004 × 3 (Counseling, 15 minutes)');
    expect(notesText.foot.codes(suggestedBilling('crisis', 60))).toContain('time rule unverified');
  });

  it('knows family work with and without the client, from 26 minutes', () => {
    expect(names('family_without', 25)).toEqual([]);
    expect(names('family_without', 26)).toEqual(['90846']);
    expect(names('family_with', 50)).toEqual(['90847']);
  });

  it('suggests nothing without minutes, and nothing for a missed visit', () => {
    expect(suggestCodes('individual', null)).toEqual([]);
    for (const type of ['no_show', 'non_billable', 'telephone'] as const) expect(suggestCodes(type, 50)).toEqual([]);
  });

  it('never suggests a day, an hour or a bundle from one session', () => {
    const kinds = new Map(serviceCodes.map(({ code, rule }) => [code, rule]));
    for (const type of SERVICE_TYPES) for (const minutes of [1, 30, 60, 600]) for (const { code } of suggestCodes(type, minutes)) expect(['untimed', 'range', 'unit15', undefined]).toContain(kinds.get(code));
  });

  it('holds each code of the reference once, with a label of our own', () => {
    const codes = serviceCodes.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const wanted = ['90791', '90832', '90834', '90837', '90846', '90847', '90853', '90839', '96127', '99408', 'G2086', 'G2087', 'G2088', 'G2067-G2080', 'H0001', 'H0002', 'H0003', 'H0004', 'H0005', 'H0006', 'H0007', 'H0008', 'H0009', 'H0010', 'H0011', 'H0012', 'H0013', 'H0014', 'H0015', 'H0016', 'H0017', 'H0018', 'H0019', 'H0020', 'H0033', 'H0034', 'H0035', 'H0038', 'H0048', 'H0049', 'H0050', 'H2011', 'H2027', 'H2034', 'H2035', 'H2036', 'S9475', 'S0201'];
    expect(codes.toSorted()).toEqual(wanted.toSorted());
    expect(serviceCodes.filter(({ verified }) => !verified).map(({ code }) => code)).toEqual(['90839', '96127', '99408', 'G2086', 'G2087', 'G2088', 'G2067-G2080', 'S9475', 'S0201']);
    expect(serviceCodes.find(({ code }) => code === 'H0015')).toMatchObject({ minMinutes: 180, levels: ['IOP'] });
  });

  it('takes the list of a practice', () => {
    const own = [{ code: 'X1', label: 'Outreach', system: 'hcpcs' as const, serviceTypes: ['telephone' as const], rule: 'unit15' as const, minMinutes: 0, maxMinutes: null, verified: true }];
    expect(names('telephone', 30, DEFAULT_CODE_SETTINGS, own)).toEqual(['X1 x2']);
  });
});
