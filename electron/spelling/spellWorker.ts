// The worker's side of spellEngine.ts: holds the dictionaries, answers questions. Refuses to say why it failed,
// because an error text could carry words of a note.
import { parentPort } from 'node:worker_threads';
import type { SpellingLanguage } from '../../shared/spelling/language.ts';
import type { FromSpeller, ToSpeller } from './messages.ts';
import { createSpeller, type Speller } from './speller.ts';

const spellers = new Map<SpellingLanguage, Speller>();

function answer(message: FromSpeller): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (message: ToSpeller) => {
  if (message.op === 'load') {
    spellers.set(message.language, createSpeller(message.dictionary, message.words));
    return;
  }
  const speller = spellers.get(message.language);
  try {
    if (speller === undefined) answer({ id: message.id, failed: true });
    else answer({ id: message.id, words: message.op === 'check' ? speller.unknown(message.words) : speller.suggest(message.words[0]) });
  } catch {
    // The reason is left here on purpose: see the head of this file.
    answer({ id: message.id, failed: true });
  }
});
