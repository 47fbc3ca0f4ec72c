// One problem with its goals and their objectives. Refuses to renumber: numbers are shown, never typed.
import { Plus } from 'lucide-react';
import { dimensions } from '../../../shared/continuum/reasons.ts';
import { LocalDate } from '../../../shared/dates.ts';
import { isBlankGoal, isBlankProblem } from '../../../shared/plans/blankRows.ts';
import { NEW_GOAL_NUMBER, NEW_PROBLEM_NO } from '../../../shared/plans/numbering.ts';
import type { Goal, Problem } from '../../../shared/plans/plan.ts';
import { goalStatusLabels, problemStatusLabels } from '../../../shared/text/en/clinical.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { planText as t } from '../../../shared/text/en/plan.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Panel } from '../../ui/Page.tsx';
import { choicesOf, SelectField, type Choice } from '../../ui/SelectField.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { focusSoon } from '../../ui/Notes.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { ObjectiveCard, shownNumber } from './ObjectiveCard.tsx';
import { newGoal, newObjective, removeById, replaceById } from './planEdits.ts';

const GOAL_STATUSES = ['active', 'met', 'revised', 'discontinued', 'deferred'] as const;
const PROBLEM_STATUSES = ['active', 'deferred', 'resolved', 'referred'] as const;
const MOST_GOALS = 20;
const MOST_OBJECTIVES = 26;

function dimensionChoices(edition: '3' | '4'): Choice<string>[] {
  return [{ value: '0', label: t.dimensionNone }, ...dimensions(edition).map(({ number, label }) => ({ value: String(number), label: `${number}. ${label}` }))];
}

function GoalCard({ goal, onChange, onRemove }: { goal: Goal; onChange: (goal: Goal) => void; onRemove: () => void }) {
  const set = (part: Partial<Goal>) => onChange({ ...goal, ...part });
  const number = shownNumber(goal.number, NEW_GOAL_NUMBER);
  return (
    <section className="goal" aria-label={t.goal(number)}>
      <div className="panel__head"><h3 className="nums">{t.goal(number)}</h3></div>
      <TextArea name={`goal-${goal.id}`} label={t.goalText} rows={2} value={goal.text} maxLength={1000} onChange={(text) => set({ text })} />
      <div className="columns-3">
        <DateField name={`goal-date-${goal.id}`} label={t.targetDate} optional={frameText.optional} value={goal.targetDate ?? ''} impossible={frameText.impossibleDay} onChange={(text) => set({ targetDate: LocalDate.safeParse(text).data ?? null })} />
        <SelectField name={`goal-status-${goal.id}`} label={t.status} value={goal.status} choices={choicesOf(GOAL_STATUSES, goalStatusLabels)} onChange={(status) => set({ status })} />
      </div>
      {goal.objectives.map((objective) => <ObjectiveCard key={objective.id} objective={objective} onChange={(next) => set({ objectives: replaceById(goal.objectives, next) })} onRemove={() => set({ objectives: removeById(goal.objectives, objective.id) })} />)}
      <div className="row">
        {goal.objectives.length < MOST_OBJECTIVES ? <Button small icon={Plus} onClick={() => { const next = newObjective(); set({ objectives: [...goal.objectives, next] }); focusSoon(`objective-${next.id}`); }}>{t.addObjective}</Button> : null}
        <RemoveButton label={t.removeGoal(number)} blank={isBlankGoal(goal)} onRemove={onRemove} />
      </div>
    </section>
  );
}

export function ProblemCard({ problem, edition, onChange, onRemove }: { problem: Problem; edition: '3' | '4'; onChange: (problem: Problem) => void; onRemove: () => void }) {
  const set = (part: Partial<Problem>) => onChange({ ...problem, ...part });
  const number = problem.no === NEW_PROBLEM_NO ? t.isNew : String(problem.no);
  return (
    <Panel title={t.problem(number)}>
      <TextArea name={`problem-${problem.id}`} label={t.statement} hint={t.statementHint} rows={2} value={problem.statement} maxLength={1000} onChange={(statement) => set({ statement })} />
      <TextArea name={`evidence-${problem.id}`} label={t.evidence} optional={frameText.optional} rows={2} value={problem.evidence} maxLength={2000} onChange={(evidence) => set({ evidence })} />
      <div className="columns-2">
        <SelectField name={`dimension-${problem.id}`} label={t.dimension} value={String(problem.dimension ?? 0)} choices={dimensionChoices(edition)} onChange={(next) => set({ dimension: next === '0' ? null : Number(next) })} />
        <SelectField name={`problem-status-${problem.id}`} label={t.status} value={problem.status} choices={choicesOf(PROBLEM_STATUSES, problemStatusLabels)} onChange={(status) => set({ status })} />
      </div>
      {problem.status === 'active' ? null : <TextField name={`problem-reason-${problem.id}`} label={t.statusReason} value={problem.statusReason} maxLength={400} onChange={(statusReason) => set({ statusReason })} />}
      {problem.goals.map((goal) => <GoalCard key={goal.id} goal={goal} onChange={(next) => set({ goals: replaceById(problem.goals, next) })} onRemove={() => set({ goals: removeById(problem.goals, goal.id) })} />)}
      <div className="row">
        {problem.goals.length < MOST_GOALS ? <Button small icon={Plus} onClick={() => { const next = newGoal(); set({ goals: [...problem.goals, next] }); focusSoon(`goal-${next.id}`); }}>{t.addGoal}</Button> : null}
        <RemoveButton label={t.removeProblem(number)} blank={isBlankProblem(problem)} onRemove={onRemove} />
      </div>
    </Panel>
  );
}
