// New elements of a plan and the numbers that main gives them. Refuses to number anything here: a new
// element holds a mark until it has been saved.
import { BLANK_INTERVENTION } from '../../../shared/plans/blankRows.ts';
import { NEW_GOAL_NUMBER, NEW_OBJECTIVE_NUMBER, NEW_PROBLEM_NO } from '../../../shared/plans/numbering.ts';
import type { Goal, Intervention, Objective, PlanContent, Problem } from '../../../shared/plans/plan.ts';
import { newLocalId } from '../../data/today.ts';

export function newIntervention(): Intervention {
  return { id: newLocalId(), ...BLANK_INTERVENTION };
}

export function newObjective(): Objective {
  return { id: newLocalId(), number: NEW_OBJECTIVE_NUMBER, text: '', measure: { metric: '', baseline: null, target: null, unit: '', direction: 'up', source: '' }, startDate: null, targetDate: null, status: 'not_started', statusReason: '', interventions: [newIntervention()] };
}

export function newGoal(): Goal {
  return { id: newLocalId(), number: NEW_GOAL_NUMBER, text: '', targetDate: null, status: 'active', objectives: [newObjective()] };
}

/** A problem with one goal, one objective and one intervention to fill in. */
export function newProblem(): Problem {
  return { id: newLocalId(), no: NEW_PROBLEM_NO, statement: '', dimension: null, evidence: '', status: 'active', statusReason: '', goals: [newGoal()] };
}

/** Replaces the element with this id. */
export function replaceById<T extends { readonly id: string }>(list: readonly T[], next: T): T[] {
  return list.map((item) => (item.id === next.id ? next : item));
}

/** The list without the element with this id. */
export function removeById<T extends { readonly id: string }>(list: readonly T[], id: string): T[] {
  return list.filter((item) => item.id !== id);
}

function numbersOf(content: PlanContent): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const problem of content.problems) {
    numbers.set(problem.id, String(problem.no));
    for (const goal of problem.goals) {
      numbers.set(goal.id, goal.number);
      for (const objective of goal.objectives) numbers.set(objective.id, objective.number);
    }
  }
  return numbers;
}

/** What is on the screen, with the numbers that the saved copy was given; words typed meanwhile stay. */
export function adoptNumbers(onScreen: PlanContent, saved: PlanContent): PlanContent {
  const numbers = numbersOf(saved);
  const of = (id: string, own: string) => numbers.get(id) ?? own;
  return {
    ...onScreen,
    problems: onScreen.problems.map((problem) => ({
      ...problem, no: Number(of(problem.id, String(problem.no))),
      goals: problem.goals.map((goal) => ({ ...goal, number: of(goal.id, goal.number), objectives: goal.objectives.map((objective) => ({ ...objective, number: of(objective.id, objective.number) })) })),
    })),
  };
}
