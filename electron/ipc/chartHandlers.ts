// Puts together what the client's home shows, in one answer. Refuses note text: heads are enough.
import type { ClientId } from '../../shared/brand.ts';
import { caseloadRow } from '../../shared/clients/caseload.ts';
import type { Chart } from '../../shared/ipc/clientsContract.ts';
import { planHead } from '../../shared/plans/planHead.ts';
import { instantOf, todayOf } from '../session/clock.ts';
import { revisioned } from '../session/records.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';

async function chart(context: HandlerContext, clientId: ClientId): Promise<Chart> {
  const { records, cards, heads } = context.session.practice();
  const card = cards.get(clientId);
  const today = todayOf(context.clock);
  const [episodes, plans, notes] = await Promise.all([records.openAll('episode', clientId), records.openAll('plan', clientId), heads.of(clientId)]);
  return {
    today, client: card.data, clientRevision: card.adapter.revision, row: caseloadRow(card.data, today, instantOf(context.clock)),
    episodes: episodes.map(revisioned), notes: [...notes], plans: plans.map((low) => planHead(low.data)),
  };
}

export function chartHandlers(context: HandlerContext): Pick<HandlerTable, 'chart:get'> {
  return { 'chart:get': ({ clientId }) => chart(context, clientId) };
}
