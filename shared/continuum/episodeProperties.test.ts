import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, parseLocalDate } from '../dates.ts';
import { isAppError } from '../errors.ts';
import { applyEpisodeCommand } from './applyCommand.ts';
import { BASE_LEVELS, Episode, EpisodeCommand } from './episode.ts';
import { moveDirection } from './levels.ts';
import { currentPhase, dayInPhase, openPhase } from './position.ts';
import { dischargeReasons } from './reasons.ts';
import { acting, leave, moveTo, stay, year } from './testEpisodes.ts';

describe('whatever is done to an episode', () => {
  const step = fc.record({ kind: fc.constantFrom('move', 'hold', 'discharge', 'add', 'edit', 'remove'), level: fc.constantFrom(...BASE_LEVELS), days: fc.integer({ min: -3, max: 60 }), length: fc.option(fc.integer({ min: -2, max: 120 })), index: fc.nat(5) });

  it('each day has one level, the record stays valid, refusals are typed', () => {
    let applied = 0;
    fc.assert(fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      let episode = year();
      let today = parseLocalDate('2026-01-01');
      for (const { kind, level, days, length, index } of steps) {
        today = days > 0 ? addDays(today, days) : today;
        const date = addDays(today, Math.min(days, 0));
        const plannedEnd = length === null ? null : addDays(date, length);
        const from = openPhase(episode)?.level ?? 'OP';
        const phaseId = episode.phases[index % episode.phases.length]?.id;
        const command = {
          move: () => moveTo(level, date, moveDirection(from, level), { plannedEnd }),
          hold: () => stay(date, plannedEnd),
          discharge: () => leave('DISCHARGE_TRANSFER', date, dischargeReasons('DISCHARGE_TRANSFER').slice(0, 1).map(({ code }) => code)),
          add: () => EpisodeCommand.parse({ kind: 'addPhase', level, plannedStart: date, plannedEnd, program: '' }),
          edit: () => EpisodeCommand.parse({ kind: 'editPhase', phaseId, plannedStart: date, plannedEnd, program: '', asamEdition: null, asamNumber: '', notes: '' }),
          remove: () => EpisodeCommand.parse({ kind: 'removePhase', phaseId }),
        }[kind as 'move']();
        try {
          episode = applyEpisodeCommand(episode, command, acting(today));
          applied += 1;
        } catch (error) {
          expect(isAppError(error), String(error)).toBe(true);
          // What really happened must always be recordable: the outline gives way, not the record.
          if (kind === 'move' || kind === 'hold') expect(isAppError(error, 'PHASE_OVERLAP')).toBe(false);
        }
        Episode.parse(episode);
        checkOneLevelADay(episode, today);
      }
    }), { numRuns: 300 });
    expect(applied).toBeGreaterThan(300);
  });

  function checkOneLevelADay(episode: Episode, today: LocalDate): void {
    const lived = episode.phases.filter(({ actualStart }) => actualStart !== null).toSorted((a, b) => (a.actualStart ?? '').localeCompare(b.actualStart ?? '') || (a.actualEnd ?? '9').localeCompare(b.actualEnd ?? '9'));
    expect(lived.filter(({ actualEnd }) => actualEnd === null).length).toBeLessThanOrEqual(1);
    for (const [index, phase] of lived.entries()) {
      const next = lived[index + 1];
      if (phase.actualEnd !== null && phase.actualStart !== null) expect(phase.actualEnd >= phase.actualStart).toBe(true);
      if (next === undefined || next.actualStart === null) continue;
      expect(phase.actualEnd !== null && (phase.actualEnd < next.actualStart || (phase.actualStart === phase.actualEnd && phase.actualEnd === next.actualStart))).toBe(true);
    }
    const planned = episode.phases.filter(({ actualStart, endReason }) => actualStart === null && endReason === '').toSorted((a, b) => a.plannedStart.localeCompare(b.plannedStart));
    for (const [index, phase] of planned.entries()) {
      const next = planned[index + 1];
      if (phase.plannedEnd !== null) expect(phase.plannedEnd >= phase.plannedStart).toBe(true);
      if (next !== undefined && phase.plannedEnd !== null) expect(phase.plannedEnd < next.plannedStart).toBe(true);
    }
    const current = currentPhase(episode, today);
    if (current !== null) expect(dayInPhase(current, today)).toBeGreaterThanOrEqual(1);
  }
});
