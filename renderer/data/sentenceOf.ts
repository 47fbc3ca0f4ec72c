// Turns a refusal into the sentence a person reads. Refuses to show messages, paths or stacks.
import { isAppError } from '../../shared/errors.ts';
import { errorSentence } from '../../shared/text/errorSentence.ts';

/** The sentence of a refusal; anything unexpected reads as INTERNAL. */
export function sentenceOf(error: unknown): string {
  return isAppError(error) ? errorSentence(error.code, error.facts) : errorSentence('INTERNAL', {});
}
