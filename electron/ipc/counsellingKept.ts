// Text of counseling notes that the disk refused: sealed under the author's key at once, kept beside the vault by the
// lock, and put into its note when these notes are opened again. Refuses to keep a word in any other form.
import { NoteId } from '../../shared/brand.ts';
import type { KeptCounselling } from '../../shared/counselling/counsellingNote.ts';
import type { Instant } from '../../shared/dates.ts';
import { isAppError, type ErrorCode } from '../../shared/errors.ts';
import type { ChannelInput } from '../../shared/ipc/contract.ts';
import { newRecordId } from '../session/newId.ts';
import type { Practice } from '../session/practice.ts';
import { openNote, writeNote } from './counsellingNotes.ts';

type Written = ChannelInput<'counselling:save'>;

/** Refusals after which the window still holds the only copy: none of them says anything against the text. */
export const KEPT_WHEN_REFUSED: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['SAVE_FULL', 'SAVE_DENIED', 'SAVE_BUSY', 'SAVE_FAILED', 'SAVE_READ_ONLY', 'SAVE_CONFLICT', 'CLIENT_ARCHIVED', 'RECORD_DAMAGED']);
/** The note is not as it was when the text was written: the text becomes a note of its own. */
const MOVED_ON: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['SAVE_CONFLICT', 'NOT_FOUND', 'RECORD_DAMAGED']);

/** The same for every try at the same text; a note that was never saved has no id yet. */
export function textKey({ noteId, clientId }: Pick<Written, 'noteId' | 'clientId'>): string {
  return noteId ?? `new ${clientId}`;
}

/** A place that no record has: kept text cannot be passed off as a saved note, nor be kept for another revision. */
function placeOf({ noteId, clientId, author, revision, at }: Omit<KeptCounselling, 'kind' | 'sealed'>) {
  return { recordId: `kept ${noteId} ${String(revision)}`, clientId, author, revision: 0, createdAt: at, updatedAt: at };
}

/** Hands the text to the leftovers, sealed. Nothing where the key is gone already: then it can be kept in no form. */
export function keepText(practice: Practice, { clientId, noteId, revision, text }: Written, at: Instant): void {
  if (practice.vault.entry(clientId)?.kind !== 'client') return;
  const author = practice.counselling.authorIfOpen();
  if (author === null) return;
  const place = { noteId: noteId ?? newRecordId(NoteId), clientId, author, revision, at };
  practice.leftovers.refusedSealed(textKey({ noteId, clientId }), { kind: 'counsellingNote', ...place, sealed: practice.counselling.sealText(placeOf(place), text) });
}

async function textNow(practice: Practice, noteId: NoteId): Promise<string | null> {
  try {
    return (await openNote(practice, noteId)).text;
  } catch (error) {
    if (isAppError(error, 'NOT_FOUND') || isAppError(error, 'RECORD_DAMAGED')) return null;
    throw error;
  }
}

async function putOneBack(practice: Practice, kept: KeptCounselling): Promise<void> {
  const { noteId, clientId, revision, at } = kept;
  const text = practice.counselling.openText(placeOf(kept), kept.sealed);
  // There already: the machine stopped between the save and the moment this was forgotten here.
  if (await textNow(practice, noteId) === text) return;
  try {
    if (revision === 0) await writeNote(practice, { clientId, noteId: null, revision: 0, text }, at, noteId);
    else await writeNote(practice, { clientId, noteId, revision, text }, at);
  } catch (error) {
    if (!isAppError(error) || !MOVED_ON.has(error.code)) throw error;
    await writeNote(practice, { clientId, noteId: null, revision: 0, text }, at);
  }
}

/** Every kept text of a client who is still there into its note, or a new one where that has moved on. How many; one that the disk refuses waits for the next opening. */
export async function putTextBack(practice: Practice): Promise<number> {
  let count = 0;
  for (const kept of practice.leftovers.sealed()) {
    try {
      // A client who was destroyed takes this along.
      if (practice.vault.entry(kept.clientId) !== undefined) {
        await putOneBack(practice, kept);
        count += 1;
      }
      await practice.leftovers.dropSealed(kept);
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }
  return count;
}
