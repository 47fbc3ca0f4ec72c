// The place to come back to after a lock, told to main with the word before locking. Refuses forms: one that a lock
// has closed is not begun anew, its tab stands for it; and the notes kept apart, which are closed then.
import type { Place } from '../../shared/ipc/place.ts';
import type { Route } from './route.ts';
import { closingOf } from './wayBack.ts';

/** Null for the caseload, where one stands anyway. */
export function placeOf(route: Route): Place | null {
  switch (route.room) {
    case 'caseload':
    case 'newClient':
      return null;
    case 'unsigned':
    case 'templates':
    case 'settings':
    case 'search':
      return { room: route.room };
    case 'client':
      return { room: 'client', clientId: route.clientId, tab: route.tab };
    case 'note':
      return { room: 'note', clientId: route.clientId, noteId: route.noteId };
    case 'printNote':
    case 'counselling':
    case 'measure':
    case 'handout':
    case 'editClient':
      return placeOf(closingOf(route));
  }
}

let here: Place | null = null;

/** The frame's word; null when it is gone, as while a client has the window. */
export function nowAt(place: Place | null): void {
  here = place;
}

export function placeNow(): Place | null {
  return here;
}
