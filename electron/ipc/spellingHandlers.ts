// Answers about spelling. Refuses to let the person's own words or a client's names count as wrong.
import type { ClientId } from '../../shared/brand.ts';
import type { Client } from '../../shared/clients/client.ts';
import { AppError } from '../../shared/errors.ts';
import { MY_WORDS_MAX, type MyWords, withoutWord, withWord } from '../../shared/spelling/myWords.ts';
import { foldWord, wordsOf } from '../../shared/spelling/words.ts';
import { WORDS_RECORD_ID } from '../../shared/vault/recordKinds.ts';
import type { Practice } from '../session/practice.ts';
import { change } from '../session/records.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';

const NONE: MyWords = { author: 'self', words: [] };

/** The list; a damaged one begins anew with the next word, and the report of the vault says so. */
async function openWords({ records, vault }: Practice): Promise<RecordLow<MyWords>> {
  if (vault.entry(WORDS_RECORD_ID) === undefined) return records.draft('words', WORDS_RECORD_ID, null, NONE);
  return (await records.openOr('words', WORDS_RECORD_ID, () => NONE)).low;
}

function namesOf({ details }: Client): string {
  return [details.preferredName, details.legalName, details.emergencyContact.name, ...details.careTeam.map(({ name }) => name)].join(' ');
}

/** Words that are right here whatever a dictionary says. */
async function ownWords(practice: Practice, clientId: ClientId): Promise<ReadonlySet<string>> {
  const [{ data: mine }, { data: client }] = await Promise.all([openWords(practice), practice.records.open('client', clientId)]);
  const { clinicianName, clinicName } = practice.settings.data;
  const names = wordsOf(`${namesOf(client)} ${clinicianName} ${clinicName}`).map(({ word }) => word);
  return new Set([...mine.words, ...names].map(foldWord));
}

function update(practice: Practice, next: (words: readonly string[]) => string[]): Promise<{ words: string[] }> {
  return practice.serial('words', async () => {
    const low = await openWords(practice);
    const words = next(low.data.words);
    if (words.length > MY_WORDS_MAX) throw new AppError('TEXT_TOO_LONG');
    if (words.length !== low.data.words.length) await practice.records.save([change(low, { ...low.data, words })]);
    return { words };
  });
}

export function spellingHandlers({ session, spelling }: HandlerContext): Pick<HandlerTable, 'spelling:check' | 'spelling:suggest' | 'spelling:words' | 'spelling:addWord' | 'spelling:removeWord'> {
  return {
    'spelling:check': async ({ language, clientId, words }) => {
      const own = await ownWords(session.practice(), clientId);
      return { unknown: [...await spelling.unknown(language, words.filter((word) => !own.has(foldWord(word))))] };
    },
    'spelling:suggest': async ({ language, word }) => ({ suggestions: [...await spelling.suggest(language, word)] }),
    'spelling:words': async () => ({ words: [...(await openWords(session.practice())).data.words] }),
    'spelling:addWord': ({ word }) => update(session.practice(), (words) => withWord(words, word)),
    'spelling:removeWord': ({ word }) => update(session.practice(), (words) => withoutWord(words, word)),
  };
}
