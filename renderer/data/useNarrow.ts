// Whether the rail is narrow: by itself in a small window, or as the person chose since the start.
// Refuses to store the choice: nothing is kept in the window.
import { useState, useSyncExternalStore } from 'react';

const QUERY = '(max-width: 900px)';

function subscribe(listener: () => void): () => void {
  const list = globalThis.matchMedia(QUERY);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}

/** The state of the rail and a way to choose. */
export function useNarrow(): [boolean, (narrow: boolean) => void] {
  const small = useSyncExternalStore(subscribe, () => globalThis.matchMedia(QUERY).matches);
  const [chosen, setChosen] = useState<boolean>();
  return [chosen ?? small, setChosen];
}
