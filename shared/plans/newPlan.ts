// The life of a plan version: draft, in force, superseded. Refuses to change anything but a draft;
// every older version stays readable as it was.
import type { ClientId, EpisodeId, PlanId } from '../brand.ts';
import type { LevelOfCare } from '../continuum/episode.ts';
import type { Instant, LocalDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import { withoutBlankRows } from './blankRows.ts';
import { advanceUsed, checkNumbering, noUsedNumbers, numberNew } from './numbering.ts';
import type { Objective, Plan, PlanContent } from './plan.ts';
import { defaultNextReview, type PlanTiming } from './review.ts';

/** An empty plan that takes effect today; the review date is proposed by level. */
export function emptyPlanContent(today: LocalDate, level: LevelOfCare | null = null, timing?: PlanTiming): PlanContent {
  return {
    effectiveDate: today, nextReviewDue: defaultNextReview(level, today, timing), diagnoses: [], clientGoalsOwnWords: '', strengths: [], preferences: '', barriers: [],
    levelOfCareRationale: '', dischargeCriteria: '', problems: [], copyGiven: null,
  };
}

export type NewPlanInput = { readonly planId: PlanId; readonly clientId: ClientId; readonly episodeId: EpisodeId | null; readonly level: LevelOfCare | null; readonly today: LocalDate; readonly at: Instant; /** Review dates as the practice has set them. */ readonly timing?: PlanTiming };

/** The first draft of a chain. */
export function newPlan({ planId, clientId, episodeId, level, today, at, timing }: NewPlanInput): Plan {
  return {
    id: planId, chainId: planId, clientId, episodeId, version: 1, status: 'draft', content: emptyPlanContent(today, level, timing),
    usedNumbers: noUsedNumbers(), signatures: [], createdAt: at, updatedAt: at,
  };
}

export type NextVersionInput = Pick<NewPlanInput, 'planId' | 'level' | 'today' | 'at' | 'timing'> & { readonly episodeId?: EpisodeId | null };

/**
 * A draft that begins as a copy of `plan`: same chain, same ids and numbers, next version. Throws
 * PLAN_DRAFT_EXISTS when `plan` is itself a draft, PLAN_NUMBERING past version 999.
 */
export function nextVersion(plan: Plan, { planId, level, today, at, timing, episodeId = plan.episodeId }: NextVersionInput): Plan {
  if (plan.status === 'draft') throw new AppError('PLAN_DRAFT_EXISTS');
  if (plan.version >= 999) throw new AppError('PLAN_NUMBERING');
  return {
    ...plan, id: planId, episodeId, version: plan.version + 1, status: 'draft', signatures: [], createdAt: at, updatedAt: at,
    // Each version is agreed anew.
    content: { ...structuredCopy(withoutAgreements(plan.content)), effectiveDate: today, nextReviewDue: defaultNextReview(level, today, timing), copyGiven: null },
    usedNumbers: { ...plan.usedNumbers, objectives: { ...plan.usedNumbers.objectives } },
  };
}

function withoutAgreements(content: PlanContent): PlanContent {
  const copy = { ...content };
  delete copy.agreements;
  return copy;
}

// Plans are plain JSON; a copy shares nothing with the version that must stay as it was.
function structuredCopy(content: PlanContent): PlanContent {
  return JSON.parse(JSON.stringify(content));
}

/**
 * A draft with new content; new elements get their numbers. Throws PLAN_NOT_DRAFT or PLAN_NUMBERING. Dates in the
 * wrong order are saved: while one is being typed, every other word of the draft must reach the disk.
 */
export function savePlanDraft(plan: Plan, content: PlanContent, at: Instant): Plan {
  if (plan.status !== 'draft') throw new AppError('PLAN_NOT_DRAFT');
  const numbered = numberNew(content, plan.usedNumbers);
  checkNumbering(plan, numbered.content);
  return { ...plan, content: numbered.content, usedNumbers: advanceUsed(numbered.usedNumbers, numbered.content), updatedAt: at };
}

/** Throws DATE_ORDER for a review before the plan takes effect or a target before its start. */
export function checkPlanDates(content: PlanContent): void {
  if (reviewTooEarly(content)) throw new AppError('DATE_ORDER', { field: 'nextReviewDue' });
  const wrong = objectivesOf(content).find(targetTooEarly);
  if (wrong) throw new AppError('DATE_ORDER', { field: 'targetDate', number: wrong.number });
}

function objectivesOf(content: PlanContent): Objective[] {
  return content.problems.flatMap((problem) => problem.goals).flatMap((goal) => goal.objectives);
}

function reviewTooEarly({ nextReviewDue, effectiveDate }: PlanContent): boolean {
  return nextReviewDue !== null && nextReviewDue < effectiveDate;
}

function targetTooEarly({ startDate, targetDate }: Objective): boolean {
  return startDate !== null && targetDate !== null && targetDate < startDate;
}

export type WrongDates = { readonly nextReviewDue: boolean; /** Ids of objectives whose target lies before their start. */ readonly targets: readonly string[] };

/** The dates of a draft that cannot be, to be marked at their fields; a draft is saved with them all the same. */
export function wrongDates(content: PlanContent): WrongDates {
  return { nextReviewDue: reviewTooEarly(content), targets: objectivesOf(content).filter(targetTooEarly).map(({ id }) => id) };
}

/** What keeps a plan from being put in force; empty when nothing does. Rows that were never filled in do not count. */
export function missingInPlan(written: PlanContent): readonly PlanGap[] {
  const content = withoutBlankRows(written);
  const gaps: PlanGap[] = [];
  const goals = content.problems.flatMap((problem) => problem.goals);
  const objectives = goals.flatMap((goal) => goal.objectives);
  if (content.problems.every((problem) => problem.statement.trim() === '')) gaps.push('problem');
  if (goals.length === 0 || goals.some((goal) => goal.text.trim() === '') || content.problems.some((problem) => problem.goals.length === 0)) gaps.push('goal');
  if (objectives.length === 0 || objectives.some((objective) => objective.text.trim() === '') || goals.some((goal) => goal.objectives.length === 0)) gaps.push('objective');
  if (content.nextReviewDue === null) gaps.push('nextReviewDue');
  return gaps;
}
export type PlanGap = 'problem' | 'goal' | 'objective' | 'nextReviewDue' | 'clinicianName';

export type ActivateInput = { readonly active: Plan | null; readonly signer: { readonly name: string; readonly credentials: string }; readonly at: Instant };

/**
 * Puts a draft in force without the rows that were never filled in, signed by the clinician, and sets the one before aside. Throws
 * PLAN_NOT_DRAFT, DATE_ORDER, or PLAN_INCOMPLETE with the first gap in `facts.missing`.
 */
export function activatePlan(draft: Plan, { active, signer, at }: ActivateInput): { activated: Plan; superseded: Plan | null } {
  if (draft.status !== 'draft') throw new AppError('PLAN_NOT_DRAFT');
  const gap: PlanGap | undefined = missingInPlan(draft.content)[0] ?? (signer.name.trim() === '' ? 'clinicianName' : undefined);
  if (gap !== undefined) throw new AppError('PLAN_INCOMPLETE', { missing: gap });
  checkPlanDates(draft.content);
  const signature = { role: 'clinician' as const, name: signer.name.trim(), credentials: signer.credentials.trim(), signedAt: at, refusedReason: '' };
  return {
    activated: { ...draft, content: withoutBlankRows(draft.content), status: 'active', signatures: [...draft.signatures.filter(({ role }) => role !== 'clinician'), signature], updatedAt: at },
    superseded: active === null ? null : { ...active, status: 'superseded', updatedAt: at },
  };
}

/** The plan in force, the open draft, and the newest of all, out of a client's versions. By version: a clock can have been wrong. */
export function planRoles(plans: readonly Plan[]): { active: Plan | null; draft: Plan | null; latest: Plan | null } {
  const newestFirst = plans.toSorted((a, b) => b.version - a.version || b.createdAt.localeCompare(a.createdAt));
  return {
    active: newestFirst.find((plan) => plan.status === 'active') ?? null,
    draft: newestFirst.find((plan) => plan.status === 'draft') ?? null,
    latest: newestFirst[0] ?? null,
  };
}
