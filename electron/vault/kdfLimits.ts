// The limits of Argon2id parameters read from a header. Refuses weak ones (a downgrade planted in the file)
// and huge ones (a file that would stop the machine).
import type { KdfParams } from './types.ts';

const KIB_PER_MIB = 1024;

/** The floor of a release vault: 64 MiB, 3 passes. Calibration only ever goes up from here. */
export const KDF_FLOOR: KdfParams = { memoryKiB: 64 * KIB_PER_MIB, passes: 3, lanes: 1 };
export const KDF_MAX_MEMORY_KIB = 1024 * KIB_PER_MIB;

/** 64 MiB to 1 GiB, 3 to 10 passes, 1 to 4 lanes; with `testKdf` the lower limits fall to what Argon2 itself needs. */
export function kdfParamsAllowed(params: KdfParams, testKdf: boolean): boolean {
  const { memoryKiB, passes, lanes } = params;
  if (![memoryKiB, passes, lanes].every(Number.isSafeInteger)) return false;
  const leastMemory = testKdf ? 8 * lanes : KDF_FLOOR.memoryKiB;
  const leastPasses = testKdf ? 1 : KDF_FLOOR.passes;
  return lanes >= 1 && lanes <= 4 && memoryKiB >= leastMemory && memoryKiB <= KDF_MAX_MEMORY_KIB && passes >= leastPasses && passes <= 10;
}
