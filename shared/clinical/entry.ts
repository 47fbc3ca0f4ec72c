// What every entry of the clinical record carries: who wrote it, when, and whether it was a mistake.
// Refuses deletion as a way to correct: an entry made in error stays, marked, and counts for nothing.
import { LocalId } from '../brand.ts';
import { Instant } from '../dates.ts';
import { optionalLine, plainText } from '../strings.ts';
import { z } from 'zod';

export const entryFields = { id: LocalId, recordedAt: Instant, recordedBy: optionalLine(200), enteredInError: z.boolean(), note: plainText(2000) } as const;

/** Entries that count: those not marked as made in error. */
export function valid<T extends { readonly enteredInError: boolean }>(entries: readonly T[]): T[] {
  return entries.filter(({ enteredInError }) => !enteredInError);
}
