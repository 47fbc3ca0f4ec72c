// The plan a note is tied to, and what of it is open. Refuses plans that have been replaced.
import type { ClientId } from '../../../shared/brand.ts';
import type { Objective, Plan } from '../../../shared/plans/plan.ts';
import { api } from '../../api.ts';

/** The plan in force, else the open draft, else none. */
export async function currentPlan(clientId: ClientId): Promise<Plan | null> {
  const { heads } = await api.plans.list({ clientId });
  const head = heads.find((each) => each.status === 'active') ?? heads.find((each) => each.status === 'draft');
  return head ? (await api.plans.get({ planId: head.id })).value : null;
}

/** The objectives that work goes on with. */
export function openObjectives(plan: Plan): Objective[] {
  return plan.content.problems.filter((problem) => problem.status === 'active').flatMap((problem) => problem.goals).filter((goal) => goal.status === 'active' || goal.status === 'revised').flatMap((goal) => goal.objectives).filter((objective) => objective.status !== 'discontinued' && objective.status !== 'deferred');
}
