// A session note: header (CLINICAL D.0), document, signature, addenda. Refuses any change of a
// signed note other than an addendum; the handlers enforce it, the shape makes it visible.
import { z } from 'zod';
import { ClientId, EpisodeId, LocalId, NoteId, PlanId, RecordId } from '../brand.ts';
import { Instant, LocalDate, LocalTime } from '../dates.ts';
import { optionalLine, plainText, requiredLine } from '../strings.ts';
import { NoteDocument } from './document.ts';

export const SERVICE_TYPES = ['individual', 'group', 'family_with', 'family_without', 'couples', 'crisis', 'intake_assessment', 'treatment_planning', 'case_management', 'care_coordination', 'psychoeducation', 'cm_visit', 'mat_checkin', 'wm_monitoring', 'peer_support', 'activity', 'telephone', 'no_show', 'non_billable'] as const;
export const MODALITIES = ['in_person', 'video', 'audio_only', 'field'] as const;
export const PLACES = ['office', 'telehealth', 'home', 'sud_facility', 'residential_sud', 'community', 'other'] as const;
export const RISK_LEVELS = ['not_asked', 'none', 'low', 'moderate', 'high'] as const;
export const RISK_KINDS = ['suicide', 'selfHarm', 'violence', 'overdose', 'withdrawal'] as const;
/** CLINICAL F.3: much worse, worse, no change, some, marked progress, met. */
export const PROGRESS_RATINGS = ['-2', '-1', '0', '1', '2', 'M'] as const;

const RiskItem = z.strictObject({ level: z.enum(RISK_LEVELS), action: plainText(1000) });
export const RiskCheck = z.strictObject({ suicide: RiskItem, selfHarm: RiskItem, violence: RiskItem, overdose: RiskItem, withdrawal: RiskItem });

export const PlanLink = z.strictObject({ planId: PlanId, objectiveId: LocalId, number: optionalLine(8), rating: z.enum(PROGRESS_RATINGS).nullable(), comment: plainText(1000) });
export type PlanLink = z.infer<typeof PlanLink>;

export const NoteHeader = z.strictObject({
  serviceDate: LocalDate,
  startTime: LocalTime.nullable(),
  endTime: LocalTime.nullable(),
  breakMinutes: z.number().int().min(0).max(600),
  serviceType: z.enum(SERVICE_TYPES),
  modality: z.enum(MODALITIES),
  modalityReason: optionalLine(300),
  place: z.enum(PLACES),
  participants: z.array(z.strictObject({ id: LocalId, name: optionalLine(200), relationship: optionalLine(80), consentOnFile: z.boolean() })).max(20),
  interpreter: optionalLine(120),
  planLinks: z.array(PlanLink).max(60),
  noPlanLinkReason: optionalLine(400),
  risk: RiskCheck,
  nextAppointment: LocalDate.nullable(),
});
export type NoteHeader = z.infer<typeof NoteHeader>;

export const TemplateRef = z.strictObject({ id: z.string().max(60), version: z.number().int().min(1), title: requiredLine(120), recordId: RecordId });

export const Signature = z.strictObject({
  name: requiredLine(200),
  credentials: optionalLine(120),
  signedAt: Instant,
  method: z.literal('passphrase'),
  appVersion: optionalLine(20),
  /** SHA-256, hex, of the canonical JSON of header, document and template reference. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Late entry: signed more than 24 hours after the service (CLINICAL H.6). */
  late: z.boolean(),
});
export type Signature = z.infer<typeof Signature>;

/**
 * The place for a second signature, of a supervisor or another clinician, under the first. Written by no screen yet:
 * one clinician works in a vault. It is not part of what the first signature's hash covers.
 */
export const CoSignature = z.strictObject({
  name: requiredLine(200),
  credentials: optionalLine(120),
  role: requiredLine(80),
  at: Instant,
  method: z.literal('passphrase'),
});
export type CoSignature = z.infer<typeof CoSignature>;

export const MOST_ADDENDA = 200;
export const Addendum = z.strictObject({ id: LocalId, text: plainText(20_000), reason: requiredLine(400), authorName: requiredLine(200), credentials: optionalLine(120), at: Instant });
export type Addendum = z.infer<typeof Addendum>;

export const Note = z.strictObject({
  id: NoteId,
  clientId: ClientId,
  episodeId: EpisodeId.nullable(),
  phaseId: LocalId.nullable(),
  /** Level of care copied at signing. */
  levelAtSigning: z.string().max(20).nullable(),
  template: TemplateRef,
  status: z.enum(['draft', 'signed']),
  header: NoteHeader,
  document: NoteDocument,
  signature: Signature.nullable(),
  /** Notes stored before it was thought of have none. */
  coSignature: CoSignature.optional(),
  addenda: z.array(Addendum).max(MOST_ADDENDA),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Note = z.infer<typeof Note>;

/** What lists and the timeline need of a note. */
export const NoteHead = Note.pick({ id: true, clientId: true, status: true, createdAt: true, updatedAt: true }).extend({
  templateTitle: z.string(), serviceDate: LocalDate, startTime: LocalTime.nullable(), minutes: z.number().nullable(), serviceType: z.enum(SERVICE_TYPES), linkedObjectives: z.number().int(), addenda: z.number().int(), signedAt: Instant.nullable(),
  /** A draft in which nothing was written yet; it waits for no signature. */
  blank: z.boolean(),
});
export type NoteHead = z.infer<typeof NoteHead>;
