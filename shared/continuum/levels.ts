// The levels of care and overlays as reviewed data. Refuses to recommend a level: numbers and
// lengths are shown, the clinician chooses (docs/clinical-sources.md).
import { z } from 'zod';
import data from '../../resources/continuum/levels.json' with { type: 'json' };
import { BASE_LEVELS, LevelOfCare, OVERLAY_KINDS, OverlayKind } from './episode.ts';

const AsamNumbers = z.strictObject({ numbers: z.array(z.string().max(20)), verified: z.boolean() });

export const LevelInfo = z.strictObject({
  code: LevelOfCare,
  name: z.string().max(80),
  short: z.string().max(8),
  /** For handouts: says what it is without naming treatment. */
  plain: z.string().max(60),
  /** Canonical order: moving to a larger index is a step down. Both detox levels are 0. */
  order: z.number().int().min(0).max(6),
  /** `verified: false` where the reference marks the numbers as recollection. */
  asam: z.strictObject({ '3': AsamNumbers, '4': AsamNumbers }),
  typical: z.strictObject({ text: z.string(), minDays: z.number().int().nullable(), maxDays: z.number().int().nullable(), verified: z.boolean() }),
  hours: z.strictObject({ text: z.string(), min: z.number().nullable(), max: z.number().nullable() }),
  setting: z.string(),
  overnight: z.boolean(),
  /** Whom the level fits, where the reference says so. Help to read, never a condition. */
  fits: z.string().max(300).optional(),
  /** How withdrawal usually goes, and what of it was not checked against a source. */
  course: z.strictObject({ text: z.string().max(400), verified: z.boolean(), more: z.string().max(300), moreVerified: z.boolean() }).optional(),
  /** Days from admission until the first plan is due, and between reviews. */
  initialPlanDays: z.number().int().min(1),
  reviewDays: z.number().int().min(1),
});
export type LevelInfo = z.infer<typeof LevelInfo>;

export const OverlayInfo = z.strictObject({ kind: OverlayKind, name: z.string(), short: z.string(), plain: z.string(), medication: z.boolean(), setting: z.string() });
export type OverlayInfo = z.infer<typeof OverlayInfo>;

const parsed = z.strictObject({ source: z.string(), countableServices: z.array(z.string()), levels: z.array(LevelInfo).length(BASE_LEVELS.length), overlays: z.array(OverlayInfo).length(OVERLAY_KINDS.length) }).parse(data);

const levelByCode = new Map(parsed.levels.map((level) => [level.code, level]));
const overlayByKind = new Map(parsed.overlays.map((overlay) => [overlay.kind, overlay]));

/** Service types whose attended hours count toward the week. */
export const countableServices: readonly string[] = parsed.countableServices;

/** Every base level in canonical order. */
export function allLevels(): readonly LevelInfo[] {
  return parsed.levels;
}

/** Every overlay. */
export function allOverlays(): readonly OverlayInfo[] {
  return parsed.overlays;
}

/** Facts of one level. */
export function levelInfo(level: LevelOfCare): LevelInfo {
  const info = levelByCode.get(level);
  if (info === undefined) throw new TypeError(`levels.json lacks ${level}`);
  return info;
}

/** Facts of one overlay. */
export function overlayInfo(kind: OverlayKind): OverlayInfo {
  const info = overlayByKind.get(kind);
  if (info === undefined) throw new TypeError(`levels.json lacks ${kind}`);
  return info;
}

/** Name shown to the clinician. */
export function levelName(level: LevelOfCare): string {
  return levelInfo(level).name;
}

/** Short label for chips and the timeline: "IOP". */
export function levelShort(level: LevelOfCare): string {
  return levelInfo(level).short;
}

/** Plain name for handouts: "Weekly visits". */
export function levelPlainName(level: LevelOfCare): string {
  return levelInfo(level).plain;
}

/** Canonical order index; larger is less intensive. */
export function levelOrder(level: LevelOfCare): number {
  return levelInfo(level).order;
}

/** Name of an overlay shown to the clinician. */
export function overlayName(kind: OverlayKind): string {
  return overlayInfo(kind).name;
}

export type MoveDirection = 'down' | 'up' | 'lateral';

/** Which way a move goes by canonical order: larger index is down, equal is lateral. */
export function moveDirection(from: LevelOfCare, to: LevelOfCare): MoveDirection {
  const difference = levelOrder(to) - levelOrder(from);
  if (difference > 0) return 'down';
  return difference < 0 ? 'up' : 'lateral';
}
