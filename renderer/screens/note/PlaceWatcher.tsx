// Keeps the place in the note for the list of sections. Stands beside the editor, so that it begins anew with it.
import { useEffect, useRef, type RefObject } from 'react';
import type { PlaceInNote } from './placeInNote.ts';
import type { Insight } from './useDraft.ts';
import { watchPlace, type PlaceWatch } from './watchPlace.ts';

/** Draws nothing; `insight` changes in the pauses of writing. */
export function PlaceWatcher({ screen, place, insight }: { screen: RefObject<HTMLElement | null>; place: PlaceInNote; insight: Insight }) {
  const watch = useRef<PlaceWatch>(undefined);
  useEffect(() => {
    if (screen.current === null) return undefined;
    const made = watchPlace(screen.current, place.set);
    watch.current = made;
    return made.stop;
  }, [screen, place]);
  useEffect(() => watch.current?.look(), [insight]);
  return null;
}
