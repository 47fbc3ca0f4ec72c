// Runs Argon2id in a worker thread of its own per derivation, so that no window freezes and the worker's
// memory, which held the secret, goes with it. Refuses to choose parameters; their limits are kdfLimits.ts.
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { KEY_BYTES, newKeyBuffer, zero } from './crypto.ts';
import type { DeriveKey, KdfParams } from './types.ts';

const Answer = z.union([
  z.strictObject({ key: z.instanceof(Uint8Array).refine((key) => key.length === KEY_BYTES) }),
  z.strictObject({ failed: z.literal(true) }),
]);

/**
 * Argon2id v1.3, 32 bytes out. `workerUrl` is the built `kdfWorker.js`, or `kdfWorker.ts` under Node 24.
 * The secret goes over as a transferred copy which the worker zeroes; the caller zeroes its own and the result.
 * Rejects with INTERNAL when the worker cannot be started or has not enough memory.
 */
export function createKdf(workerUrl: URL): DeriveKey {
  return (secret, salt, params) => derive(workerUrl, secret, salt, params);
}

function derive(workerUrl: URL, secret: Uint8Array, salt: Uint8Array, params: KdfParams): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // Own flags and no environment: what the app was started with has no business near the passphrase.
    const worker = new Worker(workerUrl, { name: 'kdf', execArgv: [], argv: [], env: {} });
    const fail = (cause?: unknown): void => {
      reject(new AppError('INTERNAL', { part: 'kdf' }, { cause }));
      void worker.terminate();
    };
    worker.once('error', fail);
    worker.once('exit', () => { fail(); });
    worker.once('message', (message: unknown) => {
      const answer = Answer.safeParse(message);
      if (!answer.success || 'failed' in answer.data) {
        fail();
        return;
      }
      const key = newKeyBuffer();
      key.set(answer.data.key);
      zero(answer.data.key);
      resolve(key);
      void worker.terminate();
    });
    const secretCopy = Uint8Array.from(secret);
    const saltCopy = Uint8Array.from(salt);
    worker.postMessage({ secret: secretCopy, salt: saltCopy, params }, [secretCopy.buffer, saltCopy.buffer]);
  });
}
