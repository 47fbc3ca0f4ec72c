// Begins an episode of care. Refuses a second one while one is open, and one that begins before the
// last has ended.
import type { ClientId, EpisodeId } from '../brand.ts';
import { daysBetween, type LocalDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import type { Episode, EpisodeStart, Phase } from './episode.ts';
import { type Acting, makeEvent, withEvent } from './episodeEvents.ts';
import { checkOrder } from './phaseRules.ts';
import { phasesFromPreset, plannedPhase, presetById, presetOverlays } from './presets.ts';
import { isOpen } from './position.ts';

export type StartInput = Acting & { readonly clientId: ClientId; readonly episodeId: EpisodeId; readonly start: EpisodeStart; readonly existing: readonly Episode[] };

/**
 * A new episode from a preset or by hand. When its first day has come, the first phase is under way
 * and an admission (or readmission) is recorded; otherwise the episode is planned until `startPhase`.
 * Throws EPISODE_OPEN, DATE_ORDER, NOT_FOUND (preset).
 */
export function startEpisode(input: StartInput): Episode {
  const { start, existing, today } = input;
  const lastEnd = endBefore(existing, start.start, 'start');

  const planned: Episode = {
    id: input.episodeId, clientId: input.clientId, start: start.start, end: null, status: 'planned',
    preset: start.kind === 'preset' ? start.preset : null, phases: plannedPhases(input), overlays: plannedOverlays(input), events: [],
  };
  const first = planned.phases[0];
  if (first === undefined) throw new AppError('PHASE_NONE');
  return start.start <= today ? admit(planned, first, start.start, input, lastEnd) : planned;
}

/** Puts a phase under way as the first of its episode and records the admission. */
export function admit(episode: Episode, phase: Phase, date: LocalDate, acting: Acting, lastEnd: LocalDate | null): Episode {
  const phases = episode.phases.map((candidate) => (candidate.id === phase.id ? { ...phase, actualStart: date } : candidate));
  const begun: Episode = { ...episode, start: date, status: 'active', phases };
  const facts = { level: phase.level, program: phase.program };
  return withEvent(begun, lastEnd === null
    ? makeEvent(acting, { type: 'ADMISSION', date, fields: facts })
    : makeEvent(acting, { type: 'READMISSION', date, fields: { ...facts, daysSinceDischarge: daysBetween(lastEnd, date) } }));
}

/** The day the client's last episode ended, null for the first. Throws EPISODE_OPEN while one is open, DATE_ORDER for a `date` before that day. */
export function endBefore(existing: readonly Episode[], date: LocalDate, field = 'date'): LocalDate | null {
  if (existing.some(isOpen)) throw new AppError('EPISODE_OPEN');
  const lastEnd = lastDischarge(existing);
  if (lastEnd !== null && date < lastEnd) throw new AppError('DATE_ORDER', { field, why: 'beforeLastEpisodeEnded', day: lastEnd });
  return lastEnd;
}

function lastDischarge(existing: readonly Episode[]): LocalDate | null {
  return existing.reduce<LocalDate | null>((latest, { end }) => (end !== null && (latest === null || end > latest) ? end : latest), null);
}

function plannedPhases({ start, newId }: StartInput): Phase[] {
  if (start.kind === 'preset') return phasesFromPreset(presetById(start.preset), start.start, newId, start.program);
  checkOrder(start.start, start.plannedEnd, { field: 'plannedEnd' });
  return [plannedPhase(newId(), start.level, start.start, start.plannedEnd, start.program)];
}

function plannedOverlays({ start, newId }: StartInput): Episode['overlays'] {
  if (start.kind !== 'preset') return [];
  return presetOverlays(presetById(start.preset)).map((kind) => ({ id: newId(), kind, start: start.start, end: null, detail: '' }));
}
