// Minutes of a session and the service code they suggest. Refuses to bill: a code is a suggestion with
// our own short label, the clinician confirms it (docs/clinical-sources.md, Service codes).
import { z } from 'zod';
import data from '../../resources/continuum/serviceCodes.json' with { type: 'json' };
import { minutesBetween } from '../dates.ts';
import { type NoteHeader, SERVICE_TYPES } from './note.ts';

export const ServiceCode = z.strictObject({ code: z.string().max(10), label: z.string().max(60), serviceTypes: z.array(z.enum(SERVICE_TYPES)), minMinutes: z.number().int(), maxMinutes: z.number().int().nullable(), verified: z.boolean() });
export type ServiceCode = z.infer<typeof ServiceCode>;

const codes = z.strictObject({ source: z.string(), codes: z.array(ServiceCode) }).parse(data).codes;

/** Minutes from start to end less the break; null while a time is missing or the end is not after the start. */
export function noteMinutes({ startTime, endTime, breakMinutes }: Pick<NoteHeader, 'startTime' | 'endTime' | 'breakMinutes'>): number | null {
  return startTime === null || endTime === null ? null : minutesBetween(startTime, endTime, breakMinutes);
}

/** The code whose kind and minutes fit; null below 16 minutes of therapy and for what has no code here. */
export function suggestCode(serviceType: NoteHeader['serviceType'], minutes: number | null): ServiceCode | null {
  if (minutes === null) return null;
  return codes.find((code) => code.serviceTypes.includes(serviceType) && minutes >= code.minMinutes && (code.maxMinutes === null || minutes <= code.maxMinutes)) ?? null;
}

/** Units of 15 minutes by the midpoint rule: 8 to 22 = 1, 23 to 37 = 2, and so on. */
export function quarterHourUnits(minutes: number): number {
  return Math.max(0, Math.floor((minutes + 7) / 15));
}
