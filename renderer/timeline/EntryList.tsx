// The text equal of the picture: every entry, newest first, each can be chosen and opened.
import { formatDay, formatTime } from '../../shared/text/days.ts';
import { timelineText as t } from '../../shared/text/en/timeline.ts';
import type { TimelineEntry } from '../../shared/timeline/model.ts';
import { AlertMark } from '../ui/Badge.tsx';
import { MarkShape } from './MarkShape.tsx';

type EntryListProps = {
  readonly entries: readonly TimelineEntry[];
  readonly selectedId: string | null;
  readonly onSelect: (entry: TimelineEntry) => void;
  readonly onOpen: (entry: TimelineEntry) => void;
  /** The pointer or the focus has come to it. */
  readonly onAim: (entry: TimelineEntry) => void;
};

/** A list of buttons; the one chosen says so to assistive technology as well. */
export function EntryList({ entries, selectedId, onSelect, onOpen, onAim }: EntryListProps) {
  return (
    <ol className="tl-list" aria-label={t.listTitle}>
      {entries.toReversed().map((entry) => (
        <li key={entry.id}>
          <button type="button" className="tl-row" aria-current={entry.id === selectedId ? 'true' : undefined} onPointerEnter={() => onAim(entry)} onFocus={() => onAim(entry)} onClick={() => onSelect(entry)} onDoubleClick={() => onOpen(entry)}>
            <time className="tl-row-date" dateTime={entry.date}>{formatDay(entry.date)}{entry.time ? <span className="tl-row-time"> {formatTime(entry.time)}</span> : null}</time>
            <MarkShape mark={entry.mark} />
            <span className="tl-row-title">{entry.title} {entry.attention ? <AlertMark severity="warn" text={entry.attention} /> : null}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
