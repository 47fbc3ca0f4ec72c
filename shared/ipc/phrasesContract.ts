// Channels of the smart phrases, one list for the author of the vault.
import { z } from 'zod';
import { Phrase, PHRASES_MAX } from '../phrases/phrase.ts';
import { channel, Nothing } from './define.ts';

const OpenPhrases = z.strictObject({ phrases: z.array(Phrase).max(PHRASES_MAX), /** 0 while none was ever saved. */ revision: z.number().int().min(0) });

export const phrasesContracts = {
  'phrases:list': channel(Nothing, OpenPhrases.extend({ /** The list cannot be read; the next save begins a new one. */ damaged: z.boolean() })),
  /** The whole list. PHRASE_NAME_TAKEN, PHRASE_CYCLE, PHRASE_UNKNOWN, PHRASE_TOO_LONG, SAVE_CONFLICT. */
  'phrases:save': channel(OpenPhrases, OpenPhrases, 5),
} as const;
