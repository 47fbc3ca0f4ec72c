// Which figures of the checks a practice may set, within which bounds, and what holds when it has set some.
// Refuses a figure out of its bounds: the default stands then.
import { z } from 'zod';
import data from '../../resources/rules/thresholds.json' with { type: 'json' };
import { thresholds as timing } from '../continuum/thresholds.ts';
import { AppError } from '../errors.ts';
import type { ScoreSettings } from '../measures/score.ts';
import type { Settings } from '../settings.ts';
import { DEFAULT_RULE_SETTINGS, RuleSettings } from './settings.ts';

export const THRESHOLD_GROUPS = ['levels', 'gaps', 'plans', 'notes', 'medication', 'overdose', 'screening'] as const;
export const THRESHOLD_UNITS = ['hours', 'days', 'sessions', 'visits', 'points', 'of10', 'daysOf30', 'percent'] as const;
export const THRESHOLD_SOURCES = ['own', 'asam3', 'label', 'samhsa', 'gad7', 'va', 'vaBam'] as const;
const Id = z.string().regex(/^[a-z][A-Za-z0-9]{1,30}(\.[A-Z_]{2,12})?$/);

export const Threshold = z.strictObject({
  id: Id, group: z.enum(THRESHOLD_GROUPS), unit: z.enum(THRESHOLD_UNITS), min: z.number().int(), max: z.number().int(), source: z.enum(THRESHOLD_SOURCES),
  /** False where the figure was not checked against its source. */
  verified: z.boolean(),
});
export type Threshold = z.infer<typeof Threshold>;

const { thresholds, notAbove } = z.strictObject({ source: z.string().max(200), thresholds: z.array(Threshold).max(200), notAbove: z.array(z.tuple([Id, Id])).max(40) }).parse(data);

/** Every figure that may be set, in the order of the screen. */
export const THRESHOLDS: readonly Threshold[] = thresholds;
/** The first may not be above the second. */
export const NOT_ABOVE: readonly (readonly [string, string])[] = notAbove;

/** Where the similarity of two notes is worth a word, in percent (own design). */
const OTHERS: Readonly<Record<string, number>> = { similarityPercent: 80, objectiveMaxDays: timing.objectiveMaxDays };

/** What holds while nothing is set. */
export function defaultThreshold(id: string): number {
  const [name = '', level] = id.split('.');
  const value: unknown = (DEFAULT_RULE_SETTINGS as Readonly<Record<string, unknown>>)[name] ?? OTHERS[name];
  const found: unknown = level === undefined ? value : typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[level] : undefined;
  if (typeof found !== 'number') throw new TypeError(`no threshold ${id}`);
  return found;
}

export type ThresholdChanges = NonNullable<Settings['rules']>;

/** True for a whole figure within the bounds. */
export function fitsThreshold({ min, max }: Threshold, value: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

/** The figure in force. */
export function thresholdValue(changes: ThresholdChanges | undefined, id: string): number {
  const threshold = THRESHOLDS.find((one) => one.id === id);
  const set = changes?.[id];
  return threshold !== undefined && set !== undefined && fitsThreshold(threshold, set) ? set : defaultThreshold(id);
}

/** Only what differs from the default; BAD_REQUEST {at} for a figure that no one may set or that is out of its bounds. */
export function checkThresholds(changes: ThresholdChanges): ThresholdChanges {
  for (const [id, value] of Object.entries(changes)) {
    const threshold = THRESHOLDS.find((one) => one.id === id);
    if (threshold === undefined || !fitsThreshold(threshold, value)) throw new AppError('BAD_REQUEST', { at: `rules.${id}` });
  }
  for (const [low, high] of NOT_ABOVE) if (thresholdValue(changes, low) > thresholdValue(changes, high)) throw new AppError('BAD_REQUEST', { at: `rules.${low}` });
  return Object.fromEntries(Object.entries(changes).filter(([id, value]) => value !== defaultThreshold(id)).toSorted(([a], [b]) => a.localeCompare(b)));
}

type Chosen = Pick<Settings, 'rules' | 'weekStart'>;

/** The settings that the checks are to be run with. */
export function ruleSettingsOf({ rules = {}, weekStart }: Chosen): RuleSettings {
  const made: Record<string, unknown> = { ...DEFAULT_RULE_SETTINGS, weekStart };
  for (const { id } of THRESHOLDS) {
    const [name = '', level] = id.split('.');
    if (!(name in DEFAULT_RULE_SETTINGS) || rules[id] === undefined) continue;
    made[name] = level === undefined ? thresholdValue(rules, id) : { ...(made[name] as object), [level]: thresholdValue(rules, id) };
  }
  return RuleSettings.parse(made);
}

/** The cuts that an administration is read by; the lower one where it was chosen for this client. */
export function cutsOf({ ptsdCut, ptsdCutLower, bamUse, bamRisk, bamProtective }: RuleSettings, lower: boolean): ScoreSettings {
  return { ptsdCut: lower ? ptsdCutLower : ptsdCut, bamUse, bamRisk, bamProtective };
}

/** Names the settings that findings were made with; empty for the defaults. Equal settings, equal name. */
export function ruleSettingsName(chosen: Chosen): string {
  const settings = ruleSettingsOf(chosen);
  if (JSON.stringify(settings) === JSON.stringify(DEFAULT_RULE_SETTINGS)) return '';
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify(settings)) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `v${settings.version}-${hash.toString(16)}`;
}
