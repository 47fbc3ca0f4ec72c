// Text of a note that could not be saved before the vault had to be closed. Refuses to be a note: it is offered to
// the person, who puts it back, copies it or discards it.
import { z } from 'zod';
import { ClientId, NoteId } from '../brand.ts';
import { KeptCounselling } from '../counselling/counsellingNote.ts';
import { Instant, LocalDate } from '../dates.ts';
import { NoteDocument } from './document.ts';
import { NoteHeader } from './note.ts';

export const Leftover = z.strictObject({ noteId: NoteId, clientId: ClientId, revision: z.number().int().min(1), header: NoteHeader, document: NoteDocument, at: Instant });
export type Leftover = z.infer<typeof Leftover>;

/** As many of each as a file beside the vault holds. */
export const LEFTOVERS_MAX = 20;
/** What lies beside a vault: text of notes, and of counseling notes under their own seal. */
export const Leftovers = z.array(z.union([Leftover, KeptCounselling])).max(2 * LEFTOVERS_MAX);

/** What the window is told: not the text. */
export const LeftoverHead = z.strictObject({ noteId: NoteId, clientId: ClientId, serviceDate: LocalDate, at: Instant });
export type LeftoverHead = z.infer<typeof LeftoverHead>;
