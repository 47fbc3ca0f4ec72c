// What the caseload shows of one client. Refuses the record itself: rows are made from the card's summary.
import { z } from 'zod';
import { ClientId } from '../brand.ts';
import { LevelOfCare } from '../continuum/episode.ts';
import { LocalDate } from '../dates.ts';

export const ClientAlert = z.strictObject({ id: z.string().max(20), severity: z.enum(['info', 'warn', 'alert']), text: z.string() });
export type ClientAlert = z.infer<typeof ClientAlert>;

export const CaseloadRow = z.strictObject({
  clientId: ClientId, preferredName: z.string(), legalName: z.string(), pronouns: z.string(), status: z.enum(['active', 'archived']),
  level: LevelOfCare.nullable(), dayInLevel: z.number().int().nullable(), nextReview: LocalDate.nullable(), unsignedNotes: z.number().int(), blankDrafts: z.number().int(), oldestUnsignedHours: z.number().nullable(), alerts: z.array(ClientAlert),
});
export type CaseloadRow = z.infer<typeof CaseloadRow>;
