// Answers across notes: those that wait for a signature, and those that share their time with another. Refuses to
// change anything but to discard a draft in which nothing was written, and to read signed notes for the list of unsigned ones.
import type { NoteId } from '../../shared/brand.ts';
import type { Client } from '../../shared/clients/client.ts';
import { AppError, isAppError } from '../../shared/errors.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import type { OverlappingNote, UnsignedNote } from '../../shared/ipc/noteListsContract.ts';
import { noteHead } from '../../shared/notes/heads.ts';
import type { NoteHead } from '../../shared/notes/note.ts';
import { overlap } from '../../shared/notes/overlap.ts';
import { longestFirst, waiting } from '../../shared/notes/unsigned.ts';
import { instantOf } from '../session/clock.ts';
import type { Practice } from '../session/practice.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';
import { discard, neverWritten } from './notesHandlers.ts';

type NoteListHandlers = Pick<HandlerTable, 'notes:unsigned' | 'notes:discardBlank' | 'notes:overlaps'>;

const READ_AT_ONCE = 64;

type Draft = { readonly head: NoteHead; readonly emptied: boolean };

/** null: signed or removed since the card was written. */
async function readDraft(practice: Practice, noteId: string): Promise<Draft | null | 'unreadable'> {
  try {
    const low = await practice.records.open('note', noteId);
    if (low.data.status !== 'draft') return null;
    const head = noteHead(low.data);
    return { head, emptied: head.blank && !neverWritten(practice, low) };
  } catch (error) {
    if (isAppError(error, 'RECORD_DAMAGED')) return 'unreadable';
    if (isAppError(error, 'NOT_FOUND')) return null;
    throw error;
  }
}

/** From the card, which names them; a card that cannot be read is made up for by the notes themselves. */
async function draftIds(practice: Practice, client: Client): Promise<readonly string[]> {
  if (!practice.cards.isDamaged(client.id)) return [...client.summary.unsignedNotes.map(({ noteId }) => noteId), ...client.summary.blankDrafts ?? []];
  return (await practice.heads.of(client.id)).filter(({ status }) => status === 'draft').map(({ id }) => id);
}

async function unsigned({ session, clock }: HandlerContext): Promise<ChannelOutput<'notes:unsigned'>> {
  const practice = session.practice();
  const now = instantOf(clock);
  const limitHours = practice.rules().unsignedNoteHours;
  const wanted: { client: Client; noteId: string }[] = [];
  let archived = 0;
  for (const client of practice.cards.all()) {
    const ids = await draftIds(practice, client);
    if (client.status === 'archived') archived += client.summary.unsignedNotes.length;
    else wanted.push(...ids.map((noteId) => ({ client, noteId })));
  }
  const notes: UnsignedNote[] = [];
  let unreadable = 0;
  for (let from = 0; from < wanted.length; from += READ_AT_ONCE) {
    const batch = wanted.slice(from, from + READ_AT_ONCE);
    const drafts = await Promise.all(batch.map(({ noteId }) => readDraft(practice, noteId)));
    for (const [index, draft] of drafts.entries()) {
      const details = batch[index]?.client.details;
      if (draft === 'unreadable') unreadable += 1;
      else if (draft !== null && details !== undefined) notes.push({ ...draft, preferredName: details.preferredName, legalName: details.legalName, ...waiting(draft.head, now, limitHours) });
    }
  }
  return { notes: notes.toSorted(longestFirst), limitHours, archived, unreadable };
}

async function overlaps(practice: Practice, { noteId, ...times }: ChannelInput<'notes:overlaps'>): Promise<ChannelOutput<'notes:overlaps'>> {
  const entry = practice.vault.entry(noteId);
  if (entry === undefined || entry.kind !== 'note' || entry.clientId === null) throw new AppError('NOT_FOUND');
  const [notes, heads] = await Promise.all([practice.ruleNotes.of(entry.clientId), practice.heads.of(entry.clientId)]);
  const byId = new Map(heads.map((head) => [head.id as string, head]));
  const found = notes.flatMap(({ id, startTime, endTime }): OverlappingNote[] => {
    const head = byId.get(id);
    if (head === undefined || id === noteId || startTime === null || endTime === null || !overlap(times, { ...head, startTime, endTime })) return [];
    return [{ noteId: head.id satisfies NoteId, title: head.templateTitle, serviceDate: head.serviceDate, startTime, endTime, signed: head.status === 'signed' }];
  });
  return { notes: found.toSorted((a, b) => a.startTime.localeCompare(b.startTime)) };
}

export function noteListHandlers(context: HandlerContext): NoteListHandlers {
  return {
    'notes:unsigned': () => unsigned(context),
    'notes:discardBlank': ({ noteId }) => discard(context, { noteId, revision: 'any' }),
    'notes:overlaps': (input) => overlaps(context.session.practice(), input),
  };
}
