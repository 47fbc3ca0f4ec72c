// Applies what a clinician does to an episode, one pure function for every command. Refuses by typed
// code and leaves the episode as it was; never places anyone by itself.
import { AppError } from '../errors.ts';
import type { Episode, EpisodeCommand, Overlay, Phase } from './episode.ts';
import { type Acting, makeEvent, withEvent } from './episodeEvents.ts';
import { checkEventFields, eventTypeInfo } from './eventTypes.ts';
import { discharge, hold, move } from './movePhase.ts';
import { checkLived, checkNoOverlap, checkOrder, phaseById, replacePhase } from './phaseRules.ts';
import { isOpen, isPlanned, openPhase } from './position.ts';
import { plannedPhase } from './presets.ts';
import { admit, endBefore } from './startEpisode.ts';

type Command<K extends EpisodeCommand['kind']> = Extract<EpisodeCommand, { kind: K }>;

/**
 * The episode after the command; `others` are the client's other episodes. Throws EPISODE_OPEN, EPISODE_NONE (already ended), PHASE_NONE, PHASE_OVERLAP,
 * DATE_ORDER, REASON_MISSING, TRANSITION_INVALID or BAD_REQUEST.
 */
export function applyEpisodeCommand(episode: Episode, command: EpisodeCommand, acting: Acting, others: readonly Episode[] = []): Episode {
  // Calls to someone who has left are still part of the episode's record.
  const outreach = command.kind === 'addEvent' && command.type === 'OUTREACH';
  if (!isOpen(episode) && !outreach) throw new AppError('EPISODE_NONE');
  if (episode.events.length >= 4999) throw new AppError('BAD_REQUEST', { field: 'events' });
  switch (command.kind) {
    case 'move': return move(episode, command, acting);
    case 'hold': return hold(episode, command, acting);
    case 'returnToUse': return returnToUse(episode, command, acting);
    case 'discharge': return discharge(episode, command, acting);
    case 'startPhase': return startPhase(episode, command, acting, others);
    case 'editPhase': return editPhase(episode, command);
    case 'addPhase': return addPhase(episode, command, acting);
    case 'removePhase': return removePhase(episode, command);
    case 'addOverlay': return addOverlay(episode, command, acting);
    case 'endOverlay': return endOverlay(episode, command);
    case 'addEvent': return addEvent(episode, command, acting);
  }
}

function returnToUse(episode: Episode, command: Command<'returnToUse'>, acting: Acting): Episode {
  checkLived(command.date, acting.today);
  const { substance, route, amount, pattern, toleranceRisk, planChanged } = command;
  return withEvent(episode, makeEvent(acting, { type: 'RETURN_TO_USE', date: command.date, time: command.time, note: command.note, fields: { substance, route, amount, pattern, toleranceRisk, planChanged } }));
}

// Puts the first phase of a planned episode under way. From one level to the next is a move, which
// asks for reasons.
function startPhase(episode: Episode, command: Command<'startPhase'>, acting: Acting, others: readonly Episode[]): Episode {
  const phase = phaseById(episode, command.phaseId);
  if (!isPlanned(phase)) throw new AppError('TRANSITION_INVALID');
  const open = openPhase(episode);
  if (open !== null) throw new AppError('PHASE_OVERLAP', { level: open.level });
  checkLived(command.date, acting.today);
  const lastEnd = endBefore(others, command.date);
  const phases = episode.phases.map((other) => (isPlanned(other) && other.plannedStart < phase.plannedStart ? { ...other, endReason: 'skipped' } : other));
  const begun = admit({ ...episode, phases }, phase, command.date, acting, lastEnd);
  checkNoOverlap(begun.phases, phaseById(begun, phase.id));
  return begun;
}

