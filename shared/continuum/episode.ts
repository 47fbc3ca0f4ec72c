// An episode of care: planned and actual phases, overlays and events. Refuses to place anyone: the
// clinician chooses the level, this only holds what was chosen (CLINICAL B.1, B.3, B.4).
import { z } from 'zod';
import { ClientId, EpisodeId, LocalId } from '../brand.ts';
import { Instant, LocalDate, LocalTime } from '../dates.ts';
import { optionalLine, plainText } from '../strings.ts';

/** Base levels in canonical order of intensity; only one may be active at a time. */
export const BASE_LEVELS = ['WM_RES', 'WM_AMB', 'RES', 'PHP', 'IOP', 'OP', 'AFTERCARE', 'EI'] as const;
export const LevelOfCare = z.enum(BASE_LEVELS);
export type LevelOfCare = z.infer<typeof LevelOfCare>;

export const OVERLAY_KINDS = ['OTP', 'OBOT', 'REC_RES', 'LEGAL', 'PREGNANCY', 'PROBATION'] as const;
export const OverlayKind = z.enum(OVERLAY_KINDS);
export type OverlayKind = z.infer<typeof OverlayKind>;

export const TIMELINE_EVENT_TYPES = [
  'REFERRAL', 'SCREENING', 'INTAKE', 'ADMISSION', 'READMISSION', 'TRANSITION_DOWN', 'TRANSITION_UP', 'TRANSFER', 'HOLD', 'LEAVE_PASS',
  'MED_START', 'MED_CHANGE', 'MED_STOP', 'INJECTION_GIVEN', 'TEST_RESULT', 'RETURN_TO_USE', 'OVERDOSE', 'CRISIS', 'PREGNANCY', 'BIRTH',
  'HOUSING_CHANGE', 'PLAN_CREATED', 'PLAN_REVIEW', 'PLAN_REVISED', 'GOAL_MET', 'MILESTONE',
  'DISCHARGE_COMPLETED', 'DISCHARGE_TRANSFER', 'DISCHARGE_AMA', 'DISCHARGE_ADMIN', 'DISCHARGE_LOST', 'DEATH', 'OUTREACH',
] as const;
export const TimelineEventType = z.enum(TIMELINE_EVENT_TYPES);
export type TimelineEventType = z.infer<typeof TimelineEventType>;

/** Special tracks of a program; faith-based only where the client asks for it. */
export const PROGRAM_TRACKS = ['morning', 'evening', 'gender_specific', 'faith_based', 'education', 'career', 'music_therapy', 'trauma'] as const;
const Tracks = z.array(z.enum(PROGRAM_TRACKS)).max(PROGRAM_TRACKS.length).optional();

export const Phase = z.strictObject({
  id: LocalId,
  level: LevelOfCare,
  asamEdition: z.enum(['3', '4']).nullable(),
  asamNumber: optionalLine(20),
  program: optionalLine(200),
  tracks: Tracks,
  plannedStart: LocalDate,
  /** Inclusive; null for an open-ended phase. */
  plannedEnd: LocalDate.nullable(),
  actualStart: LocalDate.nullable(),
  /** Inclusive. */
  actualEnd: LocalDate.nullable(),
  endReason: optionalLine(60),
  notes: plainText(2000),
});
export type Phase = z.infer<typeof Phase>;

export const Overlay = z.strictObject({ id: LocalId, kind: OverlayKind, start: LocalDate, end: LocalDate.nullable(), detail: plainText(400) });
export type Overlay = z.infer<typeof Overlay>;

/** Fields beyond date and note, by type; bounded name/value pairs whose names come from resources/continuum/events.json. */
export const EventFields = z.record(z.string().max(40), z.union([optionalLine(400), z.number(), z.boolean(), z.null()])).refine((fields) => Object.keys(fields).length <= 20, 'too many fields');

