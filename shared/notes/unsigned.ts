// How long a draft has waited for a signature, and whether that is longer than the practice allows (R-SIG1). Refuses
// to block or to sign: it is a list of what is owed.
import type { Instant } from '../dates.ts';
import type { NoteHead } from './note.ts';

const HOUR = 3_600_000;

export type Waiting = { readonly hours: number; readonly late: boolean };

/** Counted from when the note was begun, as R-SIG1 does. `hours` is whole and never negative; `late` means more than `limitHours`. */
export function waiting({ createdAt }: Pick<NoteHead, 'createdAt'>, now: Instant, limitHours: number): Waiting {
  const hours = (Date.parse(now) - Date.parse(createdAt)) / HOUR;
  return { hours: Math.max(0, Math.floor(hours)), late: hours > limitHours };
}

/** The longest wait first. */
export function longestFirst(a: { readonly head: NoteHead }, b: { readonly head: NoteHead }): number {
  return a.head.createdAt.localeCompare(b.head.createdAt) || a.head.id.localeCompare(b.head.id);
}
