// What has happened in an episode, newest first. Refuses to hide who recorded it.
import { useState } from 'react';
import type { EpisodeEvent } from '../../../shared/continuum/episode.ts';
import { eventDetail } from '../../../shared/continuum/eventDetail.ts';
import { eventTypeInfo } from '../../../shared/continuum/eventTypes.ts';
import { isOpen } from '../../../shared/continuum/position.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { episodeText } from '../../../shared/text/en/episode.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDay, formatTime } from '../../ui/format.ts';
import { AddEventDialog } from './AddEventDialog.tsx';
import type { HeldEpisode } from './useEpisode.ts';

const t = episodeText.events;
const SHOWN = 8;

function EventRow({ event, today }: { event: EpisodeEvent; today: LocalDate }) {
  const detail = eventDetail(event);
  return (
    <li className="event-row">
      <span className="nums small">{formatDay(event.date, today)}{event.time ? ` ${formatTime(event.time)}` : ''}</span>
      <span className="stack-tight event-row__text">
        <span className="strong">{eventTypeInfo(event.type).label}</span>
        {detail ? <span className="small">{detail}</span> : null}
        {event.note ? <span className="small event-row__note">{event.note}</span> : null}
        <span className="small quiet">{t.recorded(event.author)}</span>
      </span>
    </li>
  );
}

export function EventList({ held, today, locked }: { held: HeldEpisode; today: LocalDate; locked: boolean }) {
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const events = held.value.events.toSorted((a, b) => b.date.localeCompare(a.date) || (b.time ?? '').localeCompare(a.time ?? '') || b.recordedAt.localeCompare(a.recordedAt));
  const shown = all ? events : events.slice(0, SHOWN);
  return (
    <div className="stack-tight">
      <div className="panel__head"><h3>{t.title}</h3>{isOpen(held.value) && !locked ? <Button small onClick={() => setAdding(true)}>{t.add}</Button> : null}</div>
      {events.length === 0 ? <p className="small quiet">{t.none}</p> : <ul className="line-list">{shown.map((event) => <EventRow key={event.id} event={event} today={today} />)}</ul>}
      {events.length > shown.length ? <div className="row"><Button small look="quiet" onClick={() => setAll(true)}>{t.more(events.length - shown.length)}</Button></div> : null}
      {adding ? <AddEventDialog held={held} today={today} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
