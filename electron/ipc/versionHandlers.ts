// Answers about earlier saves of a note: which there are, what one says, and its words as a new save. Refuses to
// change a signed note: from its versions only a new draft is made.
import { NoteId } from '../../shared/brand.ts';
import { AppError, isAppError } from '../../shared/errors.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import { Note } from '../../shared/notes/note.ts';
import { VERSIONS_MAX } from '../../shared/notes/versions.ts';
import { instantOf, todayOf } from '../session/clock.ts';
import { newRecordId } from '../session/newId.ts';
import type { Practice } from '../session/practice.ts';
import { assertRevision } from '../session/records.ts';
import type { HandlerTable } from './answer.ts';
import { activeClient, saveForClient } from './clientWrites.ts';
import type { HandlerContext } from './context.ts';
import { opened } from './notesHandlers.ts';

type VersionHandlers = Pick<HandlerTable, 'notes:versions' | 'notes:version' | 'notes:restoreVersion'>;

/** NOT_FOUND where there is no such note. */
function noteEntry(practice: Practice, noteId: NoteId): { readonly clientId: string; readonly revision: number } {
  const entry = practice.vault.entry(noteId);
  if (entry === undefined || entry.kind !== 'note' || entry.clientId === null) throw new AppError('NOT_FOUND');
  return { clientId: entry.clientId, revision: entry.revision };
}

async function versions(practice: Practice, noteId: NoteId): Promise<ChannelOutput<'notes:versions'>> {
  const { revision } = noteEntry(practice, noteId);
  const { revisions, complete } = await practice.vault.history(noteId);
  const signedFrom = await signedSince(practice, noteId, revision);
  return { complete, versions: revisions.slice(0, VERSIONS_MAX).map((one) => ({ revision: one.revision, savedAt: one.savedAt, signed: one.revision >= signedFrom })) };
}

/** The revision that holds the signature: behind it only additions are saved, one each. */
async function signedSince(practice: Practice, noteId: NoteId, revision: number): Promise<number> {
  try {
    const { data } = await practice.records.open('note', noteId);
    return data.status === 'signed' ? revision - data.addenda.length : Number.POSITIVE_INFINITY;
  } catch (error) {
    // Its earlier saves are just what is wanted then.
    if (isAppError(error, 'RECORD_DAMAGED')) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

async function at(practice: Practice, noteId: NoteId, version: number): Promise<{ note: Note; savedAt: number }> {
  const { value, savedAt } = await practice.vault.readRevision(noteId, version);
  return { note: Note.parse(value), savedAt };
}

async function restore(context: HandlerContext, { noteId, revision, version }: ChannelInput<'notes:restoreVersion'>): Promise<ChannelOutput<'notes:restoreVersion'>> {
  const practice = context.session.practice();
  const { clientId } = noteEntry(practice, noteId);
  return practice.serial(clientId, async () => {
    activeClient(practice, clientId);
    const { note: old } = await at(practice, noteId, version);
    const { low, damaged } = await practice.records.openOr('note', noteId, () => old);
    assertRevision(low, revision);
    const now = instantOf(context.clock);
    const today = todayOf(context.clock);
    if (damaged) {
      // The last readable save takes the place of what cannot be read, signature and all.
      await saveForClient(practice, old.clientId, { notes: [{ low, value: old }] }, today);
      return opened(practice, low);
    }
    const words = { template: old.template, header: old.header, document: old.document, updatedAt: now };
    if (low.data.status === 'draft') {
      await saveForClient(practice, old.clientId, { notes: [{ low, value: { ...low.data, ...words } }] }, today);
      return opened(practice, low);
    }
    const value: Note = { ...old, ...words, id: newRecordId(NoteId), status: 'draft', levelAtSigning: null, signature: null, addenda: [], createdAt: now };
    const fresh = practice.records.draft('note', value.id, value.clientId, value);
    await saveForClient(practice, value.clientId, { notes: [{ low: fresh, value }] }, today);
    return opened(practice, fresh);
  });
}

export function versionHandlers(context: HandlerContext): VersionHandlers {
  const { session } = context;
  return {
    'notes:versions': ({ noteId }) => versions(session.practice(), noteId),
    'notes:version': async ({ noteId, version }) => {
      const practice = session.practice();
      noteEntry(practice, noteId);
      const { note, savedAt } = await at(practice, noteId, version);
      return { value: note, revision: version, template: await practice.template(note.template.recordId), savedAt };
    },
    'notes:restoreVersion': (input) => restore(context, input),
  };
}
