// Answers what the palette can open: names and days of birth of clients from their cards, heads of the notes written last. Refuses to
// open more notes than it names, and to keep heads longer than the vault is open.
import type { Client } from '../../shared/clients/client.ts';
import { isAppError } from '../../shared/errors.ts';
import type { ChannelOutput } from '../../shared/ipc/contract.ts';
import { MOST_CLIENTS, MOST_NOTES } from '../../shared/ipc/paletteContract.ts';
import { noteHead } from '../../shared/notes/heads.ts';
import type { NoteHead } from '../../shared/notes/note.ts';
import type { Practice } from '../session/practice.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';

type Heads = Map<string, { readonly revision: number; readonly head: NoteHead }>;
/** Gone with the practice, which the lock drops. */
const known = new WeakMap<Practice, Heads>();

async function headOf(practice: Practice, recordId: string): Promise<NoteHead | null> {
  try {
    return noteHead((await practice.records.open('note', recordId)).data);
  } catch (error) {
    // The report tells of what is damaged; a note may be gone meanwhile.
    if (isAppError(error, 'RECORD_DAMAGED') || isAppError(error, 'NOT_FOUND')) return null;
    throw error;
  }
}

async function newestNotes(practice: Practice): Promise<NoteHead[]> {
  const before = known.get(practice);
  const now: Heads = new Map();
  // Written last stands last in the directory.
  const entries = practice.records.entries('note').slice(-MOST_NOTES).toReversed();
  const heads = await Promise.all(entries.map(async ({ recordId, revision }) => {
    const kept = before?.get(recordId);
    const head = kept?.revision === revision ? kept.head : await headOf(practice, recordId);
    if (head !== null) now.set(recordId, { revision, head });
    return head;
  }));
  known.set(practice, now);
  return heads.filter((head) => head !== null);
}

async function items(practice: Practice): Promise<ChannelOutput<'palette:items'>> {
  const heads = await newestNotes(practice);
  const cards = practice.cards.all();
  const names = new Map(cards.map((client) => [client.id, client.details.preferredName]));
  const seen = new Map([...new Set(heads.map(({ clientId }) => clientId))].map((clientId, index) => [clientId, index]));
  const order = (a: Client, b: Client): number => Number(a.status === 'archived') - Number(b.status === 'archived')
    || (seen.get(a.id) ?? MOST_NOTES) - (seen.get(b.id) ?? MOST_NOTES)
    || b.updatedAt.localeCompare(a.updatedAt);
  return {
    clients: cards.toSorted(order).slice(0, MOST_CLIENTS).map(({ id, details, status }) => ({ clientId: id, name: details.preferredName, legalName: details.legalName, born: details.dateOfBirth, archived: status === 'archived' })),
    notes: heads.map(({ id, clientId, templateTitle, serviceDate, status }) => ({ noteId: id, clientId, name: names.get(clientId) ?? '', title: templateTitle, day: serviceDate, draft: status === 'draft' })),
  };
}

export function paletteHandlers({ session }: HandlerContext): Pick<HandlerTable, 'palette:items'> {
  return { 'palette:items': () => items(session.practice()) };
}
