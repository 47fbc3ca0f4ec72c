// A record written by hand, filled up to the whole shape: short forms, other spellings and left-out fields.
// Refuses nothing itself: what it does not know stays in place for the schemas to refuse.
import { answersInOrder } from '../measures/answerOrders.ts';
import { answerFromWords } from '../measures/answerWords.ts';
import type { Instrument } from '../measures/instrument.ts';
import { findInstrument } from '../measures/loadInstruments.ts';
import { type Answers, DEFAULT_CUTS, score } from '../measures/score.ts';
import { namesUltraRapid } from './ruleRecord.ts';

export type Json = Readonly<Record<string, unknown>>;

/** The object, or null where the value is none. */
export function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : null;
}

/** Shapes each element of a list; anything that is no list of objects is left for the schema. */
export function each(value: unknown, name: string, shape: (entry: Json) => Json): unknown {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return value;
  return value.map((entry: unknown, index) => {
    const object = asObject(entry);
    return object === null ? entry : shape({ id: `${name}-${index + 1}`, ...object });
  });
}

/** Gives a field its other spelling's value where only that was written. */
function rename(entry: Json, from: string, to: string): Json {
  if (!(from in entry) || to in entry) return entry;
  const { [from]: value, ...rest } = entry;
  return { ...rest, [to]: value };
}

// "2026-03-01T08:30" says day and time in one.
function splitMoment(entry: Json, day: string, time: string): Json {
  const value = entry[day];
  const match = typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(value) : null;
  return match === null || entry[time] !== undefined ? entry : { ...entry, [day]: match[1], [time]: match[2] };
}

/** An instant whose zone was left out is read as UTC. */
export function asInstant(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?$/.exec(value);
  return match === null ? value : `${match[1]}T${match[2]}${match[3] ?? ':00'}Z`;
}

function replace(entry: Json, field: string, words: Readonly<Record<string, string>>): Json {
  const value = entry[field];
  return typeof value === 'string' && Object.hasOwn(words, value.toLowerCase()) ? { ...entry, [field]: words[value.toLowerCase()] } : entry;
}

const ENTRY = { recordedAt: '2000-01-01T00:00:00.000Z', recordedBy: '', enteredInError: false, note: '' };

function client(value: unknown): unknown {
  const given = asObject(value ?? {});
  if (given === null) return value;
  const naloxone = asObject(given['naloxone'] ?? {});
  const state = naloxone === null ? given['naloxone'] : { state: typeof naloxone['expires'] === 'string' ? 'on_hand' : 'unknown', expires: null, ...naloxone };
  return replace({ id: 'client', status: 'active', pregnancy: 'unknown', living: 'unknown', diagnoses: [], opioidUseDisorder: false, ...given, naloxone: state }, 'pregnancy', { yes: 'pregnant', no: 'not_pregnant' });
}

function phase(given: Json): Json {
  const { start, end, ...rest } = given;
  const actual = { ...(start === undefined ? {} : { actualStart: start }), ...(end === undefined ? {} : { actualEnd: end }), ...rest };
  const whole: Json = { asamEdition: null, asamNumber: '', program: '', actualStart: null, actualEnd: null, endReason: '', notes: '', ...actual };
  const planned = { plannedStart: whole['plannedStart'] ?? whole['actualStart'], plannedEnd: whole['plannedEnd'] ?? whole['actualEnd'] ?? null };
  return replace({ ...whole, ...planned }, 'level', { wm: 'WM_RES', detox: 'WM_RES' });
}

function dates(list: unknown, field: string): string[] {
  return Array.isArray(list) ? list.map((one: unknown) => asObject(one)?.[field]).filter((date) => typeof date === 'string').map((date) => date.slice(0, 10)) : [];
}

function episode(given: Json): Json {
  const phases = each(given['phases'], 'phase', phase);
  const starts = [...dates(phases, 'plannedStart'), ...dates(given['overlays'], 'start'), ...dates(given['events'], 'date')].toSorted();
  return {
    clientId: 'client', start: starts[0], end: null, status: 'active', preset: null, ...given, phases,
    overlays: each(given['overlays'], 'overlay', (overlay) => ({ end: null, detail: '', ...overlay })),
    events: each(given['events'], 'event', (event) => ({ time: null, note: '', fields: {}, author: '', recordedAt: ENTRY.recordedAt, ...splitMoment(event, 'date', 'time') })),
  };
}

