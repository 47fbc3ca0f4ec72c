// Checks on questionnaires, craving and risk (CLINICAL B.6: SUI, DEP, ANX, TRA, CRV, BAM). Refuses a
// diagnosis: a score asks for a talk, and for a place on the plan.
import type { LocalDate } from '../dates.ts';
import { ruleText } from '../text/en/rules.ts';
import { byTime } from '../measures/trend.ts';
import { lastMeasure, type RuleContext } from './context.ts';
import { type Evidence, evidence, type Finding } from './rule.ts';
import type { RuleMeasure } from './ruleRecord.ts';

const INQUIRIES = ['SAFETY', 'C-SSRS'];

function answer(measure: RuleMeasure, item: string): number | null {
  const value = measure.answers[item];
  return typeof value === 'number' ? value : null;
}

// A form that was opened and left empty takes nothing back.
function answered({ answers }: RuleMeasure): boolean {
  return Object.values(answers).some((value) => typeof value === 'number');
}

// A score in a note may bring its item 9 along; of form and note the later counts, of one day both.
function itemNine(context: RuleContext): Evidence[] {
  const phq = lastMeasure(context, ['PHQ-9'], (measure) => answer(measure, '9') !== null);
  const note = context.visits.findLast(({ phqItem9 }) => typeof phqItem9 === 'number') ?? null;
  const inForm = phq === null ? 0 : answer(phq, '9') ?? 0;
  const inNote = note?.phqItem9 ?? 0;
  return [
    ...(phq !== null && inForm >= 1 && (note === null || note.serviceDate <= phq.date) ? [evidence('measure', phq.id, '9', inForm)] : []),
    ...(note !== null && inNote >= 1 && (phq === null || phq.date <= note.serviceDate) ? [evidence('note', note.id, 'phqItem9', inNote)] : []),
  ];
}

/** R-SUI1: the last PHQ-9, as a form or in a note, has item 9 at 1 or more, the last inquiry has a yes in questions 3 to 6, or the last note that asked flags suicidal thoughts. A "none" counts in a signed note of a visit that took place: any other may raise an alert and takes none away. */
export function suicidalThoughts(context: RuleContext): Finding | null {
  const found: Evidence[] = [];
  found.push(...itemNine(context));
  const inquiry = lastMeasure(context, INQUIRIES, answered);
  for (const item of ['3', '4', '5', '6']) {
    const value = inquiry === null ? null : answer(inquiry, item);
    if (inquiry !== null && value !== null && value >= 1) found.push(evidence('measure', inquiry.id, item, value));
  }
  // Someone who did not come may have said it on the telephone.
  const asked = byTime(context.record.notes.filter(({ suicide, serviceDate, status, attended }) => suicide !== 'not_asked' && serviceDate <= context.today && ((status === 'signed' && attended) || suicide !== 'none')).map((note) => ({ ...note, date: note.serviceDate, time: note.startTime }))).at(-1);
  if (asked !== undefined && asked.suicide !== 'none') found.push(evidence('note', asked.id, 'risk.suicide', asked.suicide));
  return found.length === 0 ? null : { severity: 'alert', message: ruleText.suicide, evidence: found };
}

type CoOccurring = 'R-DEP1' | 'R-ANX1' | 'R-TRA1';

// The plan in force, or the one being written where none is yet.
function planNames({ record, settings }: RuleContext, rule: CoOccurring): boolean {
  const active = record.plans.filter(({ status }) => status === 'active');
  const plans = active.length > 0 ? active : record.plans.filter(({ status }) => status === 'draft');
  return plans.some(({ problems }) => problems.some(({ statement, status }) => status !== 'resolved' && settings.problemWords[rule].some((word) => statement.toLowerCase().includes(word))));
}

function coOccurring(context: RuleContext, rule: CoOccurring, instrument: string, cut: number, message: (score: number) => string): Finding | null {
  const last = lastMeasure(context, [instrument], ({ total }) => total !== null);
  if (last === null || last.total === null || last.total < cut || planNames(context, rule)) return null;
  return { severity: 'warn', message: message(last.total), evidence: [evidence('measure', last.id, 'total', last.total)] };
}

/** R-DEP1: PHQ-9 of 10 or more and no such problem on the plan. */
export function depression(context: RuleContext): Finding | null {
  return coOccurring(context, 'R-DEP1', 'PHQ-9', context.settings.phq9Cut, ruleText.depression);
}

/** R-ANX1: GAD-7 of 10 or more and no such problem on the plan. */
export function anxiety(context: RuleContext): Finding | null {
  return coOccurring(context, 'R-ANX1', 'GAD-7', context.settings.gad7Cut, ruleText.anxiety);
}

/** R-TRA1: PC-PTSD-5 of 4 or more (3 where the lower cut is chosen) and no such problem on the plan. */
export function trauma(context: RuleContext): Finding | null {
  const { settings, clinical } = context;
  return coOccurring(context, 'R-TRA1', 'PC-PTSD-5', clinical.lowerPtsdCut ? settings.ptsdCutLower : settings.ptsdCut, ruleText.trauma);
}

type CravingDay = { value: number; readonly evidence: Evidence };

// One value a day: the higher, where a note and a scale both tell one.
function cravingByDay({ visits, measures }: RuleContext): CravingDay[] {
  const days = new Map<LocalDate, CravingDay>();
  const add = (date: LocalDate, value: number, seen: Evidence): void => {
    const known = days.get(date);
    if (known === undefined || value > known.value) days.set(date, { value, evidence: seen });
  };
  for (const note of visits) if (note.craving !== null) add(note.serviceDate, note.craving, evidence('note', note.id, 'craving', note.craving));
  for (const measure of measures) if (measure.instrumentId === 'CRAVING' && measure.total !== null) add(measure.date, measure.total, evidence('measure', measure.id, 'now', measure.total));
  return [...days].toSorted(([a], [b]) => a.localeCompare(b)).map(([, day]) => day);
}

/** R-CRV1: craving of 7 or more of 10 on the last 2 visits that asked about it. */
export function cravingHigh(context: RuleContext): Finding | null {
  const { cravingHigh: limit, cravingVisits } = context.settings;
  const last = cravingByDay(context).slice(-cravingVisits);
  if (last.length < cravingVisits || last.some(({ value }) => value < limit)) return null;
  return { severity: 'warn', message: ruleText.cravingHigh(cravingVisits, limit), evidence: last.map((day) => day.evidence) };
}

/** R-BAM1: in the last BAM, use of 1 or more, risk of 12 or more, or protective factors of 12 or less. */
export function bamFlags(context: RuleContext): Finding | null {
  const { settings } = context;
  const bam = lastMeasure(context, ['BAM'], ({ subscales }) => Object.values(subscales).some((value) => value !== null));
  if (bam === null) return null;
  const { use = null, risk = null, protective = null } = bam.subscales;
  const flags = [
    ...(use !== null && use >= settings.bamUse ? [{ part: ruleText.bamUse(use), field: 'use', value: use }] : []),
    ...(risk !== null && risk >= settings.bamRisk ? [{ part: ruleText.bamRisk(risk), field: 'risk', value: risk }] : []),
    ...(protective !== null && protective <= settings.bamProtective ? [{ part: ruleText.bamProtective(protective), field: 'protective', value: protective }] : []),
  ];
  return flags.length === 0 ? null : { severity: 'warn', message: ruleText.bamFlags(flags.map(({ part }) => part).join(', ')), evidence: flags.map(({ field, value }) => evidence('measure', bam.id, field, value)) };
}
