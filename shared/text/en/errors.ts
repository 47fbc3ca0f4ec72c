// One sentence or two for every refusal: what happened, and what to do. Refuses blame, codes and
// jargon. `{name}` stands for a fact that the refusal carries; see ../errorSentence.ts.
import type { ErrorCode } from '../../errors.ts';

export const errorTexts = {
  SAVE_FULL: 'Not saved: the disk is full. Your text is safe in this window. Make room on the disk, then try again.',
  SAVE_DENIED: 'Not saved: this computer does not allow writing to the vault folder. Your text is safe in this window. Check the folder’s permissions, then try again.',
  SAVE_BUSY: 'Not saved: another program is holding the vault’s file, often a virus scanner or a sync program. Your text is safe in this window. Wait a moment, then try again.',
  SAVE_FAILED: 'Not saved: the disk reported a fault. Your text is safe in this window. Try again, and make a backup to another disk soon.',
  SAVE_READ_ONLY: 'Not saved: this vault is open for reading only. Your text is safe in this window. Close Throughline where the vault is also open, then unlock it here again.',
  SAVE_TOO_LARGE: 'Not saved: this is longer than one record can hold. Your text is safe in this window. Move part of it to a second note.',
  SAVE_CONFLICT: 'Not saved: this was changed in another place since you opened it. Your text is safe in this window. Copy what you need, then open it again.',

  UNLOCK_FAILED: 'That did not open the vault. Check what you typed and try again, or use the recovery code.',
  UNLOCK_WAIT: 'Please wait {seconds} seconds before the next try.',
  OPEN_NO_VAULT: 'There is no vault in this folder. If it is on another disk, connect that disk and try again, or choose another folder.',
  OPEN_NEWER: 'This vault was made by a newer version of Throughline. Nothing was changed. Update Throughline on this computer to open it.',
  OPEN_DAMAGED: 'This vault’s files are damaged and it could not be opened. Nothing was changed. Restore your newest backup into a new folder.',
  OPEN_ROLLBACK: 'This vault is older than the one last used on this computer. If you restored a backup, say so to go on; if not, quit and find out who replaced it.',
  OPEN_LOCKED_ELSEWHERE: 'This vault is already open, on this computer or another one. Close it there, then try again.',
  OPEN_DENIED: 'This computer does not allow reading the vault folder. Check the folder’s permissions, then try again.',
  OPEN_FAILED: 'The vault could not be opened because the disk reported a fault. Nothing was changed. Try again, or restore your newest backup into a new folder.',
  RECORD_DAMAGED: 'This record is damaged and cannot be shown. The rest of the vault is fine. You can get it back from a backup.',
  VAULT_EXISTS: 'There is already a vault in this folder. Open that one, or choose another folder.',
  VAULT_FOLDER_UNUSABLE: 'A vault cannot be kept in this folder. Choose an empty folder on this computer that you may write to.',

  PASSPHRASE_SHORT: 'This passphrase is too short. Use at least 14 characters, or five words.',
  PASSPHRASE_COMMON: 'This passphrase is too easy to guess. Choose words that do not belong together, or add more of them.',
  RECOVERY_CODE_MISTYPED: 'The recovery code has a typing error in it. Compare it with your printed copy, group by group.',
  RECOVERY_CODE_WRONG: 'This is not the recovery code that was just shown. Compare it with your printed copy, group by group.',

  LOCKED: 'The vault is locked. Unlock it, then try again.',
  BAD_REQUEST: 'Something in this form could not be accepted. Check what was entered and try again.',
  FORBIDDEN: 'That cannot be done here.',
  NOT_FOUND: 'This record is no longer in the vault. Go back to the caseload and open it again.',
  RATE_LIMITED: 'That came too quickly. Wait a second, then try again.',
  INTERNAL: 'Something went wrong inside Throughline. What was shown as saved is safe. Try again; if it goes on, quit and start Throughline again.',

  DATE_INVALID: 'This date does not exist. Check the day and the month.',
  DATE_ORDER: 'The end is before the start. Check both dates.',
  BIRTH_DATE_FUTURE: 'The date of birth is in the future. Check the year.',
  NAME_EMPTY: 'Enter a name.',
  NAME_TOO_LONG: 'This name is longer than 200 characters. Shorten it.',
  TEXT_TOO_LONG: 'This text is longer than the field can hold. Shorten it, or continue in another note.',
  NOTE_TOO_DEEP: 'This note has quotes or lists nested too deeply to be saved. Undo the last paste, or paste it as plain text.',
  EPISODE_OPEN: 'This client already has an episode of care that is open. Discharge from it first, or change that one.',
  EPISODE_NONE: 'This client has no open episode of care. Start one first.',
  PHASE_OVERLAP: 'Two levels of care would be open at the same time. Change the dates so that one ends before the next begins.',
  PHASE_NONE: 'This part of the episode is not there any more. Open the client again.',
  TRANSITION_INVALID: 'This step does not fit where the client stands now. Check the level and the date.',
  REASON_MISSING: 'Choose at least one reason.',
  PLAN_NUMBERING: 'The numbers in a treatment plan stay as they were given. Undo the last change and try again.',
  PLAN_NOT_DRAFT: 'This version of the plan is already in force and cannot be changed. Start a new version.',
  PLAN_INCOMPLETE: 'The plan is not complete yet. Fill in what is marked, then try again.',
  PLAN_DRAFT_EXISTS: 'A draft of this plan is already open. Finish it or discard it first.',
  NOTE_SIGNED: 'This note is signed and cannot be changed. Add an addendum instead.',
  NOTE_TIME_ORDER: 'The session ends before it starts. Check the start and stop times.',
  NOTE_INCOMPLETE: 'The note cannot be signed yet. Fill in what is marked, then try again.',
  NOTE_NOT_SIGNED: 'This note is still a draft. Change the draft itself; an addendum is for a signed note.',
  TEMPLATE_UNKNOWN: 'This kind of note is not known here. Choose another one.',
  CLIENT_ARCHIVED: 'This client is archived. Restore the client first.',

  TEMPLATE_INVALID: 'Not saved: something in this template is missing or out of range. Look through its fields, then try again.',
  TEMPLATE_ARCHIVED: 'No note was begun: this template is archived. Bring it back under Note templates, or choose another one.',
  EXPORT_FAILED: 'The file could not be written there. Choose another folder, or make room on that disk.',
  IMPORT_FAILED: 'The file could not be read. Check that it is still there and that you may read it. Nothing was changed.',

  PHRASE_CYCLE: 'Not saved: this phrase calls itself, alone or by way of another, so it would never end. Take one of the calls out.',
  PHRASE_UNKNOWN: 'Not saved: this phrase calls another one that is not in your list. Add that one first, or correct its name.',
  PHRASE_NAME_TAKEN: 'Not saved: there is already a phrase of this name. Choose another name.',
  PHRASE_TOO_LONG: 'Not saved: with the phrases it calls, this one grows too long. Make it shorter, or call fewer phrases.',

  COUNSELLING_CLOSED: 'The counseling notes are closed. Open them with their own passphrase, then try again.',
  COUNSELLING_WRONG: 'That did not open the counseling notes. They have a passphrase of their own: check what you typed, or use their recovery code.',
  COUNSELLING_SAME_PASSPHRASE: 'This is the passphrase of the vault. Choose another one, so that the counseling notes stay apart.',
  VAULT_SAME_PASSPHRASE: 'This is the passphrase of the counseling notes. Choose another one, so that they stay apart.',
  COUNSELLING_SET_UP: 'Nothing was changed: counseling notes are set up already, or some of them are there.',

  BACKUP_FAILED: 'The backup was not made: the folder could not be written. Choose another folder or disk.',
  BACKUP_NOT_VERIFIED: 'The backup was written but could not be read back whole, so it does not count. Make it again on another disk.',
  RESTORE_NOT_A_BACKUP: 'There is no Throughline backup in this folder. Choose the folder whose name begins with “Throughline-backup”.',
  RESTORE_FOLDER_NOT_EMPTY: 'A backup is restored into a new folder only. Choose an empty folder.',
  PRINT_FAILED: 'It could not be printed or saved. Check the printer or the folder, then try again.',
  CANCELLED: 'Nothing was done.',
} as const satisfies Record<ErrorCode, string>;

