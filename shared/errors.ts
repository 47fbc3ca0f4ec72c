// The closed list of refusals. Every failure that can reach a person has one code here and one
// sentence in shared/text/en.ts that says what happened and what to do. Codes cross the process
// border; messages, paths and stacks never do.
import { z } from 'zod';

export const ERROR_CODES = [
  // saving
  'SAVE_FULL', 'SAVE_DENIED', 'SAVE_BUSY', 'SAVE_FAILED', 'SAVE_READ_ONLY', 'SAVE_TOO_LARGE', 'SAVE_CONFLICT',
  // opening and unlocking
  'UNLOCK_FAILED', 'UNLOCK_WAIT', 'OPEN_NO_VAULT', 'OPEN_NEWER', 'OPEN_DAMAGED', 'OPEN_ROLLBACK', 'OPEN_LOCKED_ELSEWHERE',
  'OPEN_DENIED', 'OPEN_FAILED', 'RECORD_DAMAGED', 'VAULT_EXISTS', 'VAULT_FOLDER_UNUSABLE',
  // passphrase and recovery code
  'PASSPHRASE_SHORT', 'PASSPHRASE_COMMON', 'RECOVERY_CODE_MISTYPED', 'RECOVERY_CODE_WRONG',
  // process border
  'LOCKED', 'BAD_REQUEST', 'FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED', 'INTERNAL',
  // clinical input
  'DATE_INVALID', 'DATE_ORDER', 'BIRTH_DATE_FUTURE', 'NAME_EMPTY', 'NAME_TOO_LONG', 'TEXT_TOO_LONG', 'NOTE_TOO_DEEP',
  'EPISODE_OPEN', 'EPISODE_NONE', 'PHASE_OVERLAP', 'PHASE_NONE', 'TRANSITION_INVALID', 'REASON_MISSING',
  'PLAN_NUMBERING', 'PLAN_NOT_DRAFT', 'PLAN_INCOMPLETE', 'PLAN_DRAFT_EXISTS',
  'NOTE_SIGNED', 'NOTE_TIME_ORDER', 'NOTE_INCOMPLETE', 'NOTE_NOT_SIGNED', 'TEMPLATE_UNKNOWN', 'CLIENT_ARCHIVED',
  // own templates
  'TEMPLATE_INVALID', 'TEMPLATE_ARCHIVED', 'EXPORT_FAILED', 'IMPORT_FAILED',
  // smart phrases
  'PHRASE_CYCLE', 'PHRASE_UNKNOWN', 'PHRASE_NAME_TAKEN', 'PHRASE_TOO_LONG',
  // counseling notes, kept apart
  'COUNSELLING_CLOSED', 'COUNSELLING_WRONG', 'COUNSELLING_SAME_PASSPHRASE', 'COUNSELLING_SET_UP', 'VAULT_SAME_PASSPHRASE',
  // backup, restore and print
  'BACKUP_FAILED', 'BACKUP_NOT_VERIFIED', 'RESTORE_NOT_A_BACKUP', 'RESTORE_FOLDER_NOT_EMPTY', 'PRINT_FAILED', 'CANCELLED',
] as const;

export const ErrorCode = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** Plain facts that a sentence may name: never a path, a name or text of a record. */
export type ErrorFacts = Readonly<Record<string, string | number | boolean>>;

/** The one error type thrown on purpose anywhere in the product. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, facts: ErrorFacts = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.facts = facts;
  }
}

/** True for an AppError, optionally of one code. */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
