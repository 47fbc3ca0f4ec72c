// Answers about note templates and notes: reads, calls the pure function, writes. Refuses to change a
// signed note other than by an addendum.
import { ClientId, NoteId, type RecordId } from '../../shared/brand.ts';
import type { Episode } from '../../shared/continuum/episode.ts';
import { activeEpisode } from '../../shared/continuum/position.ts';
import { AppError, isAppError, type ErrorCode } from '../../shared/errors.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import { checkDocument } from '../../shared/notes/checkDocument.ts';
import { isBlankDraft } from '../../shared/notes/blankDraft.ts';
import { newNote } from '../../shared/notes/newNote.ts';
import type { Note } from '../../shared/notes/note.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import { noteFactsKey } from '../../shared/rules/noteFacts.ts';
import { instantOf, todayOf, wallTimeOf } from '../session/clock.ts';
import { newLocalId, newRecordId } from '../session/newId.ts';
import { templateRecordId, type Practice } from '../session/practice.ts';
import { assertRevision, change, type Change } from '../session/records.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { HandlerTable } from './answer.ts';
import { activeClient, saveForClient, saveWithoutCard } from './clientWrites.ts';
import type { HandlerContext } from './context.ts';
import { offeredTemplates, templateFor, templateInUse } from './ownTemplatesHandlers.ts';
import { signedNote, withAddendum } from './signNote.ts';

type NoteHandlers = Pick<HandlerTable, 'templates:list' | 'templates:get' | 'notes:list' | 'notes:create' | 'notes:get' | 'notes:saveDraft' | 'notes:sign' | 'notes:addAddendum' | 'notes:discardDraft'>;
type OpenNote = ChannelOutput<'notes:get'>;
/** Refusals that say nothing against the text. */
const REFUSED_BY_DISK: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['SAVE_FULL', 'SAVE_DENIED', 'SAVE_BUSY', 'SAVE_FAILED', 'SAVE_READ_ONLY']);
/** The note has moved on or gone without this window: the disk has another text, and the one typed here must not go with the lock. */
const REFUSED_BY_CHANGE: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['SAVE_CONFLICT', 'NOTE_SIGNED', 'CLIENT_ARCHIVED', 'NOT_FOUND']);
type At = { readonly noteId: NoteId; readonly revision: number | 'any' };

/** A note as it was at one save, as the window gets it. */
export async function openedNote(practice: Practice, value: Note, revision: number): Promise<OpenNote> {
  return { value, revision, template: await practice.template(value.template.recordId), born: practice.cards.get(value.clientId).data.details.dateOfBirth };
}

/** A note as the window gets it: with the template it was made from and the client's date of birth. */
export async function opened(practice: Practice, low: RecordLow<Note>): Promise<OpenNote> {
  return openedNote(practice, low.data, low.adapter.revision);
}

/** The note at the revision the window knows, or as it is now where the window knows none, inside the client's turn. */
export async function withNote<T>(context: HandlerContext, { noteId, revision }: At, work: (practice: Practice, low: RecordLow<Note>) => Promise<T>): Promise<T> {
  const practice = context.session.practice();
  const clientId = practice.vault.entry(noteId)?.clientId ?? '';
  return practice.serial(clientId, async () => {
    activeClient(practice, clientId);
    const low = await practice.records.open('note', noteId);
    if (revision !== 'any') assertRevision(low, revision);
    return work(practice, low);
  });
}

/**
 * This version of the template is in the vault once `write` has written `others`, so that the note can be read as it
 * was made whatever the app ships later, and no note is left behind without its template.
 */
export function withTemplate<T>(practice: Practice, template: NoteTemplate, write: (recordId: RecordId, others: readonly Change[]) => Promise<T>): Promise<T> {
  const recordId = templateRecordId(template);
  return practice.serial('templates', async () => {
    if (practice.vault.entry(recordId) === undefined) return write(recordId, [change(practice.records.draft('template', recordId, null, template), template)]);
    // Read now: where it is damaged it is put again before a note counts on it.
    await practice.template(recordId);
    return write(recordId, []);
  });
}

async function create(context: HandlerContext, clientId: ClientId, templateId: string): Promise<OpenNote> {
  return beginDraft(context, clientId, await templateInUse(context.session.practice(), templateId));
}

/** A new draft, empty or with words that have no note any more. CLIENT_ARCHIVED. */
export async function beginDraft(context: HandlerContext, clientId: ClientId, template: NoteTemplate, words?: Pick<Note, 'header' | 'document'>): Promise<OpenNote> {
  const practice = context.session.practice();
  if (words !== undefined) checkDocument(words.document, template);
  return practice.serial(clientId, async () => {
    activeClient(practice, clientId);
    const episodes = (await practice.records.openAll('episode', clientId)).map((low) => low.data);
    const { clock } = context;
    const today = todayOf(clock);
    return withTemplate(practice, template, async (recordId, others) => {
      const empty = newNote({ noteId: newRecordId(NoteId), clientId, episode: activeEpisode(episodes), template, templateRecordId: recordId, today, startTime: wallTimeOf(clock), at: instantOf(clock), newId: newLocalId });
      const value: Note = { ...empty, ...words };
      const low = practice.records.draft('note', value.id, clientId, value);
      await saveForClient(practice, clientId, { notes: [{ low, value }], others }, today);
      return opened(practice, low);
    });
  });
}

/**
 * Saves a draft; text that the disk refuses, or that a change elsewhere has overtaken, is kept until it is safe.
 * `source` is `kept` for text that is kept already and must not be kept twice.
 */
