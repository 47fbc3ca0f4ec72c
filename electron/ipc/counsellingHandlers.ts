// Answers about counseling notes, kept apart. Refuses a word of them while they are closed, and to let any other
// channel read them: they are records of a kind that no other handler opens.
import { NoteId, type ClientId } from '../../shared/brand.ts';
import { COUNSELLING_NOTES_MAX } from '../../shared/counselling/counsellingNote.ts';
import { AppError, isAppError } from '../../shared/errors.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import type { CounsellingHead } from '../../shared/ipc/counsellingContract.ts';
import { instantOf } from '../session/clock.ts';
import type { Practice } from '../session/practice.ts';
import type { DirectoryEntry } from '../vault/types.ts';
import type { HandlerTable } from './answer.ts';
import { activeClient } from './clientWrites.ts';
import type { HandlerContext } from './context.ts';
import { KEPT_WHEN_REFUSED, keepText, putTextBack, textKey } from './counsellingKept.ts';
import { openNote, writeNote } from './counsellingNotes.ts';

type CounsellingHandlers = Pick<HandlerTable, Extract<keyof HandlerTable, `counselling:${string}`>>;

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

async function save(context: HandlerContext, input: ChannelInput<'counselling:save'>): Promise<ChannelOutput<'counselling:save'>> {
  const closing = context.session.closing();
  const practice = closing ?? context.session.practice();
  practice.counselling.assertOpen();
  const at = instantOf(context.clock);
  if (closing !== null) {
    // Too late for a save of its own: what is kept before the keys go takes it along.
    keepText(closing, input, at);
    throw new AppError('LOCKED');
  }
  try {
    const receipt = await writeNote(practice, input, at);
    practice.leftovers.settledSealed(textKey(input));
    return receipt;
  } catch (error) {
    if (isAppError(error) && KEPT_WHEN_REFUSED.has(error.code)) keepText(practice, input, at);
    throw error;
  }
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
    practice.leftovers.settledSealed(noteId);
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
      return { putBack: await putTextBack(session.practice()) };
    },
    'counselling:openWithCode': async ({ recoveryCode, passphrase }) => {
      await session.practice().counselling.openWithCode(recoveryCode, passphrase);
      return { putBack: await putTextBack(session.practice()) };
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