/** Used in place of the plain sentence when the refusal carries all these facts, none of them 0 or false, and says why. The first that fits counts. */
export const errorTextsWithFacts: Readonly<Partial<Record<ErrorCode, readonly { readonly facts: readonly string[]; readonly why?: string; readonly text: string }[]>>> = {
  DATE_ORDER: [
    { facts: [], why: 'future', text: 'This day has not come yet. Enter the day it happened.' },
    { facts: ['day'], why: 'beforeLevel', text: 'This is before this level of care began ({day}). Check the date.' },
    { facts: ['day'], why: 'beforeEpisode', text: 'This is before the episode began ({day}). Check the date.' },
    { facts: ['day'], why: 'beforeLastEpisodeEnded', text: 'This is before the earlier episode ended ({day}). Check the date.' },
    { facts: ['day'], why: 'beforeBirth', text: 'This is before the client was born ({day}). Check the year.' },
    { facts: ['years'], why: 'farAhead', text: 'This is more than {years} years ahead. Check the year.' },
    { facts: ['day'], why: 'beforeStart', text: 'This is before its start ({day}). Check the date.' },
    { facts: [], why: 'beforeMove', text: 'The first appointment is before the first day at the new level. Check both dates.' },
    { facts: [], why: 'contactAfterEnd', text: 'The last contact is after the last day. Check both dates.' },
  ],
  NAME_EMPTY: [{ facts: [], why: 'author', text: 'Your name stands under an addendum. Enter it in Settings, then add the addendum.' }],
  SAVE_CONFLICT: [{ facts: [], why: 'written', text: 'Not discarded: something was written in this draft at some time, or text of it is kept apart. Open it, look at its versions, and discard it there.' }],
  TEXT_TOO_LONG: [{ facts: ['most'], why: 'addenda', text: 'This note holds {most} addenda, and no more fit. Continue in a new note.' }],
  UNLOCK_FAILED: [
    // The vault is open and the passphrase is asked again, as for a signature: the recovery code is no way on here.
    { facts: ['seconds'], why: 'check', text: 'That is not the passphrase of this vault. Check what you typed. The next try is possible in {seconds} seconds.' },
    { facts: [], why: 'check', text: 'That is not the passphrase of this vault. Check what you typed and try again.' },
    { facts: ['seconds'], text: 'That did not open the vault. Check what you typed. The next try is possible in {seconds} seconds; you can also use the recovery code.' },
  ],
  COUNSELLING_WRONG: [{ facts: ['seconds'], text: 'That did not open the counseling notes. They have a passphrase of their own: check what you typed, or use their recovery code. The next try is possible in {seconds} seconds.' }],
  OPEN_LOCKED_ELSEWHERE: [
    { facts: ['host', 'canTakeOver'], text: 'This vault was left open on {host} and nothing has been heard from there for a while. If nobody is using it there, you can open it here.' },
    { facts: ['host'], text: 'This vault is already open on {host}. Close it there, then try again.' },
  ],
};
