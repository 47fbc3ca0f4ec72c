// Minutes of a session and the service code, with its units and add-on, that the foot of a note shows for them. Refuses to
// bill: a code is a suggestion with our own short label, the clinician confirms it.
import { minutesBetween } from '../dates.ts';
import type { NoteHeader } from './note.ts';
import { type CodeSettings, type SuggestedCode, suggestCodes, unitsOf15 } from './serviceCodes.ts';

/** Minutes from start to end less the break; null while a time is missing or the end is not after the start. */
export function noteMinutes({ startTime, endTime, breakMinutes }: Pick<NoteHeader, 'startTime' | 'endTime' | 'breakMinutes'>): number | null {
  return startTime === null || endTime === null ? null : minutesBetween(startTime, endTime, breakMinutes);
}

/** The preferred code whose kind and minutes fit; null below 16 minutes of therapy and for what has no code here. */
export function suggestCode(serviceType: NoteHeader['serviceType'], minutes: number | null, settings?: CodeSettings): SuggestedCode | null {
  return suggestCodes(serviceType, minutes, settings).find(({ preferred }) => preferred) ?? null;
}

/** That code and what is added to it for the time beyond; empty where there is none. */
export function suggestedBilling(serviceType: NoteHeader['serviceType'], minutes: number | null, settings?: CodeSettings): readonly SuggestedCode[] {
  const first = suggestCode(serviceType, minutes, settings);
  return first === null ? [] : [first, ...suggestCodes(serviceType, minutes, settings).filter(({ addOnTo }) => addOnTo === first.code)];
}

/** Units of 15 minutes by the midpoint rule: 8 to 22 = 1, 23 to 37 = 2, and so on. */
export function quarterHourUnits(minutes: number): number {
  return unitsOf15(minutes, 'midpoint');
}
