// One mark (or a group of marks that would overlap) in the picture.
import type { KeyboardEvent } from 'react';
import { formatDay } from '../../shared/text/days.ts';
import { timelineText as t } from '../../shared/text/en/timeline.ts';
import type { TimelineEntry, TimelineMark } from '../../shared/timeline/model.ts';
import { MarkShape } from './MarkShape.tsx';
import type { EntryGroup } from './scale.ts';

function wordsOf(group: EntryGroup): string {
  const [first] = group.entries;
  if (group.entries.length === 1 && first) return `${first.title}, ${formatDay(first.date)}`;
  return `${t.cluster(group.entries.length)}: ${group.entries.map((entry) => `${entry.title}, ${formatDay(entry.date)}`).join('; ')}`;
}

const LOUDEST_FIRST = ['caution', 'testPos', 'testOpen', 'noteDraft', 'review', 'planDraft', 'move', 'plan', 'noteSigned', 'trigger', 'event', 'health', 'testNeg', 'score', 'milestone'] as const satisfies readonly TimelineMark[];
/** A mark that is not named above does not compile. */
type Loudness = TimelineMark extends (typeof LOUDEST_FIRST)[number] ? (typeof LOUDEST_FIRST)[number] : never;

/** The mark that says most about the group, so that a caution never hides behind a plain event. */
function loudest(entries: readonly TimelineEntry[]): Loudness {
  return LOUDEST_FIRST.find((mark) => entries.some((entry) => entry.mark === mark)) ?? 'event';
}

type MarkButtonProps = {
  readonly group: EntryGroup;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly onSelect: (group: EntryGroup) => void;
  readonly onOpen: (group: EntryGroup) => void;
  readonly onKeyDown: (event: KeyboardEvent, group: EntryGroup) => void;
};

/** A button with the words of its entries as its name; a click selects, Enter and a double click open. */
export function MarkButton({ group, selected, tabStop, onSelect, onOpen, onKeyDown }: MarkButtonProps) {
  const words = wordsOf(group);
  const mark = loudest(group.entries);
  const short = group.entries.findLast((entry) => entry.mark === mark)?.short;
  return (
    <button
      type="button" className="tl-mark" data-group={group.id} data-selected={selected} aria-pressed={selected} aria-label={words} title={words}
      tabIndex={tabStop ? 0 : -1} style={{ left: group.x }}
      onClick={() => onSelect(group)} onDoubleClick={() => onOpen(group)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && selected) { event.preventDefault(); onOpen(group); } else onKeyDown(event, group);
      }}
    >
      {short ? <span className="tl-mark-day" data-mark={mark} aria-hidden="true">{short}</span> : <MarkShape mark={mark} />}
      {group.entries.length > 1 && mark !== 'milestone' && <span className="tl-mark-count" aria-hidden="true">{group.entries.length}</span>}
    </button>
  );
}
