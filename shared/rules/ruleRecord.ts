// The facts of one client that the rules read, whole enough for every check and no more. Refuses words of
// notes: of a text it holds only what a rule asks about.
import { z } from 'zod';
import { NALOXONE_STATES, PREGNANCY_STATUSES } from '../clients/client.ts';
import { Acknowledgement, CopingSkill, LIVING_KINDS, LivingSpell, NaloxoneKit, OutsidePrescription, PregnancySpell, Trigger, WithdrawalStatus } from '../clinical/clinicalRecord.ts';
import { DrugTest } from '../clinical/drugTest.ts';
import { Medication } from '../clinical/medication.ts';
import { SubstanceUse } from '../clinical/substanceUse.ts';
import { Episode, EpisodeEvent, LevelOfCare, Overlay, Phase } from '../continuum/episode.ts';
import { Instant, LocalDate, LocalTime } from '../dates.ts';
import { RISK_LEVELS, SERVICE_TYPES } from '../notes/note.ts';
import { OBJECTIVE_STATUSES } from '../plans/plan.ts';
import { plainText } from '../strings.ts';

// A record written by hand may use short ids of its own; in the app they are the records' ids. The
// brands are the same, so that both kinds go through one set of functions.
const Name = z.string().min(1).max(60);
const Local = Name.brand<'LocalId'>();

export const RuleClient = z.strictObject({
  id: Name,
  status: z.enum(['active', 'archived']),
  pregnancy: z.enum(PREGNANCY_STATUSES),
  living: z.enum(LIVING_KINDS),
  naloxone: z.strictObject({ state: z.enum(NALOXONE_STATES), expires: LocalDate.nullable() }),
  diagnoses: z.array(z.string().max(40)).max(60),
  opioidUseDisorder: z.boolean(),
});

export const RuleEpisode = Episode.extend({
  id: Name.brand<'EpisodeId'>(), clientId: Name.brand<'ClientId'>(),
  phases: z.array(Phase.extend({ id: Local })).max(100), overlays: z.array(Overlay.extend({ id: Local })).max(100), events: z.array(EpisodeEvent.extend({ id: Local })).max(5000),
});
export type RuleEpisode = z.infer<typeof RuleEpisode>;

export const RulePlan = z.strictObject({
  id: Name,
  episodeId: Name.nullable(),
  status: z.enum(['draft', 'active', 'superseded', 'closed']),
  effectiveDate: LocalDate.nullable(),
  nextReviewDue: LocalDate.nullable(),
  diagnoses: z.array(z.string().max(40)).max(60),
  problems: z.array(z.strictObject({ id: Name, statement: plainText(4000), status: z.enum(['active', 'deferred', 'resolved', 'referred']) })).max(200),
  objectives: z.array(z.strictObject({ id: Name, number: z.string().max(12), targetDate: LocalDate.nullable(), status: z.enum(OBJECTIVE_STATUSES) })).max(2000),
  /** The plan names ultra-rapid or anaesthesia-assisted detox. */
  ultraRapid: z.boolean(),
});
export type RulePlan = z.infer<typeof RulePlan>;

export const RuleNote = z.strictObject({
  id: Name,
  status: z.enum(['draft', 'signed']),
  serviceDate: LocalDate,
  startTime: LocalTime.nullable(),
  endTime: LocalTime.nullable(),
  minutes: z.number().min(0).max(1440).nullable(),
  serviceType: z.enum([...SERVICE_TYPES, 'mutual_help']),
  /** The person was there and something of it was written: an empty draft is no service. */
  attended: z.boolean(),
  /** A draft in which nothing was written yet. */
  blank: z.boolean().optional(),
  createdAt: Instant.nullable(),
  /** Level of care the service belongs to, where the note says so. */
  level: LevelOfCare.nullable(),
  planLinks: z.number().int().min(0).max(200),
  noPlanLinkReason: z.string().max(400),
  suicide: z.enum(RISK_LEVELS),
  craving: z.number().int().min(0).max(10).nullable(),
  /** Item 9 of a PHQ-9 whose score stands in the note. */
  phqItem9: z.number().int().min(0).max(3).nullable().optional(),
  ultraRapid: z.boolean(),
});
export type RuleNote = z.infer<typeof RuleNote>;

const AnswerKey = z.string().max(40);
export const RuleMeasure = z.strictObject({
  id: Name, instrumentId: z.string().max(20), date: LocalDate, time: LocalTime.nullable(),
  answers: z.record(AnswerKey, z.union([z.number(), z.string(), z.null()])), total: z.number().nullable(), subscales: z.record(AnswerKey, z.number().nullable()),
});
export type RuleMeasure = z.infer<typeof RuleMeasure>;

export const RuleClinical = z.strictObject({
  medications: z.array(Medication.extend({ id: Local })), tests: z.array(DrugTest.extend({ id: Local })), substances: z.array(SubstanceUse.extend({ id: Local })), naloxoneKits: z.array(NaloxoneKit.extend({ id: Local })),
  living: z.array(LivingSpell.extend({ id: Local })), pregnancy: z.array(PregnancySpell.extend({ id: Local })), triggers: z.array(Trigger.extend({ id: Local })), coping: z.array(CopingSkill.extend({ id: Local })),
  outsidePrescriptions: z.array(OutsidePrescription.extend({ id: Local })), withdrawal: WithdrawalStatus, lowerPtsdCut: z.boolean(), acknowledgements: z.array(Acknowledgement.extend({ id: Local })),
});
export type RuleClinical = z.infer<typeof RuleClinical>;

export const RuleRecord = z.strictObject({
  client: RuleClient,
  episodes: z.array(RuleEpisode).max(200),
  plans: z.array(RulePlan).max(2000),
  notes: z.array(RuleNote).max(50_000),
  measures: z.array(RuleMeasure).max(20_000),
  clinical: RuleClinical,
});
export type RuleRecord = z.infer<typeof RuleRecord>;

// "Ultra-rapid" alone may speak of metabolism; the word for withdrawal care has to be
// near, in the same sentence.
const ULTRA_RAPID = [
  /\bultra[\s-]*rapid\b[^.!?]{0,60}?\b(detox\w*|withdrawal)/i,
  /\b(detox\w*|withdrawal)\b[^.!?]{0,40}?\bultra[\s-]*rapid\b/i,
  /\ban(a)?esthe(sia|tic)s?\b[^.!?]{0,60}?\bdetox\w*/i,
  /\bdetox\w*\b[^.!?]{0,60}?\b(an(a)?esthe(sia|tic|ti[sz]ed)|general an(a)?esthetic)/i,
  /\brapid\s+(opi(oid|ate)\s+)?detox\w*[^.!?]{0,60}?\b(an(a)?esthe\w+|sedat\w+|asleep)/i,
  /\b(UROD|AAROD)\b/,
];

/** True when a text names ultra-rapid or anaesthesia-assisted detox. */
export function namesUltraRapid(text: string): boolean {
  return ULTRA_RAPID.some((pattern) => pattern.test(text));
}
