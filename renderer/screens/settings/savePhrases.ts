// The whole list of phrases, saved over the revision that was read. Refuses to hide a refusal: it rejects.
import type { Phrase } from '../../../shared/phrases/phrase.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';

export type PhraseList = { readonly phrases: readonly Phrase[]; readonly revision: number };

/** Resolves with the time of the save, in milliseconds since the epoch. */
export async function savePhrases({ revision }: PhraseList, phrases: readonly Phrase[]): Promise<number> {
  await api.phrases.save({ revision, phrases: [...phrases] });
  announceChange();
  return Date.now();
}
