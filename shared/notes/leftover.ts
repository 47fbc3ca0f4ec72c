// Text of a note that could not be saved before the vault had to be closed. Refuses to be a note: it is offered to
// the person, who puts it back, copies it or discards it.
import { z } from 'zod';
import { ClientId, NoteId } from '../brand.ts';
import { Instant, LocalDate } from '../dates.ts';
import { NoteDocument } from './document.ts';
import { NoteHeader } from './note.ts';

export const Leftover = z.strictObject({ noteId: NoteId, clientId: ClientId, revision: z.number().int().min(1), header: NoteHeader, document: NoteDocument, at: Instant });
export type Leftover = z.infer<typeof Leftover>;

export const Leftovers = z.array(Leftover).max(20);

/** What the window is told: not the text. */
export const LeftoverHead = z.strictObject({ noteId: NoteId, clientId: ClientId, serviceDate: LocalDate, at: Instant });
export type LeftoverHead = z.infer<typeof LeftoverHead>;
