// Where in a note one is, kept beside React: the list of sections reads it, and the note is not drawn anew because of it.

export type PlaceInNote = { readonly current: () => string | null; readonly set: (id: string) => void; readonly subscribe: (told: () => void) => () => void };

/** Nowhere, until `set` is called. */
export function createPlaceInNote(): PlaceInNote {
  let at: string | null = null;
  const listeners = new Set<() => void>();
  return {
    current: () => at,
    set: (id) => {
      if (id === at) return;
      at = id;
      for (const told of listeners) told();
    },
    subscribe: (told) => {
      listeners.add(told);
      return () => { listeners.delete(told); };
    },
  };
}
