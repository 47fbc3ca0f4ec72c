// Answers with what a handout holds. Refuses to choose the words: see shared/handouts.
import type { ClientId } from '../../shared/brand.ts';
import { AppError } from '../../shared/errors.ts';
import type { HandoutModel, HandoutOptions } from '../../shared/handouts/handout.ts';
import { myPlanHandout } from '../../shared/handouts/myPlan.ts';
import { planRoles } from '../../shared/plans/newPlan.ts';
import { todayOf } from '../session/clock.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';

/** From the plan in force; before the first one is in force, from its draft, so that it can be looked at together. */
async function myPlan(context: HandlerContext, clientId: ClientId, options: HandoutOptions): Promise<HandoutModel> {
  const { records, cards, settings } = context.session.practice();
  const { active, draft } = planRoles((await records.openAll('plan', clientId)).map((low) => low.data));
  const plan = active ?? draft;
  if (cards.isDamaged(clientId)) throw new AppError('RECORD_DAMAGED');
  if (plan === null) throw new AppError('PLAN_INCOMPLETE', { missing: 'plan' });
  return myPlanHandout({ client: cards.get(clientId).data, plan, settings: settings.data, options, today: todayOf(context.clock) });
}

export function handoutsHandlers(context: HandlerContext): Pick<HandlerTable, 'handouts:myPlan'> {
  return { 'handouts:myPlan': ({ clientId, options }) => myPlan(context, clientId, options) };
}
