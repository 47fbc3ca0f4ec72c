// The clinical record of one client beside notes and plans: medicines, tests, history, kits, home,
// pregnancy, triggers, skills. Refuses advice: the rules read it, nothing here decides.
import { z } from 'zod';
import { ClientId, LocalId } from '../brand.ts';
import { LIVING_SITUATIONS } from '../clients/client.ts';
import { Instant, LocalDate } from '../dates.ts';
import { optionalLine, plainText, requiredLine } from '../strings.ts';
import { DrugTest } from './drugTest.ts';
import { entryFields } from './entry.ts';
import { Authorisation, Meeting } from './meetings.ts';
import { Medication } from './medication.ts';
import { SubstanceUse } from './substanceUse.ts';

export const KIT_STATES = ['on_hand', 'used', 'lost', 'passed_on', 'replaced'] as const;
/** A naloxone kit that was given or seen. */
export const NaloxoneKit = z.strictObject({ ...entryFields, product: optionalLine(120), doses: z.number().int().min(0).max(20).nullable(), given: LocalDate, expires: LocalDate.nullable(), state: z.enum(KIT_STATES), trained: z.boolean() });
export type NaloxoneKit = z.infer<typeof NaloxoneKit>;

/** Where the client lives from a day on, hospital and jail included because leaving them matters. */
export const LIVING_KINDS = [...LIVING_SITUATIONS, 'hospital', 'jail'] as const;
export const LivingSpell = z.strictObject({ ...entryFields, kind: z.enum(LIVING_KINDS), start: LocalDate, end: LocalDate.nullable(), safe: z.enum(['yes', 'no', 'unknown']), detail: optionalLine(300) });
export type LivingSpell = z.infer<typeof LivingSpell>;

export const PREGNANCY_OUTCOMES = ['birth', 'loss', 'ended', 'not_pregnant'] as const;
/** A pregnancy from the day it became known; `possible` until it was confirmed. */
export const PregnancySpell = z.strictObject({ ...entryFields, status: z.enum(['possible', 'pregnant']), start: LocalDate, dueDate: LocalDate.nullable(), end: LocalDate.nullable(), outcome: z.enum(PREGNANCY_OUTCOMES).nullable(), obstetricContact: optionalLine(300) });
export type PregnancySpell = z.infer<typeof PregnancySpell>;

export const TRIGGER_CATEGORIES = ['people', 'place', 'thing', 'emotion', 'body_pain', 'time_date', 'payday', 'boredom', 'celebration', 'conflict', 'grief', 'withdrawal', 'media', 'stress'] as const;
export const Trigger = z.strictObject({ ...entryFields, category: z.enum(TRIGGER_CATEGORIES), text: requiredLine(400), intensity: z.number().int().min(0).max(10).nullable(), plan: plainText(1000), active: z.boolean(), /** A day that comes back every year, such as the anniversary of a loss. */ yearly: LocalDate.nullable().optional() });
export type Trigger = z.infer<typeof Trigger>;

export const COPING_KINDS = ['urge_surfing', 'delay', 'refusal_skills', 'problem_solving', 'activity_scheduling', 'relaxation', 'grounding', 'communication', 'money_time', 'emergency_plan', 'support_person', 'mutual_help', 'other'] as const;
export const CopingSkill = z.strictObject({ ...entryFields, kind: z.enum(COPING_KINDS), text: requiredLine(400), helps: z.number().int().min(0).max(10).nullable(), active: z.boolean() });
export type CopingSkill = z.infer<typeof CopingSkill>;

/** An opioid prescribed outside the program, or surgery ahead. `painPlan`: the day a pain plan was agreed with the prescriber. */
export const OutsidePrescription = z.strictObject({ ...entryFields, kind: z.enum(['opioid_prescription', 'surgery']), what: optionalLine(200), prescriber: optionalLine(200), start: LocalDate, end: LocalDate.nullable(), painPlan: LocalDate.nullable() });
export type OutsidePrescription = z.infer<typeof OutsidePrescription>;

/** Answers to two questions that the rules ask once: no withdrawal care needed, or stable on medication for OUD. */
export const WithdrawalStatus = z.strictObject({ notIndicatedOn: LocalDate.nullable(), stabilisedOn: LocalDate.nullable(), reason: plainText(1000) });
export type WithdrawalStatus = z.infer<typeof WithdrawalStatus>;

export const EVIDENCE_KEY_MAX = 200;
/** Someone has seen a rule's finding and said why it stands. It holds for this evidence only. */
export const Acknowledgement = z.strictObject({ id: LocalId, ruleId: z.string().regex(/^R-[A-Z]{2,4}\d?$/), evidenceKeys: z.array(z.string().max(EVIDENCE_KEY_MAX)).min(1).max(500), who: requiredLine(200), at: Instant, why: requiredLine(1000) });
export type Acknowledgement = z.infer<typeof Acknowledgement>;

const lists = {
  medications: z.array(Medication).max(500),
  tests: z.array(DrugTest).max(5000),
  substances: z.array(SubstanceUse).max(100),
  naloxoneKits: z.array(NaloxoneKit).max(200),
  living: z.array(LivingSpell).max(500),
  pregnancy: z.array(PregnancySpell).max(30),
  triggers: z.array(Trigger).max(300),
  coping: z.array(CopingSkill).max(300),
  outsidePrescriptions: z.array(OutsidePrescription).max(200),
  // Records written before these lists were kept have none.
  meetings: z.array(Meeting).max(5000).default([]),
  authorisations: z.array(Authorisation).max(300).default([]),
} as const;

export const ClinicalRecord = z.strictObject({
  clientId: ClientId,
  ...lists,
  withdrawal: WithdrawalStatus,
  /** The lower cut of the PC-PTSD-5 is used for this client (advised for women). */
  lowerPtsdCut: z.boolean(),
  acknowledgements: z.array(Acknowledgement).max(5000),
});
export type ClinicalRecord = z.infer<typeof ClinicalRecord>;

export type ClinicalList = keyof typeof lists;

/** The record of a client about whom nothing of this is known yet. */
export function emptyClinicalRecord(clientId: ClientId): ClinicalRecord {
  return {
    clientId, medications: [], tests: [], substances: [], naloxoneKits: [], living: [], pregnancy: [], triggers: [], coping: [], outsidePrescriptions: [], meetings: [], authorisations: [],
    withdrawal: { notIndicatedOn: null, stabilisedOn: null, reason: '' }, lowerPtsdCut: false, acknowledgements: [],
  };
}
