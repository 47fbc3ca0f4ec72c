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
import { opened, openedNote } from './notesHandlers.ts';

type VersionHandlers = Pick<HandlerTable, 'notes:versions' | 'notes:version' | 'notes:restoreVersion'>;

/** NOT_FOUND where there is no such note. */
function noteEntry(practice: Practice, noteId: NoteId): { readonly clientId: string; readonly revision: number } {
  const entry = practice.vault.entry(noteId);
  if (entry === undefined || entry.kind !== 'note' || entry.clientId === null) throw new AppError('NOT_FOUND');
  return { clientId: entry.clientId, revision: entry.revision };
}

async function versions(practice: Practice, noteId: NoteId): Promise<ChannelOutput<'notes:versions'>> {
  noteEntry(practice, noteId);
  const { revisions, complete } = await practice.vault.history(noteId);
  const { signedFrom } = await readableTop(practice, noteId, revisions);
  const shown = revisions.slice(0, VERSIONS_MAX);
  return { complete: complete && shown.length === revisions.length, versions: shown.map((one) => ({ revision: one.revision, savedAt: one.savedAt, signed: one.revision >= signedFrom })) };
}

/** The newest save that can be read, and the revision from which the note stands signed: behind a signature every save is one. */
async function readableTop(practice: Practice, noteId: NoteId, revisions: readonly { readonly revision: number }[]): Promise<{ newest: { readonly revision: number; readonly note: Note } | null; signedFrom: number }> {
  let newest: { revision: number; note: Note } | null = null;
  let signedFrom = Number.POSITIVE_INFINITY;
  for (const { revision } of revisions) {
    const note = await readableAt(practice, noteId, revision);
    if (note === null) continue;
    newest ??= { revision, note };
    if (note.status !== 'signed') break;
    signedFrom = revision;
  }
  return { newest, signedFrom };
}

/** null for a save that cannot be read. */
async function readableAt(practice: Practice, noteId: NoteId, revision: number): Promise<Note | null> {
  try {
    return (await at(practice, noteId, revision)).note;
  } catch (error) {
    if (isAppError(error, 'RECORD_DAMAGED') || isAppError(error, 'NOT_FOUND')) return null;
    throw error;
  }
}

async function at(practice: Practice, noteId: NoteId, version: number): Promise<{ note: Note; savedAt: number }> {
  const { value, savedAt } = await practice.vault.readRevision(noteId, version);
  const note = Note.safeParse(value);
  if (!note.success) throw new AppError('RECORD_DAMAGED', { kind: 'note' });
  return { note: note.data, savedAt };
}

async function restore(context: HandlerContext, { noteId, revision, version }: ChannelInput<'notes:restoreVersion'>): Promise<ChannelOutput<'notes:restoreVersion'>> {
  const practice = context.session.practice();
  const { clientId } = noteEntry(practice, noteId);
  return practice.serial(clientId, async () => {
    activeClient(practice, clientId);
    const { note: old } = await at(practice, noteId, version);
    const { revisions } = await practice.vault.history(noteId);
    const { newest } = await readableTop(practice, noteId, revisions);
    const { low, damaged } = await practice.records.openOr('note', noteId, () => newest?.note ?? old);
    assertRevision(low, revision);
    const now = instantOf(context.clock);
    const today = todayOf(context.clock);
    // The last readable save takes the place of what cannot be read, signature and all; never an older one that was not signed yet.
    if (damaged && newest !== null && (newest.revision === version || newest.note.status === 'draft')) {
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
      return { ...await openedNote(practice, note, version), savedAt };
    },
    'notes:restoreVersion': (input) => restore(context, input),
  };
}
