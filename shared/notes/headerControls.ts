// The names of those controls of a note's header of which there are several: what a problem leads to and what
// the page draws are one name. Refuses to know how they look.
import type { RISK_KINDS } from './note.ts';

/** The level of one risk, or what was done about it. */
export function riskControl(kind: (typeof RISK_KINDS)[number], part: 'level' | 'action'): string {
  return `risk-${part}-${kind}`;
}

/** How far one linked objective has come. */
export function ratingControl(objectiveId: string): string {
  return `rating-${objectiveId}`;
}

/** Whether consent is on file for one person present. */
export function consentControl(personId: string): string {
  return `consent-${personId}`;
}
