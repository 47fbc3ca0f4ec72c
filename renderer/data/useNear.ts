// Has the first notes of a list asked for while the list is on the screen. Refuses to ask again before the list itself
// has been asked for again.
import { useEffect, useRef } from 'react';
import type { NoteId } from '../../shared/brand.ts';
import { askForNear } from './noteAhead.ts';

/** `list`: the answer of main that `noteIds` were taken from, in the order of the screen. */
export function useNear(list: unknown, noteIds: readonly NoteId[]): void {
  const latest = useRef(noteIds);
  useEffect(() => { latest.current = noteIds; });
  useEffect(() => askForNear(latest.current), [list]);
}
