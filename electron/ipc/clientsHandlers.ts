// Answers about clients and the caseload: cards come from memory, writes go through the vault. Refuses clinical judgement.
import { ClientId } from '../../shared/brand.ts';
import { caseloadRow } from '../../shared/clients/caseload.ts';
import type { CaseloadRow } from '../../shared/clients/caseloadRow.ts';
import type { Client, ClientDetails } from '../../shared/clients/client.ts';
import { checkClientDetails } from '../../shared/clients/clientRules.ts';
import { emptySummary } from '../../shared/clients/summary.ts';
import { AppError } from '../../shared/errors.ts';
import { instantOf, todayOf } from '../session/clock.ts';
import { newRecordId } from '../session/newId.ts';
import { change, revisioned, type Revisioned } from '../session/records.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { HandlerTable } from './answer.ts';
import { findingsFor } from './clientWrites.ts';
import type { HandlerContext } from './context.ts';
import { refreshCards } from './refreshCards.ts';

type ClientHandlers = Pick<HandlerTable, 'clients:list' | 'clients:get' | 'clients:create' | 'clients:update' | 'clients:archive' | 'clients:restore'>;
type Change = { readonly clientId: ClientId; readonly revision: number };

async function create(context: HandlerContext, details: ClientDetails): Promise<Revisioned<Client>> {
  const { records, cards } = context.session.practice();
  const checked = checkClientDetails(details, todayOf(context.clock));
  const at = instantOf(context.clock);
  const client: Client = { id: newRecordId(ClientId), details: checked, summary: emptySummary(), status: 'active', createdAt: at, updatedAt: at };
  const low = records.draft('client', client.id, client.id, client);
  await records.save([change(low, client)]);
  cards.add(low);
  return revisioned(low);
}

// The checks read details too: a kit, a pregnancy, where someone lives.
async function saveDetails(context: HandlerContext, card: RecordLow<Client>, value: Client): Promise<void> {
  const practice = context.session.practice();
  await practice.records.save([change(card, await findingsFor(practice, value, todayOf(context.clock)))]);
}

async function update(context: HandlerContext, { clientId, revision, details }: Change & { readonly details: ClientDetails }): Promise<Revisioned<Client>> {
  const { cards, serial } = context.session.practice();
  const checked = checkClientDetails(details, todayOf(context.clock));
  return serial(clientId, async () => {
    const card = cards.get(clientId);
    cards.assertDetails(clientId, revision);
    await saveDetails(context, card, { ...card.data, details: checked, updatedAt: instantOf(context.clock) });
    cards.detailsSaved(clientId);
    return revisioned(card);
  });
}

async function setStatus(context: HandlerContext, { clientId, revision }: Change, status: Client['status']): Promise<Revisioned<Client>> {
  const { records, cards, serial } = context.session.practice();
  return serial(clientId, async () => {
    const card = cards.get(clientId);
    if (cards.isDamaged(clientId)) throw new AppError('RECORD_DAMAGED');
    cards.assertDetails(clientId, revision);
    await records.save([change(card, { ...card.data, status, updatedAt: instantOf(context.clock) })]);
    cards.detailsSaved(clientId);
    return revisioned(card);
  });
}

async function listed({ session, clock }: HandlerContext, status: Client['status']): Promise<CaseloadRow[]> {
  const practice = session.practice();
  const today = todayOf(clock);
  // Settings that a crash kept from some cards.
  await refreshCards(practice, today);
  return practice.cards.all().filter((client) => client.status === status).map((client) => caseloadRow(client, today, instantOf(clock), practice.rules()));
}

export function clientsHandlers(context: HandlerContext): ClientHandlers {
  const { session } = context;
  return {
    'clients:list': async ({ status }) => listed(context, status),
    'clients:get': async ({ clientId }) => revisioned(session.practice().cards.get(clientId)),
    'clients:create': ({ details }) => create(context, details),
    'clients:update': (input) => update(context, input),
    'clients:archive': (input) => setStatus(context, input, 'archived'),
    'clients:restore': (input) => setStatus(context, input, 'active'),
  };
}
