// Meetings of mutual-help groups that the client went to, and what a payer has authorised. Refuses to bill: a
// meeting is no service, and units are counted from notes only to remind.
import { z } from 'zod';
import { LocalDate } from '../dates.ts';
import { type UnitRule, unitsOf15 } from '../notes/serviceCodes.ts';
import { optionalLine } from '../strings.ts';
import { entryFields } from './entry.ts';

export const MEETING_KINDS = ['na', 'aa', 'ma', 'smart', 'other'] as const;
/** One meeting attended, as told by the client. */
export const Meeting = z.strictObject({ ...entryFields, kind: z.enum(MEETING_KINDS), date: LocalDate, where: optionalLine(200), minutes: z.number().int().min(0).max(600).nullable() });
export type Meeting = z.infer<typeof Meeting>;

export const AUTHORISED_UNITS = ['sessions', 'hours', 'quarters', 'days'] as const;
/** What a payer has agreed to, from a day to a day. */
export const Authorisation = z.strictObject({ ...entryFields, number: optionalLine(80), what: optionalLine(200), unit: z.enum(AUTHORISED_UNITS), allowed: z.number().int().min(0).max(10_000).nullable(), start: LocalDate, lastDay: LocalDate });
export type Authorisation = z.infer<typeof Authorisation>;

export type Attended = { readonly date: LocalDate; readonly minutes: number };

/** Units used of an authorisation by the attended services in its days; hours are whole minutes in sixtieths. */
export function unitsUsed({ unit, start, lastDay }: Pick<Authorisation, 'unit' | 'start' | 'lastDay'>, services: readonly Attended[], rule: UnitRule): number {
  const own = services.filter(({ date }) => date >= start && date <= lastDay);
  switch (unit) {
    case 'sessions': return own.length;
    case 'days': return new Set(own.map(({ date }) => date)).size;
    case 'hours': return Math.round((own.reduce((sum, { minutes }) => sum + minutes, 0) / 60) * 100) / 100;
    case 'quarters': return own.reduce((sum, { minutes }) => sum + unitsOf15(minutes, rule), 0);
  }
}
