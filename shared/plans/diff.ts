// What changed between two versions of a plan, by id. Refuses to compare by place: an element that
// only moved has not changed.
import type { Goal, Intervention, Objective, PlanContent, Problem } from './plan.ts';

export type PlanElement = 'plan' | 'problem' | 'goal' | 'objective' | 'intervention';
export type PlanChange = {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly element: PlanElement;
  readonly id: string;
  /** Number people know it by: "1", "2", "1.a"; of its objective for an intervention. */
  readonly number: string;
  /** Field name for a change, else empty. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
};

type Flat = { readonly element: PlanElement; readonly id: string; readonly number: string; readonly text: string; readonly fields: Readonly<Record<string, unknown>> };

function* flatten(content: PlanContent): Generator<Flat> {
  const { problems, ...plan } = content;
  yield { element: 'plan', id: 'plan', number: '', text: '', fields: plan };
  for (const problem of problems) {
    yield flatProblem(problem);
    for (const goal of problem.goals) {
      yield flatGoal(goal);
      for (const objective of goal.objectives) {
        yield flatObjective(objective);
        for (const intervention of objective.interventions) yield flatIntervention(intervention, objective.number);
      }
    }
  }
}

function flatProblem({ id, no, goals: _goals, ...fields }: Problem): Flat {
  return { element: 'problem', id, number: String(no), text: fields.statement, fields };
}

function flatGoal({ id, number, objectives: _objectives, ...fields }: Goal): Flat {
  return { element: 'goal', id, number, text: fields.text, fields };
}

function flatObjective({ id, number, interventions: _interventions, measure, ...fields }: Objective): Flat {
  const measured = Object.fromEntries(Object.entries(measure).map(([name, value]) => [`measure.${name}`, value]));
  return { element: 'objective', id, number, text: fields.text, fields: { ...fields, ...measured } };
}

function flatIntervention({ id, ...fields }: Intervention, number: string): Flat {
  return { element: 'intervention', id, number, text: fields.text, fields };
}

// Words to read side by side; keys in one order, so that equal values look equal.
function show(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(show).join('; ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)).map(([, item]) => show(item)).filter((text) => text !== '').join(' ');
}

function fieldChanges(before: Flat, after: Flat): PlanChange[] {
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])].toSorted();
  return names
    .map((field) => ({ kind: 'changed' as const, element: after.element, id: after.id, number: after.number, field, before: show(before.fields[field]), after: show(after.fields[field]) }))
    .filter((change) => change.before !== change.after);
}

/** Changes from `before` to `after`: those to what is still there in document order, then what was taken out. */
export function planDiff(before: PlanContent, after: PlanContent): PlanChange[] {
  const old = new Map([...flatten(before)].map((item) => [item.id, item]));
  const changes: PlanChange[] = [];
  for (const item of flatten(after)) {
    const was = old.get(item.id);
    old.delete(item.id);
    if (was === undefined) changes.push({ kind: 'added', element: item.element, id: item.id, number: item.number, field: '', before: '', after: item.text });
    else changes.push(...fieldChanges(was, item));
  }
  for (const gone of old.values()) changes.push({ kind: 'removed', element: gone.element, id: gone.id, number: gone.number, field: '', before: gone.text, after: '' });
  return changes;
}
