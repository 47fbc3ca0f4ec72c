// When a plan and its reviews are due. Refuses to decide: dates are proposals the clinician can set
// (docs/clinical-sources.md, Plan timing; state and payer rules win).
import { addDays, daysBetween, type LocalDate } from '../dates.ts';
import type { LevelOfCare } from '../continuum/episode.ts';
import { thresholds } from '../continuum/thresholds.ts';
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from '../rules/settings.ts';

/** What of the settings of the checks is about dates of plans. */
export type PlanTiming = Pick<RuleSettings, 'planDays' | 'planDaysWithoutLevel' | 'reviewDays' | 'reviewDaysWithoutLevel'>;

/** Days between reviews at a level. */
export function reviewIntervalDays(level: LevelOfCare | null, { reviewDays, reviewDaysWithoutLevel }: PlanTiming = DEFAULT_RULE_SETTINGS): number {
  return (level === null ? undefined : reviewDays[level]) ?? reviewDaysWithoutLevel;
}

/** The review date proposed for a plan that takes effect on `from`. */
export function defaultNextReview(level: LevelOfCare | null, from: LocalDate, timing: PlanTiming = DEFAULT_RULE_SETTINGS): LocalDate {
  return addDays(from, reviewIntervalDays(level, timing));
}

/** The day by which the first plan of an episode is due. */
export function initialPlanDue(level: LevelOfCare | null, episodeStart: LocalDate, { planDays, planDaysWithoutLevel }: PlanTiming = DEFAULT_RULE_SETTINGS): LocalDate {
  return addDays(episodeStart, (level === null ? undefined : planDays[level]) ?? planDaysWithoutLevel);
}

/** `days` counts to the review, or past it when overdue. */
export type ReviewState = { readonly kind: 'none' } | { readonly kind: 'later' | 'soon' | 'today' | 'overdue'; readonly days: number };

/** How near the next review is. */
export function reviewState(nextReviewDue: LocalDate | null, today: LocalDate): ReviewState {
  if (nextReviewDue === null) return { kind: 'none' };
  const days = daysBetween(today, nextReviewDue);
  if (days < 0) return { kind: 'overdue', days: -days };
  if (days === 0) return { kind: 'today', days };
  return { kind: days <= thresholds.reviewSoonDays ? 'soon' : 'later', days };
}
