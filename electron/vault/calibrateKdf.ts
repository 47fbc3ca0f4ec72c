// Finds key derivation parameters that cost about 0.5 to 1.0 s on this machine. Refuses to go under the floor.
import { zero } from './crypto.ts';
import { KDF_FLOOR, KDF_MAX_MEMORY_KIB } from './kdfLimits.ts';
import type { DeriveKey, KdfParams } from './types.ts';

const LEAST_MS = 500;
const MOST_MS = 1000;
const AIM_MS = 750;
const MOST_RUNS = 5;
const STEP_KIB = 8 * 1024;

/**
 * Raises the memory from 64 MiB (3 passes, 1 lane) until a derivation takes 0.5 to 1.0 s, in at most five runs.
 * A machine that needs longer for the floor gets the floor. `nowMs` is monotonic (performance.now).
 */
export async function calibrateKdf(deriveKey: DeriveKey, nowMs: () => number): Promise<KdfParams> {
  let slowEnough: KdfParams | null = null;
  let params = KDF_FLOOR;
  let best = KDF_FLOOR;
  for (let run = 1; run <= MOST_RUNS; run += 1) {
    const tookMs = await timeOf(deriveKey, params, nowMs);
    if (tookMs <= MOST_MS) best = params;
    else slowEnough = params;
    if (tookMs >= LEAST_MS && tookMs <= MOST_MS) return params;
    const memoryKiB = nextMemory(params.memoryKiB, tookMs, slowEnough?.memoryKiB ?? KDF_MAX_MEMORY_KIB);
    if (memoryKiB === params.memoryKiB) return best;
    params = { ...params, memoryKiB };
  }
  return best;
}

/** Time grows about as the memory does; at most fourfold at once, because one quick run may be an accident. */
function nextMemory(memoryKiB: number, tookMs: number, ceilingKiB: number): number {
  const wanted = memoryKiB * Math.min(4, AIM_MS / Math.max(tookMs, 1));
  const stepped = Math.floor(wanted / STEP_KIB) * STEP_KIB;
  return Math.max(KDF_FLOOR.memoryKiB, Math.min(stepped, ceilingKiB));
}

async function timeOf(deriveKey: DeriveKey, params: KdfParams, nowMs: () => number): Promise<number> {
  const secret = new Uint8Array(16).fill(7);
  const begun = nowMs();
  const key = await deriveKey(secret, new Uint8Array(16), params);
  const tookMs = nowMs() - begun;
  zero(key);
  return tookMs;
}
