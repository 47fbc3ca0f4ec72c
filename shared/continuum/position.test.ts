import { describe, expect, it } from 'vitest';
import { LocalId } from '../brand.ts';
import { parseLocalDate } from '../dates.ts';
import { BASE_LEVELS, OVERLAY_KINDS, TIMELINE_EVENT_TYPES } from './episode.ts';
import { eventLabel } from './eventTypes.ts';
import { allLevels, levelInfo, levelName, levelOrder, levelPlainName, levelShort, moveDirection, overlayName } from './levels.ts';
import { dayInPhase, weeklyHours, type Service } from './position.ts';
import { plannedPhase } from './presets.ts';
import { dimensions, readinessPrompts, reasonLabel, stepUpPrompts } from './reasons.ts';

const day = parseLocalDate;
const iop = { ...plannedPhase(LocalId.parse('a'.repeat(12)), 'IOP', day('2026-04-01'), day('2026-04-21'), ''), actualStart: day('2026-04-01') };
const service = (date: string, minutes: number, serviceType = 'group', attended = true): Service => ({ date: day(date), minutes, serviceType, attended });

describe('levels as data', () => {
  it('names every level, overlay and event', () => {
    for (const level of BASE_LEVELS) expect([levelName(level), levelShort(level), levelPlainName(level)].every((text) => text.length > 1)).toBe(true);
    for (const kind of OVERLAY_KINDS) expect(overlayName(kind)).not.toBe('');
    for (const type of TIMELINE_EVENT_TYPES) expect(eventLabel(type)).not.toBe('');
  });

  it('keeps the canonical order and marks recollected numbers', () => {
    expect((['WM_RES', 'RES', 'PHP', 'IOP', 'OP', 'AFTERCARE'] as const).map(levelOrder)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(moveDirection('RES', 'IOP')).toBe('down');
    expect(moveDirection('OP', 'PHP')).toBe('up');
    expect(moveDirection('WM_RES', 'WM_AMB')).toBe('lateral');
    for (const level of allLevels()) expect(level.asam['4'].verified).toBe(false);
    expect(levelInfo('IOP').asam['3']).toEqual({ numbers: ['2.1'], verified: true });
  });

  it('has six dimensions in both editions and prompts for the usual moves', () => {
    expect(dimensions('3')).toHaveLength(6);
    expect(dimensions('4')[0]).toMatchObject({ number: 1, verified: false });
    expect(readinessPrompts('IOP', 'OP').length).toBeGreaterThan(2);
    expect(readinessPrompts('OP', 'IOP')).toEqual([]);
    expect(stepUpPrompts().length).toBe(8);
    expect(reasonLabel('steady_attendance')).toBe('Steady attendance');
    expect(reasonLabel('an_older_code')).toBe('an_older_code');
  });

  it('uses the preferred words', () => {
    const words = [...allLevels().map(({ name }) => name), ...TIMELINE_EVENT_TYPES.map(eventLabel)].join(' ').toLowerCase();
    for (const avoided of ['addict', 'abuse', 'relapse', 'against', 'dirty', 'clean', 'refused', 'non-compliant', 'no-show', 'mat ']) expect(words).not.toContain(avoided);
  });
});

describe('where a client stands', () => {
  it('counts the first day as day 1 and stops at the last', () => {
    expect(dayInPhase(iop, day('2026-04-01'))).toBe(1);
    expect(dayInPhase(iop, day('2026-05-04'))).toBe(34);
    expect(dayInPhase(iop, day('2026-03-31'))).toBeNull();
    expect(dayInPhase({ ...iop, actualEnd: day('2026-04-10') }, day('2026-05-04'))).toBe(10);
    expect(dayInPhase({ ...iop, actualStart: null }, day('2026-05-04'))).toBeNull();
  });

  it('counts attended, countable hours by week and pro-rates a part of a week', () => {
    const services = [service('2026-04-01', 180), service('2026-04-03', 90), service('2026-04-06', 180), service('2026-04-07', 120, 'individual'), service('2026-04-08', 60, 'peer_support'), service('2026-04-09', 180, 'group', false), service('2026-03-31', 180)];
    const weeks = weeklyHours({ phase: iop, services, today: day('2026-04-13') });
    expect(weeks.map(({ week, hours, days, complete }) => [week, hours, days, complete])).toEqual([['2026-03-30', 4.5, 5, true], ['2026-04-06', 5, 7, true], ['2026-04-13', 0, 7, false]]);
    expect(weeks[0]?.target.min).toBeCloseTo((9 * 5) / 7, 10);
    expect(weeks[1]?.target).toEqual({ min: 9, max: 20 });
  });

  it('ends the last week with the phase', () => {
    const weeks = weeklyHours({ phase: { ...iop, actualEnd: day('2026-04-08') }, services: [], today: day('2026-05-01') });
    expect(weeks.map(({ days, complete }) => [days, complete])).toEqual([[5, true], [3, true]]);
    expect(weeklyHours({ phase: iop, services: [], today: day('2026-04-13'), weekStart: 7 })[0]?.week).toBe('2026-03-29');
  });
});
