// Puts together what the client's home shows, in one answer. Refuses note text: heads are enough.
import type { ClientId } from '../../shared/brand.ts';
import { caseloadRow } from '../../shared/clients/caseload.ts';
import type { Chart } from '../../shared/ipc/clientsContract.ts';
import { measureHead } from '../../shared/measures/measure.ts';
import { planHead } from '../../shared/plans/planHead.ts';
import { cardFindings } from '../../shared/rules/findings.ts';
import { instantOf, todayOf } from '../session/clock.ts';
import { revisioned } from '../session/records.ts';
import type { HandlerTable } from './answer.ts';
import { heldClinical, ruleRecord, storedMeasures } from './clientFacts.ts';
import type { HandlerContext } from './context.ts';

async function chart(context: HandlerContext, clientId: ClientId): Promise<Chart> {
  const { records, cards, heads } = context.session.practice();
  const card = cards.get(clientId);
  const today = todayOf(context.clock);
  const practice = context.session.practice();
  const now = instantOf(context.clock);
  const [episodes, plans, notes, measures, clinical] = await Promise.all([records.openAll('episode', clientId), records.openAll('plan', clientId), heads.of(clientId), storedMeasures(practice, clientId), heldClinical(practice, clientId)]);
  // The checks as they stand today, not as they stood when something was last saved.
  const facts = await ruleRecord(practice, card.data, { episodes: episodes.map((low) => low.data), plans: plans.map((low) => low.data), measures: measures.map((low) => low.data), clinical: clinical.value });
  const client = { ...card.data, summary: { ...card.data.summary, findings: cardFindings(facts, practice.rules(), today) } };
  return {
    today, client, clientRevision: card.adapter.revision, row: caseloadRow(client, today, now, practice.rules()),
    episodes: episodes.map(revisioned), notes: [...notes], plans: plans.map((low) => planHead(low.data)),
    measures: measures.map((low) => measureHead(low.data)), clinical,
    unreadable: { notes: records.unreadable('note', clientId), plans: records.unreadable('plan', clientId), episodes: records.unreadable('episode', clientId), clinical: records.unreadable('clinical', clientId) },
  };
}

export function chartHandlers(context: HandlerContext): Pick<HandlerTable, 'chart:get'> {
  return { 'chart:get': ({ clientId }) => chart(context, clientId) };
}
