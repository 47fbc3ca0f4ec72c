// The six shades of the levels of care. Refuses to rank people: it only says which shade a level has.
import { levelOrder } from '../../shared/continuum/levels.ts';
import type { LevelOfCare } from '../../shared/continuum/episode.ts';

/** 6 for withdrawal care, down to 1 for recovery support and early intervention; `--level-N` in tokens.css. */
export function levelStep(level: LevelOfCare): number {
  return Math.max(1, 6 - levelOrder(level));
}
