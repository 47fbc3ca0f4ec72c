// Text of a note that could not be saved before the vault had to be closed. Refuses to be a note: it is offered to
// the person, who reads it, puts it back or in a new note, copies it or discards it.
import { z } from 'zod';
import { ClientId, NoteId } from '../brand.ts';
import { KeptCounselling } from '../counselling/counsellingNote.ts';
import { Instant, LocalDate } from '../dates.ts';
import { NoteDocument } from './document.ts';
import { NoteHeader, TemplateRef } from './note.ts';

export const Leftover = z.strictObject({ noteId: NoteId, clientId: ClientId, revision: z.number().int().min(1), header: NoteHeader, document: NoteDocument, at: Instant, /** Of the note, which may be gone by the time the text is read; absent where it could not be read any more, and in files of before. */ template: TemplateRef.optional() });
export type Leftover = z.infer<typeof Leftover>;

/** As many of each as a file beside the vault holds. */
export const LEFTOVERS_MAX = 20;
/** What lies beside a vault: text of notes, and of counseling notes under their own seal. */
export const Leftovers = z.array(z.union([Leftover, KeptCounselling])).max(2 * LEFTOVERS_MAX);

/**
 * Where the text can go: back into its note, which stands as it was; into a new one, where the note has moved on or is
 * gone; nowhere, where its kind of note is not known any more.
 */
export const LeftoverWay = z.enum(['back', 'newNote', 'none']);
export type LeftoverWay = z.infer<typeof LeftoverWay>;

/** What the window is told: not the text. */
export const LeftoverHead = z.strictObject({ noteId: NoteId, clientId: ClientId, serviceDate: LocalDate, at: Instant, way: LeftoverWay });
export type LeftoverHead = z.infer<typeof LeftoverHead>;
