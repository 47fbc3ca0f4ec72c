// Where a client stands on a given day. Refuses to look ahead: planned dates never count as lived ones.
import { addDays, daysBetween, startOfWeek, type LocalDate } from '../dates.ts';
import type { Episode, LevelOfCare, Overlay, Phase } from './episode.ts';
import { countableServices, levelInfo, overlayInfo } from './levels.ts';

/** True while the episode can still be changed. */
export function isOpen(episode: Episode): boolean {
  return episode.status === 'planned' || episode.status === 'active' || episode.status === 'onLeave';
}

/** The episode under way, else the one planned, else null. At most one is open at a time. */
export function activeEpisode(episodes: readonly Episode[]): Episode | null {
  return episodes.find((episode) => episode.status === 'active' || episode.status === 'onLeave') ?? episodes.find((episode) => episode.status === 'planned') ?? null;
}

/** True when nothing of the phase has been lived and nothing says it will not be. */
export function isPlanned(phase: Phase): boolean {
  return phase.actualStart === null && phase.endReason === '';
}

/** The phase lived on `today`; on a day two phases share, the later one. Null before the first and after discharge. */
export function currentPhase(episode: Episode, today: LocalDate): Phase | null {
  let found: Phase | null = null;
  for (const phase of episode.phases) {
    if (phase.actualStart === null || phase.actualStart > today) continue;
    if (phase.actualEnd !== null && phase.actualEnd < today) continue;
    if (found === null || found.actualStart === null || phase.actualStart > found.actualStart || phase.actualEnd === null) found = phase;
  }
  return found;
}

/** The phase that has begun and not ended, whatever the date. */
export function openPhase(episode: Episode): Phase | null {
  return episode.phases.find((phase) => phase.actualStart !== null && phase.actualEnd === null) ?? null;
}

/** The first planned phase that is still to come, by planned start. */
export function nextPhase(episode: Episode): Phase | null {
  const planned = episode.phases.filter(isPlanned);
  return planned.toSorted((a, b) => a.plannedStart.localeCompare(b.plannedStart))[0] ?? null;
}

/** The first day is day 1; null when the phase has not begun by `today`. */
export function dayInPhase(phase: Phase, today: LocalDate): number | null {
  if (phase.actualStart === null || phase.actualStart > today) return null;
  const last = phase.actualEnd !== null && phase.actualEnd < today ? phase.actualEnd : today;
  return daysBetween(phase.actualStart, last) + 1;
}

/** Overlays that run on `today`, ends inclusive. */
export function activeOverlays(episode: Episode, today: LocalDate): Overlay[] {
  return episode.overlays.filter((overlay) => overlay.start <= today && (overlay.end === null || overlay.end >= today));
}

/** True when medication for OUD is given on `today` (methadone clinic or office-based). */
export function onMoud(episode: Episode, today: LocalDate): boolean {
  return activeOverlays(episode, today).some((overlay) => overlayInfo(overlay.kind).medication);
}

export type Service = { readonly date: LocalDate; readonly minutes: number; readonly serviceType: string; readonly attended: boolean };
export type WeekOfHours = {
  /** First day of the week. */
  readonly week: LocalDate;
  readonly hours: number;
  /** Days of this week that belong to the phase; the target is pro-rated by days / 7. */
  readonly days: number;
  readonly target: { readonly min: number | null; readonly max: number | null };
  /** False while the week is still running. */
  readonly complete: boolean;
};

type Span = { readonly start: LocalDate; readonly end: LocalDate };

/**
 * Attended, countable service hours of a phase by week up to `today`, with the level's weekly range
 * pro-rated for partial weeks. Mutual-help meetings and missed visits count nothing.
 */
export function weeklyHours(input: { readonly phase: Phase; readonly services: readonly Service[]; readonly today: LocalDate; readonly weekStart?: number }): WeekOfHours[] {
  const { phase, services, today, weekStart = 1 } = input;
  if (phase.actualStart === null || phase.actualStart > today) return [];
  const span: Span = { start: phase.actualStart, end: phase.actualEnd !== null && phase.actualEnd < today ? phase.actualEnd : today };
  const counted = services.filter((service) => service.attended && countableServices.includes(service.serviceType) && service.date >= span.start && service.date <= span.end);
  const weeks: WeekOfHours[] = [];
  for (let week = startOfWeek(span.start, weekStart); week <= span.end; week = addDays(week, 7)) weeks.push(oneWeek(week, phase, span, counted, today));
  return weeks;
}

function oneWeek(week: LocalDate, phase: Phase, span: Span, services: readonly Service[], today: LocalDate): WeekOfHours {
  const lastDay = addDays(week, 6);
  const planEnd = phase.actualEnd ?? lastDay;
  const from = week > span.start ? week : span.start;
  const to = lastDay < planEnd ? lastDay : planEnd;
  const days = daysBetween(from, to) + 1;
  const minutes = services.filter((service) => service.date >= week && service.date <= lastDay).reduce((sum, service) => sum + service.minutes, 0);
  return { week, hours: minutes / 60, days, target: proRated(phase.level, days), complete: lastDay < today || (phase.actualEnd !== null && phase.actualEnd <= today) };
}

function proRated(level: LevelOfCare, days: number): WeekOfHours['target'] {
  const { min, max } = levelInfo(level).hours;
  return { min: min === null ? null : (min * days) / 7, max: max === null ? null : (max * days) / 7 };
}
