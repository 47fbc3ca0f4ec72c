// A vault that is being set up: folder, passphrase and recovery code, in memory only, until the code
// has been typed back. Refuses to be kept longer than ten minutes, and to reach the disk.
import { AppError } from '../../shared/errors.ts';
import { equalBytes, zero } from '../vault/crypto.ts';
import { parseRecoveryCode } from '../vault/recoveryCode.ts';

export const PENDING_LIMIT_MS = 10 * 60_000;

type Pending = { readonly folder: string; readonly passphrase: Buffer; readonly code: Buffer; readonly stopTimer: () => void };

export type PendingVault = {
  readonly isThere: () => boolean;
  readonly begin: (folder: string, passphrase: string, recoveryCode: string) => void;
  /** Throws RECOVERY_CODE_MISTYPED or RECOVERY_CODE_WRONG and keeps waiting; otherwise gives what was kept. */
  readonly confirm: (typedCode: string) => { readonly folder: string; readonly passphrase: string; readonly recoveryCode: string };
  /** Zeroes what is kept. */
  readonly forget: () => void;
};

/** As bytes of a buffer of their own, so that they can be zeroed; the shared pool of `Buffer.from` cannot. */
function ownBytes(text: string): Buffer {
  const bytes = Buffer.alloc(Buffer.byteLength(text, 'utf8'));
  bytes.write(text, 'utf8');
  return bytes;
}

function sameCode(typed: string, shown: string): boolean {
  const typedBytes = parseRecoveryCode(typed);
  const shownBytes = parseRecoveryCode(shown);
  const same = equalBytes(typedBytes, shownBytes);
  zero(typedBytes, shownBytes);
  return same;
}

/** Makes the keeper of at most one vault in the making. */
export function createPendingVault(): PendingVault {
  let pending: Pending | null = null;
  const forget = (): void => {
    if (pending === null) return;
    pending.stopTimer();
    zero(pending.passphrase, pending.code);
    pending = null;
  };
  return {
    isThere: () => pending !== null,
    begin(folder, passphrase, recoveryCode) {
      forget();
      const timer = setTimeout(forget, PENDING_LIMIT_MS);
      timer.unref();
      pending = { folder, passphrase: ownBytes(passphrase), code: ownBytes(recoveryCode), stopTimer: () => clearTimeout(timer) };
    },
    confirm(typedCode) {
      if (pending === null) throw new AppError('NOT_FOUND');
      const recoveryCode = pending.code.toString('utf8');
      if (!sameCode(typedCode, recoveryCode)) throw new AppError('RECOVERY_CODE_WRONG');
      return { folder: pending.folder, passphrase: pending.passphrase.toString('utf8'), recoveryCode };
    },
    forget,
  };
}
