// Answers about smart phrases. Refuses a list that could not be expanded.
import { checkPhrases, type Phrases } from '../../shared/phrases/phrase.ts';
import { PHRASES_RECORD_ID } from '../../shared/vault/recordKinds.ts';
import type { Practice } from '../session/practice.ts';
import { assertRevision, change } from '../session/records.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';

const NONE: Phrases = { author: 'self', phrases: [] };

/** The list; damaged, it can be written anew. */
async function open({ records, vault }: Practice): Promise<RecordLow<Phrases>> {
  if (vault.entry(PHRASES_RECORD_ID) === undefined) return records.draft('phrases', PHRASES_RECORD_ID, null, NONE);
  return records.open('phrases', PHRASES_RECORD_ID);
}

export function phrasesHandlers({ session }: HandlerContext): Pick<HandlerTable, 'phrases:list' | 'phrases:save'> {
  return {
    'phrases:list': async () => {
      const low = await open(session.practice());
      return { phrases: [...low.data.phrases], revision: low.adapter.revision };
    },
    'phrases:save': async ({ phrases, revision }) => {
      const practice = session.practice();
      checkPhrases(phrases);
      return practice.serial('phrases', async () => {
        const exists = practice.vault.entry(PHRASES_RECORD_ID) !== undefined;
        const low = exists ? (await practice.records.openOr('phrases', PHRASES_RECORD_ID, () => NONE)).low : await open(practice);
        assertRevision(low, revision);
        await practice.records.save([change(low, { author: 'self' as const, phrases })]);
        return { phrases, revision: low.adapter.revision };
      });
    },
  };
}
