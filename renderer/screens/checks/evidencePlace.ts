// Where a piece of evidence can be looked at: the tab or the note that holds it. Refuses a way to where one
// already is.
import { type ClientId, NoteId } from '../../../shared/brand.ts';
import type { RuleView } from '../../../shared/ipc/clinicalContract.ts';
import type { ClientTab, Route } from '../../data/route.ts';

export type Piece = RuleView['evidence'][number];

const TABS: Readonly<Record<Exclude<Piece['record'], 'note'>, ClientTab>> = {
  client: 'record', episode: 'record', phase: 'record', event: 'record', overlay: 'record', plan: 'plan', problem: 'plan', objective: 'plan', measure: 'measures',
  medication: 'health', test: 'health', substance: 'health', naloxoneKit: 'health', living: 'health', pregnancy: 'health', outsidePrescription: 'health', withdrawal: 'health',
};

/** The way to it; null on the tab (`here`) that shows it anyway. */
export function placeOf({ record, id }: Piece, clientId: ClientId, here: ClientTab | null): Route | null {
  if (record === 'note') {
    const noteId = NoteId.safeParse(id);
    return noteId.success ? { room: 'note', clientId, noteId: noteId.data } : null;
  }
  const tab = TABS[record];
  return tab === here ? null : { room: 'client', clientId, tab };
}
