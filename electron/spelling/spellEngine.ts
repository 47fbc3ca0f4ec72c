// Main's hand on the spelling worker: words in, answers out. Refuses to start before the first question, and to
// fetch a dictionary: both come with the app.
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import type { SpellingLanguage } from '../../shared/spelling/language.ts';
import type { Dictionary, FromSpeller, ToSpeller } from './messages.ts';

export type SpellEngineDeps = {
  /** The built `spellWorker.js`, or `spellWorker.ts` under Node 24. */
  readonly workerUrl: URL;
  readonly load: (language: SpellingLanguage) => Promise<Dictionary>;
  readonly words: readonly string[];
};

export type SpellEngine = {
  /** The words that are not in the dictionary. INTERNAL where the worker is gone. */
  readonly unknown: (language: SpellingLanguage, words: readonly string[]) => Promise<readonly string[]>;
  readonly suggest: (language: SpellingLanguage, word: string) => Promise<readonly string[]>;
};

type Hand = { readonly load: (language: SpellingLanguage) => Promise<void>; readonly ask: (make: (id: number) => ToSpeller) => Promise<readonly string[]> };

function startWorker({ workerUrl, load, words }: SpellEngineDeps, onGone: () => void): Hand {
  const worker = new Worker(workerUrl, { name: 'spelling', execArgv: [], argv: [], env: {} });
  const waiting = new Map<number, { readonly resolve: (words: readonly string[]) => void; readonly reject: (error: unknown) => void }>();
  const loaded = new Map<SpellingLanguage, Promise<void>>();
  let last = 0;
  const end = (cause?: unknown): void => {
    onGone();
    for (const { reject } of waiting.values()) reject(new AppError('INTERNAL', { part: 'spelling' }, { cause }));
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => { end(); });
  worker.on('message', (message: FromSpeller) => {
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (waiting.size === 0) worker.unref();
    if ('failed' in message) asked?.reject(new AppError('INTERNAL', { part: 'spelling' }));
    else asked?.resolve(message.words);
  });
  // Only an answer that is waited for keeps the process alive.
  worker.unref();
  return {
    load(language) {
      const found = loaded.get(language) ?? load(language).then((dictionary) => { worker.postMessage({ op: 'load', language, dictionary, words } satisfies ToSpeller); });
      loaded.set(language, found);
      found.catch(() => loaded.delete(language));
      return found;
    },
    ask: (make) => new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.ref();
      worker.postMessage(make(last));
    }),
  };
}

/** A speller that starts with the first question, and again after its thread has ended. */
export function createSpellEngine(deps: SpellEngineDeps): SpellEngine {
  let hand: Hand | null = null;
  const ready = async (language: SpellingLanguage): Promise<Hand> => {
    const mine = hand ?? startWorker(deps, () => { hand = null; });
    hand = mine;
    await mine.load(language);
    return mine;
  };
  return {
    unknown: async (language, words) => (words.length === 0 ? [] : (await ready(language)).ask((id) => ({ op: 'check', id, language, words }))),
    suggest: async (language, word) => (await ready(language)).ask((id) => ({ op: 'suggest', id, language, words: [word] })),
  };
}
