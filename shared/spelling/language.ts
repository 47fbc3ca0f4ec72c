// The dictionaries that ship with the app. Refuses to fetch another.
import { z } from 'zod';

export const SPELLING_LANGUAGES = ['en-US', 'en-GB'] as const;
export const SpellingLanguage = z.enum(SPELLING_LANGUAGES);
export type SpellingLanguage = z.infer<typeof SpellingLanguage>;

/** What a person may choose: by the system, one of the two, or no checking. */
export const SPELLING_CHOICES = ['system', 'en-US', 'en-GB', 'off'] as const;
export const SpellingChoice = z.enum(SPELLING_CHOICES);
export type SpellingChoice = z.infer<typeof SpellingChoice>;

/** Places that write English as in the United States. */
const AMERICAN = /^en(?:-(?:us|pr|ph|gu|vi|as|mp|lr))?$/i;

/** The dictionary for a choice on a system with this locale; null for none. English of other places is spelled the British way, everything else the American. */
export function languageFor(choice: SpellingChoice, locale: string): SpellingLanguage | null {
  if (choice === 'off') return null;
  if (choice !== 'system') return choice;
  return /^en\b/i.test(locale) && !AMERICAN.test(locale) ? 'en-GB' : 'en-US';
}
