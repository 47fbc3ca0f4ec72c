// One counseling note read and written in the open vault. Refuses to write over what cannot be read, and anything while
// these notes are closed.
import { NoteId } from '../../shared/brand.ts';
import { COUNSELLING_NOTES_MAX, type CounsellingNote } from '../../shared/counselling/counsellingNote.ts';
import type { Instant } from '../../shared/dates.ts';
import { AppError } from '../../shared/errors.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import { newRecordId } from '../session/newId.ts';
import type { Practice } from '../session/practice.ts';
import { assertRevision, change } from '../session/records.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import { activeClient } from './clientWrites.ts';

/** RECORD_DAMAGED also for a note that was sealed for another place or revision than the one it is read at. */
export async function openNote(practice: Practice, noteId: string): Promise<{ readonly low: RecordLow<CounsellingNote>; readonly text: string }> {
  const low = await practice.records.open('counsellingNote', noteId);
  const { recordId, clientId } = low.adapter.address;
  const { author, createdAt, updatedAt, sealed } = low.data;
  return { low, text: practice.counselling.openText({ recordId, clientId: clientId ?? '', author, revision: low.adapter.revision, createdAt, updatedAt }, sealed) };
}

/** As `counselling:save`; `newId` is the id of a note that is not there yet. COUNSELLING_CLOSED, SAVE_*, SAVE_CONFLICT, CLIENT_ARCHIVED, RECORD_DAMAGED. */
export function writeNote(practice: Practice, { clientId, noteId, revision, text }: ChannelInput<'counselling:save'>, now: Instant, newId: NoteId = newRecordId(NoteId)): Promise<ChannelOutput<'counselling:save'>> {
  return practice.serial(clientId, async () => {
    activeClient(practice, clientId);
    // The list shows no more than this many: one that nobody would see again is not begun.
    if (noteId === null && practice.records.entries('counsellingNote', clientId).length >= COUNSELLING_NOTES_MAX) throw new AppError('TEXT_TOO_LONG');
    const id = noteId ?? newId;
    // Opened as for reading: what cannot be read is never written over.
    const before = noteId === null ? null : (await openNote(practice, noteId)).low;
    if (before !== null && before.adapter.address.clientId !== clientId) throw new AppError('NOT_FOUND');
    if ((before?.adapter.revision ?? 0) !== revision) throw new AppError('SAVE_CONFLICT');
    const outside = { id, clientId, author: practice.counselling.author(), createdAt: before?.data.createdAt ?? now, updatedAt: now };
    // The vault gives a put the revision behind the one it was built on, or refuses it.
    const sealed = practice.counselling.sealText({ recordId: id, clientId, author: outside.author, revision: revision + 1, createdAt: outside.createdAt, updatedAt: now }, text);
    const value: CounsellingNote = { format: 1, ...outside, sealed };
    const low = before ?? practice.records.draft('counsellingNote', id, clientId, value);
    assertRevision(low, revision);
    const { savedAt } = await practice.records.save([change(low, value)]);
    return { noteId: id, revision: low.adapter.revision, savedAt };
  });
}
