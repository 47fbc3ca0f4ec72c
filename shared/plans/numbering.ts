// Numbers of problems, goals and objectives. Refuses to change or reuse one: notes and printed plans
// name objectives by number for the whole chain of versions.
import { AppError } from '../errors.ts';
import type { Goal, Objective, Plan, PlanContent } from './plan.ts';

export type UsedNumbers = Plan['usedNumbers'];

/** What a new element holds until `numberNew` gives it its number. */
export const NEW_PROBLEM_NO = 999;
export const NEW_GOAL_NUMBER = '999';
export const NEW_OBJECTIVE_NUMBER = '999.zz';

/** The counters of a chain in which nothing was numbered yet. */
export function noUsedNumbers(): UsedNumbers {
  return { problem: 0, goal: 0, objectives: {} };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** 26 single and 675 double letters; `zz` is the mark of a new objective. */
const MOST_OBJECTIVES = 701;

/** 1 -> "a", 26 -> "z", 27 -> "aa". */
export function objectiveLetters(index: number): string {
  if (index < 1 || index > MOST_OBJECTIVES) throw new AppError('PLAN_NUMBERING');
  const last = LETTERS.charAt((index - 1) % 26);
  return index <= 26 ? last : LETTERS.charAt(Math.floor((index - 1) / 26) - 1) + last;
}

function letterIndex(letters: string): number {
  const value = (letter: string): number => LETTERS.indexOf(letter) + 1;
  return letters.length === 1 ? value(letters) : value(letters.charAt(0)) * 26 + value(letters.charAt(1));
}

function splitObjective(number: string): { goal: string; index: number } {
  const [goal = '', letters = ''] = number.split('.');
  return { goal, index: letterIndex(letters) };
}

function isNewObjective(number: string): boolean {
  return number.startsWith(`${NEW_GOAL_NUMBER}.`) || number.endsWith('.zz');
}

/** Counters that cover every number in the content; never lower than before. */
export function advanceUsed(used: UsedNumbers, content: PlanContent): UsedNumbers {
  let { problem, goal } = used;
  const objectives = { ...used.objectives };
  for (const item of content.problems) {
    if (item.no !== NEW_PROBLEM_NO) problem = Math.max(problem, item.no);
    for (const aim of item.goals) {
      if (aim.number !== NEW_GOAL_NUMBER) goal = Math.max(goal, Number(aim.number));
      for (const { number } of aim.objectives) {
        if (isNewObjective(number)) continue;
        const at = splitObjective(number);
        objectives[at.goal] = Math.max(objectives[at.goal] ?? 0, at.index);
      }
    }
  }
  return { problem, goal, objectives };
}

/**
 * Gives numbers to the elements that hold a NEW_ mark, in document order, from the chain's counters.
 * Everything that has a number keeps it, whatever its place. Returns the counters after it.
 */
export function numberNew(content: PlanContent, usedNumbers: UsedNumbers): { content: PlanContent; usedNumbers: UsedNumbers } {
  const counters = advanceUsed(usedNumbers, content);
  const problems = content.problems.map((problem) => {
    const no = problem.no === NEW_PROBLEM_NO ? take(() => (counters.problem += 1), NEW_PROBLEM_NO) : problem.no;
    return { ...problem, no, goals: problem.goals.map((goal) => numberGoal(goal, counters)) };
  });
  return { content: { ...content, problems }, usedNumbers: counters };
}

function take(next: () => number, limit: number): number {
  const given = next();
  if (given >= limit) throw new AppError('PLAN_NUMBERING');
  return given;
}

function numberGoal(goal: Goal, counters: UsedNumbers): Goal {
  const number = goal.number === NEW_GOAL_NUMBER ? String(take(() => (counters.goal += 1), Number(NEW_GOAL_NUMBER))) : goal.number;
  const objectives = goal.objectives.map((objective): Objective => {
    if (!isNewObjective(objective.number)) return objective;
    const index = (counters.objectives[number] ?? 0) + 1;
    counters.objectives[number] = index;
    return { ...objective, number: `${number}.${objectiveLetters(index)}` };
  });
  return { ...goal, number, objectives };
}

type Numbered = { readonly id: string; readonly number: string; readonly given: boolean };

function* elements(content: PlanContent, used: UsedNumbers): Generator<Numbered> {
  for (const problem of content.problems) {
    yield { id: problem.id, number: `P${problem.no}`, given: problem.no <= used.problem };
    for (const goal of problem.goals) {
      yield { id: goal.id, number: `G${goal.number}`, given: Number(goal.number) <= used.goal };
      for (const objective of goal.objectives) {
        const at = splitObjective(objective.number);
        if (at.goal !== goal.number) throw new AppError('PLAN_NUMBERING', { number: objective.number });
        yield { id: objective.id, number: objective.number, given: at.index <= (used.objectives[at.goal] ?? 0) };
      }
    }
  }
}

/**
 * Throws PLAN_NUMBERING when an id changed its number, two elements share a number or an id, a new
 * element took a number given before, an objective's number is not of its goal, or a mark was left.
 */
export function checkNumbering(before: Pick<Plan, 'content' | 'usedNumbers'>, after: PlanContent): void {
  const had = new Map<string, string>();
  for (const { id, number } of elements(before.content, before.usedNumbers)) had.set(id, number);
  const ids = new Set<string>();
  const numbers = new Set<string>();
  for (const { id, number, given } of elements(after, before.usedNumbers)) {
    const old = had.get(id);
    const kept = old === undefined ? !given : old === number;
    const marked = number === `P${NEW_PROBLEM_NO}` || number === `G${NEW_GOAL_NUMBER}` || number.endsWith('.zz');
    if (!kept || marked || ids.has(id) || numbers.has(number)) throw new AppError('PLAN_NUMBERING', { number });
    ids.add(id);
    numbers.add(number);
  }
}