function plan(given: Json): Json {
  const { text, problems, objectives, ...rest } = given;
  const statements = Array.isArray(problems) ? problems.map((problem: unknown) => (typeof problem === 'string' ? { statement: problem } : problem)) : problems;
  return {
    episodeId: null, status: 'active', effectiveDate: null, nextReviewDue: null, diagnoses: [], ultraRapid: namesUltraRapid(`${String(text ?? '')} ${JSON.stringify(given)}`), ...rest,
    problems: each(statements, 'problem', (problem) => ({ status: 'active', ...problem })), objectives: each(objectives, 'objective', (objective) => ({ number: '1.a', targetDate: null, status: 'in_progress', ...objective })),
  };
}

function minutesOf(start: unknown, end: unknown): number | null {
  const minute = (time: unknown): number | null => (typeof time === 'string' && /^\d{2}:\d{2}$/.test(time) ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : null);
  const [from, to] = [minute(start), minute(end)];
  return from === null || to === null || to <= from ? null : to - from;
}

function note(given: Json): Json {
  const { text, risk, planLinks, ...rest } = rename(rename(given, 'date', 'serviceDate'), 'durationMin', 'minutes');
  const suicide = asObject(risk)?.['suicide'];
  return {
    status: 'signed', startTime: null, endTime: null, serviceType: 'individual', attended: rest['serviceType'] !== 'no_show', level: null,
    noPlanLinkReason: '', suicide: asObject(suicide)?.['level'] ?? suicide ?? 'not_asked', craving: null, ultraRapid: namesUltraRapid(String(text ?? '')), ...rest, minutes: rest['minutes'] ?? minutesOf(rest['startTime'], rest['endTime']), createdAt: asInstant(rest['createdAt'] ?? null), planLinks: Array.isArray(planLinks) ? planLinks.length : planLinks ?? 0,
  };
}

// Yes and no, words of an option and figures in quotes are read as in the score command.
function plainAnswer(instrument: Instrument, id: string, answer: unknown): number | string | null {
  if (typeof answer === 'number') return answer;
  const item = instrument.items.find((one) => one.id === id);
  if (typeof answer !== 'string' && typeof answer !== 'boolean') return null;
  const read = item === undefined ? undefined : answerFromWords(instrument, item, String(answer));
  return read === undefined ? String(answer) : read;
}

// Answers are counted here, so that a hand-written record may hold answers only; a bare total stands as told.
function measure(given: Json): Json {
  const { answers, ...rest } = splitMoment(rename(rename(given, 'instrument', 'instrumentId'), 'at', 'date'), 'date', 'time');
  const name = rest['instrumentId'];
  const instrument = typeof name === 'string' ? findInstrument(name) : null;
  const whole = { time: null, total: null, subscales: {}, ...rest, ...(instrument === null ? {} : { instrumentId: instrument.id }) };
  const byItem = Array.isArray(answers) && instrument !== null ? answersInOrder<unknown>(instrument, answers, (value) => value === null) ?? answers : answers ?? {};
  const known = asObject(byItem);
  if (instrument === null || known === null || answers === undefined) return { ...whole, answers: byItem };
  const read: Json = Object.fromEntries(Object.entries(known).map(([id, answer]) => [id, typeof answer === 'object' && answer !== null ? answer : plainAnswer(instrument, id, answer)]));
  const plain: Answers = Object.fromEntries(Object.entries(read).map(([id, answer]) => [id, typeof answer === 'number' || typeof answer === 'string' ? answer : null]));
  const { total, subscales } = score(instrument, plain, DEFAULT_CUTS);
  return { ...whole, answers: read, total, subscales };
}

const RESULT_WORDS = { negative: 'neg', positive: 'pos', 'positive, as prescribed': 'pos_prescribed', positive_prescribed: 'pos_prescribed', expected: 'pos_prescribed' };
const SUBSTANCE_WORDS = { benzodiazepine: 'benzodiazepines', opiate: 'opiates', morphine: 'morphine_heroin', heroin: 'morphine_heroin', barbiturate: 'barbiturates', ethanol: 'alcohol', etg: 'ethyl_glucuronide', thc: 'cannabis' };