export const EpisodeEvent = z.strictObject({
  id: LocalId,
  type: TimelineEventType,
  date: LocalDate,
  time: LocalTime.nullable(),
  note: plainText(4000),
  fields: EventFields,
  author: optionalLine(200),
  recordedAt: Instant,
});
export type EpisodeEvent = z.infer<typeof EpisodeEvent>;

export const Episode = z.strictObject({
  id: EpisodeId,
  clientId: ClientId,
  start: LocalDate,
  end: LocalDate.nullable(),
  status: z.enum(['planned', 'active', 'onLeave', 'completed', 'closed']),
  preset: z.string().max(40).nullable(),
  phases: z.array(Phase).max(100),
  overlays: z.array(Overlay).max(100),
  events: z.array(EpisodeEvent).max(5000),
});
export type Episode = z.infer<typeof Episode>;

const Reasoned = { date: LocalDate, reasons: z.array(z.string().max(60)).min(1).max(20), note: plainText(4000) };

/** What a clinician does to an episode; applied by the pure function `applyEpisodeCommand` (shared/continuum/applyCommand.ts). */
export const EpisodeCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('move'), ...Reasoned, direction: z.enum(['down', 'up', 'lateral']), to: LevelOfCare, program: optionalLine(200), plannedEnd: LocalDate.nullable(), clientView: plainText(2000), handoffContact: optionalLine(200), firstAppointment: LocalDate.nullable() }),
  z.strictObject({ kind: z.literal('hold'), ...Reasoned, plannedEnd: LocalDate.nullable() }),
  z.strictObject({ kind: z.literal('returnToUse'), date: LocalDate, time: LocalTime.nullable(), substance: optionalLine(120), route: optionalLine(80), amount: optionalLine(120), pattern: z.enum(['lapse', 'pattern', 'unknown']), toleranceRisk: z.boolean(), planChanged: z.boolean(), note: plainText(4000) }),
  z.strictObject({ kind: z.literal('discharge'), ...Reasoned, type: z.enum(['DISCHARGE_COMPLETED', 'DISCHARGE_TRANSFER', 'DISCHARGE_AMA', 'DISCHARGE_ADMIN', 'DISCHARGE_LOST', 'DEATH']), naloxoneGiven: z.boolean(), continuingPlanGiven: z.boolean(), lastContact: LocalDate.nullable() }),
  z.strictObject({ kind: z.literal('startPhase'), phaseId: LocalId, date: LocalDate }),
  z.strictObject({ kind: z.literal('editPhase'), phaseId: LocalId, plannedStart: LocalDate, plannedEnd: LocalDate.nullable(), program: optionalLine(200), asamEdition: z.enum(['3', '4']).nullable(), asamNumber: optionalLine(20), notes: plainText(2000), tracks: Tracks }),
  z.strictObject({ kind: z.literal('addPhase'), level: LevelOfCare, plannedStart: LocalDate, plannedEnd: LocalDate.nullable(), program: optionalLine(200) }),
  z.strictObject({ kind: z.literal('removePhase'), phaseId: LocalId }),
  z.strictObject({ kind: z.literal('addOverlay'), overlay: OverlayKind, start: LocalDate, end: LocalDate.nullable(), detail: plainText(400) }),
  z.strictObject({ kind: z.literal('endOverlay'), overlayId: LocalId, end: LocalDate }),
  z.strictObject({ kind: z.literal('addEvent'), type: TimelineEventType, date: LocalDate, time: LocalTime.nullable(), note: plainText(4000), fields: EventFields }),
]);
export type EpisodeCommand = z.infer<typeof EpisodeCommand>;

/** How an episode begins: a preset of resources/continuum/presets.json, or one phase by hand. */
export const EpisodeStart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('preset'), preset: z.string().max(40), start: LocalDate, program: optionalLine(200) }),
  z.strictObject({ kind: z.literal('byHand'), level: LevelOfCare, start: LocalDate, plannedEnd: LocalDate.nullable(), program: optionalLine(200) }),
]);
export type EpisodeStart = z.infer<typeof EpisodeStart>;
