// Whether the window is in a client's hands, and with which form. Refuses to hold answers: the screen that
// is shown then keeps them until they are saved.
import { useSyncExternalStore } from 'react';
import type { ClientId } from '../../shared/brand.ts';
import type { Place } from '../../shared/ipc/place.ts';
import type { Instrument } from '../../shared/measures/instrument.ts';
import type { Route } from './route.ts';
import { closingOf } from './wayBack.ts';

export type Handed = { readonly clientId: ClientId; readonly instrument: Instrument };

let current: Handed | null = null;
/** Whose record the counsellor comes back to. */
let returnTo: ClientId | null = null;
const listeners = new Set<() => void>();

function set(next: Handed | null): void {
  current = next;
  for (const listener of listeners) listener();
}

/** From now on the window shows this form and nothing else. */
export function handOver(next: Handed): void {
  returnTo = next.clientId;
  set(next);
}

/** The counsellor has the window again; call it only after the passphrase. */
export function takeBack(): void {
  set(null);
}

/** The frame stands where `startRoute` led: built anew after a fault, it does not lead there again. */
export function arrivedBack(): void {
  returnTo = null;
}

/** The vault closes: nothing of it is remembered. */
export function forgetHanded(): void {
  returnTo = null;
  set(null);
}

/** Where the frame begins: the record that was open before a client had the window, else the place before a lock, else the caseload. */
export function startRoute(place: Place | null): Route {
  if (returnTo !== null) return { room: 'client', clientId: returnTo, tab: 'measures' };
  // Without a way back of its own, it and a note opened from it would lead to each other for ever.
  return place?.room === 'note' ? { ...place, back: closingOf(place) } : place ?? { room: 'caseload' };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

export function useHanded(): Handed | null {
  return useSyncExternalStore(subscribe, () => current);
}
