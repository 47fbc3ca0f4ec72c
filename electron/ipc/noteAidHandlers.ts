// Answers that help while a note is written: how alike it is to earlier ones, the last one of its kind,
// the same note in another format. Refuses to touch a signed note or another client's notes.
import type { NoteId } from '../../shared/brand.ts';
import { AppError } from '../../shared/errors.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import { checkDocument } from '../../shared/notes/checkDocument.ts';
import { convertNote, CONVERTIBLE_IDS } from '../../shared/notes/convert.ts';
import { noteHead } from '../../shared/notes/heads.ts';
import { templateById } from '../../shared/notes/loadTemplates.ts';
import type { Note } from '../../shared/notes/note.ts';
import { thresholdValue } from '../../shared/rules/thresholds.ts';
import { fingerprint, mostAlike, writtenLines } from '../../shared/notes/similarity.ts';
import { instantOf, todayOf } from '../session/clock.ts';
import { newLocalId } from '../session/newId.ts';
import type { Practice } from '../session/practice.ts';
import type { HandlerTable } from './answer.ts';
import { saveForClient } from './clientWrites.ts';
import type { HandlerContext } from './context.ts';
import { opened, withNote, withTemplate } from './notesHandlers.ts';

type NoteAidHandlers = Pick<HandlerTable, 'notes:similarity' | 'notes:previous' | 'notes:convert'>;

/** Sorts by the session, and where two fall together by the writing. */
const when = ({ header, createdAt }: Note): string => `${header.serviceDate} ${header.startTime ?? ''} ${createdAt}`;

/** The client's notes of earlier sessions, newest first; damaged ones are left out. */
async function earlierNotes(practice: Practice, noteId: NoteId): Promise<{ note: Note; earlier: Note[] }> {
  const note = (await practice.records.open('note', noteId)).data;
  const all = (await practice.records.openAll('note', note.clientId)).map((low) => low.data);
  const earlier = all.filter((other) => other.id !== note.id && when(other) < when(note)).toSorted((a, b) => (when(a) < when(b) ? 1 : -1));
  return { note, earlier };
}

async function similarity(practice: Practice, noteId: NoteId): Promise<ChannelOutput<'notes:similarity'>> {
  const { note, earlier } = await earlierNotes(practice, noteId);
  const print = (one: Note) => fingerprint(writtenLines(one.document));
  const best = mostAlike(print(note), earlier.map((one) => [one, print(one)] as const), thresholdValue(practice.settings.data.rules, 'similarityPercent'));
  return { compared: earlier.length, nearest: best === null ? null : { percent: best.percent, warn: best.warn, head: noteHead(best.id) } };
}

async function previous(practice: Practice, noteId: NoteId): Promise<ChannelOutput<'notes:previous'>> {
  const { note, earlier } = await earlierNotes(practice, noteId);
  const last = earlier.find((one) => one.template.id === note.template.id);
  return { note: last === undefined ? null : await opened(practice, await practice.records.open('note', last.id)) };
}

function convert(context: HandlerContext, input: ChannelInput<'notes:convert'>): Promise<ChannelOutput<'notes:convert'>> {
  return withNote(context, input, async (practice, low) => {
    const before = low.data;
    if (before.status !== 'draft') throw new AppError('NOTE_SIGNED');
    const formats: readonly string[] = CONVERTIBLE_IDS;
    if (!formats.includes(input.templateId) || !formats.includes(before.template.id)) throw new AppError('TEMPLATE_UNKNOWN');
    const template = templateById(input.templateId);
    const { document } = convertNote(before.document, await practice.template(before.template.recordId), template, newLocalId);
    checkDocument(document, template);
    const { id, version, title } = template;
    await withTemplate(practice, template, (recordId, others) => {
      const value: Note = { ...before, template: { id, version, title, recordId }, document, updatedAt: instantOf(context.clock) };
      return saveForClient(practice, value.clientId, { notes: [{ low, value }], others }, todayOf(context.clock));
    });
    return opened(practice, low);
  });
}

export function noteAidHandlers(context: HandlerContext): NoteAidHandlers {
  const { session } = context;
  return {
    'notes:similarity': ({ noteId }) => similarity(session.practice(), noteId),
    'notes:previous': ({ noteId }) => previous(session.practice(), noteId),
    'notes:convert': (input) => convert(context, input),
  };
}