export async function saveDraft(context: HandlerContext, input: ChannelInput<'notes:saveDraft'>, source: 'typed' | 'kept' = 'typed'): Promise<ChannelOutput<'notes:saveDraft'>> {
  const { leftovers, vault } = context.session.closing() ?? context.session.practice();
  const keep = (): void => {
    const clientId = vault.entry(input.noteId)?.clientId ?? leftovers.ofRemoved(input.noteId);
    if (typeof clientId === 'string') leftovers.refused({ ...input, clientId: ClientId.parse(clientId), at: instantOf(context.clock) });
  };
  if (context.session.closing() !== null) {
    // Too late for a save of its own: what is kept before the keys go takes it along.
    keep();
    throw new AppError('LOCKED');
  }
  try {
    const receipt = await writeDraft(context, input);
    leftovers.settled(input.noteId);
    return receipt;
  } catch (error) {
    if (isAppError(error) && (REFUSED_BY_DISK.has(error.code) || (source === 'typed' && REFUSED_BY_CHANGE.has(error.code)))) keep();
    throw error;
  }
}

function writeDraft(context: HandlerContext, input: ChannelInput<'notes:saveDraft'>): Promise<ChannelOutput<'notes:saveDraft'>> {
  return withNote(context, input, async (practice, low) => {
    const before = low.data;
    if (before.status !== 'draft') throw new AppError('NOTE_SIGNED');
    checkDocument(input.document, await practice.template(before.template.recordId));
    const value: Note = { ...before, header: input.header, document: input.document, updatedAt: instantOf(context.clock) };
    const write = { notes: [{ low, value }] };
    // Most saves change words only; they need nothing else to be read. A craving, a risk, item 9 reach the card at once.
    const { savedAt } = noteFactsKey(before) === noteFactsKey(value)
      ? await saveWithoutCard(practice, value.clientId, write)
      : await saveForClient(practice, value.clientId, write, todayOf(context.clock));
    return { revision: low.adapter.revision, savedAt };
  });
}

/** A damaged episode costs the level on the signature, not the signing. */
async function readableEpisode(practice: Practice, episodeId: string): Promise<Episode | null> {
  try {
    return (await practice.records.open('episode', episodeId)).data;
  } catch (error) {
    if (isAppError(error, 'RECORD_DAMAGED')) return null;
    throw error;
  }
}

function sign(context: HandlerContext, input: ChannelInput<'notes:sign'>): Promise<OpenNote> {
  return withNote(context, input, async (practice, low) => {
    const before = low.data;
    const template = await practice.template(before.template.recordId);
    const episode = before.episodeId === null ? null : await readableEpisode(practice, before.episodeId);
    const at = { instant: instantOf(context.clock), wall: { date: todayOf(context.clock), time: wallTimeOf(context.clock) } };
    // Everything that can be said about the note is said before the passphrase is tried.
    const value = signedNote(before, { template, episode, at, name: input.name, credentials: input.credentials, appVersion: context.appVersion });
    await context.session.verifyPassphrase(input.passphrase);
    await saveForClient(practice, value.clientId, { notes: [{ low, value }] }, at.wall.date);
    return opened(practice, low);
  });
}

function addAddendum(context: HandlerContext, input: ChannelInput<'notes:addAddendum'>): Promise<OpenNote> {
  return withNote(context, input, async (practice, low) => {
    const { clinicianName, credentials } = practice.settings.data;
    const value = withAddendum(low.data, { id: newLocalId(), text: input.text, reason: input.reason, authorName: clinicianName, credentials, at: instantOf(context.clock) });
    await saveForClient(practice, value.clientId, { notes: [{ low, value }] }, todayOf(context.clock));
    return opened(practice, low);
  });
}

/** True for a draft that holds nothing and never did: no earlier save, and no text of it kept beside the vault. */
export function neverWritten(practice: Practice, low: RecordLow<Note>): boolean {
  return isBlankDraft(low.data) && low.adapter.revision === 1 && !practice.leftovers.holds(low.data.id);
}

/**
 * Without a revision only a draft goes that was never written in: from a list nobody sees what would be lost. Words that were
 * deleted again are in its earlier saves, and words that could not be saved are kept beside the vault; both need the note.
 */
export function discard(context: HandlerContext, at: At): Promise<Record<string, never>> {
  return withNote(context, at, async (practice, low) => {
    if (low.data.status !== 'draft') throw new AppError('NOTE_SIGNED');
    if (at.revision === 'any' && !neverWritten(practice, low)) throw new AppError('SAVE_CONFLICT', { why: 'written' });
    await saveForClient(practice, low.data.clientId, { removed: [{ kind: 'note', recordId: low.data.id, adapter: low.adapter }] }, todayOf(context.clock));
    practice.leftovers.removed(low.data);
    return {};
  });
}

export function notesHandlers(context: HandlerContext): NoteHandlers {
  const { session } = context;
  return {
    'templates:list': () => offeredTemplates(session.practice()),
    'templates:get': ({ templateId }) => templateFor(session.practice(), templateId),
    'notes:list': async ({ clientId }) => {
      const { heads, records } = session.practice();
      return { heads: [...await heads.of(clientId)], unreadable: records.unreadable('note', clientId) };
    },
    'notes:create': ({ clientId, templateId }) => create(context, clientId, templateId),
    'notes:get': async ({ noteId }) => {
      const practice = session.practice();
      return opened(practice, await practice.records.open('note', noteId));
    },
    'notes:saveDraft': (input) => saveDraft(context, input),
    'notes:sign': (input) => sign(context, input),
    'notes:addAddendum': (input) => addAddendum(context, input),
    'notes:discardDraft': (at) => discard(context, at),
  };
}
