// What lists and the timeline need of a client's notes, read when first asked for and kept while the
// vault is open. Refuses to keep note text.
import type { Note, NoteHead } from '../../shared/notes/note.ts';
import { noteHead } from '../../shared/notes/heads.ts';
import type { Records } from './records.ts';

export type NoteHeads = {
  readonly of: (clientId: string) => Promise<readonly NoteHead[]>;
  readonly saved: (note: Note) => void;
  readonly removed: (clientId: string, noteId: string) => void;
  readonly forget: () => void;
};

/** Heads by client; an entry is made by reading that client's notes once. */
export function createNoteHeads(records: Records): NoteHeads {
  const byClient = new Map<string, Promise<Map<string, NoteHead>>>();
  const read = async (clientId: string): Promise<Map<string, NoteHead>> => {
    const notes = await records.openAll('note', clientId);
    return new Map(notes.map((low) => [low.data.id, noteHead(low.data)]));
  };
  const load = (clientId: string): Promise<Map<string, NoteHead>> => {
    const known = byClient.get(clientId);
    if (known !== undefined) return known;
    const reading = read(clientId);
    byClient.set(clientId, reading);
    // A failed read is tried again by the next question.
    reading.catch(() => byClient.delete(clientId));
    return reading;
  };
  const change = (clientId: string, work: (heads: Map<string, NoteHead>) => void): void => {
    byClient.get(clientId)?.then(work, () => undefined);
  };
  return {
    of: async (clientId) => [...(await load(clientId)).values()],
    saved: (note) => change(note.clientId, (heads) => heads.set(note.id, noteHead(note))),
    removed: (clientId, noteId) => change(clientId, (heads) => heads.delete(noteId)),
    forget: () => byClient.clear(),
  };
}
