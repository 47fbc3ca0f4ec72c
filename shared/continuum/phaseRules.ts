// The rules that keep phases possible: one base level at a time, ends not before starts. Refuses by
// typed code and changes nothing.
import { addDays, daysBetween, type LocalDate } from '../dates.ts';
import { AppError, type ErrorFacts } from '../errors.ts';
import type { Episode, Phase } from './episode.ts';
import { isPlanned } from './position.ts';

/** The phase with this id; throws PHASE_NONE. */
export function phaseById(episode: Episode, phaseId: string): Phase {
  const phase = episode.phases.find((candidate) => candidate.id === phaseId);
  if (phase === undefined) throw new AppError('PHASE_NONE');
  return phase;
}

/** Replaces a phase by its changed copy. */
export function replacePhase(phases: readonly Phase[], changed: Phase): Phase[] {
  return phases.map((phase) => (phase.id === changed.id ? changed : phase));
}

/** Throws DATE_ORDER when `end` is before `start`; `facts` name the field to mend and why. */
export function checkOrder(start: LocalDate, end: LocalDate | null, facts: ErrorFacts = {}): void {
  if (end !== null && end < start) throw new AppError('DATE_ORDER', facts);
}

/** Throws DATE_ORDER for a day before the level of care under way began. */
export function checkWithinLevel(begun: LocalDate, date: LocalDate): void {
  checkOrder(begun, date, { field: 'date', why: 'beforeLevel', day: begun });
}

/** Throws DATE_ORDER for a day that has not come: what is recorded as lived cannot lie ahead. */
export function checkLived(date: LocalDate, today: LocalDate): void {
  if (date > today) throw new AppError('DATE_ORDER', { field: 'date', why: 'future' });
}

type Span = { readonly start: LocalDate; readonly end: LocalDate | null };

// What a phase still claims of the calendar. An ended one claims the days lived; one under way runs
// from its real start to its planned end; an open end claims nothing beyond the next phase's start.
function claimed(phase: Phase): Span | null {
  if (phase.actualStart !== null) {
    const end = phase.actualEnd ?? phase.plannedEnd;
    return { start: phase.actualStart, end: end !== null && end < phase.actualStart ? phase.actualStart : end };
  }
  return isPlanned(phase) ? { start: phase.plannedStart, end: phase.plannedEnd } : null;
}

function collide(a: Span, b: Span): boolean {
  if (a.start === b.start) return true;
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return first.end !== null && first.end >= second.start;
}

/** Throws PHASE_OVERLAP when the touched phase shares a day with another base level (CLINICAL R-LOC1). */
export function checkNoOverlap(phases: readonly Phase[], touched: Phase): void {
  const span = claimed(touched);
  if (span === null) return;
  for (const other of phases) {
    if (other.id === touched.id) continue;
    const otherSpan = claimed(other);
    if (otherSpan !== null && collide(span, otherSpan) && !handedOver(other, touched)) throw new AppError('PHASE_OVERLAP', { level: other.level });
  }
}

// Someone admitted in the morning and moved in the afternoon lived both levels on one day.
function handedOver(earlier: Phase, later: Phase): boolean {
  return earlier.actualEnd !== null && earlier.actualStart === earlier.actualEnd && later.actualStart === earlier.actualEnd;
}

/**
 * Pushes planned phases that would begin before the given phase's planned end just far enough to
 * follow it, each keeping its number of days; the ones that do not collide keep their dates.
 */
export function pushLaterPhases(phases: readonly Phase[], after: Phase): Phase[] {
  const begins = after.actualStart ?? after.plannedStart;
  // An open end still claims its first day.
  let lastDay = after.plannedEnd ?? begins;
  const moved = new Map<string, Phase>();
  const later = phases.filter((phase) => phase.id !== after.id && isPlanned(phase) && (phase.plannedEnd === null || phase.plannedEnd >= begins)).toSorted((a, b) => a.plannedStart.localeCompare(b.plannedStart));
  for (const phase of later) {
    if (phase.plannedStart > lastDay) break;
    const days = daysBetween(phase.plannedStart, lastDay) + 1;
    const shifted = { ...phase, plannedStart: addDays(phase.plannedStart, days), plannedEnd: phase.plannedEnd === null ? null : addDays(phase.plannedEnd, days) };
    moved.set(phase.id, shifted);
    lastDay = shifted.plannedEnd ?? shifted.plannedStart;
  }
  return phases.map((phase) => moved.get(phase.id) ?? phase);
}
