// Where in the app the person is: a small state machine without an address. Refuses to live across
// a lock: what main is told then (place.ts) holds ids alone.
import { createContext, use } from 'react';
import type { ClientId, NoteId } from '../../shared/brand.ts';
import type { ClientTab } from '../../shared/ipc/place.ts';

export type { ClientTab };

/** `find`: words to bring into view, from a search. */
export type Route =
  | { readonly room: 'caseload' }
  | { readonly room: 'unsigned' }
  | { readonly room: 'templates' }
  | { readonly room: 'search'; readonly words?: string; /** Back to the question and the hit that were left (keptSearch.ts). */ readonly kept?: true }
  | { readonly room: 'newClient' }
  | { readonly room: 'client'; readonly clientId: ClientId; readonly tab: ClientTab; readonly find?: readonly string[]; /** The measure, plan, entry or event to open, by its id. */ readonly at?: string; readonly back?: Back }
  | { readonly room: 'editClient'; readonly clientId: ClientId; readonly back?: Back }
  | { readonly room: 'note'; readonly clientId: ClientId; readonly noteId: NoteId; readonly find?: readonly string[]; readonly back?: Back }
  | { readonly room: 'printNote'; readonly clientId: ClientId; readonly noteId: NoteId; readonly back?: Back }
  | { readonly room: 'counselling'; readonly clientId: ClientId; readonly back?: Back }
  | { readonly room: 'measure'; readonly clientId: ClientId; readonly instrumentId: string; readonly back?: Back }
  | { readonly room: 'handout'; readonly clientId: ClientId; readonly back?: Back }
  | { readonly room: 'settings'; readonly part?: 'backup' };

/** Where one came from: the frame sets it on arrival (wayBack.ts), no screen has to. */
type Back = Route | undefined;

/** What a search has led to on a tab: the id of the part (null for none), and the words. */
export type FoundPlace = { readonly at: string | null; readonly words: readonly string[] };

export type Go = (route: Route) => void;
export const GoContext = createContext<Go>(() => undefined);

/** The way to another room; pending saves are finished first. */
export function useGo(): Go {
  return use(GoContext);
}
