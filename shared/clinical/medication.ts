// A medication as the counsellor records it (CLINICAL B.7). Refuses to dose or prescribe: strength and
// dose are words of the prescriber, nothing is calculated from them.
import { z } from 'zod';
import { LocalDate, LocalTime } from '../dates.ts';
import { optionalLine } from '../strings.ts';
import { entryFields } from './entry.ts';

export const MEDICATION_KINDS = ['methadone', 'buprenorphine', 'buprenorphine_naloxone', 'naltrexone_oral', 'naltrexone_xr', 'naloxone', 'adjunct', 'other'] as const;
export const MEDICATION_PURPOSES = ['maintenance', 'withdrawal', 'overdose_reversal', 'other'] as const;
export const STOP_REASONS = ['completed', 'sideEffect', 'clientChoice', 'lostAccess', 'pregnancy', 'other'] as const;
export const MEDICATION_SOURCES = ['clientReport', 'prescriberRecord', 'PDMP'] as const;
export const MEDICATION_ROUTES = ['', 'oral', 'sublingual', 'buccal', 'injection', 'implant', 'nasal', 'patch', 'other'] as const;

export const Medication = z.strictObject({
  ...entryFields,
  kind: z.enum(MEDICATION_KINDS),
  purpose: z.enum(MEDICATION_PURPOSES),
  product: optionalLine(120),
  strength: optionalLine(80),
  dose: optionalLine(120),
  route: z.enum(MEDICATION_ROUTES),
  frequency: optionalLine(120),
  prescriber: optionalLine(200),
  /** Where it is dispensed or given, such as the methadone clinic. */
  site: optionalLine(200),
  prescriptionDays: z.number().int().min(0).max(366).nullable(),
  start: LocalDate,
  startTime: LocalTime.nullable(),
  /** For an injection: the day it was last given. */
  lastTaken: LocalDate.nullable(),
  nextDue: LocalDate.nullable(),
  /** The dose is being lowered step by step by the prescriber. */
  tapering: z.boolean(),
  stop: LocalDate.nullable(),
  stopReason: z.enum(STOP_REASONS).nullable(),
  adherencePercent: z.number().int().min(0).max(100).nullable(),
  missedDoses7d: z.number().int().min(0).max(7).nullable(),
  source: z.enum(MEDICATION_SOURCES),
});
export type Medication = z.infer<typeof Medication>;
export type MedicationKind = Medication['kind'];

type Times = Pick<Medication, 'start' | 'stop'>;

/** Methadone and both forms of buprenorphine. */
export function isAgonist({ kind }: Pick<Medication, 'kind'>): boolean {
  return kind === 'methadone' || kind === 'buprenorphine' || kind === 'buprenorphine_naloxone';
}

/** Buprenorphine alone or with naloxone. */
export function isBuprenorphine({ kind }: Pick<Medication, 'kind'>): boolean {
  return kind === 'buprenorphine' || kind === 'buprenorphine_naloxone';
}

/** Naltrexone as tablet or injection. */
export function isNaltrexone({ kind }: Pick<Medication, 'kind'>): boolean {
  return kind === 'naltrexone_oral' || kind === 'naltrexone_xr';
}

/** True on every day from the start to the day before the stop; on the stop day it no longer counts. */
export function isCurrent({ start, stop }: Times, day: LocalDate): boolean {
  return start <= day && (stop === null || stop > day);
}

// Brand and generic names that free text may use for the same substance.
const NAMES: readonly (readonly [MedicationKind, RegExp])[] = [
  ['methadone', /\b(methadone|methadose|dolophine)\b/i],
  ['buprenorphine_naloxone', /\b(suboxone|zubsolv|bunavail|buprenorphine\s*[/+_-]\s*naloxone|buprenorphine (and|with) naloxone)\b/i],
  ['buprenorphine', /\b(buprenorphine|subutex|sublocade|brixadi|bup)\b/i],
  ['naltrexone_xr', /\b(vivitrol|xr[- ]?ntx|xr[- ]naltrexone|extended[- ]release naltrexone|naltrexone[-_ ](xr|er|injection))\b/i],
  ['naltrexone_oral', /\b(naltrexone(_oral)?|revia)\b/i],
  ['naloxone', /\b(naloxone|narcan|kloxxado|zimhi)\b/i],
];

/** The kind that free text of an event names, or null. */
export function medicationKindOf(text: string): MedicationKind | null {
  return NAMES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
