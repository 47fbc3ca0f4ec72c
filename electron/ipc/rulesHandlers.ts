// Answers about what the rule checks find for a client, and keeps who has seen it. Refuses to judge: the
// checks are in shared/rules, and none of them blocks anything.
import type { ClientId } from '../../shared/brand.ts';
import type { RuleView } from '../../shared/ipc/clinicalContract.ts';
import { instantOf, todayOf } from '../session/clock.ts';
import type { HandlerTable } from './answer.ts';
import { ruleResults, ruleView } from './clientFacts.ts';
import { applyClinical } from './clinicalHandlers.ts';
import type { HandlerContext } from './context.ts';

type RuleHandlers = Pick<HandlerTable, 'rules:get' | 'rules:acknowledge'>;

async function findings(context: HandlerContext, clientId: ClientId): Promise<RuleView[]> {
  const practice = context.session.practice();
  const { clock } = context;
  return (await ruleResults(practice, practice.cards.get(clientId).data, { today: todayOf(clock), now: instantOf(clock) })).map(ruleView);
}

export function rulesHandlers(context: HandlerContext): RuleHandlers {
  return {
    'rules:get': ({ clientId }) => findings(context, clientId),
    'rules:acknowledge': async ({ clientId, ruleId, evidenceKeys, why }) => {
      const practice = context.session.practice();
      await practice.serial(clientId, () => applyClinical(context, practice, clientId, null, { kind: 'acknowledge', ruleId, evidenceKeys, why }));
      return findings(context, clientId);
    },
  };
}
