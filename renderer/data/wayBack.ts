// Where leaving a room leads: back to where it was opened from, and the words for it. Refuses to make chains: a note
// opened from a note knows that one, and where that one came from, and no more.
import { searchText } from '../../shared/text/en/search.ts';
import { wayBackText as t } from '../../shared/text/en/frame.ts';
import type { Route } from './route.ts';

/** The search that led to this client, while one stays with the client. */
function searchBehind(here: Route): Route | undefined {
  const back = 'back' in here ? here.back : undefined;
  if (back?.room === 'search') return back;
  return back === undefined ? undefined : searchBehind(back);
}

/** The last room behind `here` that is not a note. */
function behindNotes(here: Route): Route | undefined {
  const back = 'back' in here ? here.back : undefined;
  return back?.room === 'note' || back?.room === 'printNote' ? behindNotes(back) : back;
}

/** The room one comes back to from a note that is opened from `here`; a form begun anew would be another one, so its tab stands for it. */
function backTo(here: Route): Route {
  switch (here.room) {
    case 'caseload':
    case 'unsigned':
    case 'templates':
    case 'settings':
      return here;
    case 'newClient':
      return { room: 'caseload' };
    case 'search':
      return { room: 'search', kept: true };
    case 'note':
    case 'printNote':
      return { room: 'note', clientId: here.clientId, noteId: here.noteId, back: behindNotes(here) };
    case 'client':
      return { room: 'client', clientId: here.clientId, tab: here.tab, back: here.back };
    case 'counselling':
    case 'measure':
    case 'handout':
    case 'editClient':
      return closingOf(here);
  }
}

/** `next` as it is reached from `here`: a note knows its way back, and a client's room that of the search which led to the client. */
export function arrive(here: Route, next: Route): Route {
  if (!('clientId' in next) || next.back !== undefined) return next;
  if (next.room !== 'note') return 'clientId' in here && here.clientId === next.clientId ? { ...next, back: searchBehind(here) } : next;
  // The note one is in, on the screen or on paper, chosen once more.
  if ((here.room === 'note' || here.room === 'printNote') && here.noteId === next.noteId) return { ...next, back: here.back };
  return { ...next, back: backTo(here) };
}

const TABS = { note: 'notes', counselling: 'notes', measure: 'measures', handout: 'plan', editClient: 'record' } as const;

/** Where closing a room of a client leads. */
export function closingOf(here: Extract<Route, { room: keyof typeof TABS | 'printNote' }>): Route {
  if (here.room === 'printNote') return { ...here, room: 'note' };
  if (here.room === 'note' && here.back !== undefined) return here.back;
  return { room: 'client', clientId: here.clientId, tab: TABS[here.room], back: searchBehind(here) };
}

/** What the button says that leads from a room of this client to `back`. */
export function wayBackWords(back: Route, from: Extract<Route, { clientId: unknown }>): string {
  if ('clientId' in back && back.clientId !== from.clientId) return t.otherClient;
  if (back.room === 'client') return t.tabs[back.tab];
  if (back.room === 'search') return searchText.back;
  if (back.room === 'note') return t.note;
  return back.room === 'unsigned' || back.room === 'templates' || back.room === 'settings' ? t[back.room] : t.caseload;
}
