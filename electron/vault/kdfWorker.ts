// The worker's side of kdf.ts: one message in, one 32-byte key out. Refuses to say why it failed,
// because an error text could carry the secret. No schema library: its loading would be felt at every unlock.
import { parentPort } from 'node:worker_threads';
import { argon2id } from 'hash-wasm';

const KEY_BYTES = 32;

type Job = { readonly secret: Uint8Array; readonly salt: Uint8Array; readonly params: { readonly memoryKiB: number; readonly passes: number; readonly lanes: number } };

async function run(job: Job): Promise<void> {
  const { secret, salt, params } = job;
  try {
    const raw = await argon2id({
      password: secret, salt, memorySize: params.memoryKiB, iterations: params.passes,
      parallelism: params.lanes, hashLength: KEY_BYTES, outputType: 'binary',
    });
    const key = Uint8Array.from(raw);
    raw.fill(0);
    parentPort?.postMessage({ key }, [key.buffer]);
  } catch {
    // The reason is left here on purpose: see the head of this file.
    parentPort?.postMessage({ failed: true });
  } finally {
    secret.fill(0);
  }
}

parentPort?.once('message', (job: Job) => void run(job));
