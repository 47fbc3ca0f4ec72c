// A version of the plan as read: in force, earlier or closed. Refuses any change.
import type { LocalDate } from '../../../shared/dates.ts';
import { withoutBlankRows } from '../../../shared/plans/blankRows.ts';
import { type Agreement, type Goal, type Intervention, type Measure, type Objective, type Plan, PLAN_PARTS, type Problem } from '../../../shared/plans/plan.ts';
import { goalStatusLabels, interventionTypeLabels, measureDirectionLabels, objectiveStatusLabels, perLabels, problemStatusLabels } from '../../../shared/text/en/clinical.ts';
import { agreementRoleLabels, pathwayLabels, planChoicesText as c } from '../../../shared/text/en/planChoices.ts';
import { planText as t } from '../../../shared/text/en/plan.ts';
import { Badge } from '../../ui/Badge.tsx';
import { formatDay, formatDayWithYear, formatMoment } from '../../ui/format.ts';
import { Panel } from '../../ui/Page.tsx';
import './plan.css';

function measureText(measure: Measure): string {
  if (measure.metric === '' && measure.target === null) return '';
  const numbers = measure.target === null ? '' : measure.baseline === null ? `${measureDirectionLabels[measure.direction].toLowerCase()} ${measure.target}` : t.from(String(measure.baseline), String(measure.target));
  const unit = measure.unit === '' ? '' : ` ${measure.unit}`;
  return [measure.metric, `${numbers}${unit}`.trim(), measure.source].filter((part) => part !== '').join(', ');
}

function interventionText(each: Intervention): string {
  const often = each.per === 'once' ? t.once : each.times === null ? '' : t.frequency(each.times, perLabels[each.per]);
  const name = interventionTypeLabels[each.type];
  return [each.text === '' ? name : `${name}: ${often === '' ? each.text : each.text.trimEnd().replace(/\.$/, '')}`, often, each.minutes === null ? '' : t.minutesEach(each.minutes), each.responsible].filter((part) => part !== '').join(', ');
}

function ObjectiveView({ objective, today }: { objective: Objective; today: LocalDate }) {
  const measured = measureText(objective.measure);
  return (
    <li className="plan-line">
      <span className="strong nums">{objective.number}</span>
      <div className="stack-tight">
        <p>{objective.text} <Badge>{objectiveStatusLabels[objective.status]}</Badge></p>
        {measured || objective.targetDate ? <p className="small quiet">{[measured, objective.targetDate ? t.by(formatDay(objective.targetDate, today)) : ''].filter((part) => part !== '').join(', ')}</p> : null}
        {objective.interventions.length > 0 ? <ul className="bullets small">{objective.interventions.map((each) => <li key={each.id}>{interventionText(each)}</li>)}</ul> : null}
      </div>
    </li>
  );
}

function GoalView({ goal, today }: { goal: Goal; today: LocalDate }) {
  return (
    <div className="stack-tight">
      <h3 className="nums">{t.goal(goal.number)} {goal.status === 'active' ? null : <Badge>{goalStatusLabels[goal.status]}</Badge>}</h3>
      <blockquote className="own-words">{goal.text}</blockquote>
      <ul className="stack">{goal.objectives.map((objective) => <ObjectiveView key={objective.id} objective={objective} today={today} />)}</ul>
    </div>
  );
}

function ProblemView({ problem, today }: { problem: Problem; today: LocalDate }) {
  return (
    <Panel title={t.problem(String(problem.no))} acts={problem.status === 'active' ? undefined : <Badge>{problemStatusLabels[problem.status]}</Badge>}>
      <p className="pre">{problem.statement}</p>
      {problem.evidence ? <p className="small quiet pre">{problem.evidence}</p> : null}
      {problem.goals.map((goal) => <GoalView key={goal.id} goal={goal} today={today} />)}
    </Panel>
  );
}

function agreementText({ role, name, date, refusedReason }: Agreement): string {
  const who = agreementRoleLabels[role];
  if (date !== null) return c.agreed(who, name, formatDayWithYear(date));
  return refusedReason.trim() === '' ? c.notYet(who, name) : c.declined(who, name, refusedReason.trim());
}

function Whole({ plan }: { plan: Plan }) {
  const { content } = plan;
  const facts = [
    [t.strengths, content.strengths.join('\n')], [t.barriers, content.barriers.join('\n')], [t.preferences, content.preferences], [t.rationale, content.levelOfCareRationale], [t.discharge, content.dischargeCriteria],
    [t.diagnoses, content.diagnoses.map((item) => [item.code, item.label].filter((part) => part !== '').join(' ')).join('\n')],
    [c.pathway, content.pathway ? [pathwayLabels[content.pathway], content.pathwayNote ?? ''].filter((part) => part !== '').join('\n') : ''],
    [c.notIndicatedTitle, PLAN_PARTS.flatMap((part) => { const why = content.notIndicated?.[part]?.trim() ?? ''; return why === '' ? [] : [c.notIndicated(c.parts[part], why)]; }).join('\n')],
    [c.agreements, (content.agreements ?? []).map(agreementText).join('\n')],
  ].filter(([, text]) => text !== '');
  return (
    <Panel title={t.basics}>
      <blockquote className="own-words">{content.clientGoalsOwnWords || t.empty}</blockquote>
      {facts.length > 0 ? <dl className="facts">{facts.map(([name, text]) => <div className="facts__pair" key={name}><dt>{name}</dt><dd className="pre">{text}</dd></div>)}</dl> : null}
      {plan.signatures.map((signature) => <p className="small quiet" key={`${signature.role}-${signature.signedAt}`}>{t.signedBy(signature.name, signature.credentials, formatMoment(signature.signedAt))}</p>)}
    </Panel>
  );
}

/** "in force from 12 Nov 2026, next review 12 Dec 2026". */
export function planDates(plan: Pick<Plan, 'content'>): string {
  const { effectiveDate, nextReviewDue } = plan.content;
  return `${t.effective(formatDayWithYear(effectiveDate))}, ${nextReviewDue === null ? t.noReview : t.reviewBy(formatDayWithYear(nextReviewDue))}`;
}

export function PlanView({ plan, today }: { plan: Plan; today: LocalDate }) {
  return (
    <div className="plan__read">
      <Whole plan={plan} />
      {withoutBlankRows(plan.content).problems.map((problem) => <ProblemView key={problem.id} problem={problem} today={today} />)}
    </div>
  );
}
