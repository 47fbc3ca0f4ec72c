// Growing pauses between wrong passphrases: 1, 2, 4 ... 60 s. Refuses to wipe anything, ever, and keeps no
// secret: only how many tries in a row were wrong, so that starting the app again does not start over.
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { errnoCode } from './nodeFs.ts';
import type { VaultFs } from './vaultFs.ts';
import { inFolder, readWhole, replaceFile } from './wholeFile.ts';

const LONGEST_S = 60;
/** From the seventh wrong try on the pause is the longest; counting further would say nothing more. */
const MAX_FAILURES = 7;
const FILE = 'unlock-tries.json';
const MAX_BYTES = 256;

const Stored = z.strictObject({ wrongInARow: z.int().min(0).max(MAX_FAILURES) });

export type AttemptOutcome = 'right' | 'wrong' | 'neither';

export type UnlockBackoff = {
  /** Whole seconds until another try is allowed; 0 when it is. */
  waitSeconds(): number;
  /** Counts the try as wrong before it is made, so that ending the app meanwhile gains nothing. Throws UNLOCK_WAIT {seconds}. */
  begin(): Promise<void>;
  /** `neither` for a failure that says nothing about the secret (locked elsewhere, disk): the count goes back. */
  end(outcome: AttemptOutcome): Promise<void>;
};

/** Seconds to wait after this many wrong tries in a row. */
export function backoffSeconds(wrongInARow: number): number {
  return wrongInARow <= 0 ? 0 : Math.min(2 ** (wrongInARow - 1), LONGEST_S);
}

/**
 * `monotonicMs` never runs back and knows nothing of the time of day (performance.now): changing the clock is no way
 * round. After a start the whole pause of the stored count applies again. `folder` is the app's own data folder.
 */
export async function createUnlockBackoff(deps: { readonly fs: VaultFs; readonly folder: string; readonly monotonicMs: () => number }): Promise<UnlockBackoff> {
  let wrong = await readCount(deps.fs, deps.folder);
  let allowedAt = deps.monotonicMs() + backoffSeconds(wrong) * 1000;
  let before = wrong;
  const waitSeconds = (): number => Math.max(0, Math.ceil((allowedAt - deps.monotonicMs()) / 1000));
  const become = async (count: number): Promise<void> => {
    wrong = Math.min(count, MAX_FAILURES);
    allowedAt = deps.monotonicMs() + backoffSeconds(wrong) * 1000;
    await writeCount(deps.fs, deps.folder, wrong);
  };
  return {
    waitSeconds,
    begin: async () => {
      const seconds = waitSeconds();
      if (seconds > 0) throw new AppError('UNLOCK_WAIT', { seconds });
      before = wrong;
      await become(wrong + 1);
    },
    end: async (outcome) => {
      if (outcome === 'right') return become(0);
      if (outcome === 'wrong') return become(before + 1);
      await become(before);
      // The pause for the earlier tries was already served when this one began.
      allowedAt = deps.monotonicMs();
    },
  };
}

async function readCount(fs: VaultFs, folder: string): Promise<number> {
  try {
    const bytes = await readWhole(fs, inFolder(folder, FILE), MAX_BYTES);
    const parsed = bytes === null ? null : Stored.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed?.success === true ? parsed.data.wrongInARow : 0;
  } catch (error) {
    // Missing or unreadable: the pauses begin anew, which costs a guesser of a good passphrase nothing that matters.
    if (error instanceof SyntaxError || errnoCode(error) !== null) return 0;
    throw error;
  }
}

async function writeCount(fs: VaultFs, folder: string, wrongInARow: number): Promise<void> {
  try {
    if ((await fs.kind(folder)) === null) await fs.makeFolder(folder);
    await replaceFile(fs, folder, FILE, Buffer.from(JSON.stringify({ wrongInARow }), 'utf8'));
  } catch (error) {
    // A full disk must not keep the right passphrase out; the count in memory still holds for this run.
    if (errnoCode(error) === null) throw error;
  }
}
