// How long a draft has waited for a signature, and whether that is longer than the practice allows (R-SIG1). Refuses
// to block or to sign: it is a list of what is owed.
import type { Instant } from '../dates.ts';
import type { NoteHead } from './note.ts';

const HOUR = 3_600_000;

export type Waiting = { readonly hours: number; readonly late: boolean };

/**
 * Counted from when the note was begun, as R-SIG1 does. `hours` is whole and never negative; `late` means more than
 * `limitHours`, and a draft in which nothing was written is never late.
 */
export function waiting({ createdAt, blank }: Pick<NoteHead, 'createdAt' | 'blank'>, now: Instant, limitHours: number): Waiting {
  const hours = (Date.parse(now) - Date.parse(createdAt)) / HOUR;
  return { hours: Math.max(0, Math.floor(hours)), late: !blank && hours > limitHours };
}

/** The longest wait first; drafts in which nothing was written come last. */
export function longestFirst(a: { readonly head: NoteHead }, b: { readonly head: NoteHead }): number {
  return Number(a.head.blank) - Number(b.head.blank) || a.head.createdAt.localeCompare(b.head.createdAt) || a.head.id.localeCompare(b.head.id);
}
