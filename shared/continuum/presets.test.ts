import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LocalId } from '../brand.ts';
import { addDays, addMonths, daysBetween, LocalDate, parseLocalDate } from '../dates.ts';
import { Phase } from './episode.ts';
import { loadPresets, phasesFromPreset, presetById } from './presets.ts';

const day = parseLocalDate;
function ids(): () => LocalId {
  let count = 0;
  return () => LocalId.parse(`phase${'abcdefghij'.charAt((count += 1) % 10)}aaaa${'a'.repeat(count % 10)}`);
}
const anyDay = fc.integer({ min: 0, max: 90_000 }).map((offset) => addDays(day('1900-01-01'), offset));

describe('phasesFromPreset', () => {
  it('dates the worked example of the year program', () => {
    const phases = phasesFromPreset(presetById('YEAR_PROGRAM'), day('2026-01-01'), ids());
    expect(phases.map(({ level, plannedStart, plannedEnd }) => [level, plannedStart, plannedEnd])).toEqual([
      ['WM_RES', '2026-01-01', '2026-01-10'],
      ['RES', '2026-01-11', '2026-04-10'],
      ['IOP', '2026-04-11', '2026-09-10'],
      ['AFTERCARE', '2026-09-11', '2027-01-10'],
    ]);
  });

  it('ends outpatient medication with open-ended continuing care', () => {
    const phases = phasesFromPreset(presetById('OUTPATIENT_MOUD'), day('2026-02-27'), ids());
    expect(phases.map(({ level, plannedStart, plannedEnd }) => [level, plannedStart, plannedEnd])).toEqual([
      ['WM_AMB', '2026-02-27', '2026-03-01'], ['IOP', '2026-03-02', '2026-05-24'], ['OP', '2026-05-25', '2027-02-24'], ['AFTERCARE', '2027-02-25', null],
    ]);
  });

  it('clamps months at the end of a shorter one', () => {
    const oneMonth = { ...presetById('YEAR_PROGRAM'), phases: [{ level: 'RES' as const, days: null, months: 1 }, { level: 'OP' as const, days: null, months: 1 }] };
    expect(phasesFromPreset(oneMonth, day('2028-01-31'), ids()).map(({ plannedEnd }) => plannedEnd)).toEqual(['2028-02-28', '2028-03-28']);
    expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(day('2028-01-31'), 1)).toBe('2028-02-29');
  });

  it('leaves out a phase of no length', () => {
    const none = { ...presetById('YEAR_PROGRAM'), phases: [{ level: 'WM_AMB' as const, days: 0, months: null }, { level: 'IOP' as const, days: 7, months: null }] };
    expect(phasesFromPreset(none, day('2026-05-01'), ids()).map(({ level }) => level)).toEqual(['IOP']);
  });

  it('gives every preset phases without gap or overlap, from any day', () => {
    fc.assert(fc.property(anyDay, fc.constantFrom(...loadPresets()), (start, preset) => {
      const phases = phasesFromPreset(preset, start, ids());
      expect(phases[0]?.plannedStart).toBe(start);
      for (const [index, phase] of phases.entries()) {
        Phase.parse(phase);
        const next = phases[index + 1];
        if (next === undefined) continue;
        expect(phase.plannedEnd).not.toBeNull();
        if (phase.plannedEnd !== null) {
          expect(phase.plannedEnd >= phase.plannedStart).toBe(true);
          expect(addDays(phase.plannedEnd, 1)).toBe(next.plannedStart);
        }
      }
    }), { numRuns: 300 });
  });

  it('hands out copies', () => {
    const first = loadPresets()[0];
    first?.phases.pop();
    expect(loadPresets()[0]?.phases).toHaveLength(4);
  });
});

describe('day arithmetic', () => {
  it('adds and counts days back and forth', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -700, max: 700 }), (start, days) => {
      fc.pre(start > '1902-01-01');
      const moved = addDays(start, days);
      expect(daysBetween(start, moved)).toBe(days);
      expect(addDays(moved, -days)).toBe(start);
    }), { numRuns: 300 });
  });

  it('keeps a month added within the month named, and never earlier than the day before', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 36 }), (start, months) => {
      const moved = addMonths(start, months);
      const named = (Number(start.slice(5, 7)) - 1 + months) % 12 + 1;
      expect(Number(moved.slice(5, 7))).toBe(named);
      expect(moved >= start).toBe(true);
      expect(Number(moved.slice(8)) <= Number(start.slice(8))).toBe(true);
    }), { numRuns: 300 });
  });

  it('refuses days that do not exist', () => {
    for (const bad of ['2026-02-31', '2026-02-29', '2026-13-01', '2026-00-10', '2026-06-31', '26-01-01', '2026-1-1', '1899-12-31', '2200-01-01', '', 'yesterday', '2026-01-01T00:00']) {
      expect(LocalDate.safeParse(bad).success, bad).toBe(false);
    }
    expect(() => parseLocalDate('2026-02-31')).toThrow('DATE_INVALID');
  });
});
