// Service codes as data with their time rules, and what they suggest for a session. Refuses to bill:
// numbers with labels of our own, each a suggestion that the clinician confirms (CLINICAL D.1).
import { z } from 'zod';
import data from '../../resources/continuum/serviceCodes.json' with { type: 'json' };
import { requiredLine } from '../strings.ts';
import { type NoteHeader, SERVICE_TYPES } from './note.ts';

const Minutes = z.number().int().min(0).max(1440);

export const ServiceCode = z.strictObject({
  code: requiredLine(12),
  label: requiredLine(80),
  system: z.enum(['cpt', 'hcpcs']),
  /** Kinds of service it is suggested for; empty: kept for choosing by hand. */
  serviceTypes: z.array(z.enum(SERVICE_TYPES)),
  /** range and untimed count once; unit15 in quarters of an hour; the others are never suggested from a session. */
  rule: z.enum(['untimed', 'range', 'unit15', 'perHour', 'perDiem', 'bundle']),
  minMinutes: Minutes,
  maxMinutes: Minutes.nullable(),
  /** A second code for the time beyond. */
  addOn: z.strictObject({ code: requiredLine(12), label: requiredLine(80), afterMinutes: Minutes, everyMinutes: Minutes.min(1) }).optional(),
  levels: z.array(z.string().max(20)).optional(),
  /** False where the time rule was not checked against a source. */
  verified: z.boolean(),
});
export type ServiceCode = z.infer<typeof ServiceCode>;
/** A practice may keep a list of its own in the same shape. */
export const ServiceCodeList = z.strictObject({ source: z.string().max(200), codes: z.array(ServiceCode).max(300) });

/** The list that ships. Do not change it: it is shared. */
export const serviceCodes: readonly ServiceCode[] = ServiceCodeList.parse(data).codes;

export const UNIT_RULES = ['midpoint', 'full15'] as const;
export type UnitRule = (typeof UNIT_RULES)[number];
export const CodeSettings = z.strictObject({ unitRule: z.enum(UNIT_RULES), prefer: z.enum(['cpt', 'hcpcs']) });
export type CodeSettings = z.infer<typeof CodeSettings>;
/** Defaults of the settings, which may differ by payer. */
export const DEFAULT_CODE_SETTINGS: CodeSettings = { unitRule: 'midpoint', prefer: 'cpt' };

/** As the practice has set them. */
export function codeSettingsOf({ unitRule, preferCodes }: { readonly unitRule?: UnitRule | undefined; readonly preferCodes?: CodeSettings['prefer'] | undefined }): CodeSettings {
  return { unitRule: unitRule ?? DEFAULT_CODE_SETTINGS.unitRule, prefer: preferCodes ?? DEFAULT_CODE_SETTINGS.prefer };
}

export type SuggestedCode = {
  readonly code: string; readonly label: string; readonly units: number; readonly verified: boolean;
  /** True for what the payer's system is set to, or where that system has nothing for this service. */
  readonly preferred: boolean;
  /** The code whose time this one goes on counting; null for a code of its own. */
  readonly addOnTo: string | null;
};

/** Quarters of an hour: by the midpoint 8 to 22 minutes are one, 23 to 37 two; `full15` counts full ones only. */
export function unitsOf15(minutes: number, rule: UnitRule): number {
  return Math.max(0, Math.floor((minutes + (rule === 'midpoint' ? 7 : 0)) / 15));
}

function unitsFor(code: ServiceCode, minutes: number, rule: UnitRule): number {
  if (minutes < code.minMinutes || (code.maxMinutes !== null && minutes > code.maxMinutes)) return 0;
  if (code.rule === 'unit15') return unitsOf15(minutes, rule);
  return code.rule === 'untimed' || code.rule === 'range' ? 1 : 0;
}

/** What fits the service and its minutes, preferred ones first; empty while the minutes are unknown or when nothing fits. */
export function suggestCodes(serviceType: NoteHeader['serviceType'], minutes: number | null, settings: CodeSettings = DEFAULT_CODE_SETTINGS, list: readonly ServiceCode[] = serviceCodes): SuggestedCode[] {
  if (minutes === null || minutes <= 0) return [];
  const mine = list.filter((code) => code.serviceTypes.includes(serviceType));
  const hasPreferred = mine.some(({ system }) => system === settings.prefer);
  const found = mine.flatMap((entry): SuggestedCode[] => {
    const units = unitsFor(entry, minutes, settings.unitRule);
    if (units === 0) return [];
    const { code, label, verified, addOn } = entry;
    const preferred = !hasPreferred || entry.system === settings.prefer;
    const first = { code, label, units, verified, preferred, addOnTo: null };
    if (addOn === undefined || minutes <= addOn.afterMinutes) return [first];
    return [first, { code: addOn.code, label: addOn.label, units: Math.ceil((minutes - addOn.afterMinutes) / addOn.everyMinutes), verified, preferred, addOnTo: code }];
  });
  return found.toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
}