function editPhase(episode: Episode, command: Command<'editPhase'>): Episode {
  const phase = phaseById(episode, command.phaseId);
  checkOrder(command.plannedStart, command.plannedEnd, { field: 'plannedEnd' });
  const datesChanged = command.plannedStart !== phase.plannedStart || command.plannedEnd !== phase.plannedEnd;
  // What was planned for a phase that is over stays as it was, so that plan and life can be compared.
  if (datesChanged && phase.actualEnd !== null) throw new AppError('TRANSITION_INVALID');
  if (datesChanged && phase.actualStart !== null) checkOrder(phase.actualStart, command.plannedEnd, { field: 'plannedEnd', why: 'beforeLevel', day: phase.actualStart });
  if (datesChanged && isPlanned(phase)) checkOrder(episode.start, command.plannedStart, { field: 'plannedStart', why: 'beforeEpisode', day: episode.start });
  const { plannedStart, plannedEnd, program, asamEdition, asamNumber, notes } = command;
  const tracks = command.tracks ?? phase.tracks;
  const changed: Phase = { ...phase, plannedStart, plannedEnd, program, asamEdition, asamNumber, notes, ...(tracks === undefined ? {} : { tracks }) };
  const phases = replacePhase(episode.phases, changed);
  if (datesChanged) checkNoOverlap(phases, changed);
  return { ...episode, phases };
}

function addPhase(episode: Episode, command: Command<'addPhase'>, { newId }: Acting): Episode {
  checkOrder(command.plannedStart, command.plannedEnd, { field: 'plannedEnd' });
  checkOrder(episode.start, command.plannedStart, { field: 'plannedStart', why: 'beforeEpisode', day: episode.start });
  if (episode.phases.length >= 100) throw new AppError('BAD_REQUEST', { field: 'phases' });
  const added = plannedPhase(newId(), command.level, command.plannedStart, command.plannedEnd, command.program);
  const phases = [...episode.phases, added].toSorted((a, b) => (a.actualStart ?? a.plannedStart).localeCompare(b.actualStart ?? b.plannedStart));
  checkNoOverlap(phases, added);
  return { ...episode, phases };
}

function removePhase(episode: Episode, command: Command<'removePhase'>): Episode {
  const phase = phaseById(episode, command.phaseId);
  if (phase.actualStart !== null || episode.phases.length === 1) throw new AppError('TRANSITION_INVALID');
  return { ...episode, phases: episode.phases.filter((other) => other.id !== phase.id) };
}

function addOverlay(episode: Episode, command: Command<'addOverlay'>, { newId }: Acting): Episode {
  checkOrder(command.start, command.end, { field: 'end' });
  if (episode.overlays.length >= 100) throw new AppError('BAD_REQUEST', { field: 'overlays' });
  const added: Overlay = { id: newId(), kind: command.overlay, start: command.start, end: command.end, detail: command.detail };
  checkApart(episode, added);
  return { ...episode, overlays: [...episode.overlays, added] };
}

// One kind of overlay at a time.
function checkApart(episode: Episode, overlay: Overlay): void {
  if (episode.overlays.some((other) => other.id !== overlay.id && other.kind === overlay.kind && shareADay(other, overlay))) throw new AppError('PHASE_OVERLAP', { level: overlay.kind });
}

function shareADay(a: Overlay, b: Overlay): boolean {
  return (a.end === null || a.end >= b.start) && (b.end === null || b.end >= a.start);
}

function endOverlay(episode: Episode, command: Command<'endOverlay'>): Episode {
  const overlay = episode.overlays.find((candidate) => candidate.id === command.overlayId);
  if (overlay === undefined) throw new AppError('PHASE_NONE');
  checkOrder(overlay.start, command.end, { field: 'end', why: 'beforeStart', day: overlay.start });
  const ended: Overlay = { ...overlay, end: command.end };
  checkApart(episode, ended);
  return { ...episode, overlays: episode.overlays.map((other) => (other.id === overlay.id ? ended : other)) };
}

function addEvent(episode: Episode, command: Command<'addEvent'>, acting: Acting): Episode {
  if (!eventTypeInfo(command.type).byHand) throw new AppError('TRANSITION_INVALID');
  checkEventFields(command.type, command.fields);
  checkLived(command.date, acting.today);
  return withEvent(episode, makeEvent(acting, { type: command.type, date: command.date, time: command.time, note: command.note, fields: command.fields }));
}
