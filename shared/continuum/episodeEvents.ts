// Writes events into an episode. Refuses to drop or reorder what is recorded for one moment.
import type { LocalId } from '../brand.ts';
import type { Instant, LocalDate, LocalTime } from '../dates.ts';
import type { Episode, EpisodeEvent, TimelineEventType } from './episode.ts';

/** What the caller knows of the moment: the reader's day, the instant, who acts, and fresh ids. */
export type Acting = { readonly today: LocalDate; readonly at: Instant; readonly author: string; readonly newId: () => LocalId };

type NewEvent = { readonly type: TimelineEventType; readonly date: LocalDate; readonly time?: LocalTime | null; readonly note?: string; readonly fields?: EpisodeEvent['fields'] };

/** A new event of the acting person. */
export function makeEvent(acting: Acting, event: NewEvent): EpisodeEvent {
  return { id: acting.newId(), type: event.type, date: event.date, time: event.time ?? null, note: event.note ?? '', fields: event.fields ?? {}, author: acting.author, recordedAt: acting.at };
}

/** The episode with the event in its place by day and time; what was recorded first stays first. */
export function withEvent(episode: Episode, event: EpisodeEvent): Episode {
  return { ...episode, events: [...episode.events, event].toSorted(byMoment) };
}

function byMoment(a: EpisodeEvent, b: EpisodeEvent): number {
  return a.date.localeCompare(b.date) || (a.time ?? '').localeCompare(b.time ?? '');
}
