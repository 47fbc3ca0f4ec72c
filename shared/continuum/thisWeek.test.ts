import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../dates.ts';
import { DEFAULT_RULE_SETTINGS } from '../rules/settings.ts';
import { levelFactsText } from '../text/en/levelFacts.ts';
import { byHand } from './testEpisodes.ts';
import { thisWeek } from './thisWeek.ts';

const day = parseLocalDate;
const FRIDAY = day('2026-03-20');
const services = [
  { date: day('2026-03-15'), minutes: 600, serviceType: 'group', attended: true },
  { date: day('2026-03-16'), minutes: 180, serviceType: 'group', attended: true },
  { date: day('2026-03-18'), minutes: 90, serviceType: 'individual', attended: true },
  { date: day('2026-03-19'), minutes: 180, serviceType: 'group', attended: false },
  { date: day('2026-03-19'), minutes: 60, serviceType: 'case_management', attended: true },
];
const phaseOf = (level: 'IOP' | 'PHP' | 'OP' | 'AFTERCARE', start = '2026-03-01') => byHand(level, start, start).phases[0] ?? fail();
function fail(): never { throw new Error('no phase'); }

describe('hours of this week', () => {
  it('count what was attended since the week began, beside the range that is set', () => {
    expect(thisWeek(phaseOf('IOP'), services, FRIDAY, DEFAULT_RULE_SETTINGS)).toEqual({ since: '2026-03-16', hours: 4.5, min: 9, max: 20 });
    expect(thisWeek(phaseOf('IOP'), services, FRIDAY, { ...DEFAULT_RULE_SETTINGS, iopMinHours: 6 })?.min).toBe(6);
    expect(thisWeek(phaseOf('IOP'), services, FRIDAY, { ...DEFAULT_RULE_SETTINGS, weekStart: 7 })).toMatchObject({ since: '2026-03-15', hours: 14.5 });
    expect(thisWeek(phaseOf('PHP'), services, FRIDAY, DEFAULT_RULE_SETTINGS)).toMatchObject({ min: 20, max: null });
    expect(thisWeek(phaseOf('OP'), services, FRIDAY, DEFAULT_RULE_SETTINGS)).toMatchObject({ min: null, max: 9 });
  });

  it('are a share of the week where the level began within it, and none without hours or after its end', () => {
    expect(thisWeek(phaseOf('IOP', '2026-03-18'), services, FRIDAY, DEFAULT_RULE_SETTINGS)).toMatchObject({ hours: 1.5, min: 45 / 7 });
    expect(thisWeek(phaseOf('AFTERCARE'), services, FRIDAY, DEFAULT_RULE_SETTINGS)).toBeNull();
    expect(thisWeek({ ...phaseOf('IOP'), actualEnd: day('2026-03-19') }, services, FRIDAY, DEFAULT_RULE_SETTINGS)).toBeNull();
  });

  it('are said in hours and minutes', () => {
    expect(levelFactsText.week(4.5, 'Mon 16 Mar', 9, 20)).toBe('Hours this week, since Mon 16 Mar: 4 h 30 min, of 9 to 20');
    expect(levelFactsText.week(0, 'Mon 16 Mar', 45 / 7, null)).toBe('Hours this week, since Mon 16 Mar: 0 h, of at least 6.4');
  });
});
