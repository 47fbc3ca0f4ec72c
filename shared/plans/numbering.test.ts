import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LocalId } from '../brand.ts';
import { parseLocalDate } from '../dates.ts';
import { emptyPlanContent } from './newPlan.ts';
import { advanceUsed, checkNumbering, NEW_GOAL_NUMBER, NEW_OBJECTIVE_NUMBER, NEW_PROBLEM_NO, noUsedNumbers, numberNew, objectiveLetters, type UsedNumbers } from './numbering.ts';
import { type Goal, type Objective, PlanContent, type Problem } from './plan.ts';

let made = 0;
const newId = () => LocalId.parse((made += 1).toString(2).replaceAll('0', 'a').replaceAll('1', 'b').padStart(20, 'c'));
const objective = (number = NEW_OBJECTIVE_NUMBER): Objective => ({ id: newId(), number, text: 'x', measure: { metric: '', baseline: null, target: null, unit: '', direction: 'up', source: '' }, startDate: null, targetDate: null, status: 'not_started', statusReason: '', interventions: [] });
const goal = (objectives: Objective[] = [], number = NEW_GOAL_NUMBER): Goal => ({ id: newId(), number, text: 'x', targetDate: null, status: 'active', objectives });
const problem = (goals: Goal[] = [], no = NEW_PROBLEM_NO): Problem => ({ id: newId(), no, statement: 'x', dimension: null, evidence: '', status: 'active', statusReason: '', goals });
const content = (problems: Problem[]): PlanContent => ({ ...emptyPlanContent(parseLocalDate('2026-01-01')), problems });
const shape = (plan: PlanContent) => plan.problems.map(({ no, goals }) => [no, goals.map(({ number, objectives }) => [number, objectives.map((item) => item.number)])]);

describe('numberNew', () => {
  it('numbers in document order, goals through the whole plan', () => {
    const { content: numbered, usedNumbers } = numberNew(content([problem([goal([objective(), objective()]), goal()]), problem([goal([objective()])])]), noUsedNumbers());
    expect(shape(numbered)).toEqual([[1, [['1', ['1.a', '1.b']], ['2', []]]], [2, [['3', ['3.a']]]]]);
    expect(usedNumbers).toEqual({ problem: 2, goal: 3, objectives: { 1: 2, 3: 1 } });
    PlanContent.parse(numbered);
  });

  it('does not use the number of something taken out', () => {
    const first = numberNew(content([problem([goal([objective(), objective()])]), problem()]), noUsedNumbers());
    const kept = content(first.content.problems.slice(0, 1).map((item) => ({ ...item, goals: item.goals.map((aim) => ({ ...aim, objectives: aim.objectives.slice(0, 1) })) })));
    const added = content([problem(), ...kept.problems.map((item) => ({ ...item, goals: item.goals.map((aim) => ({ ...aim, objectives: [objective(), ...aim.objectives] })) }))]);
    expect(shape(numberNew(added, first.usedNumbers).content)).toEqual([[3, []], [1, [['1', ['1.c', '1.a']]]]]);
  });

  it('gives the same numbers again when asked again', () => {
    const once = numberNew(content([problem([goal([objective()])])]), noUsedNumbers());
    expect(numberNew(once.content, once.usedNumbers)).toEqual(once);
    expect(numberNew(once.content, noUsedNumbers()).content).toEqual(once.content);
  });

  it('goes on after z and stops with a code at the end', () => {
    expect([1, 26, 27, 52, 53, 701].map(objectiveLetters)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'zy']);
    expect(() => objectiveLetters(702)).toThrow('PLAN_NUMBERING');
    expect(() => numberNew(content([problem()]), { ...noUsedNumbers(), problem: 998 })).toThrow('PLAN_NUMBERING');
  });
});

