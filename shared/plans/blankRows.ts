// Rows of a plan that were added and never filled in. They wait on the screen, and nowhere else: refuses
// them a place in a plan in force, in the hints and on paper.
import type { Goal, Intervention, Objective, PlanContent, Problem } from './plan.ts';

/** How a new intervention begins; nothing of it is a choice yet. */
export const BLANK_INTERVENTION = { type: 'cbt', text: '', modality: 'individual', times: null, per: 'week', minutes: null, responsible: '' } as const satisfies Omit<Intervention, 'id'>;

function empty(text: string): boolean {
  return text.trim() === '';
}

export function isBlankIntervention({ id: _id, ...rest }: Intervention): boolean {
  return (Object.keys(BLANK_INTERVENTION) as (keyof typeof BLANK_INTERVENTION)[]).every((key) => rest[key] === BLANK_INTERVENTION[key]);
}

export function isBlankObjective({ text, measure, targetDate, status, interventions }: Objective): boolean {
  return empty(text) && empty(measure.metric) && measure.baseline === null && measure.target === null && empty(measure.unit) && empty(measure.source)
    && targetDate === null && status === 'not_started' && interventions.every(isBlankIntervention);
}

export function isBlankGoal({ text, targetDate, status, objectives }: Goal): boolean {
  return empty(text) && targetDate === null && status === 'active' && objectives.every(isBlankObjective);
}

export function isBlankProblem({ statement, evidence, dimension, status, goals }: Problem): boolean {
  return empty(statement) && empty(evidence) && dimension === null && status === 'active' && goals.every(isBlankGoal);
}

/** The content without the rows that were never filled in; numbers and ids of the rest stay. */
export function withoutBlankRows(content: PlanContent): PlanContent {
  const problems = content.problems.filter((problem) => !isBlankProblem(problem)).map((problem) => ({
    ...problem,
    goals: problem.goals.filter((goal) => !isBlankGoal(goal)).map((goal) => ({
      ...goal,
      objectives: goal.objectives.filter((objective) => !isBlankObjective(objective)).map((objective) => ({ ...objective, interventions: objective.interventions.filter((each) => !isBlankIntervention(each)) })),
    })),
  }));
  return { ...content, problems };
}
