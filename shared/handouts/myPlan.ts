// "My plan" for the client's own hands. Refuses by construction: it never reads diagnoses, problem
// statements, evidence, medication or surnames (CLINICAL G.2); what people wrote is shown and warned about.
import { clientInitials, firstName } from '../clients/clientRules.ts';
import type { Client } from '../clients/client.ts';
import type { LocalDate } from '../dates.ts';
import { isBlankIntervention } from '../plans/blankRows.ts';
import type { Goal, Intervention, Measure, Objective, Plan } from '../plans/plan.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts';
import { careRoleLabels } from '../text/en/clinical.ts';
import { frequencyText, helpText, measureText, myPlanText } from '../text/en/handouts.ts';
import { planSheetText } from '../text/en/planSheet.ts';
import type { HandoutGoal, HandoutModel, HandoutOptions, HandoutStep } from './handout.ts';
import { type PrivatePlace, privateWarnings } from './privateWords.ts';
import { readingGrade } from './readability.ts';

export type MyPlanInput = { readonly client: Client; readonly plan: Plan; readonly settings: Settings; readonly options: HandoutOptions; readonly today: LocalDate };

const LONG = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });
const WITH_WEEKDAY = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });

/** "November 22, 2026", the same on every machine. */
export function longDate(date: LocalDate): string {
  return LONG.format(Date.parse(`${date}T00:00:00Z`));
}

function weekdayDate(date: LocalDate): string {
  return WITH_WEEKDAY.format(Date.parse(`${date}T00:00:00Z`));
}

/** Whom to call at once: the crisis lines of the settings, the national one where none is set. */
export function crisisSentence({ crisisLine, localCrisisLine }: Settings): string {
  const lines = [crisisLine, localCrisisLine ?? ''].map((one) => one.trim()).filter((one) => one !== '');
  return myPlanText.crisis((lines.length > 0 ? lines : [DEFAULT_SETTINGS.crisisLine]).join(', or '));
}

function line(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ').slice(0, 1200);
}

function nameLine(client: Client, { nameStyle }: HandoutOptions): string {
  if (nameStyle === 'none') return '';
  return nameStyle === 'firstName' ? firstName(client.details.preferredName) : clientInitials(client.details);
}

function withUnit(value: number, unit: string): string {
  return unit === '' ? String(value) : `${value} ${unit}`;
}

function howIKnow({ metric, baseline, target, unit, direction }: Measure): string {
  const name = line(metric);
  if (name === '' || target === null) return name;
  const to = withUnit(target, unit.trim());
  const started = baseline === null || baseline === target ? '' : measureText.startedAt(baseline);
  return line(measureText[direction](name, to) + started);
}

function helpLine({ type, times, per }: Intervention): string {
  const name = helpText[type];
  if (per === 'once') return `${name}, ${frequencyText.once}`;
  return times === null || times === 0 ? name : `${name}, ${frequencyText.times(times, per)}`;
}

function isOpenStep({ status, text }: Objective): boolean {
  return text.trim() !== '' && status !== 'met' && status !== 'discontinued' && status !== 'deferred' && status !== 'revised';
}

function toStep(objective: Objective): HandoutStep {
  return {
    text: line(objective.text), howIKnow: howIKnow(objective.measure), by: objective.targetDate === null ? '' : longDate(objective.targetDate),
    help: [...new Set(objective.interventions.filter((each) => !isBlankIntervention(each)).map(helpLine))],
  };
}

function toGoal(goal: Goal): HandoutGoal {
  return { ownWords: line(goal.text), steps: goal.objectives.filter(isOpenStep).map(toStep) };
}

function openGoals(plan: Plan): Goal[] {
  return plan.content.problems.filter(({ status }) => status === 'active').flatMap(({ goals }) => goals).filter(({ status, text }) => status === 'active' && text.trim() !== '');
}

// By role and first name; a probation officer would tell of a legal matter.
function whoHelps(client: Client, settings: Settings): string[] {
  const team = client.details.careTeam.filter(({ role }) => role !== 'probation').map(({ role, name }) => `${careRoleLabels[role]}: ${firstNameOfHelper(name)}`);
  const self = settings.clinicianName.trim() === '' ? [] : [`${careRoleLabels.counsellor}: ${firstNameOfHelper(settings.clinicianName)}`];
  return [...new Set([...self, ...team])];
}

const TITLES = /^(?:dr|mr|mrs|ms|mx|prof)\.?$/i;

// "Dr. Ana Ruiz" is Ana.
function firstNameOfHelper(name: string): string {
  const words = name.trim().split(/\s+/u);
  return words.find((word) => !TITLES.test(word)) ?? name.trim();
}

// Initials on the head of the page are no use when the name stands in a sentence below it.
function warnings(plan: Plan, goals: readonly Goal[], helpers: readonly string[], names: readonly string[]): string[] {
  const places: PrivatePlace[] = [
    [plan.content.clientGoalsOwnWords, myPlanText.ownWordsPlace],
    ...goals.flatMap((goal): PrivatePlace[] => [
      [goal.text, myPlanText.goalPlace(goal.number)],
      ...goal.objectives.filter(isOpenStep).map((objective): PrivatePlace => [`${objective.text} ${objective.measure.metric} ${objective.measure.unit}`, myPlanText.objectivePlace(objective.number)]),
    ]),
    [plan.content.strengths.join(' '), myPlanText.strengthsPlace],
    // A role can tell as much as a name: who has a prescriber takes a medicine.
    [helpers.join(', '), myPlanText.whoHelpsPlace],
  ];
  return privateWarnings(places, names, myPlanText.title).map(line);
}

// Our own sentences on the page; what people wrote is theirs and is not graded.
function ownSentences(model: Omit<HandoutModel, 'readingGrade'>): string {
  const help = model.goals.flatMap(({ steps }) => steps.flatMap((step) => step.help));
  return [planSheetText.sheet.nextReview, planSheetText.sheet.stuckText, model.crisisLine, ...help].join('\n');
}

function namesToKeepOff({ details }: Client, { nameStyle }: HandoutOptions): string[] {
  const names = [details.preferredName, details.legalName];
  return nameStyle === 'firstName' ? names.map((name) => name.split(/\s+/u).slice(1).join(' ')) : names;
}

/** What the handout shows, chosen for the client's eyes. */
export function myPlanHandout({ client, plan, settings, options, today }: MyPlanInput): HandoutModel {
  const { content } = plan;
  const goals = openGoals(plan);
  const helpers = whoHelps(client, settings);
  const model: Omit<HandoutModel, 'readingGrade'> = {
    kind: 'myPlan', title: myPlanText.title, nameLine: nameLine(client, options), dateLine: myPlanText.printedOn(longDate(today)),
    ownWords: content.clientGoalsOwnWords.trim(), goals: goals.map(toGoal), strengths: content.strengths.map(line).filter((text) => text !== ''), whoHelps: helpers,
    nextReview: content.nextReviewDue === null ? myPlanText.nextReviewOpen : weekdayDate(content.nextReviewDue),
    clinicLine: myPlanText.clinic(options.showClinicName ? settings.clinicName.trim() : '', settings.clinicPhone.trim()), crisisLine: crisisSentence(settings),
    options, warnings: warnings(plan, goals, helpers, namesToKeepOff(client, options)).slice(0, 100),
  };
  return { ...model, readingGrade: readingGrade(ownSentences(model)) };
}
