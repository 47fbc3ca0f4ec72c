// Channels that look across notes: what waits for a signature, and what shares its time with another.
import { z } from 'zod';
import { NoteId } from '../brand.ts';
import { LocalDate, LocalTime } from '../dates.ts';
import { NoteHead, NoteHeader } from '../notes/note.ts';
import { channel, Nothing } from './define.ts';

export const UnsignedNote = z.strictObject({ head: NoteHead, preferredName: z.string(), legalName: z.string(), hours: z.number().int().min(0), late: z.boolean(), /** Holds nothing, but was saved before or has text kept beside the vault: it is discarded from the note, not from the list. */ emptied: z.boolean() });
export type UnsignedNote = z.infer<typeof UnsignedNote>;

export const OverlappingNote = z.strictObject({ noteId: NoteId, title: z.string(), serviceDate: LocalDate, startTime: LocalTime, endTime: LocalTime, signed: z.boolean() });
export type OverlappingNote = z.infer<typeof OverlappingNote>;

export const noteListContracts = {
  /** The longest wait first, then drafts in which nothing was written (`head.blank`). `limitHours`: when R-SIG1 speaks. `archived`: drafts of archived clients, who take no signature. `unreadable`: drafts that are there but damaged. */
  'notes:unsigned': channel(Nothing, z.strictObject({ notes: z.array(UnsignedNote), limitHours: z.number(), archived: z.number().int().min(0), unreadable: z.number().int().min(0) })),
  /** Removes a draft in which nothing was written. NOT_FOUND, CLIENT_ARCHIVED, NOTE_SIGNED, SAVE_CONFLICT where something has been written meanwhile. */
  'notes:discardBlank': channel(z.strictObject({ noteId: NoteId }), Nothing),
  /** Other notes of the same client that share time with these times, which may not be saved yet. NOT_FOUND. */
  'notes:overlaps': channel(NoteHeader.pick({ serviceDate: true, startTime: true, endTime: true, serviceType: true }).extend({ noteId: NoteId }), z.strictObject({ notes: z.array(OverlappingNote) })),
} as const;
