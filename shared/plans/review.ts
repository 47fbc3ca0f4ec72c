// When a plan and its reviews are due. Refuses to decide: dates are proposals the clinician can set
// (docs/clinical-sources.md, Plan timing; state and payer rules win).
import { addDays, daysBetween, type LocalDate } from '../dates.ts';
import type { LevelOfCare } from '../continuum/episode.ts';
import { levelInfo } from '../continuum/levels.ts';
import { thresholds } from '../continuum/thresholds.ts';

/** Days between reviews at a level. */
export function reviewIntervalDays(level: LevelOfCare | null): number {
  return level === null ? thresholds.reviewDaysWithoutLevel : levelInfo(level).reviewDays;
}

/** The review date proposed for a plan that takes effect on `from`. */
export function defaultNextReview(level: LevelOfCare | null, from: LocalDate): LocalDate {
  return addDays(from, reviewIntervalDays(level));
}

/** The day by which the first plan of an episode is due. */
export function initialPlanDue(level: LevelOfCare | null, episodeStart: LocalDate): LocalDate {
  return addDays(episodeStart, level === null ? thresholds.initialPlanDaysWithoutLevel : levelInfo(level).initialPlanDays);
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
