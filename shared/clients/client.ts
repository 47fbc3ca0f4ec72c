// The client's record: who the person is and how to reach them. Refuses clinical content: levels,
// plans and notes are records of their own.
import { z } from 'zod';
import { ClientId, LocalId } from '../brand.ts';
import { Instant, LocalDate } from '../dates.ts';
import { optionalLine, plainText, requiredLine } from '../strings.ts';

/** Names may be long and in any script; 200 UTF-16 units hold every name the field has met. */
export const NAME_MAX = 200;

export const Phone = z.strictObject({ label: optionalLine(40), number: optionalLine(40), messageOk: z.boolean() });
export const EmergencyContact = z.strictObject({ name: optionalLine(NAME_MAX), relationship: optionalLine(80), phone: optionalLine(40), consentOnFile: z.boolean() });
export const CARE_ROLES = ['counsellor', 'therapist', 'prescriber', 'nurse', 'case_manager', 'peer', 'psychiatrist', 'supervisor', 'probation', 'other'] as const;
export const CareTeamMember = z.strictObject({ id: LocalId, role: z.enum(CARE_ROLES), name: requiredLine(NAME_MAX), phone: optionalLine(40) });

export const PREGNANCY_STATUSES = ['unknown', 'not_pregnant', 'possible', 'pregnant', 'postpartum', 'not_applicable'] as const;
export const LIVING_SITUATIONS = ['unknown', 'own_home', 'family_or_friends', 'sober_living', 'residential', 'shelter', 'no_fixed_home', 'unsafe', 'other'] as const;
export const PAYERS = ['unknown', 'medicaid', 'medicare', 'private', 'self_pay', 'grant', 'veterans', 'other'] as const;
export const NALOXONE_STATES = ['unknown', 'none', 'on_hand'] as const;

export const Naloxone = z.strictObject({ state: z.enum(NALOXONE_STATES), expires: LocalDate.nullable() });

/** What a person can type on the client form. */
export const ClientDetails = z.strictObject({
  preferredName: requiredLine(NAME_MAX),
  legalName: requiredLine(NAME_MAX),
  dateOfBirth: LocalDate,
  pronouns: optionalLine(40),
  phones: z.array(Phone).max(5),
  email: optionalLine(200),
  address: plainText(400),
  emergencyContact: EmergencyContact,
  pregnancy: z.enum(PREGNANCY_STATUSES),
  naloxone: Naloxone,
  careTeam: z.array(CareTeamMember).max(20),
  living: z.enum(LIVING_SITUATIONS),
  payer: z.enum(PAYERS),
  payerDetail: optionalLine(200),
});
export type ClientDetails = z.infer<typeof ClientDetails>;

const CardFinding = z.strictObject({ id: z.string().max(20), severity: z.enum(['info', 'warn', 'alert']), text: z.string().max(400) });

/** Kept on the card so that the caseload needs no note, plan or episode to be opened. Recomputed on each save that touches them. */
export const ClientSummary = z.strictObject({
  level: z.string().max(20).nullable(),
  phaseStart: LocalDate.nullable(),
  episodeStart: LocalDate.nullable(),
  nextReview: LocalDate.nullable(),
  hasActivePlan: z.boolean(),
  opioidUseDisorder: z.boolean(),
  unsignedNotes: z.array(z.strictObject({ noteId: z.string().max(26), createdAt: Instant })).max(500),
  /** Drafts in which nothing was written yet, which wait for no signature. Cards written before they were told apart have none here. */
  blankDrafts: z.array(z.string().max(26)).max(500).optional(),
  lastService: LocalDate.nullable(),
  /** A withdrawal-management phase is under way or still planned. */
  withdrawalPlanned: z.boolean().optional(),
  /** What the rule checks found at the last save, which of it someone has acknowledged, and what a known day will bring. */
  findings: z.strictObject({ open: z.array(CardFinding).max(60), seen: z.array(z.string().max(20)).max(60), later: z.array(CardFinding.extend({ from: LocalDate })).max(60).optional(),
    /** Which settings of the checks they were made with; left out for the defaults. */
    by: z.string().max(40).optional() }).optional(),
});
export type ClientFindings = NonNullable<z.infer<typeof ClientSummary>['findings']>;
export type ClientSummary = z.infer<typeof ClientSummary>;

export const Client = z.strictObject({
  id: ClientId,
  details: ClientDetails,
  summary: ClientSummary,
  status: z.enum(['active', 'archived']),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Client = z.infer<typeof Client>;
