// Where in the app the person is: a small state machine without an address. Refuses to remember a
// place across a lock.
import { createContext, use } from 'react';
import type { ClientId, NoteId } from '../../shared/brand.ts';

export type ClientTab = 'timeline' | 'notes' | 'plan' | 'measures' | 'health' | 'record';
/** `find`: words to bring into view, from a search. */
export type Route =
  | { readonly room: 'caseload' }
  | { readonly room: 'unsigned' }
  | { readonly room: 'templates' }
  | { readonly room: 'search'; readonly words?: string }
  | { readonly room: 'newClient' }
  | { readonly room: 'client'; readonly clientId: ClientId; readonly tab: ClientTab; readonly find?: readonly string[]; /** The measure, plan, entry or event to open, by its id. */ readonly at?: string }
  | { readonly room: 'editClient'; readonly clientId: ClientId }
  | { readonly room: 'note'; readonly clientId: ClientId; readonly noteId: NoteId; /** Where closing goes back to. */ readonly from: ClientTab | 'unsigned'; readonly find?: readonly string[] }
  | { readonly room: 'printNote'; readonly clientId: ClientId; readonly noteId: NoteId; readonly from: ClientTab | 'unsigned' }
  | { readonly room: 'counselling'; readonly clientId: ClientId }
  | { readonly room: 'measure'; readonly clientId: ClientId; readonly instrumentId: string }
  | { readonly room: 'handout'; readonly clientId: ClientId }
  | { readonly room: 'settings'; readonly part?: 'backup' };

/** What a search has led to on a tab: the id of the part (null for none), and the words. */
export type FoundPlace = { readonly at: string | null; readonly words: readonly string[] };

export type Go = (route: Route) => void;
export const GoContext = createContext<Go>(() => undefined);

/** The way to another room; pending saves are finished first. */
export function useGo(): Go {
  return use(GoContext);
}