describe('checkNumbering', () => {
  const base = () => {
    const { content: numbered, usedNumbers } = numberNew(content([problem([goal([objective(), objective()])]), problem([goal()])]), noUsedNumbers());
    return { before: { content: numbered, usedNumbers }, numbered };
  };
  const change = (plan: PlanContent, edit: (problems: Problem[]) => void): PlanContent => {
    const copy: PlanContent = JSON.parse(JSON.stringify(plan));
    edit(copy.problems);
    return copy;
  };

  it('takes edits, moves and removals', () => {
    const { before, numbered } = base();
    expect(() => checkNumbering(before, numbered)).not.toThrow();
    expect(() => checkNumbering(before, content(numbered.problems.toReversed()))).not.toThrow();
    expect(() => checkNumbering(before, content([]))).not.toThrow();
  });

  it.each<[string, (problems: Problem[]) => void]>([
    ['a changed problem number', (problems) => { const first = problems[0]; if (first) first.no = 9; }],
    ['a changed goal number', (problems) => { const aim = problems[1]?.goals[0]; if (aim) aim.number = '9'; }],
    ['a changed objective number', (problems) => { const step = problems[0]?.goals[0]?.objectives[0]; if (step) step.number = '1.q'; }],
    ['two with one number', (problems) => { problems.push(problem([], 1)); }],
    ['a number given before', (problems) => { problems.pop(); problems.push(problem([], 2)); }],
    ['an objective of another goal', (problems) => { problems[1]?.goals[0]?.objectives.push(objective('1.c')); }],
    ['a mark left behind', (problems) => { problems.push(problem()); }],
    ['one id twice', (problems) => { const first = problems[0]; if (first) problems.push({ ...first, goals: [], no: 7 }); }],
  ])('refuses %s', (_name, edit) => {
    const { before, numbered } = base();
    expect(() => checkNumbering(before, change(numbered, edit))).toThrow('PLAN_NUMBERING');
  });
});

describe('whatever edits a plan goes through', () => {
  const edit = fc.record({ kind: fc.constantFrom('addProblem', 'addGoal', 'addObjective', 'removeProblem', 'removeGoal', 'removeObjective', 'reverse', 'lose counters'), at: fc.nat(20) });

  it('an id keeps its number for good and no number names two things', () => {
    fc.assert(fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      const given = new Map<string, string>();
      const owner = new Map<string, string>();
      let before: { content: PlanContent; usedNumbers: UsedNumbers } = { content: content([]), usedNumbers: noUsedNumbers() };
      for (const { kind, at } of edits) {
        const draft = apply(before.content, kind, at);
        const after = numberNew(draft, before.usedNumbers);
        checkNumbering(before, after.content);
        for (const [id, number] of names(after.content)) {
          expect(given.get(id) ?? number).toBe(number);
          expect(owner.get(number) ?? id).toBe(id);
          given.set(id, number);
          owner.set(number, id);
        }
        expect(advanceUsed(after.usedNumbers, after.content)).toEqual(after.usedNumbers);
        PlanContent.parse(after.content);
        before = after;
      }
    }), { numRuns: 300 });
  });

  function* names(plan: PlanContent): Generator<[string, string]> {
    for (const item of plan.problems) {
      yield [item.id, `P${item.no}`];
      for (const aim of item.goals) {
        yield [aim.id, `G${aim.number}`];
        for (const step of aim.objectives) yield [step.id, step.number];
      }
    }
  }

  function pick<T>(list: readonly T[], at: number): T | undefined {
    return list.length === 0 ? undefined : list[at % list.length];
  }

  function apply(plan: PlanContent, kind: string, at: number): PlanContent {
    const copy: PlanContent = JSON.parse(JSON.stringify(plan));
    const item = pick(copy.problems, at);
    const aim = pick(item?.goals ?? [], at);
    if (kind === 'addProblem' && copy.problems.length < 30) copy.problems.splice(at % (copy.problems.length + 1), 0, problem([goal([objective()])]));
    if (kind === 'addGoal' && item && item.goals.length < 15) item.goals.splice(at % (item.goals.length + 1), 0, goal());
    if (kind === 'addObjective' && aim && aim.objectives.length < 20) aim.objectives.unshift(objective());
    if (kind === 'removeProblem' && item) copy.problems = copy.problems.filter((other) => other !== item);
    if (kind === 'removeGoal' && item && aim) item.goals = item.goals.filter((other) => other !== aim);
    if (kind === 'removeObjective') aim?.objectives.pop();
    if (kind === 'reverse') copy.problems.reverse();
    return copy;
  }
});
