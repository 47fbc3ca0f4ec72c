// Made-up clients for the preview: shapes, and the inputs that the ordinary channels take. Refuses real
// people: every name is invented, and every date is counted from today.
import { z } from 'zod';
import client01 from '../resources/demo/01-juniper.json' with { type: 'json' };
import client02 from '../resources/demo/02-qamar.json' with { type: 'json' };
import client03 from '../resources/demo/03-kotori.json' with { type: 'json' };
import client04 from '../resources/demo/04-solveig.json' with { type: 'json' };
import client05 from '../resources/demo/05-wanphen.json' with { type: 'json' };
import client06 from '../resources/demo/06-zoryana.json' with { type: 'json' };
import client07 from '../resources/demo/07-atlas.json' with { type: 'json' };
import client08 from '../resources/demo/08-nkiruka.json' with { type: 'json' };
import client09 from '../resources/demo/09-dafni.json' with { type: 'json' };
import client10 from '../resources/demo/10-rowan.json' with { type: 'json' };
import type { LocalId } from './brand.ts';
import { CARE_ROLES, ClientDetails, LIVING_SITUATIONS, NALOXONE_STATES, PAYERS, PREGNANCY_STATUSES } from './clients/client.ts';
import { emptyClientDetails } from './clients/clientRules.ts';
import { EpisodeCommand, EpisodeStart } from './continuum/episode.ts';
import { addDays, LocalDate, LocalTime } from './dates.ts';
import { MODALITIES, PLACES, PROGRESS_RATINGS, RISK_KINDS, RISK_LEVELS, SERVICE_TYPES } from './notes/note.ts';
import { NEW_GOAL_NUMBER, NEW_OBJECTIVE_NUMBER, NEW_PROBLEM_NO } from './plans/numbering.ts';
import { INTERVENTION_TYPES, OBJECTIVE_STATUSES, type PlanContent } from './plans/plan.ts';

/** Days from today: -30 is a month ago. */
const Day = z.number().int().min(-2000).max(2000);

const DemoDetails = z.strictObject({
  preferredName: z.string(), legalName: z.string(), dateOfBirth: LocalDate, pronouns: z.string(), phone: z.string(), email: z.string().optional(), address: z.string().optional(),
  emergency: z.strictObject({ name: z.string(), relationship: z.string(), phone: z.string(), consentOnFile: z.boolean() }).optional(),
  pregnancy: z.enum(PREGNANCY_STATUSES), naloxone: z.strictObject({ state: z.enum(NALOXONE_STATES), expiresDay: Day.nullable() }),
  careTeam: z.array(z.strictObject({ role: z.enum(CARE_ROLES), name: z.string() })), living: z.enum(LIVING_SITUATIONS), payer: z.enum(PAYERS),
});

// Commands as the process border takes them, with `...Day` numbers in place of dates.
const DayFields = z.record(z.string(), z.unknown());

const DemoIntervention = z.strictObject({ type: z.enum(INTERVENTION_TYPES), text: z.string(), modality: z.enum(['individual', 'group', 'family', 'medication', 'self', 'other']), times: z.number().int(), per: z.enum(['day', 'week', 'month', 'once']), minutes: z.number().int(), responsible: z.string() });
const DemoObjective = z.strictObject({
  text: z.string(), metric: z.string(), baseline: z.number().nullable(), target: z.number(), unit: z.string(), direction: z.enum(['up', 'down', 'maintain']), source: z.string(),
  startDay: Day, targetDay: Day, status: z.enum(OBJECTIVE_STATUSES), interventions: z.array(DemoIntervention),
});
const DemoPlan = z.strictObject({
  effectiveDay: Day, nextReviewDay: Day, activate: z.boolean(), diagnoses: z.array(z.strictObject({ code: z.string(), label: z.string() })), ownWords: z.string(), strengths: z.array(z.string()), preferences: z.string(), barriers: z.array(z.string()),
  rationale: z.string(), dischargeCriteria: z.string(),
  problems: z.array(z.strictObject({ statement: z.string(), dimension: z.number().int(), evidence: z.string(), goals: z.array(z.strictObject({ text: z.string(), targetDay: Day.nullable(), objectives: z.array(DemoObjective) })) })),
});
export type DemoPlan = z.infer<typeof DemoPlan>;

const DemoCell = z.union([z.string(), z.number()]);
/** Text, number, one option, several options, checklist states, or table rows (`Day` columns as numbers). */
const DemoAnswer = z.union([z.string(), z.number(), z.array(z.string()), z.array(z.record(z.string(), DemoCell)), z.record(z.string(), z.string())]);
export type DemoAnswer = z.infer<typeof DemoAnswer>;
const DemoNote = z.strictObject({
  day: Day, start: LocalTime, end: LocalTime, serviceType: z.enum(SERVICE_TYPES), modality: z.enum(MODALITIES), place: z.enum(PLACES),
  risk: z.partialRecord(z.enum(RISK_KINDS), z.strictObject({ level: z.enum(RISK_LEVELS), action: z.string() })),
  links: z.array(z.strictObject({ number: z.string(), rating: z.enum(PROGRESS_RATINGS).nullable(), comment: z.string() })), noLinkReason: z.string(), nextAppointmentDay: Day.nullable(),
  answers: z.record(z.string(), DemoAnswer), sign: z.boolean(), addendum: z.strictObject({ text: z.string(), reason: z.string() }).optional(),
});
export type DemoNote = z.infer<typeof DemoNote>;

