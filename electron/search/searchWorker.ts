// The worker's side of searchEngine.ts: holds the index, answers questions. Refuses to say why it failed,
// because an error text could carry words of a record.
import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './messages.ts';
import { createTextIndex } from './textIndex.ts';

const index = createTextIndex();

function answer(message: FromWorker): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.op === 'put') for (const { recordId, entries } of message.records) index.put(recordId, entries);
  else if (message.op === 'drop') index.drop(message.recordId);
  else {
    try {
      answer({ id: message.id, mode: index.mode, ...index.find(message.query) });
    } catch {
      // The reason is left here on purpose: see the head of this file.
      answer({ id: message.id, failed: true });
    }
  }
});
