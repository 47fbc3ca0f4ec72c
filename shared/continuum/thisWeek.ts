// Hours of the running week beside what the level asks for, with the figures that the practice has set.
// Refuses to judge: the checks speak of completed weeks only.
import type { LocalDate } from '../dates.ts';
import type { Phase } from './episode.ts';
import { levelInfo } from './levels.ts';
import { type Service, weeklyHours } from './position.ts';

export type WeekSettings = { readonly weekStart: number; readonly iopMinHours: number; readonly iopMaxHours: number; readonly phpMinHours: number; readonly opMaxHours: number };
export type ThisWeek = { readonly since: LocalDate; readonly hours: number; readonly min: number | null; readonly max: number | null };

function weekly({ level }: Phase, { iopMinHours, iopMaxHours, phpMinHours, opMaxHours }: WeekSettings): { min: number | null; max: number | null } {
  if (level === 'IOP') return { min: iopMinHours, max: iopMaxHours };
  if (level === 'PHP') return { min: phpMinHours, max: null };
  if (level === 'OP') return { min: null, max: opMaxHours };
  // Continuing care is counted in contacts, not in hours.
  return level === 'RES' ? { min: levelInfo(level).hours.min, max: null } : { min: null, max: null };
}

/** Null for a level without weekly hours, and for one that has not begun or is over. The range is pro-rated for the days of the week that belong to the phase. */
export function thisWeek(phase: Phase, services: readonly Service[], today: LocalDate, settings: WeekSettings): ThisWeek | null {
  const { min, max } = weekly(phase, settings);
  if (phase.actualEnd !== null || (min === null && max === null)) return null;
  const week = weeklyHours({ phase, services, today, weekStart: settings.weekStart }).at(-1);
  if (week === undefined || week.complete) return null;
  const share = (hours: number | null): number | null => (hours === null ? null : (hours * week.days) / 7);
  return { since: week.week, hours: week.hours, min: share(min), max: share(max) };
}
