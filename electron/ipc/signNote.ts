// Freezes a note: checks, content hash, level of care, late mark. The words of every rule are in
// shared/notes/signing.ts; here is only what needs a hash. Refuses to sign twice.
import { createHash } from 'node:crypto';
import { currentPhase } from '../../shared/continuum/position.ts';
import type { Episode } from '../../shared/continuum/episode.ts';
import type { Instant } from '../../shared/dates.ts';
import { AppError } from '../../shared/errors.ts';
import { MOST_ADDENDA, type Addendum, type Note } from '../../shared/notes/note.ts';
import { contentToSign, isLate, signProblems, timesReversed, type WallClock } from '../../shared/notes/signing.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';

export type Signing = {
  readonly template: NoteTemplate;
  readonly episode: Episode | null;
  readonly at: { readonly instant: Instant; readonly wall: WallClock };
  readonly name: string;
  readonly credentials: string;
  readonly appVersion: string;
};

/** SHA-256, hex, of the canonical JSON of what is signed. */
export function contentHash(note: Note): string {
  return createHash('sha256').update(contentToSign(note), 'utf8').digest('hex');
}

/** The note as it will stand. NOTE_SIGNED, NOTE_TIME_ORDER, or NOTE_INCOMPLETE with the number of things missing. */
export function signedNote(note: Note, { template, episode, at, name, credentials, appVersion }: Signing): Note {
  if (note.status !== 'draft') throw new AppError('NOTE_SIGNED');
  const { blocking } = signProblems(note, template, at.wall, null);
  if (blocking.length > 0) throw new AppError(timesReversed(note.header) ? 'NOTE_TIME_ORDER' : 'NOTE_INCOMPLETE', { missing: blocking.length });
  const level = episode === null ? null : currentPhase(episode, note.header.serviceDate)?.level ?? null;
  return {
    ...note, status: 'signed', levelAtSigning: level, updatedAt: at.instant,
    signature: { name: name.trim(), credentials: credentials.trim(), signedAt: at.instant, method: 'passphrase', appVersion, contentHash: contentHash(note), late: isLate(note.header, at.wall) },
  };
}

/** The note with one more addendum. NOTE_NOT_SIGNED, BAD_REQUEST for one without words, NAME_EMPTY without an author, TEXT_TOO_LONG past the most a note holds. */
export function withAddendum(note: Note, addendum: Addendum): Note {
  if (note.status !== 'signed') throw new AppError('NOTE_NOT_SIGNED');
  if (addendum.text.trim() === '') throw new AppError('BAD_REQUEST', { field: 'text' });
  if (addendum.authorName.trim() === '') throw new AppError('NAME_EMPTY', { why: 'author' });
  if (note.addenda.length >= MOST_ADDENDA) throw new AppError('TEXT_TOO_LONG', { why: 'addenda', most: MOST_ADDENDA });
  return { ...note, addenda: [...note.addenda, addendum], updatedAt: addendum.at };
}
