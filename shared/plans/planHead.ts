// What lists and the timeline need of a plan version. Refuses its words: those are read by opening it.
import { z } from 'zod';
import { PlanId } from '../brand.ts';
import { Instant, LocalDate } from '../dates.ts';
import type { Plan } from './plan.ts';

export const PlanHead = z.strictObject({ id: PlanId, version: z.number().int(), status: z.enum(['draft', 'active', 'superseded', 'closed']), effectiveDate: LocalDate, nextReviewDue: LocalDate.nullable(), problems: z.number().int(), objectives: z.number().int(), updatedAt: Instant });
export type PlanHead = z.infer<typeof PlanHead>;

/** The head of one plan version. */
export function planHead(plan: Plan): PlanHead {
  const goals = plan.content.problems.flatMap((problem) => problem.goals);
  return {
    id: plan.id, version: plan.version, status: plan.status, effectiveDate: plan.content.effectiveDate, nextReviewDue: plan.content.nextReviewDue,
    problems: plan.content.problems.length, objectives: goals.reduce((sum, goal) => sum + goal.objectives.length, 0), updatedAt: plan.updatedAt,
  };
}
