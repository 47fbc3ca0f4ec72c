import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../../../shared/dates.ts';
import { withoutBlankRows } from '../../../shared/plans/blankRows.ts';
import { planHints } from '../../../shared/plans/hints.ts';
import { emptyPlanContent, missingInPlan, wrongDates } from '../../../shared/plans/newPlan.ts';
import type { PlanContent } from '../../../shared/plans/plan.ts';
import { newGoal, newIntervention, newObjective, newProblem } from './planEdits.ts';

const START = parseLocalDate('2026-11-22');

function written(): PlanContent {
  const objective = { ...newObjective(), text: 'Dana goes to two evening meetings each week', interventions: [{ ...newIntervention(), times: 1, minutes: 50, responsible: 'Counsellor' }, newIntervention()] };
  const goal = { ...newGoal(), text: 'Sleep at home again', objectives: [objective, newObjective()] };
  return { ...emptyPlanContent(START), nextReviewDue: parseLocalDate('2026-12-22'), problems: [{ ...newProblem(), statement: 'Evenings alone', goals: [goal, newGoal()] }, newProblem()] };
}

describe('rows added and never filled in', () => {
  it('are not part of the plan, do not keep it from being put in force and draw no hint', () => {
    const content = written();
    const kept = withoutBlankRows(content).problems;
    expect(kept.map(({ goals }) => goals.map(({ objectives }) => objectives.map(({ interventions }) => interventions.length)))).toEqual([[[1]]]);
    expect(missingInPlan(content)).toEqual([]);
    expect(planHints(content).filter((hint) => hint.id === 'relevant')).toEqual([]);
    expect(planHints({ ...emptyPlanContent(START), problems: [newProblem()] })).toEqual([]);
  });

  it('count as filled in once one choice is made, and a goal still needs its objective', () => {
    const content = written();
    const problem = { ...newProblem(), statement: 'Rent', goals: [{ ...newGoal(), text: 'Pay the rent' }] };
    expect(missingInPlan({ ...content, problems: [...content.problems, problem] })).toEqual(['objective']);
    expect(withoutBlankRows({ ...content, problems: [{ ...newProblem(), dimension: 6 }] }).problems).toHaveLength(1);
  });
});

describe('dates that cannot be', () => {
  it('are named one by one, and none where all are in order', () => {
    const content = { ...written(), nextReviewDue: parseLocalDate('2026-11-01') };
    const objective = content.problems[0]?.goals[0]?.objectives[0];
    if (objective) Object.assign(objective, { startDate: START, targetDate: parseLocalDate('2026-11-21') });
    expect(wrongDates(content)).toEqual({ nextReviewDue: true, targets: [objective?.id] });
    expect(wrongDates(written())).toEqual({ nextReviewDue: false, targets: [] });
  });
});
