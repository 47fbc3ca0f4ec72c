import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../../../shared/dates.ts';
import { emptyPlanContent } from '../../../shared/plans/newPlan.ts';
import { noUsedNumbers, numberNew } from '../../../shared/plans/numbering.ts';
import { adoptNumbers, newObjective, newProblem } from './planEdits.ts';

describe('adoptNumbers', () => {
  it('takes the numbers of the saved copy and keeps words typed while it was being saved', () => {
    const problem = newProblem();
    const sent = { ...emptyPlanContent(parseLocalDate('2026-11-22')), problems: [problem] };
    const saved = numberNew(sent, noUsedNumbers()).content;
    const late = newObjective();
    const onScreen = { ...sent, problems: [{ ...problem, statement: 'typed meanwhile', goals: problem.goals.map((goal) => ({ ...goal, objectives: [...goal.objectives, late] })) }] };
    const merged = adoptNumbers(onScreen, saved).problems[0];
    expect(merged?.no).toBe(1);
    expect(merged?.statement).toBe('typed meanwhile');
    expect(merged?.goals[0]?.number).toBe('1');
    expect(merged?.goals[0]?.objectives.map((objective) => objective.number)).toEqual(['1.a', late.number]);
  });
});
