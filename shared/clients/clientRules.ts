// What makes client details acceptable, and initials in any script. Refuses to guess at names: they
// are kept as typed, less outer spaces.
import type { z } from 'zod';
import { LocalDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import { ClientDetails, NAME_MAX } from './client.ts';

/** The form before it is checked: the date of birth may still be empty or impossible. */
export type ClientDetailsDraft = Omit<ClientDetails, 'dateOfBirth'> & { readonly dateOfBirth: string };

/** An empty form. */
export function emptyClientDetails(): ClientDetailsDraft {
  return {
    preferredName: '', legalName: '', dateOfBirth: '', pronouns: '', phones: [], email: '', address: '',
    emergencyContact: { name: '', relationship: '', phone: '', consentOnFile: false },
    pregnancy: 'unknown', naloxone: { state: 'unknown', expires: null }, careTeam: [], living: 'unknown', payer: 'unknown', payerDetail: '',
  };
}

/**
 * The details ready to be saved: outer spaces gone, a naloxone date only where a kit is on hand.
 * Throws NAME_EMPTY, NAME_TOO_LONG, DATE_INVALID, BIRTH_DATE_FUTURE, TEXT_TOO_LONG or BAD_REQUEST,
 * with the form field in `facts.field`.
 */
export function checkClientDetails(details: ClientDetailsDraft, today: LocalDate): ClientDetails {
  const preferredName = checkName(details.preferredName, 'preferredName');
  const legalName = checkName(details.legalName, 'legalName');
  if (!LocalDate.safeParse(details.dateOfBirth).success) throw new AppError('DATE_INVALID', { field: 'dateOfBirth' });
  if (details.dateOfBirth > today) throw new AppError('BIRTH_DATE_FUTURE', { field: 'dateOfBirth' });
  for (const member of details.careTeam) checkName(member.name, 'careTeam');
  if (details.emergencyContact.name.length > NAME_MAX) throw new AppError('NAME_TOO_LONG', { field: 'emergencyContact' });
  const naloxone = details.naloxone.state === 'on_hand' ? details.naloxone : { ...details.naloxone, expires: null };
  const parsed = ClientDetails.safeParse({ ...details, preferredName, legalName, naloxone });
  if (parsed.success) return parsed.data;
  throw refusal(parsed.error);
}

function checkName(name: string, field: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new AppError('NAME_EMPTY', { field });
  if (trimmed.length > NAME_MAX) throw new AppError('NAME_TOO_LONG', { field });
  return trimmed;
}

function refusal(error: z.ZodError): AppError {
  const issue = error.issues[0];
  const field = String(issue?.path[0] ?? '');
  return new AppError(issue?.code === 'too_big' ? 'TEXT_TOO_LONG' : 'BAD_REQUEST', { field });
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

// The first letter or digit of a word with all marks that belong to it; the first sign where there is none.
function firstGrapheme(word: string): string {
  let first = '';
  for (const { segment } of graphemes.segment(word)) {
    if (/[\p{L}\p{N}]/u.test(segment)) return segment;
    if (first === '') first = segment;
  }
  return first;
}

function upper(grapheme: string): string {
  const raised = grapheme.toUpperCase();
  // German sharp s would become two letters.
  return [...graphemes.segment(raised)].length === 1 ? raised : grapheme;
}

/** Initials of the first and last word: "Ana de la Cruz" -> "A. C."; one word gives one. Works in any script. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0] ?? name.trim();
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last].filter((word): word is string => word !== undefined && word !== '').map((word) => `${upper(firstGrapheme(word))}.`).join(' ');
}

/**
 * Initials of a person for paper and screens that others may see: of the preferred name, with one of
 * the legal name where the preferred name is a single word ("Juni", "June Ada Marsh" -> "J. M.").
 */
export function clientInitials({ preferredName, legalName }: Pick<ClientDetails, 'preferredName' | 'legalName'>): string {
  const preferred = preferredName.trim();
  if (/\s/u.test(preferred)) return initials(preferred);
  const legal = legalName.trim().split(/\s+/u);
  const other = legal.length < 2 ? undefined : [legal.at(-1), legal[0]].find((word) => word !== preferred);
  return initials(other === undefined ? preferred : `${preferred} ${other}`);
}

/** The first word of a name. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? '';
}
