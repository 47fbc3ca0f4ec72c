// Where a hit opens: the room, the tab, and the part to be opened there.
import { NoteId } from '../../../shared/brand.ts';
import type { SearchHit, SearchKind } from '../../../shared/search/search.ts';
import { aimAtNote, aimAway } from '../../data/noteAhead.ts';
import type { ClientTab, Route } from '../../data/route.ts';

const TABS: Readonly<Record<Exclude<SearchKind, 'note'>, ClientTab>> = { plan: 'plan', event: 'timeline', measure: 'measures', health: 'health', client: 'record' };

/** Back to where the hit stands. */
const SEARCH: Route = { room: 'search', kept: true };

/** What tells a hit from the others in an answer to the same question, also when it is asked again. */
export function hitKey({ kind, recordId, part, title }: SearchHit): string {
  return [kind, recordId, part?.of ?? '', part?.id ?? '', title].join(' ');
}

/** Asks for a hit's note ahead, and for nothing else. */
export function aimAtHit({ kind, recordId }: SearchHit, pressed: boolean): void {
  if (kind === 'note') aimAtNote(NoteId.parse(recordId), pressed);
  else aimAway();
}

/** The route of a hit, with the words that were found. */
export function hitRoute({ kind, clientId, recordId, part, fragment }: SearchHit): Route {
  const find = [...new Set(fragment.ranges.map(([from, to]) => fragment.text.slice(from, to)))];
  if (kind === 'note') return { room: 'note', clientId, noteId: NoteId.parse(recordId), find, back: SEARCH };
  // Phases of care and what runs alongside are read in the record; the timeline only draws them.
  const tab = part?.of === 'phase' || part?.of === 'overlay' ? 'record' : TABS[kind];
  const at = part?.id ?? (kind === 'client' ? undefined : recordId);
  return at === undefined ? { room: 'client', clientId, tab, find, back: SEARCH } : { room: 'client', clientId, tab, find, at, back: SEARCH };
}
