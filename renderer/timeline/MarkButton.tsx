// One mark (or a group of marks that would overlap) in the picture.
import type { KeyboardEvent } from 'react';
import { formatDay } from '../../shared/text/days.ts';
import { timelineText as t } from '../../shared/text/en/timeline.ts';
import type { TimelineEntry, TimelineMark } from '../../shared/timeline/model.ts';
import { MarkShape } from './MarkShape.tsx';
import type { EntryGroup } from './scale.ts';

function entryWords({ title, attention }: TimelineEntry): string {
  return attention === undefined ? title : `${title}, ${attention}`;
}

function wordsOf(group: EntryGroup): string {
  const [first] = group.entries;
  if (group.entries.length === 1 && first) return `${entryWords(first)}, ${formatDay(first.date)}`;
  return `${t.cluster(group.entries.length)}: ${group.entries.map((entry) => `${entryWords(entry)}, ${formatDay(entry.date)}`).join('; ')}`;
}

/** How much a mark says, the most first; a mark without its place here does not compile. */
const LOUDNESS: Readonly<Record<TimelineMark, number>> = { caution: 0, testPos: 1, testOpen: 2, noteDraft: 3, review: 4, planDraft: 5, move: 6, plan: 7, noteSigned: 8, trigger: 9, event: 10, health: 11, testNeg: 12, score: 13, milestone: 14 };

/** The mark that says most about the group, so that a caution never hides behind a plain event. */
function loudest(entries: readonly TimelineEntry[]): TimelineMark {
  return entries.map(({ mark }) => mark).toSorted((a, b) => LOUDNESS[a] - LOUDNESS[b])[0] ?? 'event';
}

type MarkButtonProps = {
  readonly group: EntryGroup;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly onSelect: (group: EntryGroup) => void;
  readonly onOpen: (group: EntryGroup) => void;
  readonly onAim: (group: EntryGroup) => void;
  readonly onKeyDown: (event: KeyboardEvent, group: EntryGroup) => void;
};

/** A button with the words of its entries as its name; a click selects, Enter and a double click open. */
export function MarkButton({ group, selected, tabStop, onSelect, onOpen, onAim, onKeyDown }: MarkButtonProps) {
  const words = wordsOf(group);
  const mark = loudest(group.entries);
  const short = group.entries.findLast((entry) => entry.mark === mark)?.short;
  return (
    <button
      type="button" className="tl-mark" data-group={group.id} data-selected={selected} aria-pressed={selected} aria-label={words} title={words}
      tabIndex={tabStop ? 0 : -1} style={{ left: group.x }}
      onPointerEnter={() => onAim(group)} onFocus={() => onAim(group)} onClick={() => onSelect(group)} onDoubleClick={() => onOpen(group)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && selected) { event.preventDefault(); onOpen(group); } else onKeyDown(event, group);
      }}
    >
      {short ? <span className="tl-mark-day" data-mark={mark} aria-hidden="true">{short}</span> : <MarkShape mark={mark} />}
      {group.entries.length > 1 && mark !== 'milestone' && <span className="tl-mark-count" aria-hidden="true">{group.entries.length}</span>}
    </button>
  );
}
