// The life of a note: draft, signed, amended by addenda. Refuses any other change of a signed note.
import type { LocalId } from '../brand.ts';
import type { Episode } from '../continuum/episode.ts';
import { currentPhase } from '../continuum/position.ts';
import type { Instant } from '../dates.ts';
import { AppError } from '../errors.ts';
import { checkDocument } from './checkDocument.ts';
import type { Addendum, Note, Signature } from './note.ts';
import { isLate, signProblems, timesReversed, type WallClock } from './signing.ts';
import type { NoteTemplate } from './template.ts';

/**
 * A draft with what the screen holds. Throws NOTE_SIGNED, or what `checkDocument` throws. Times in
 * the wrong order may stand while someone is typing; signing refuses them.
 */
export function saveNoteDraft(note: Note, change: Pick<Note, 'header' | 'document'>, template: NoteTemplate, at: Instant): Note {
  if (note.status === 'signed') throw new AppError('NOTE_SIGNED');
  checkDocument(change.document, template);
  return { ...note, header: change.header, document: change.document, updatedAt: at };
}

export type SignInput = Pick<Signature, 'name' | 'credentials' | 'appVersion' | 'contentHash'> & { readonly at: Instant; readonly now: WallClock; readonly episode: Episode | null };

/**
 * The note signed and frozen, with the level of care of its day. `contentHash` is the SHA-256 of
 * `contentToSign(note)`. Throws NOTE_SIGNED, NOTE_TIME_ORDER, NAME_EMPTY, or NOTE_INCOMPLETE.
 */
export function signNote(note: Note, template: NoteTemplate, { name, credentials, appVersion, contentHash, at, now, episode }: SignInput): Note {
  if (note.status === 'signed') throw new AppError('NOTE_SIGNED');
  if (name.trim() === '') throw new AppError('NAME_EMPTY', { field: 'name' });
  checkDocument(note.document, template);
  const { blocking } = signProblems(note, template, now, null);
  if (blocking.length > 0) throw new AppError(timesReversed(note.header) ? 'NOTE_TIME_ORDER' : 'NOTE_INCOMPLETE', { missing: blocking.length });
  const phase = episode === null ? null : currentPhase(episode, note.header.serviceDate);
  const signature: Signature = { name: name.trim(), credentials: credentials.trim(), signedAt: at, method: 'passphrase', appVersion, contentHash, late: isLate(note.header, now) };
  return { ...note, status: 'signed', phaseId: phase?.id ?? note.phaseId, levelAtSigning: phase?.level ?? null, signature, updatedAt: at };
}

/** A signed note with one more addendum; nothing else changes. Throws NOTE_NOT_SIGNED, REASON_MISSING, BAD_REQUEST. */
export function addAddendum(note: Note, { text, reason, authorName, credentials, id, at }: Omit<Addendum, 'id' | 'at'> & { readonly id: LocalId; readonly at: Instant }): Note {
  if (note.status !== 'signed') throw new AppError('NOTE_NOT_SIGNED');
  if (reason.trim() === '') throw new AppError('REASON_MISSING');
  if (text.trim() === '' || note.addenda.length >= 200) throw new AppError('BAD_REQUEST', { field: 'text' });
  return { ...note, addenda: [...note.addenda, { id, text, reason: reason.trim(), authorName: authorName.trim(), credentials, at }], updatedAt: at };
}
