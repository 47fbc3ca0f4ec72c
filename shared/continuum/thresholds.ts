// Thresholds of reminders as reviewed data with defaults. Refuses law: state and payer rules win.
import { z } from 'zod';
import data from '../../resources/continuum/thresholds.json' with { type: 'json' };

const Days = z.number().int().min(1);
export const Thresholds = z.strictObject({ source: z.string(), unsignedNoteHours: Days, lateEntryHours: Days, reviewSoonDays: Days, objectiveMaxDays: Days, initialPlanDaysWithoutLevel: Days, reviewDaysWithoutLevel: Days });
export type Thresholds = z.infer<typeof Thresholds>;

/** The defaults (docs/clinical-sources.md, Rule thresholds). */
export const thresholds: Thresholds = Thresholds.parse(data);
