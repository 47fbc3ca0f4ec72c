// What is chosen in the picture or the list, in words, with the one thing that can be done with it.
import { formatDay, formatTime } from '../../shared/text/days.ts';
import { timelineText as t } from '../../shared/text/en/timeline.ts';
import type { TimelineEntry } from '../../shared/timeline/model.ts';
import { AlertMark } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { MarkShape } from './MarkShape.tsx';

// A search that led here looks for its words inside.
function placeOf(entry: TimelineEntry | null): string | undefined {
  return entry?.id.replace(/^event-/, '');
}

/** A live region, so that arrowing through the picture is heard. */
export function EntryDetail({ entry, onOpen, onAim }: { entry: TimelineEntry | null; onOpen: (entry: TimelineEntry) => void; /** The pointer or the focus has come to its button, or the button goes down (`pressed`). */ onAim: (entry: TimelineEntry, pressed: boolean) => void }) {
  return (
    <aside className="tl-detail" aria-live="polite" data-place={placeOf(entry)}>
      {entry === null ? <p className="tl-quiet">{t.nothingSelected}</p> : (
        <>
          <h3><MarkShape mark={entry.mark} /> {entry.title}</h3>
          <p className="tl-quiet">{formatDay(entry.date, 'long')}{entry.time ? `, ${formatTime(entry.time)}` : ''}</p>
          {entry.attention ? <p><AlertMark severity="warn" text={entry.attention} /></p> : null}
          {entry.detail ? <p className="tl-detail-text">{entry.detail}</p> : null}
          {entry.target ? <Button onPointerEnter={() => onAim(entry, false)} onFocus={() => onAim(entry, false)} onPointerDown={() => onAim(entry, true)} onClick={() => onOpen(entry)}>{entry.target.kind === 'note' ? t.openNote : t.openPlan}</Button> : null}
        </>
      )}
    </aside>
  );
}