export const DemoClient = z.strictObject({ details: DemoDetails, start: DayFields.nullable(), commands: z.array(DayFields), plan: DemoPlan.nullable(), notes: z.array(DemoNote) });
export type DemoClient = z.infer<typeof DemoClient>;

const clients: readonly DemoClient[] = [client01, client02, client03, client04, client05, client06, client07, client08, client09, client10].map((data) => DemoClient.parse(data));

/** The made-up clients, in the order they are added. */
export function loadDemo(): readonly DemoClient[] {
  return clients;
}

type Made = { readonly today: LocalDate; readonly newId: () => LocalId };

/** Input of `clients:create`. */
export function demoDetails({ details }: DemoClient, { today, newId }: Made): ClientDetails {
  const { phone, email = '', address = '', emergency, naloxone, careTeam, ...rest } = details;
  const empty = emptyClientDetails();
  return ClientDetails.parse({
    ...empty, ...rest, email, address, emergencyContact: emergency ?? empty.emergencyContact,
    phones: phone === '' ? [] : [{ label: 'Mobile', number: phone, messageOk: true }],
    naloxone: { state: naloxone.state, expires: naloxone.expiresDay === null ? null : addDays(today, naloxone.expiresDay) },
    careTeam: careTeam.map((member) => ({ id: newId(), ...member, phone: '' })),
  });
}

// { dateDay: -3 } becomes { date: <three days ago> }; everything else stays.
function dated(fields: Readonly<Record<string, unknown>>, today: LocalDate): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => (key.endsWith('Day') && typeof value === 'number' ? [key.slice(0, -3), addDays(today, value)] : [key, value])));
}

/** The `start` of `episodes:start`; null for a client who has only been referred. */
export function demoStart({ start }: DemoClient, today: LocalDate): EpisodeStart | null {
  return start === null ? null : EpisodeStart.parse({ program: '', ...dated(start, today) });
}

const COMMAND_DEFAULTS: Readonly<Record<string, object>> = {
  move: { program: '', plannedEnd: null, clientView: '', handoffContact: '', firstAppointment: null, note: '' },
  hold: { plannedEnd: null, note: '' },
  returnToUse: { time: null, substance: '', route: '', amount: '', pattern: 'unknown', toleranceRisk: false, planChanged: false, note: '' },
  discharge: { naloxoneGiven: false, continuingPlanGiven: false, lastContact: null, note: '' },
  addOverlay: { end: null, detail: '' },
  addEvent: { time: null, note: '', fields: {} },
};

/** The `command`s of `episodes:apply`, in order. */
export function demoCommands({ commands }: DemoClient, today: LocalDate): EpisodeCommand[] {
  return commands.map((command) => EpisodeCommand.parse({ ...COMMAND_DEFAULTS[String(command.kind)], ...dated(command, today) }));
}

/** The `content` of `plans:saveDraft`; its new elements hold marks that the draft's numbers replace. */
export function demoPlanContent(plan: DemoPlan, base: PlanContent, { today, newId }: Made): PlanContent {
  return {
    ...base, effectiveDate: addDays(today, plan.effectiveDay), nextReviewDue: addDays(today, plan.nextReviewDay), diagnoses: plan.diagnoses, clientGoalsOwnWords: plan.ownWords, strengths: plan.strengths,
    preferences: plan.preferences, barriers: plan.barriers, levelOfCareRationale: plan.rationale, dischargeCriteria: plan.dischargeCriteria,
    problems: plan.problems.map(({ goals, ...problem }) => ({
      ...problem, id: newId(), no: NEW_PROBLEM_NO, status: 'active', statusReason: '',
      goals: goals.map((goal) => ({ id: newId(), number: NEW_GOAL_NUMBER, text: goal.text, targetDate: goal.targetDay === null ? null : addDays(today, goal.targetDay), status: 'active', objectives: goal.objectives.map((objective) => demoObjective(objective, { today, newId })) })),
    })),
  };
}

type Objective = PlanContent['problems'][number]['goals'][number]['objectives'][number];

function demoObjective({ text, status, startDay, targetDay, interventions, ...measure }: z.infer<typeof DemoObjective>, { today, newId }: Made): Objective {
  return {
    id: newId(), number: NEW_OBJECTIVE_NUMBER, text, measure, startDate: addDays(today, startDay), targetDate: addDays(today, targetDay), status, statusReason: '',
    interventions: interventions.map((intervention) => ({ id: newId(), ...intervention })),
  };
}
