// Answers about counseling notes, kept apart. Refuses a word of them while they are closed, and to let any other
// channel read them: they are records of a kind that no other handler opens.
import { NoteId, type ClientId } from '../../shared/brand.ts';
import { COUNSELLING_NOTES_MAX, type CounsellingNote } from '../../shared/counselling/counsellingNote.ts';
import { AppError, isAppError } from '../../shared/errors.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import type { CounsellingHead } from '../../shared/ipc/counsellingContract.ts';
import { instantOf } from '../session/clock.ts';
import { newRecordId } from '../session/newId.ts';
import type { Practice } from '../session/practice.ts';
import { assertRevision, change } from '../session/records.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { DirectoryEntry } from '../vault/types.ts';
import type { HandlerTable } from './answer.ts';
import { activeClient } from './clientWrites.ts';
import type { HandlerContext } from './context.ts';

type CounsellingHandlers = Pick<HandlerTable, Extract<keyof HandlerTable, `counselling:${string}`>>;

/** RECORD_DAMAGED also for a note that was sealed for another place or revision than the one it is read at. */
async function openNote(practice: Practice, noteId: string): Promise<{ readonly low: RecordLow<CounsellingNote>; readonly text: string }> {
  const low = await practice.records.open('counsellingNote', noteId);
  const { recordId, clientId } = low.adapter.address;
  const { author, createdAt, updatedAt, sealed } = low.data;
  return { low, text: practice.counselling.openText({ recordId, clientId: clientId ?? '', author, revision: low.adapter.revision, createdAt, updatedAt }, sealed) };
}

async function headOf(practice: Practice, { recordId, revision }: DirectoryEntry): Promise<CounsellingHead> {
  const id = NoteId.parse(recordId);
  try {
    const { low: { data } } = await openNote(practice, recordId);
    return { id, revision, createdAt: data.createdAt, updatedAt: data.updatedAt };
  } catch (error) {
    // Told as one that cannot be read, so that it is missed by nobody and can be removed.
    if (isAppError(error, 'RECORD_DAMAGED')) return { id, revision, createdAt: null, updatedAt: null };
    throw error;
  }
}

async function list(practice: Practice, clientId: ClientId): Promise<ChannelOutput<'counselling:list'>> {
  practice.counselling.assertOpen();
  const heads = await Promise.all(practice.records.entries('counsellingNote', clientId).map((entry) => headOf(practice, entry)));
  return { notes: heads.toSorted((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? '')).slice(0, COUNSELLING_NOTES_MAX) };
}

async function save({ session, clock }: HandlerContext, { clientId, noteId, revision, text }: ChannelInput<'counselling:save'>): Promise<ChannelOutput<'counselling:save'>> {
  const practice = session.practice();
  practice.counselling.assertOpen();
  return practice.serial(clientId, async () => {
    activeClient(practice, clientId);
    // The list shows no more than this many: one that nobody would see again is not begun.
    if (noteId === null && practice.records.entries('counsellingNote', clientId).length >= COUNSELLING_NOTES_MAX) throw new AppError('TEXT_TOO_LONG');
    const now = instantOf(clock);
    const id = noteId ?? newRecordId(NoteId);
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

async function remove({ session }: HandlerContext, { noteId, revision }: ChannelInput<'counselling:remove'>): Promise<void> {
  const practice = session.practice();
  practice.counselling.assertOpen();
  const entry = practice.vault.entry(noteId);
  if (entry?.kind !== 'counsellingNote' || entry.clientId === null) throw new AppError('NOT_FOUND');
  const { clientId } = entry;
  await practice.serial(clientId, async () => {
    activeClient(practice, clientId);
    // Not read: one that is damaged can be removed too. The vault itself compares the revision.
    await practice.records.save([], [{ adapter: { address: { recordId: noteId, kind: 'counsellingNote' }, revision } }]);
  });
}

export function counsellingHandlers(context: HandlerContext): CounsellingHandlers {
  const { session } = context;
  return {
    'counselling:state': async ({ clientId }) => {
      const { counselling, records } = session.practice();
      return { phase: await counselling.phase(), notes: records.entries('counsellingNote', clientId).length, waitSeconds: counselling.waitSeconds() };
    },
    'counselling:setUp': ({ passphrase }) => session.practice().counselling.setUp(passphrase),
    'counselling:open': async ({ passphrase }) => {
      await session.practice().counselling.open(passphrase);
      return {};
    },
    'counselling:openWithCode': async ({ recoveryCode, passphrase }) => {
      await session.practice().counselling.openWithCode(recoveryCode, passphrase);
      return {};
    },
    'counselling:changePassphrase': async ({ current, passphrase }) => {
      await session.practice().counselling.changePassphrase(current, passphrase);
      return {};
    },
    'counselling:newCode': ({ passphrase }) => session.practice().counselling.newCode(passphrase),
    'counselling:close': async () => {
      session.practice().counselling.close();
      return {};
    },
    'counselling:list': ({ clientId }) => list(session.practice(), clientId),
    'counselling:get': async ({ noteId }) => {
      const practice = session.practice();
      practice.counselling.assertOpen();
      const { low, text } = await openNote(practice, noteId);
      return { id: low.data.id, revision: low.adapter.revision, createdAt: low.data.createdAt, updatedAt: low.data.updatedAt, text };
    },
    'counselling:save': (input) => save(context, input),
    'counselling:remove': async (input) => {
      await remove(context, input);
      return {};
    },
  };
}
