// Channels of the speller: words go in, those that are in no list come out. Refuses sentences.
import { z } from 'zod';
import { ClientId } from '../brand.ts';
import { SpellingLanguage } from '../spelling/language.ts';
import { MY_WORDS_MAX, OwnWord } from '../spelling/myWords.ts';
import { WORD_MAX } from '../spelling/words.ts';
import { channel, Nothing } from './define.ts';

/** Most words of one question. */
export const CHECK_MAX = 500;
const Words = z.strictObject({ words: z.array(OwnWord).max(MY_WORDS_MAX) });

export const spellingContracts = {
  /** The words that neither the dictionary, the clinical list, the person's own list nor the client's names hold. */
  'spelling:check': channel(z.strictObject({ language: SpellingLanguage, clientId: ClientId, words: z.array(z.string().max(WORD_MAX)).max(CHECK_MAX) }), z.strictObject({ unknown: z.array(z.string().max(WORD_MAX)).max(CHECK_MAX) })),
  'spelling:suggest': channel(z.strictObject({ language: SpellingLanguage, word: z.string().max(WORD_MAX) }), z.strictObject({ suggestions: z.array(z.string().max(80)).max(6) }), 10),
  'spelling:words': channel(Nothing, Words),
  /** Adding what is there, or removing what is not, changes nothing. TEXT_TOO_LONG where the list is full. */
  'spelling:addWord': channel(z.strictObject({ word: OwnWord }), Words, 10),
  'spelling:removeWord': channel(z.strictObject({ word: OwnWord }), Words, 10),
} as const;
