// Channels about note templates and notes.
import { z } from 'zod';
import { ClientId, NoteId } from '../brand.ts';
import { LocalDate } from '../dates.ts';
import { NoteDocument } from '../notes/document.ts';
import { LeftoverHead } from '../notes/leftover.ts';
import { Note, NoteHead, NoteHeader } from '../notes/note.ts';
import { NoteTemplate } from '../notes/template.ts';
import { NoteVersion, VERSIONS_MAX } from '../notes/versions.ts';
import { optionalLine, plainText, requiredLine } from '../strings.ts';
import { channel, Nothing } from './define.ts';

/** The template that the note was made from, whatever the current version is. `born`: the client's date of birth. */
export const OpenNote = z.strictObject({ value: Note, revision: z.number().int().min(1), template: NoteTemplate, born: LocalDate });
const SaveReceipt = z.strictObject({ revision: z.number().int().min(1), savedAt: z.number() });

/** One note may have left two texts; the time tells them apart. */
const WhichLeftover = LeftoverHead.pick({ noteId: true, at: true });

export const noteContracts = {
  'templates:list': channel(Nothing, z.array(NoteTemplate)),
  'templates:get': channel(z.strictObject({ templateId: z.string().max(60) }), NoteTemplate),
  /** `unreadable`: how many are there but damaged. */
  'notes:list': channel(z.strictObject({ clientId: ClientId }), z.strictObject({ heads: z.array(NoteHead), unreadable: z.number().int() })),
  /** TEMPLATE_UNKNOWN, TEMPLATE_ARCHIVED. */
  'notes:create': channel(z.strictObject({ clientId: ClientId, templateId: z.string().max(60) }), OpenNote, 5),
  'notes:get': channel(z.strictObject({ noteId: NoteId }), OpenNote),
  /** Resolves after the fsync; the screen may say "Saved" only then. */
  'notes:saveDraft': channel(z.strictObject({ noteId: NoteId, revision: z.number().int().min(1), header: NoteHeader, document: NoteDocument }), SaveReceipt),
  'notes:sign': channel(z.strictObject({ noteId: NoteId, revision: z.number().int().min(1), name: requiredLine(200), credentials: optionalLine(120), passphrase: z.string().min(1).max(1024) }), OpenNote, 5),
  'notes:addAddendum': channel(z.strictObject({ noteId: NoteId, revision: z.number().int().min(1), text: plainText(20_000), reason: requiredLine(400) }), OpenNote, 5),
  /** Text that could not be saved before an earlier lock: offered until it is put back or discarded. */
  'notes:leftovers': channel(Nothing, z.array(LeftoverHead)),
  /** SAVE_CONFLICT where the note has changed since, NOTE_SIGNED, NOT_FOUND. */
  'notes:putBack': channel(WhichLeftover, Nothing),
  /** Makes a new draft of it, for the same client, and forgets it once the draft is on the disk. CLIENT_ARCHIVED, TEMPLATE_UNKNOWN. */
  'notes:leftoverAsNote': channel(WhichLeftover, OpenNote, 5),
  /** With the words of its head; without labels where its kind of note is not known any more. */
  'notes:leftoverText': channel(WhichLeftover, z.strictObject({ text: z.string() })),
  'notes:dropLeftover': channel(WhichLeftover, Nothing),
  'notes:discardDraft': channel(z.strictObject({ noteId: NoteId, revision: z.number().int().min(1) }), z.strictObject({})),
  /** The earlier note of this client that is most alike; null where there is none or too few words to tell. `compared`: how many were looked at. */
  'notes:similarity': channel(z.strictObject({ noteId: NoteId }), z.strictObject({ compared: z.number().int().min(0), nearest: z.strictObject({ percent: z.number().int().min(0).max(100), warn: z.boolean(), head: NoteHead }).nullable() }), 5),
  /** The last note before this one, of the same client and template. */
  'notes:previous': channel(z.strictObject({ noteId: NoteId }), z.strictObject({ note: OpenNote.nullable() }), 5),
  /** Every save of a note that is still in the vault, newest first. `complete` is false where a damaged place hides one. Also for a note that cannot be read itself. */
  'notes:versions': channel(z.strictObject({ noteId: NoteId }), z.strictObject({ versions: z.array(NoteVersion).max(VERSIONS_MAX), complete: z.boolean() }), 5),
  /** The note as it was saved then, with the template of that time. */
  'notes:version': channel(z.strictObject({ noteId: NoteId, version: z.number().int().min(1) }), OpenNote.extend({ savedAt: z.number() }), 10),
  /** A draft gets the words of that version as a new save; from a signed note a new draft is begun with them. The revision is of the note as it is now. */
  'notes:restoreVersion': channel(z.strictObject({ noteId: NoteId, revision: z.number().int().min(1), version: z.number().int().min(1) }), OpenNote, 5),
  /** A draft in another format; nothing is lost. TEMPLATE_UNKNOWN where one of the two is not a format that converts. */
  'notes:convert': channel(z.strictObject({ noteId: NoteId, revision: z.number().int().min(1), templateId: z.string().max(60) }), OpenNote, 5),
} as const;
