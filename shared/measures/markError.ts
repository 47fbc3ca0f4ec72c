// An administration that was entered in error: it stays to be read, marked with who, when and why, and
// counts for nothing. Refuses to remove it, and to take the mark back.
import type { Instant } from '../dates.ts';
import { AppError } from '../errors.ts';
import type { Measure } from './measure.ts';

/** The marked record. Throws REASON_MISSING without a reason, BAD_REQUEST where it is marked already. */
export function markMeasureError(measure: Measure, mark: { readonly reason: string; readonly who: string; readonly at: Instant }): Measure {
  const reason = mark.reason.trim();
  if (reason === '') throw new AppError('REASON_MISSING', { field: 'reason' });
  if (measure.enteredInError) throw new AppError('BAD_REQUEST', { field: 'enteredInError' });
  return { ...measure, enteredInError: true, error: { reason, who: mark.who, at: mark.at } };
}
