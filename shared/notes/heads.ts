// What lists and the timeline show of a note. Refuses its words.
import { isBlankDraft } from './blankDraft.ts';
import { noteMinutes } from './duration.ts';
import type { Note, NoteHead } from './note.ts';

/** The head of one note. */
export function noteHead(note: Note): NoteHead {
  const { id, clientId, status, createdAt, updatedAt, header } = note;
  return {
    id, clientId, status, createdAt, updatedAt, templateTitle: note.template.title, serviceDate: header.serviceDate, startTime: header.startTime,
    minutes: noteMinutes(header), serviceType: header.serviceType, linkedObjectives: header.planLinks.length, addenda: note.addenda.length, signedAt: note.signature?.signedAt ?? null, blank: isBlankDraft(note),
  };
}
