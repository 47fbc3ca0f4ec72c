// The treatment plan (CLINICAL F.1): problem, goal in the client's words, measurable objective,
// intervention. Refuses to renumber: numbers belong to ids for the whole chain of versions.
import { z } from 'zod';
import { ClientId, EpisodeId, LocalId, PlanId } from '../brand.ts';
import { Instant, LocalDate } from '../dates.ts';
import { optionalLine, plainText, requiredLine } from '../strings.ts';

export const INTERVENTION_TYPES = ['cbt', 'cm', 'mi', 'relapse_prevention', 'psychoeducation', 'skills_practice', 'medication_support', 'family', 'group', 'case_management', 'mutual_help', 'peer_support', 'referral', 'other'] as const;
export const OBJECTIVE_STATUSES = ['not_started', 'in_progress', 'met', 'partly_met', 'not_met', 'revised', 'discontinued', 'deferred'] as const;

export const Intervention = z.strictObject({
  id: LocalId,
  type: z.enum(INTERVENTION_TYPES),
  text: plainText(1000),
  modality: z.enum(['individual', 'group', 'family', 'medication', 'self', 'other']),
  times: z.number().int().min(0).max(99).nullable(),
  per: z.enum(['day', 'week', 'month', 'once']),
  minutes: z.number().int().min(0).max(600).nullable(),
  responsible: optionalLine(200),
});
export type Intervention = z.infer<typeof Intervention>;

export const Measure = z.strictObject({
  metric: optionalLine(200),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  unit: optionalLine(40),
  direction: z.enum(['up', 'down', 'maintain']),
  source: optionalLine(120),
});
export type Measure = z.infer<typeof Measure>;

export const Objective = z.strictObject({
  id: LocalId,
  /** "1.a": given once by `numberPlan`, never changed. */
  number: z.string().regex(/^\d{1,3}\.[a-z]{1,2}$/),
  text: plainText(1000),
  measure: Measure,
  startDate: LocalDate.nullable(),
  targetDate: LocalDate.nullable(),
  status: z.enum(OBJECTIVE_STATUSES),
  statusReason: optionalLine(400),
  interventions: z.array(Intervention).max(30),
});
export type Objective = z.infer<typeof Objective>;

export const Goal = z.strictObject({
  id: LocalId,
  number: z.string().regex(/^\d{1,3}$/),
  /** Long-term, the client's own words. */
  text: plainText(1000),
  targetDate: LocalDate.nullable(),
  status: z.enum(['active', 'met', 'revised', 'discontinued', 'deferred']),
  objectives: z.array(Objective).max(26),
});
export type Goal = z.infer<typeof Goal>;

export const Problem = z.strictObject({
  id: LocalId,
  no: z.number().int().min(1).max(999),
  statement: plainText(1000),
  /** ASAM dimension 1-6, chosen by the clinician. */
  dimension: z.number().int().min(1).max(6).nullable(),
  evidence: plainText(2000),
  status: z.enum(['active', 'deferred', 'resolved', 'referred']),
  statusReason: optionalLine(400),
  goals: z.array(Goal).max(20),
});
export type Problem = z.infer<typeof Problem>;

export const PlanSignature = z.strictObject({ role: z.enum(['client', 'clinician', 'supervisor', 'prescriber', 'guardian']), name: requiredLine(200), credentials: optionalLine(120), signedAt: Instant, refusedReason: optionalLine(400) });

/** Paths about medication; the client chooses, informed. */
export const PATHWAYS = ['moud', 'antagonist', 'no_medication'] as const;
/** The parts that a plan should touch, or say why not. */
export const PLAN_PARTS = ['medicationChoice', 'behavioural', 'coOccurring', 'followUp'] as const;
export const AGREEMENT_ROLES = ['client', 'guardian', 'counsellor', 'therapist', 'psychiatrist', 'prescriber', 'case_manager', 'supervisor', 'other'] as const;
export const MOST_AGREEMENTS = 12;
/** Someone beside the clinician who agreed to this version, said or on paper; without a day it is open or declined. */
export const Agreement = z.strictObject({ id: LocalId, role: z.enum(AGREEMENT_ROLES), name: optionalLine(200), date: LocalDate.nullable(), refusedReason: optionalLine(400) });
export type Agreement = z.infer<typeof Agreement>;

/** What the plan screen edits. */
export const PlanContent = z.strictObject({
  effectiveDate: LocalDate,
  nextReviewDue: LocalDate.nullable(),
  diagnoses: z.array(z.strictObject({ code: optionalLine(20), label: optionalLine(200) })).max(30),
  clientGoalsOwnWords: plainText(4000),
  strengths: z.array(optionalLine(300)).max(30),
  preferences: plainText(2000),
  barriers: z.array(optionalLine(300)).max(30),
  levelOfCareRationale: plainText(4000),
  dischargeCriteria: plainText(2000),
  problems: z.array(Problem).max(60),
  copyGiven: z.strictObject({ date: LocalDate, method: z.enum(['printed', 'read', 'declined']) }).nullable(),
  pathway: z.enum(PATHWAYS).nullable().optional(),
  /** The informed choice: what was offered and explained, and what the client said. */
  pathwayNote: plainText(2000).optional(),
  notIndicated: z.partialRecord(z.enum(PLAN_PARTS), optionalLine(400)).optional(),
  agreements: z.array(Agreement).max(MOST_AGREEMENTS).optional(),
});
export type PlanContent = z.infer<typeof PlanContent>;

/** One version; a chain shares `chainId` so that objectives keep their ids and numbers. */
export const Plan = z.strictObject({
  id: PlanId,
  chainId: PlanId,
  clientId: ClientId,
  episodeId: EpisodeId.nullable(),
  version: z.number().int().min(1).max(999),
  status: z.enum(['draft', 'active', 'superseded', 'closed']),
  content: PlanContent,
  /** Numbers ever given in the chain, so that a removed problem's number is not used again. */
  usedNumbers: z.strictObject({ problem: z.number().int().min(0), goal: z.number().int().min(0), objectives: z.record(z.string().max(4), z.number().int().min(0)) }),
  signatures: z.array(PlanSignature).max(10),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Plan = z.infer<typeof Plan>;
