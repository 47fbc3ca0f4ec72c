// Reason codes, dimensions and readiness prompts as reviewed data. Refuses unknown codes, so that
// reports can count reasons; the clinician's own words go into the note beside them.
import { z } from 'zod';
import data from '../../resources/continuum/reasons.json' with { type: 'json' };
import { AppError } from '../errors.ts';
import { LevelOfCare } from './episode.ts';
import type { MoveDirection } from './levels.ts';

export const Reason = z.strictObject({ code: z.string().regex(/^[a-z0-9_]{1,24}$/), label: z.string().max(80) });
export type Reason = z.infer<typeof Reason>;

export const DISCHARGE_TYPES = ['DISCHARGE_COMPLETED', 'DISCHARGE_TRANSFER', 'DISCHARGE_AMA', 'DISCHARGE_ADMIN', 'DISCHARGE_LOST', 'DEATH'] as const;
export type DischargeType = (typeof DISCHARGE_TYPES)[number];

const Reasons = z.array(Reason).min(1);
const Six = z.array(z.string()).length(6);
const parsed = z.strictObject({
  source: z.string(),
  dimensions: z.strictObject({ '3': Six, '4': Six }),
  dimensionsVerified: z.strictObject({ '3': z.boolean(), '4': z.boolean() }),
  down: Reasons, up: Reasons, lateral: Reasons, hold: Reasons,
  discharge: z.record(z.enum(DISCHARGE_TYPES), Reasons),
  adminDischargeHelp: z.string(),
  readiness: z.array(z.strictObject({ from: z.array(LevelOfCare), to: z.array(LevelOfCare), items: z.array(z.string()) })),
  stepUpPrompts: z.array(z.string()),
}).parse(data);

export type Dimension = { readonly number: number; readonly label: string; readonly verified: boolean };

/** The six assessment dimensions of an edition. */
export function dimensions(edition: '3' | '4'): readonly Dimension[] {
  return parsed.dimensions[edition].map((label, index) => ({ number: index + 1, label, verified: parsed.dimensionsVerified[edition] }));
}

// A move names dimensions as reasons too: d1 to d6.
function dimensionReasons(edition: '3' | '4'): readonly Reason[] {
  return dimensions(edition).map(({ number, label }) => ({ code: `d${number}`, label: `${number}. ${label}` }));
}

/** Reasons offered for a move: plain reasons first, then the six dimensions. */
export function moveReasons(direction: MoveDirection, edition: '3' | '4' = '3'): readonly Reason[] {
  return [...parsed[direction], ...dimensionReasons(edition)];
}

/** Reasons offered for staying longer at a level. */
export function holdReasons(edition: '3' | '4' = '3'): readonly Reason[] {
  return [...parsed.hold, ...dimensionReasons(edition)];
}

/** Reasons offered for a discharge of one type. */
export function dischargeReasons(type: DischargeType): readonly Reason[] {
  return parsed.discharge[type];
}

/** Help shown beside an administrative discharge. */
export const adminDischargeHelp: string = parsed.adminDischargeHelp;

/** Prompts that a person is ready for the move; never a condition of it. */
export function readinessPrompts(from: LevelOfCare, to: LevelOfCare): readonly string[] {
  return parsed.readiness.find((entry) => entry.from.includes(from) && entry.to.includes(to))?.items ?? [];
}

/** Prompts for a step up: two or more suggest a talk about it. */
export function stepUpPrompts(): readonly string[] {
  return parsed.stepUpPrompts;
}

const labels = new Map([...parsed.down, ...parsed.up, ...parsed.lateral, ...parsed.hold, ...Object.values(parsed.discharge).flat(), ...dimensionReasons('3')].map(({ code, label }) => [code, label]));

/** Label of a stored reason code; the code itself when it is of an older list. */
export function reasonLabel(code: string): string {
  return labels.get(code) ?? code;
}

/** Distinct codes joined for an event field. Throws REASON_MISSING when there is none or one is not offered. */
export function joinReasons(given: readonly string[], offered: readonly Reason[]): string {
  const codes = [...new Set(given.map((code) => code.trim()))];
  if (codes.length === 0) throw new AppError('REASON_MISSING');
  const known = new Set(offered.map((reason) => reason.code));
  for (const code of codes) if (!known.has(code)) throw new AppError('REASON_MISSING');
  return codes.join(', ');
}
