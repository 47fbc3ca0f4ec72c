// The client cards, read once at unlock, so that the caseload opens nothing. Refuses to outlive the open vault.
import { AppError } from '../../shared/errors.ts';
import { ClientId } from '../../shared/brand.ts';
import type { Client } from '../../shared/clients/client.ts';
import { emptyClientDetails } from '../../shared/clients/clientRules.ts';
import { emptySummary } from '../../shared/clients/summary.ts';
import { Instant, parseLocalDate } from '../../shared/dates.ts';
import { mainText } from '../../shared/text/en/main.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { Records } from './records.ts';

type Card = { readonly low: RecordLow<Client>; detailsSince: number; damaged: boolean };

export type ClientCards = {
  readonly all: () => readonly Client[];
  /** NOT_FOUND for a client that is not there. */
  readonly get: (clientId: string) => RecordLow<Client>;
  readonly add: (low: RecordLow<Client>) => void;
  /** Call after a save that changed what a person typed (not the summary). */
  readonly detailsSaved: (clientId: string) => void;
  /** SAVE_CONFLICT when the typed details changed after `revision`. A new summary alone is no conflict for the form. */
  readonly assertDetails: (clientId: string, revision: number) => void;
  /** True for a card that could not be read: a stand-in is shown, and nothing but the person's own entry replaces it. */
  readonly isDamaged: (clientId: string) => boolean;
  readonly forget: () => void;
};

const READ_AT_ONCE = 64;

/** What stands in for a card that cannot be read, so that the client's notes and plans can still be reached. */
function standIn(clientId: string): Client {
  const { damagedClient } = mainText;
  const never = Instant.parse(new Date(0).toISOString());
  const details = { ...emptyClientDetails(), preferredName: damagedClient, legalName: damagedClient, dateOfBirth: parseLocalDate('1900-01-01') };
  return { id: ClientId.parse(clientId), details, summary: emptySummary(), status: 'active', createdAt: never, updatedAt: never };
}

/** Reads every card. */
export async function loadClientCards(records: Records): Promise<ClientCards> {
  const cards = new Map<string, Card>();
  const add = (low: RecordLow<Client>, damaged = false): void => { cards.set(low.data.id, { low, detailsSince: low.adapter.revision, damaged }); };
  const ids = records.entries('client').map((entry) => entry.recordId);
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const batch = await Promise.all(ids.slice(from, from + READ_AT_ONCE).map((id) => records.openOr('client', id, () => standIn(id))));
    for (const { low, damaged } of batch) add(low, damaged);
  }
  const card = (clientId: string): Card => {
    const found = cards.get(clientId);
    if (found === undefined) throw new AppError('NOT_FOUND');
    return found;
  };
  return {
    all: () => [...cards.values()].map(({ low }) => low.data),
    get: (clientId) => card(clientId).low,
    add: (low) => add(low),
    isDamaged: (clientId) => card(clientId).damaged,
    detailsSaved(clientId) {
      const found = card(clientId);
      found.detailsSince = found.low.adapter.revision;
      found.damaged = false;
    },
    assertDetails(clientId, revision) {
      const { low, detailsSince } = card(clientId);
      if (revision < detailsSince || revision > low.adapter.revision) throw new AppError('SAVE_CONFLICT');
    },
    forget: () => cards.clear(),
  };
}
