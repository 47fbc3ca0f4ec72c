// Moves between levels, longer stays and discharge. Refuses moves whose direction, date or reasons do
// not hold; never chooses a level (CLINICAL B.2).
import { addDays, daysBetween, type LocalDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import type { Episode, EpisodeCommand, Phase, TimelineEventType } from './episode.ts';
import { type Acting, makeEvent, withEvent } from './episodeEvents.ts';
import { moveDirection, type MoveDirection } from './levels.ts';
import { checkLived, checkNoOverlap, checkOrder, checkWithinLevel, pushLaterPhases, replacePhase } from './phaseRules.ts';
import { isPlanned, openPhase } from './position.ts';
import { plannedPhase } from './presets.ts';
import { dischargeReasons, holdReasons, joinReasons, moveReasons } from './reasons.ts';

type Command<K extends EpisodeCommand['kind']> = Extract<EpisodeCommand, { kind: K }>;

const MOVE_EVENT = { down: 'TRANSITION_DOWN', up: 'TRANSITION_UP', lateral: 'TRANSFER' } as const satisfies Record<MoveDirection, TimelineEventType>;
const END_REASON = { down: 'transition_down', up: 'transition_up', lateral: 'transfer' } as const satisfies Record<MoveDirection, string>;

function requireOpenPhase(episode: Episode): Phase & { actualStart: LocalDate } {
  const phase = openPhase(episode);
  if (phase === null || phase.actualStart === null) throw new AppError('PHASE_NONE');
  return { ...phase, actualStart: phase.actualStart };
}

/**
 * Step down, step up or transfer on `date`: the phase under way ends the day before and the new one
 * begins that day, so that each day has one level. Moved on the very day it began, the old phase
 * keeps that one day and shares it. The first planned phase of the new level is used when there is
 * one; planned phases before it are marked as skipped.
 */
export function move(episode: Episode, command: Command<'move'>, acting: Acting): Episode {
  const from = requireOpenPhase(episode);
  if (moveDirection(from.level, command.to) !== command.direction) throw new AppError('TRANSITION_INVALID', { from: from.level, to: command.to });
  const reasons = joinReasons(command.reasons, moveReasons(command.direction));
  checkLived(command.date, acting.today);
  checkWithinLevel(from.actualStart, command.date);
  checkOrder(command.date, command.plannedEnd, { field: 'plannedEnd' });
  checkOrder(command.date, command.firstAppointment, { field: 'firstAppointment', why: 'beforeMove' });

  const dayBefore = addDays(command.date, -1);
  const ended: Phase = { ...from, actualEnd: dayBefore < from.actualStart ? from.actualStart : dayBefore, endReason: END_REASON[command.direction] };
  const { phases, begun } = beginNext(replacePhase(episode.phases, ended), command, acting);
  checkNoOverlap(phases, begun);
  const event = makeEvent(acting, {
    type: MOVE_EVENT[command.direction], date: command.date, note: command.note,
    fields: { from: from.level, to: command.to, reasons, program: command.program, clientView: command.clientView.replaceAll('\n', ' ').slice(0, 400), handoffContact: command.handoffContact, firstAppointment: command.firstAppointment },
  });
  return withEvent({ ...episode, status: 'active', phases }, keepWholeView(event, command.clientView));
}

// The field holds one short line; a longer view goes into the note in full, so that no word is lost.
function keepWholeView<E extends { note: string }>(event: E, clientView: string): E {
  if (clientView.length <= 400 && !clientView.includes('\n')) return event;
  return { ...event, note: event.note === '' ? clientView : `${event.note}\n${clientView}`.slice(0, 4000) };
}

function beginNext(phases: readonly Phase[], command: Command<'move'>, { newId }: Acting): { phases: Phase[]; begun: Phase } {
  const planned = phases.filter(isPlanned).toSorted((a, b) => a.plannedStart.localeCompare(b.plannedStart));
  const waiting = planned.find((phase) => phase.level === command.to);
  if (waiting === undefined) {
    if (phases.length >= 100) throw new AppError('BAD_REQUEST', { field: 'phases' });
    const begun = { ...plannedPhase(newId(), command.to, command.date, command.plannedEnd, command.program), actualStart: command.date };
    return { phases: pushLaterPhases([...phases, begun], begun), begun };
  }
  const late = waiting.plannedEnd !== null && waiting.plannedEnd < command.date ? daysBetween(waiting.plannedStart, command.date) : 0;
  const begun = begin(later(waiting, late), command);
  const skipped = new Set(planned.slice(0, planned.indexOf(waiting)).map((phase) => phase.id));
  const following = new Set(planned.slice(planned.indexOf(waiting) + 1).map((phase) => phase.id));
  const kept = replacePhase(phases, begun).map((phase) => (following.has(phase.id) ? later(phase, late) : phase)).map((phase) => (skipped.has(phase.id) ? { ...phase, endReason: 'skipped' } : phase));
  return { phases: pushLaterPhases(kept, begun), begun };
}

// Begun after its whole planned stretch had passed, a phase and the outline behind it move on
// together, each keeping its length; otherwise two levels would claim the same days.
function later(phase: Phase, days: number): Phase {
  if (days === 0) return phase;
  return { ...phase, plannedStart: addDays(phase.plannedStart, days), plannedEnd: phase.plannedEnd === null ? null : addDays(phase.plannedEnd, days) };
}

// The plan's own dates stay as the outline under the lived band, unless the clinician names a new end.
function begin(waiting: Phase, command: Command<'move'>): Phase {
  const program = command.program === '' ? waiting.program : command.program;
  if (command.plannedEnd === null) return { ...waiting, program, actualStart: command.date };
  const plannedStart = waiting.plannedStart > command.plannedEnd ? command.date : waiting.plannedStart;
  return { ...waiting, program, plannedStart, plannedEnd: command.plannedEnd, actualStart: command.date };
}

/** Stay longer: sets a new planned end of the phase under way (null: not known yet) and pushes what follows. */
export function hold(episode: Episode, command: Command<'hold'>, acting: Acting): Episode {
  const phase = requireOpenPhase(episode);
  const reasons = joinReasons(command.reasons, holdReasons());
  checkLived(command.date, acting.today);
  checkWithinLevel(phase.actualStart, command.date);
  checkOrder(command.date, command.plannedEnd, { field: 'plannedEnd' });
  const plannedStart = command.plannedEnd !== null && phase.plannedStart > command.plannedEnd ? phase.actualStart : phase.plannedStart;
  const held: Phase = { ...phase, plannedStart, plannedEnd: command.plannedEnd };
  const phases = pushLaterPhases(replacePhase(episode.phases, held), held);
  const fields = { level: phase.level, reasons, plannedEndBefore: phase.plannedEnd, plannedEnd: command.plannedEnd };
  return withEvent({ ...episode, phases }, makeEvent(acting, { type: 'HOLD', date: command.date, note: command.note, fields }));
}

/**
 * Ends the episode. The phase under way ends on `date` (its last day); planned phases are marked as
 * not begun. Overlays run on: leaving a program does not stop a medicine.
 */
export function discharge(episode: Episode, command: Command<'discharge'>, acting: Acting): Episode {
  const reasons = joinReasons(command.reasons, dischargeReasons(command.type));
  checkLived(command.date, acting.today);
  if (command.lastContact !== null) checkOrder(command.lastContact, command.date, { field: 'lastContact', why: 'contactAfterEnd' });
  const open = openPhase(episode);
  if (open?.actualStart) checkWithinLevel(open.actualStart, command.date);
  const phases = episode.phases.map((phase) => {
    if (phase.id === open?.id) return { ...phase, actualEnd: command.date, endReason: command.type };
    return isPlanned(phase) ? { ...phase, endReason: command.type } : phase;
  });
  const ended: Episode = {
    ...episode, phases, end: command.date, status: command.type === 'DISCHARGE_COMPLETED' ? 'completed' : 'closed',
    // A planned episode that never began has no day before its end.
    start: episode.start > command.date ? command.date : episode.start,
  };
  const fields = { reasons, lastContact: command.lastContact, naloxoneGiven: command.naloxoneGiven, continuingPlanGiven: command.continuingPlanGiven };
  return withEvent(ended, makeEvent(acting, { type: command.type, date: command.date, note: command.note, fields }));
}
