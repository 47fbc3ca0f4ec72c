// Answers about text that could not be saved before an earlier lock. Refuses to put it over anything newer.
import { AppError, isAppError } from '../../shared/errors.ts';
import type { Leftover, LeftoverWay } from '../../shared/notes/leftover.ts';
import type { Note } from '../../shared/notes/note.ts';
import { documentText, writtenWords } from '../../shared/notes/plainText.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import { headerText } from '../../shared/notes/versions.ts';
import type { Practice } from '../session/practice.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { ChannelOutput } from '../../shared/ipc/contract.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';
import { beginDraft, saveDraft } from './notesHandlers.ts';

type LeftoverHandlers = Pick<HandlerTable, 'notes:leftovers' | 'notes:putBack' | 'notes:leftoverAsNote' | 'notes:leftoverText' | 'notes:dropLeftover'>;

type Which = Pick<Leftover, 'noteId' | 'at'>;

function offered(context: HandlerContext, { noteId, at }: Which): Leftover {
  const found = context.session.practice().leftovers.offered().find((one) => one.noteId === noteId && one.at === at);
  if (found === undefined) throw new AppError('NOT_FOUND');
  return found;
}

/** null for a note that is gone or cannot be read. */
async function noteOf(practice: Practice, noteId: string): Promise<RecordLow<Note> | null> {
  try {
    return await practice.records.open('note', noteId);
  } catch (error) {
    if (isAppError(error, 'NOT_FOUND') || isAppError(error, 'RECORD_DAMAGED')) return null;
    throw error;
  }
}

/** The template the text was written in; null where nothing tells any more which it was. */
async function templateOf(practice: Practice, { noteId, template }: Leftover): Promise<NoteTemplate | null> {
  const ref = template ?? (await noteOf(practice, noteId))?.data.template;
  if (ref === undefined) return null;
  try {
    return await practice.template(ref.recordId);
  } catch (error) {
    if (isAppError(error, 'NOT_FOUND') || isAppError(error, 'RECORD_DAMAGED')) return null;
    throw error;
  }
}

async function wayOf(practice: Practice, leftover: Leftover): Promise<LeftoverWay> {
  const note = await noteOf(practice, leftover.noteId);
  if (note?.data.status === 'draft' && note.adapter.revision === leftover.revision) return 'back';
  return await templateOf(practice, leftover) === null ? 'none' : 'newNote';
}

async function asNote(context: HandlerContext, which: Which): Promise<ChannelOutput<'notes:leftoverAsNote'>> {
  const practice = context.session.practice();
  // One at a time: a second press finds that it is a note already.
  return practice.serial('leftovers', async () => {
    const leftover = offered(context, which);
    const template = await templateOf(practice, leftover);
    if (template === null) throw new AppError('TEMPLATE_UNKNOWN');
    const note = await beginDraft(context, leftover.clientId, template, { header: leftover.header, document: leftover.document });
    await practice.leftovers.drop(which);
    return note;
  });
}

export function leftoverHandlers(context: HandlerContext): LeftoverHandlers {
  const { session } = context;
  return {
    'notes:leftovers': async () => {
      const practice = session.practice();
      return Promise.all(practice.leftovers.offered().map(async (one) => ({ noteId: one.noteId, clientId: one.clientId, serviceDate: one.header.serviceDate, at: one.at, way: await wayOf(practice, one) })));
    },
    'notes:putBack': async (which) => {
      const { noteId, revision, header, document } = offered(context, which);
      await saveDraft(context, { noteId, revision, header, document }, 'kept');
      await session.practice().leftovers.drop(which);
      return {};
    },
    'notes:leftoverAsNote': (which) => asNote(context, which),
    'notes:leftoverText': async (which) => {
      const leftover = offered(context, which);
      const template = await templateOf(session.practice(), leftover);
      const words = template === null ? writtenWords(leftover.document) : documentText(leftover.document, template);
      return { text: [headerText(leftover.header), words].filter((part) => part !== '').join('\n\n') };
    },
    'notes:dropLeftover': async (which) => {
      offered(context, which);
      await session.practice().leftovers.drop(which);
      return {};
    },
  };
}
