// Turns what the disk said into the closed list of refusals. Refuses to let a path or a message through:
// the cause stays on the error for the log's code, the person gets the sentence of the code.
import { AppError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { errnoCode } from './nodeFs.ts';

const SAVE_CODES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'SAVE_FULL', EDQUOT: 'SAVE_FULL',
  EACCES: 'SAVE_DENIED', EPERM: 'SAVE_DENIED', EROFS: 'SAVE_DENIED',
  EBUSY: 'SAVE_BUSY', EMFILE: 'SAVE_BUSY', ENFILE: 'SAVE_BUSY',
};

/** The refusal for a failed write; an AppError passes as it is. */
export function saveError(cause: unknown): AppError {
  return cause instanceof AppError ? cause : new AppError(SAVE_CODES[errnoCode(cause) ?? ''] ?? 'SAVE_FAILED', {}, { cause });
}

/** The refusal for a failed read while opening; an AppError passes as it is. */
export function openError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const code = errnoCode(cause);
  const denied = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  return new AppError(denied ? 'OPEN_DENIED' : 'OPEN_FAILED', {}, { cause });
}
