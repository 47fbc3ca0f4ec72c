// What the status bar says about the last save. Refuses to claim "saved" by itself: only a caller
// that has an acknowledgement from the disk may say so.
import { useSyncExternalStore } from 'react';

export type SaveState =
  | { readonly kind: 'idle' }
  /** Typed on a form that is saved by its button. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'notSaved'; readonly sentence: string };

let current: SaveState = { kind: 'idle' };
const listeners = new Set<() => void>();

/** Tells the status bar. */
export function setSaveState(next: SaveState): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** The state to show. */
export function useSaveState(): SaveState {
  return useSyncExternalStore(subscribe, () => current);
}
