// How far a measure has come. Refuses to judge: a number for the picture, not for the person.
import type { Measure } from './plan.ts';

/**
 * Percent of the way from baseline to target, 0 to 100, whole (CLINICAL F.3); works for targets below
 * the baseline. Where baseline and target are the same, 100 while held and 0 when not. Null when the
 * measure has no numbers.
 */
export function progressPercent(measure: Pick<Measure, 'baseline' | 'target' | 'direction'>, current: number): number | null {
  const { baseline, target, direction } = measure;
  if (baseline === null || target === null || !Number.isFinite(current)) return null;
  if (baseline === target) return isHeld(direction, current, target) ? 100 : 0;
  const share = (current - baseline) / (target - baseline);
  return Math.round(Math.min(1, Math.max(0, share)) * 100);
}

function isHeld(direction: Measure['direction'], current: number, target: number): boolean {
  if (direction === 'up') return current >= target;
  return direction === 'down' ? current <= target : current === target;
}