function drugTest(given: Json): Json {
  const { panel, ...rest } = splitMoment(given, 'date', 'time');
  const object = asObject(panel);
  const list: unknown = object === null ? panel : Object.entries(object).map(([substance, result]) => ({ substance, result }));
  const analytes = Array.isArray(list) ? list.map((one: unknown) => {
    const analyte = asObject(one);
    return analyte === null ? one : replace(replace({ name: '', value: '', ...analyte }, 'result', RESULT_WORDS), 'substance', SUBSTANCE_WORDS);
  }) : list;
  return { ...ENTRY, time: null, specimen: 'urine', kitLot: '', kitExpires: null, observed: false, temperatureOk: null, confirmation: 'none', collectedBy: '', ...rest, panel: analytes };
}

const MEDICATION = { ...ENTRY, purpose: 'maintenance', product: '', strength: '', dose: '', route: '', frequency: '', prescriber: '', site: '', prescriptionDays: null, startTime: null, lastTaken: null, nextDue: null, tapering: false, stop: null, stopReason: null, adherencePercent: null, missedDoses7d: null, source: 'clientReport' };
const SUBSTANCE = { ...ENTRY, substance: '', route: '', ageFirstUse: null, yearsRegular: null, amountPerDay: '', daysPast30: null, dailyUse: null, longActing: false, lastUse: null, lastUseTime: null, longestAbstinence: '', overdoses: null, lastOverdose: null, previousTreatment: '', withdrawalHistory: '' };

function substance(given: Json): Json {
  const known = 'category' in given ? given : { ...given, category: given['substance'] };
  return { ...SUBSTANCE, ...replace(splitMoment(known, 'lastUse', 'lastUseTime'), 'category', { benzodiazepines: 'benzodiazepine', opioid: 'other_opioid', opioids: 'other_opioid', sedative: 'other_sedative' }) };
}

const withDefaults = (defaults: Json) => (given: Json): Json => ({ ...ENTRY, ...defaults, ...given });

/** How each list of the clinical record is filled up. */
const LISTS: Readonly<Record<string, (given: Json) => Json>> = {
  medications: (given) => ({ ...MEDICATION, ...splitMoment(given, 'start', 'startTime') }), tests: drugTest, substances: substance,
  naloxoneKits: withDefaults({ product: '', doses: 2, given: '2000-01-01', expires: null, state: 'on_hand', trained: false }), living: withDefaults({ end: null, safe: 'unknown', detail: '' }),
  pregnancy: withDefaults({ status: 'pregnant', dueDate: null, end: null, outcome: null, obstetricContact: '' }), triggers: withDefaults({ intensity: null, plan: '', active: true }), coping: withDefaults({ helps: null, active: true }),
  outsidePrescriptions: withDefaults({ what: '', prescriber: '', end: null, painPlan: null }), acknowledgements: (given) => given,
};
export const CLINICAL_KEYS: readonly string[] = [...Object.keys(LISTS), 'withdrawal', 'lowerPtsdCut'];

function clinical(given: Json): Json {
  const lists = Object.fromEntries(Object.entries(LISTS).map(([name, shape]) => [name, each(given[name], name, shape)]));
  return { lowerPtsdCut: false, ...given, ...lists, withdrawal: { notIndicatedOn: null, stabilisedOn: null, reason: '', ...asObject(given['withdrawal']) } };
}

/** The whole shape of a record from what was written of it; lists of the clinical record may also stand at the top. */
export function fillRecord(given: Json): Json {
  const { client: who, episodes: listed, phases, overlays, events, plans, notes, measures, clinical: inner, ...rest } = given;
  // One episode may be written without its frame.
  const bare = Object.fromEntries(Object.entries({ phases, overlays, events }).filter(([, list]) => list !== undefined && !(Array.isArray(list) && list.length === 0)));
  const alone = Object.keys(bare).length === 0 ? undefined : [bare];
  const episodes = listed === undefined ? alone : alone === undefined ? listed : [...(Array.isArray(listed) ? listed : [listed]), ...alone];
  const atTop = Object.fromEntries(Object.entries(rest).filter(([name]) => CLINICAL_KEYS.includes(name)));
  const unknown = Object.fromEntries(Object.entries(rest).filter(([name]) => !CLINICAL_KEYS.includes(name)));
  return {
    ...unknown, client: client(who), episodes: each(episodes, 'episode', episode), plans: each(plans, 'plan', plan), notes: each(notes, 'note', note), measures: each(measures, 'measure', measure),
    clinical: clinical({ ...atTop, ...(asObject(inner ?? {}) ?? { clinical: inner }) }),
  };
}
