// Answers about text that could not be saved before an earlier lock. Refuses to put it over anything newer.
import { AppError } from '../../shared/errors.ts';
import type { Leftover } from '../../shared/notes/leftover.ts';
import { documentText } from '../../shared/notes/plainText.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';
import { saveDraft } from './notesHandlers.ts';

type LeftoverHandlers = Pick<HandlerTable, 'notes:leftovers' | 'notes:putBack' | 'notes:leftoverText' | 'notes:dropLeftover'>;

type Which = Pick<Leftover, 'noteId' | 'at'>;

function offered(context: HandlerContext, { noteId, at }: Which): Leftover {
  const found = context.session.practice().leftovers.offered().find((one) => one.noteId === noteId && one.at === at);
  if (found === undefined) throw new AppError('NOT_FOUND');
  return found;
}

export function leftoverHandlers(context: HandlerContext): LeftoverHandlers {
  const { session } = context;
  return {
    'notes:leftovers': async () => session.practice().leftovers.offered().map(({ noteId, clientId, header, at }) => ({ noteId, clientId, serviceDate: header.serviceDate, at })),
    'notes:putBack': async (which) => {
      const { noteId, revision, header, document } = offered(context, which);
      await saveDraft(context, { noteId, revision, header, document }, 'kept');
      await session.practice().leftovers.drop(which);
      return {};
    },
    'notes:leftoverText': async (which) => {
      const { noteId, document } = offered(context, which);
      const practice = session.practice();
      const note = (await practice.records.open('note', noteId)).data;
      return { text: documentText(document, await practice.template(note.template.recordId)) };
    },
    'notes:dropLeftover': async (which) => {
      offered(context, which);
      await session.practice().leftovers.drop(which);
      return {};
    },
  };
}
