// Turns a refusal into the sentence a person reads. Refuses to show messages, paths or stacks.
import { LocalDate } from '../../shared/dates.ts';
import { type ErrorFacts, isAppError } from '../../shared/errors.ts';
import { errorSentence } from '../../shared/text/errorSentence.ts';
import { formatDayWithYear } from '../ui/format.ts';

// A day is written as the reader's system writes it.
function readable(facts: ErrorFacts): ErrorFacts {
  const day = LocalDate.safeParse(facts['day']);
  return day.success ? { ...facts, day: formatDayWithYear(day.data) } : facts;
}

/** The sentence of a refusal; anything unexpected reads as INTERNAL. */
export function sentenceOf(error: unknown): string {
  return isAppError(error) ? errorSentence(error.code, readable(error.facts)) : errorSentence('INTERNAL', {});
}
