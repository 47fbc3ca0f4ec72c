// Main's hand on the search worker: entries in, answers out. Refuses to outlive the lock: ending the thread frees
// everything it held.
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import type { SearchQuery } from '../../shared/search/search.ts';
import type { FromWorker, RecordEntries, ToWorker } from './messages.ts';
import type { Found } from './textIndex.ts';

export type EngineAnswer = Found & { readonly mode: 'index' | 'scan' };

export type SearchEngine = {
  readonly put: (records: readonly RecordEntries[]) => void;
  readonly drop: (recordId: string) => void;
  /** Everything put before the question can be found by it. INTERNAL where the worker is gone. */
  readonly find: (query: SearchQuery) => Promise<EngineAnswer>;
  readonly close: () => void;
};

/** Starts the worker; `workerUrl` is the built `searchWorker.js`, or `searchWorker.ts` under Node 24. */
export function createSearchEngine(workerUrl: URL): SearchEngine {
  const worker = new Worker(workerUrl, { name: 'search', execArgv: [], argv: [], env: {} });
  const waiting = new Map<number, { readonly resolve: (answer: EngineAnswer) => void; readonly reject: (error: unknown) => void }>();
  let last = 0;
  let gone = false;
  const end = (cause?: unknown): void => {
    gone = true;
    for (const { reject } of waiting.values()) reject(new AppError('INTERNAL', { part: 'search' }, { cause }));
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => { end(); });
  worker.on('message', (message: FromWorker) => {
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (waiting.size === 0) worker.unref();
    if ('failed' in message) asked?.reject(new AppError('INTERNAL', { part: 'search' }));
    else asked?.resolve({ mode: message.mode, hits: message.hits, more: message.more });
  });
  // Only an answer that is waited for keeps the process alive.
  worker.unref();
  const send = (message: ToWorker): void => { if (!gone) worker.postMessage(message); };
  return {
    put: (records) => send({ op: 'put', records }),
    drop: (recordId) => send({ op: 'drop', recordId }),
    find: (query) => new Promise((resolve, reject) => {
      if (gone) {
        reject(new AppError('INTERNAL', { part: 'search' }));
        return;
      }
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.ref();
      send({ op: 'find', id: last, query });
    }),
    close: () => {
      end();
      void worker.terminate();
    },
  };
}
