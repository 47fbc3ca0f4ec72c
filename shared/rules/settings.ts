// Every threshold of the rule checks as a setting, with the default of CLINICAL B.6 and F.4. Refuses
// hidden numbers: no rule holds one of its own.
import { z } from 'zod';
import data from '../../resources/rules/defaults.json' with { type: 'json' };
import { ANALYTES } from '../clinical/drugTest.ts';
import { LIVING_KINDS } from '../clinical/clinicalRecord.ts';
import { LevelOfCare } from '../continuum/episode.ts';
import { RULE_IDS } from './ruleIds.ts';

const Days = z.number().int().min(0).max(1000);
const Hours = z.number().min(0).max(2000);
const Words = z.array(z.string().min(2).max(60)).max(100);
const ByLevel = z.partialRecord(LevelOfCare, Days);

export const RuleSettings = z.strictObject({
  version: z.number().int().min(1),
  source: z.string().max(200),
  /** 1 = Monday ... 7 = Sunday. */
  weekStart: z.number().int().min(1).max(7),
  nextLevelDays: Days,
  cowsSettled: z.number().int().min(0).max(48),
  gapDays: ByLevel,
  iopMinHours: Hours, iopMaxHours: Hours, phpMinHours: Hours, opMaxHours: Hours,
  resMinDays: Days, resMaxDays: Days, wmMaxDays: Days, wmMaxDaysMethadone: Days,
  unsafeLiving: z.array(z.enum(LIVING_KINDS)),
  pregnancyLookbackDays: Days,
  ntxShortDays: Days, ntxPreferredDays: Days, ntxLongDays: Days,
  ntxXrDueDays: Days, ntxXrWarnDays: Days, ntxXrAlertDays: Days,
  bupCowsMin: z.number().int().min(0).max(48), bupShortHours: Hours, bupFentanylHours: Hours, bupLongHours: Hours,
  sedativeDays: Days,
  toleranceDays: Days, toleranceFreeDays: Days, dailyUseDays: z.number().int().min(1).max(30),
  phq9Cut: z.number().int().min(0).max(27), gad7Cut: z.number().int().min(0).max(21), ptsdCut: z.number().int().min(0).max(5), ptsdCutLower: z.number().int().min(0).max(5),
  cravingHigh: z.number().int().min(0).max(10), cravingVisits: z.number().int().min(1).max(10),
  bamUse: z.number().int(), bamRisk: z.number().int(), bamProtective: z.number().int(),
  planDays: ByLevel,
  /** The first plan is also due at this attended session, where that comes sooner; a level left out goes by days alone. */
  planSessions: ByLevel, reviewDays: ByLevel, planDaysWithoutLevel: Days, reviewDaysWithoutLevel: Days,
  unsignedNoteHours: Hours,
  problemWords: z.strictObject({ 'R-DEP1': Words, 'R-ANX1': Words, 'R-TRA1': Words }),
  sedativeNames: Words,
  prescriptionNames: z.partialRecord(z.enum(ANALYTES), Words),
  /** Which findings ask who has seen them, when, and why they stand. */
  ackRequired: z.record(z.enum(RULE_IDS), z.boolean()),
});
export type RuleSettings = z.infer<typeof RuleSettings>;

/** The defaults (docs/clinical-sources.md, Rule checks). */
export const DEFAULT_RULE_SETTINGS: RuleSettings = RuleSettings.parse(data);
