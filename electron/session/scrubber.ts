// Reads the open vault through in idle time and keeps what it found. Refuses to hurry: a save, a key press
// or a lock never waits for it.
import { isAppError } from '../../shared/errors.ts';
import type { Log } from '../log.ts';
import type { ScrubReport, Vault } from '../vault/types.ts';

/** After unlock, so that the first screens come first. */
export const SCRUB_AFTER_MS = 15_000;
/** A piece of work, and the pause behind it: at most a fifth of one core. */
const WORK_MS = 5;
const PAUSE_MS = 20;

export type ScrubDeps = {
  readonly wait: (ms: number) => Promise<void>;
  readonly monotonicMs: () => number;
  /** Called once, when damage was found. */
  readonly onDamage: () => void;
  readonly log: Log;
};

export type Scrubber = { readonly findings: () => ScrubReport | null };

/** True for a reading that found anything amiss. */
export function isDamage({ chainBreaks, damagedBytes, missingSegments, damagedRecords }: ScrubReport): boolean {
  return chainBreaks + damagedBytes + missingSegments.length + damagedRecords.length > 0;
}

/** Reads the vault once through, some time after now. Ends by itself when the vault is closed. */
export function startScrub(vault: Vault, deps: ScrubDeps): Scrubber {
  let findings: ScrubReport | null = null;
  let since = 0;
  const breathe = async (): Promise<void> => {
    if (deps.monotonicMs() - since < WORK_MS) return;
    await deps.wait(PAUSE_MS);
    since = deps.monotonicMs();
  };
  const run = async (): Promise<void> => {
    await deps.wait(SCRUB_AFTER_MS);
    findings = await vault.scrub(breathe);
    if (isDamage(findings)) deps.onDamage();
  };
  run().catch((error: unknown) => {
    // The vault was locked meanwhile: the next unlock begins anew.
    if (!isAppError(error, 'LOCKED')) deps.log('SCRUB_FAILED', { error: error instanceof Error ? error.name : typeof error });
  });
  return { findings: () => findings };
}
