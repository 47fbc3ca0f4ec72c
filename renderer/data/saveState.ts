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

/** The client in front of the person, and the one who was there at the last save. */
let inFront: string | null = null;
let savedFor: string | null = null;

/** Tells the status bar. */
export function setSaveState(next: SaveState): void {
  current = next;
  if (next.kind === 'saved') savedFor = inFront;
  for (const listener of listeners) listener();
}

/** What the status bar says now. */
export function saveState(): SaveState {
  return current;
}

/** A write was acknowledged: its time takes the place of an earlier one. What is not saved yet, or could not be, stays told. */
export function tellWritten(at: number): void {
  if (current.kind === 'idle' || current.kind === 'saved') setSaveState({ kind: 'saved', at });
}

/** Another client is in front now, or none: the time of a save for one client must not stand under the next. */
export function clientInFront(clientId: string | null): void {
  inFront = clientId;
  if (current.kind !== 'saved' || clientId === null) return;
  // Saved where no client was in front, as a new one is: it counts for the first who comes.
  savedFor ??= clientId;
  if (savedFor !== clientId) setSaveState({ kind: 'idle' });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** The state to show. */
export function useSaveState(): SaveState {
  return useSyncExternalStore(subscribe, () => current);
}
