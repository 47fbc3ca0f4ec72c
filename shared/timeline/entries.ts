// Turns records into the entries of the timeline. Refuses text of notes: a mark says what kind of
// note it is, never what stands in it.
import { addDays, daysBetween, type LocalDate } from '../dates.ts';
import type { Episode, EpisodeEvent, TimelineEventType } from '../continuum/episode.ts';
import { eventDetail } from '../continuum/eventDetail.ts';
import { eventLabel } from '../continuum/eventTypes.ts';
import type { PlanHead } from '../ipc/plansContract.ts';
import type { NoteHead } from '../notes/note.ts';
import { timelineText as t } from '../text/en/timeline.ts';
import type { TimelineEntry, TimelineMark } from './model.ts';

/** Events that put a person at risk are drawn so that they are seen first. */
const CAUTIONS: readonly TimelineEventType[] = ['RETURN_TO_USE', 'OVERDOSE', 'CRISIS', 'DEATH'];
const MOVES: readonly TimelineEventType[] = ['ADMISSION', 'READMISSION', 'TRANSITION_DOWN', 'TRANSITION_UP', 'TRANSFER', 'DISCHARGE_COMPLETED', 'DISCHARGE_TRANSFER', 'DISCHARGE_AMA', 'DISCHARGE_ADMIN', 'DISCHARGE_LOST'];
/** CLINICAL B.3: milestones of an episode, in days. */
const MILESTONE_DAYS = [30, 60, 90, 180, 365] as const;

function markOf(type: TimelineEventType): TimelineMark {
  if (CAUTIONS.includes(type)) return 'caution';
  return MOVES.includes(type) ? 'move' : 'event';
}

/** One entry a note; the title is the kind of note and whether it is signed. */
export function noteEntries(notes: readonly NoteHead[]): TimelineEntry[] {
  return notes.map((note) => {
    const signed = note.status === 'signed';
    const facts = [note.minutes === null ? '' : t.minutes(note.minutes), note.linkedObjectives === 0 ? t.noObjectives : t.objectives(note.linkedObjectives)];
    return {
      id: `note-${note.id}`, lane: 'notes', mark: signed ? 'noteSigned' : 'noteDraft', date: note.serviceDate, time: note.startTime,
      title: `${note.templateTitle}, ${signed ? t.noteSigned : t.noteDraft}`, detail: facts.filter((fact) => fact !== '').join(', '), target: { kind: 'note', noteId: note.id },
    };
  });
}

/** One entry a version, and one for the review of the plan in force. */
export function planEntries(plans: readonly PlanHead[]): TimelineEntry[] {
  return plans.flatMap((plan) => {
    const state = plan.status === 'active' ? t.planActive : plan.status === 'draft' ? t.planDraft : t.planEarlier;
    const target = { kind: 'plan', planId: plan.id } as const;
    const version: TimelineEntry = { id: `plan-${plan.id}`, lane: 'plan', mark: plan.status === 'draft' ? 'planDraft' : 'plan', date: plan.effectiveDate, time: null, title: `${t.planVersion(plan.version)}, ${state}`, detail: '', target };
    if (plan.status !== 'active' || plan.nextReviewDue === null) return [version];
    return [version, { id: `review-${plan.id}`, lane: 'plan', mark: 'review', date: plan.nextReviewDue, time: null, title: t.reviewDue, detail: t.reviewDetail, target }];
  });
}

function detailOf(event: EpisodeEvent): string {
  return [event.note, eventDetail(event)].filter((part) => part !== '').join('\n');
}

/** The id under which the timeline has an event. */
export function eventEntryId(eventId: string): string {
  return `event-${eventId}`;
}

/** The events of an episode as its author recorded them. */
export function episodeEntries(episode: Episode): TimelineEntry[] {
  return episode.events.map((event) => ({
    id: eventEntryId(event.id), lane: 'events', mark: markOf(event.type), date: event.date, time: event.time, title: eventLabel(event.type), detail: detailOf(event), target: null,
  }));
}

/** Days 30, 60, 90, 180 and 365 of an episode, up to its end or, while it runs, the next one to come. */
export function milestoneEntries(episode: Episode, today: LocalDate): TimelineEntry[] {
  const last = daysBetween(episode.start, episode.end ?? today) + 1;
  const next = MILESTONE_DAYS.find((day) => day > last);
  return MILESTONE_DAYS.filter((day) => day <= last || (episode.end === null && day === next)).map((day) => ({
    id: `day-${episode.id}-${day}`, lane: 'milestones', mark: 'milestone', date: addDays(episode.start, day - 1), time: null, title: t.day(day), short: String(day), detail: t.milestoneDetail(day), target: null,
  }));
}
