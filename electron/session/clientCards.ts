// The client cards, read once at unlock, so that the caseload opens nothing. Refuses to outlive the open vault.
import { AppError } from '../../shared/errors.ts';
import type { Client } from '../../shared/clients/client.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { Records } from './records.ts';

type Card = { readonly low: RecordLow<Client>; detailsSince: number };

export type ClientCards = {
  readonly all: () => readonly Client[];
  /** NOT_FOUND for a client that is not there. */
  readonly get: (clientId: string) => RecordLow<Client>;
  readonly add: (low: RecordLow<Client>) => void;
  /** Call after a save that changed what a person typed (not the summary). */
  readonly detailsSaved: (clientId: string) => void;
  /** SAVE_CONFLICT when the typed details changed after `revision`. A new summary alone is no conflict for the form. */
  readonly assertDetails: (clientId: string, revision: number) => void;
  readonly forget: () => void;
};

const READ_AT_ONCE = 64;

/** Reads every readable card. */
export async function loadClientCards(records: Records): Promise<ClientCards> {
  const cards = new Map<string, Card>();
  const add = (low: RecordLow<Client>): void => { cards.set(low.data.id, { low, detailsSince: low.adapter.revision }); };
  const ids = records.entries('client').map((entry) => entry.recordId);
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const batch = await Promise.allSettled(ids.slice(from, from + READ_AT_ONCE).map((id) => records.open('client', id)));
    for (const result of batch) {
      if (result.status === 'fulfilled') add(result.value);
      // One damaged card must not keep the others away; the open report names it.
      else if (!(result.reason instanceof AppError && result.reason.code === 'RECORD_DAMAGED')) throw result.reason;
    }
  }
  const card = (clientId: string): Card => {
    const found = cards.get(clientId);
    if (found === undefined) throw new AppError('NOT_FOUND');
    return found;
  };
  return {
    all: () => [...cards.values()].map(({ low }) => low.data),
    get: (clientId) => card(clientId).low,
    add,
    detailsSaved: (clientId) => { card(clientId).detailsSince = card(clientId).low.adapter.revision; },
    assertDetails(clientId, revision) {
      const { low, detailsSince } = card(clientId);
      if (revision < detailsSince || revision > low.adapter.revision) throw new AppError('SAVE_CONFLICT');
    },
    forget: () => cards.clear(),
  };
}
