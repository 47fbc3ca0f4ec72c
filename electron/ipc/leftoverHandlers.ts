// Answers about text that could not be saved before an earlier lock. Refuses to put it over anything newer.
import type { NoteId } from '../../shared/brand.ts';
import { AppError } from '../../shared/errors.ts';
import type { Leftover } from '../../shared/notes/leftover.ts';
import { documentText } from '../../shared/notes/plainText.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';
import { saveDraft } from './notesHandlers.ts';

type LeftoverHandlers = Pick<HandlerTable, 'notes:leftovers' | 'notes:putBack' | 'notes:leftoverText' | 'notes:dropLeftover'>;

function offered(context: HandlerContext, noteId: NoteId): Leftover {
  const found = context.session.practice().leftovers.offered().find((one) => one.noteId === noteId);
  if (found === undefined) throw new AppError('NOT_FOUND');
  return found;
}

export function leftoverHandlers(context: HandlerContext): LeftoverHandlers {
  const { session } = context;
  return {
    'notes:leftovers': async () => session.practice().leftovers.offered().map(({ noteId, clientId, header, at }) => ({ noteId, clientId, serviceDate: header.serviceDate, at })),
    'notes:putBack': async ({ noteId }) => {
      const { revision, header, document } = offered(context, noteId);
      await saveDraft(context, { noteId, revision, header, document });
      await session.practice().leftovers.drop(noteId);
      return {};
    },
    'notes:leftoverText': async ({ noteId }) => {
      const { document } = offered(context, noteId);
      const practice = session.practice();
      const note = (await practice.records.open('note', noteId)).data;
      return { text: documentText(document, await practice.template(note.template.recordId)) };
    },
    'notes:dropLeftover': async ({ noteId }) => {
      offered(context, noteId);
      await session.practice().leftovers.drop(noteId);
      return {};
    },
  };
}
