// Counseling notes, kept apart: the record of one note and the keys of its author. Refuses any word of the note in
// clear: what is written stands under the author's own key, inside what the vault seals.
import { z } from 'zod';
import { ClientId, LocalId, NoteId } from '../brand.ts';
import { Instant } from '../dates.ts';
import { plainText } from '../strings.ts';

export const COUNSELLING_TEXT_MAX = 60_000;
export const COUNSELLING_NOTES_MAX = 5000;

/** Text as bytes in base64. Three bytes for each letter at most, and a little for padding and the seal. */
const Sealed = z.string().max(300_000).regex(/^[A-Za-z0-9+/]*={0,2}$/);
/** A slot of the vault's own format (docs/vault-format.md). */
const Slot = z.string().min(1).max(600).regex(/^[A-Za-z0-9+/]*={0,2}$/);

export const CounsellingText = plainText(COUNSELLING_TEXT_MAX);

/** Beside the seal only whose it is and when: no title, no first line. */
export const CounsellingNote = z.strictObject({ format: z.literal(1), id: NoteId, clientId: ClientId, author: LocalId, createdAt: Instant, updatedAt: Instant, sealed: Sealed });
export type CounsellingNote = z.infer<typeof CounsellingNote>;

/**
 * Text that the disk refused before a lock, sealed under the author's key for this place and no other: `revision` is the
 * one it was written on, 0 for a note that was never saved. Kept beside the vault until the notes are opened again.
 */
export const KeptCounselling = z.strictObject({ kind: z.literal('counsellingNote'), noteId: NoteId, clientId: ClientId, author: LocalId, revision: z.number().int().min(0), at: Instant, sealed: Sealed });
export type KeptCounselling = z.infer<typeof KeptCounselling>;

/**
 * The author's key, wrapped twice: by the passphrase of these notes and by their recovery code. `author` is there for the
 * day when several write in one vault. `changes` counts replaced secrets, so that of two copies the newer is believed;
 * keys set up before it was counted have none.
 */
export const CounsellingKeys = z.strictObject({ format: z.literal(1), author: LocalId, keysId: z.string().max(40).regex(/^[A-Za-z0-9+/]*={0,2}$/), passphrase: Slot, recoveryCode: Slot, changes: z.number().int().min(0).optional() });
export type CounsellingKeys = z.infer<typeof CounsellingKeys>;
