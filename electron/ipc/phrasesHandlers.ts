// Answers about smart phrases. Refuses a list that could not be expanded.
import { checkPhrases, type Phrases } from '../../shared/phrases/phrase.ts';
import { PHRASES_RECORD_ID } from '../../shared/vault/recordKinds.ts';
import type { Practice } from '../session/practice.ts';
import { assertRevision, change } from '../session/records.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';

const NONE: Phrases = { author: 'self', phrases: [] };

/** The list; where it is damaged, an empty one stands in for it until the person saves anew. */
async function open({ records, vault }: Practice): Promise<{ readonly low: RecordLow<Phrases>; readonly damaged: boolean }> {
  if (vault.entry(PHRASES_RECORD_ID) === undefined) return { low: records.draft('phrases', PHRASES_RECORD_ID, null, NONE), damaged: false };
  return records.openOr('phrases', PHRASES_RECORD_ID, () => NONE);
}

export function phrasesHandlers({ session }: HandlerContext): Pick<HandlerTable, 'phrases:list' | 'phrases:save'> {
  return {
    'phrases:list': async () => {
      const { low, damaged } = await open(session.practice());
      return { phrases: [...low.data.phrases], revision: low.adapter.revision, damaged };
    },
    'phrases:save': async ({ phrases, revision }) => {
      const practice = session.practice();
      checkPhrases(phrases);
      return practice.serial('phrases', async () => {
        const { low } = await open(practice);
        assertRevision(low, revision);
        await practice.records.save([change(low, { author: 'self' as const, phrases })]);
        return { phrases, revision: low.adapter.revision };
      });
    },
  };
}
