// Quiet hints that a plan could be sharper (CLINICAL F.2). Refuses to block: no hint keeps anyone
// from saving or signing.
import { daysBetween, type LocalDate } from '../dates.ts';
import { thresholds } from '../continuum/thresholds.ts';
import { planHintText } from '../text/en/clinical.ts';
import { withoutBlankRows } from './blankRows.ts';
import { type Goal, type Objective, PLAN_PARTS, type PlanContent, type Problem } from './plan.ts';

export type PlanHintId = keyof typeof planHintText;
export type PlanHint = { readonly id: PlanHintId; /** Element the hint is about; null for the whole plan. */ readonly elementId: string | null; readonly number: string; readonly text: string };

const VAGUE = ['improve', 'improves', 'better', 'understand', 'work on', 'address'];
const FEWEST_WORDS = 6;

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
}

function hasVague(text: string): boolean {
  const joined = ` ${words(text).join(' ')} `;
  return VAGUE.some((word) => joined.includes(` ${word} `));
}

function hint(id: PlanHintId, elementId: string | null, number: string): PlanHint {
  return { id, elementId, number, text: planHintText[id] };
}

/** `longest`: days an objective may take; `phaseEnd`: the day the level under way is planned to end. */
type Bounds = { readonly phaseEnd: LocalDate | null; readonly longest: number };

function objectiveHintIds(objective: Objective, { phaseEnd, longest }: Bounds): PlanHintId[] {
  const { measure, startDate, targetDate, interventions } = objective;
  const ids: PlanHintId[] = [];
  if (words(objective.text).length < FEWEST_WORDS || hasVague(objective.text)) ids.push('specific');
  if (measure.metric.trim() === '' || measure.target === null || measure.unit.trim() === '' || measure.source.trim() === '') ids.push('measurable');
  if (isBigStep(objective)) ids.push('achievable');
  if (targetDate === null) ids.push('timeBound');
  else if (startDate !== null && (targetDate <= startDate || daysBetween(startDate, targetDate) > longest)) ids.push('timeSpan');
  if (targetDate !== null && phaseEnd !== null && targetDate > phaseEnd) ids.push('beyondPhase');
  if (!interventions.some(({ times, minutes, responsible, per }) => (times !== null || per === 'once') && minutes !== null && responsible.trim() !== '')) ids.push('intervention');
  return ids;
}

// F.2: a target more than twice the baseline is worth a word about its size.
function isBigStep({ measure: { baseline, target, direction } }: Objective): boolean {
  return direction === 'up' && baseline !== null && target !== null && baseline > 0 && target > baseline * 2;
}

function* goalHints(problem: Problem, goal: Goal, bounds: Bounds): Generator<PlanHint> {
  if (goal.text.trim() === '' || problem.statement.trim() === '') yield hint('relevant', goal.id, goal.number);
  for (const objective of goal.objectives) {
    if (objective.status === 'met' || objective.status === 'discontinued') continue;
    for (const id of objectiveHintIds(objective, bounds)) yield hint(id, objective.id, objective.number);
  }
}

// What a plan for OUD should touch, recognised by the kinds of intervention and a few words.
const BALANCE = {
  medicationChoice: { types: ['medication_support'], words: ['medication', 'buprenorphine', 'methadone', 'naltrexone', 'moud'] },
  behavioural: { types: ['cbt', 'cm', 'mi', 'skills_practice', 'group'], words: ['therapy', 'counselling'] },
  coOccurring: { types: [], words: ['depression', 'anxiety', 'trauma', 'sleep', 'mood', 'panic', 'phq-9', 'gad-7', 'psychiat'] },
  followUp: { types: ['relapse_prevention', 'mutual_help', 'peer_support'], words: ['relapse prevention', 'return to use', 'aftercare', 'continuing care'] },
  overdoseSafety: { types: [], words: ['naloxone', 'overdose'] },
} as const satisfies Partial<Record<PlanHintId, { types: readonly string[]; words: readonly string[] }>>;

function balanceHints(content: PlanContent): PlanHint[] {
  const interventions = content.problems.flatMap((problem) => problem.goals).flatMap((goal) => goal.objectives).flatMap((objective) => objective.interventions);
  const types: ReadonlySet<string> = new Set(interventions.map(({ type }) => type));
  const text = JSON.stringify(content.problems).toLowerCase();
  const settled = (part: string): boolean => (part === 'medicationChoice' && content.pathway !== undefined && content.pathway !== null) || PLAN_PARTS.some((known) => known === part && (content.notIndicated?.[known] ?? '').trim() !== '');
  const missing = (Object.keys(BALANCE) as (keyof typeof BALANCE)[]).filter((part) => !settled(part) && !BALANCE[part].types.some((type) => types.has(type)) && !BALANCE[part].words.some((word) => text.includes(word)));
  return missing.map((part) => hint(part, null, ''));
}

/** Hints for every open objective and for the balance of the plan; none for an empty plan or for rows never filled in. */
export function planHints(written: PlanContent, phasePlannedEnd: LocalDate | null = null, longest: number = thresholds.objectiveMaxDays): PlanHint[] {
  const content = withoutBlankRows(written);
  if (content.problems.length === 0) return [];
  const perGoal = content.problems.filter(({ status }) => status === 'active').flatMap((problem) => problem.goals.flatMap((goal) => [...goalHints(problem, goal, { phaseEnd: phasePlannedEnd, longest })]));
  const ownWords = content.clientGoalsOwnWords.trim() === '' ? [hint('ownWords', null, '')] : [];
  return [...perGoal, ...ownWords, ...balanceHints(content)];
}
