// Checks on levels of care and their order (CLINICAL B.6: LOC, SEQ, RES, WM, ENV). Refuses to place anyone.
import { isOpioid } from '../clinical/substanceUse.ts';
import type { LevelOfCare, Phase } from '../continuum/episode.ts';
import { levelName, levelOrder } from '../continuum/levels.ts';
import { isPlanned } from '../continuum/position.ts';
import { addDays, daysBetween, type LocalDate } from '../dates.ts';
import { ruleText } from '../text/en/rules.ts';
import { allPhases, isWithdrawalLevel, lastMeasure, type RuleContext } from './context.ts';
import { evidence, type Evidence, type Finding } from './rule.ts';
import type { RuleNote } from './ruleRecord.ts';

type Span = { readonly start: LocalDate; readonly end: LocalDate };

// Days lived. Against what is only planned, a phase under way claims no more than its own planned end:
// a stay that ran over is not yet two levels at once.
function livedSpan(phase: Phase, today: LocalDate, against: 'lived' | 'planned'): Span | null {
  if (phase.actualStart === null || phase.actualStart > today) return null;
  if (phase.actualEnd !== null) return { start: phase.actualStart, end: phase.actualEnd };
  const planned = phase.plannedEnd ?? phase.actualStart;
  return { start: phase.actualStart, end: against === 'lived' && planned < today ? today : planned };
}

function share(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

// Someone admitted in the morning and moved in the afternoon lived both levels on one day.
function handedOver(first: Phase, second: Phase): boolean {
  return first.actualEnd !== null && first.actualStart === first.actualEnd && second.actualStart === first.actualEnd;
}

function overlap(a: Phase, b: Phase, today: LocalDate): boolean {
  if (isPlanned(a) && isPlanned(b)) return a.plannedEnd !== null && b.plannedEnd !== null && share({ start: a.plannedStart, end: a.plannedEnd }, { start: b.plannedStart, end: b.plannedEnd });
  if (isPlanned(b)) {
    const lived = livedSpan(a, today, 'planned');
    return lived !== null && b.plannedStart > today && share(lived, { start: b.plannedStart, end: b.plannedEnd ?? b.plannedStart });
  }
  if (isPlanned(a)) return overlap(b, a, today);
  const [first, second] = [livedSpan(a, today, 'lived'), livedSpan(b, today, 'lived')];
  return first !== null && second !== null && share(first, second) && !handedOver(a, b) && !handedOver(b, a);
}

/** R-LOC1: two base levels share a day. */
export function twoLevels(context: RuleContext): Finding | null {
  const phases = allPhases(context);
  for (const [index, a] of phases.entries()) {
    const b = phases.slice(index + 1).find((other) => overlap(a, other, context.today));
    if (b === undefined) continue;
    const spans = [a, b].map((phase) => evidence('phase', phase.id, 'dates', `${phase.actualStart ?? phase.plannedStart}..${phase.actualEnd ?? ''}`));
    return { severity: 'alert', message: ruleText.levelsOverlap(levelName(a.level), levelName(b.level)), evidence: spans };
  }
  return null;
}

const AFTER_WITHDRAWAL: readonly LevelOfCare[] = ['RES', 'PHP', 'IOP'];

/** R-SEQ1: the first RES, PHP or IOP of the episode with no withdrawal management before it and no word that none was needed. */
export function noWithdrawalFirst({ episode, clinical, today }: RuleContext): Finding | null {
  if (episode === null || clinical.withdrawal.notIndicatedOn !== null) return null;
  const lived = episode.phases.filter((phase) => phase.actualStart !== null && phase.actualStart <= today).toSorted((a, b) => (a.actualStart ?? '').localeCompare(b.actualStart ?? ''));
  const first = lived.find(({ level }) => AFTER_WITHDRAWAL.includes(level));
  if (first === undefined || first.actualStart === null) return null;
  const start = first.actualStart;
  // A withdrawal phase marked as not needed is such a record.
  const answered = episode.phases.some((phase) => isWithdrawalLevel(phase.level) && (phase.endReason === 'skipped' || (phase.actualStart !== null && phase.actualStart <= start)));
  return answered ? null : { severity: 'info', message: ruleText.noWithdrawalCare(levelName(first.level)), evidence: [evidence('phase', first.id, 'actualStart', start)] };
}

function isOutpatientVisit(note: RuleNote, phases: readonly Phase[]): boolean {
  if (note.serviceType === 'wm_monitoring') return false;
  if (note.level !== null) return note.level === 'IOP' || note.level === 'OP';
  return phases.some((phase) => (phase.level === 'IOP' || phase.level === 'OP') && phase.actualStart !== null && phase.actualStart <= note.serviceDate && (phase.actualEnd === null || phase.actualEnd >= note.serviceDate));
}

/** R-SEQ2: an IOP or OP session while the last COWS is 5 or more, or withdrawal management is still open. */
export function sessionInWithdrawal(context: RuleContext): Finding | null {
  const { visits, clinical, settings } = context;
  const phases = allPhases(context);
  const { stabilisedOn } = clinical.withdrawal;
  const since = (date: LocalDate): RuleNote | undefined => (stabilisedOn !== null && stabilisedOn >= date ? undefined : visits.findLast((note) => note.serviceDate >= date && isOutpatientVisit(note, phases)));
  const cows = lastMeasure(context, ['COWS'], ({ total }) => total !== null);
  if (cows !== null && cows.total !== null && cows.total >= settings.cowsSettled) {
    const visit = since(cows.date);
    if (visit !== undefined) return { severity: 'warn', message: ruleText.sessionInWithdrawal(cows.total), evidence: [evidence('measure', cows.id, 'total', cows.total), evidence('note', visit.id, 'serviceDate', visit.serviceDate)] };
  }
  const open = phases.find((phase) => isWithdrawalLevel(phase.level) && phase.actualStart !== null && phase.actualStart <= context.today && phase.actualEnd === null);
  const visit = open === undefined || open.actualStart === null ? undefined : since(open.actualStart);
  if (open === undefined || visit === undefined) return null;
  return { severity: 'warn', message: ruleText.sessionInDetox, evidence: [evidence('phase', open.id, 'actualEnd'), evidence('note', visit.id, 'serviceDate', visit.serviceDate)] };
}

/** R-SEQ3: withdrawal management ended and no next level began within 7 days. */
export function detoxAlone(context: RuleContext): Finding | null {
  const { settings, today } = context;
  const phases = allPhases(context);
  const ended = phases.findLast((phase) => isWithdrawalLevel(phase.level) && phase.actualStart !== null && phase.actualEnd !== null && phase.actualEnd <= today);
  // Handed over to another provider, care goes on where this record does not reach.
  if (ended === undefined || ended.actualStart === null || ended.actualEnd === null || ended.endReason === 'DISCHARGE_TRANSFER') return null;
  const { actualStart, actualEnd } = ended;
  const last = addDays(actualEnd, settings.nextLevelDays);
  const followed = phases.some((phase) => phase.id !== ended.id && phase.actualStart !== null && phase.actualStart >= actualStart && phase.actualStart <= last && phase.actualStart <= today);
  return followed || today <= last ? null : { severity: 'warn', message: ruleText.detoxAlone(settings.nextLevelDays), evidence: [evidence('phase', ended.id, 'actualEnd', actualEnd)] };
}

function length(phase: Phase, today: LocalDate): number {
  if (phase.actualStart === null || phase.actualStart > today) return 0;
  return daysBetween(phase.actualStart, phase.actualEnd !== null && phase.actualEnd < today ? phase.actualEnd : today) + 1;
}

function steppedDown(phase: Phase, phases: readonly Phase[]): boolean {
  if (phase.endReason !== '') return phase.endReason === 'transition_down';
  const { actualStart } = phase;
  return actualStart !== null && phases.some((next) => next.actualStart !== null && next.actualStart > actualStart && levelOrder(next.level) > levelOrder(phase.level));
}

/** R-RES1: residential treatment shorter than 30 days at step-down, or longer than 90. Both ends count as days. */
export function residentialLength({ episode, settings, today }: RuleContext): Finding | null {
  if (episode === null) return null;
  const finding = (message: string, phase: Phase): Finding => ({ severity: 'info', message, evidence: [evidence('phase', phase.id, phase.actualEnd === null ? 'actualStart' : 'actualEnd', phase.actualEnd ?? phase.actualStart)] });
  for (const phase of episode.phases.filter(({ level }) => level === 'RES')) {
    const days = length(phase, today);
    if (days > settings.resMaxDays) return finding(ruleText.resLong(days), phase);
    if (days > 0 && days < settings.resMinDays && phase.actualEnd !== null && phase.actualEnd <= today && steppedDown(phase, episode.phases)) return finding(ruleText.resShort(days), phase);
  }
  return null;
}

// Methadone or another long-acting opioid to come down from, or methadone given within reach of the phase.
function longCourse({ clinical, settings, today }: RuleContext, start: LocalDate): boolean {
  return clinical.substances.some(({ category, longActing }) => category === 'methadone' || (longActing && isOpioid(category))) || clinical.medications.some((medication) => medication.kind === 'methadone' && medication.start <= today && (medication.stop === null || medication.stop >= addDays(start, -settings.wmMaxDaysMethadone)));
}

/** R-WM1: withdrawal management longer than 10 days, or 20 with methadone; of several phases the latest that was. */
export function withdrawalLength(context: RuleContext): Finding | null {
  const { episode, settings, today } = context;
  const long = (episode?.phases ?? []).flatMap((phase) => {
    if (!isWithdrawalLevel(phase.level) || phase.actualStart === null) return [];
    const limit = longCourse(context, phase.actualStart) ? settings.wmMaxDaysMethadone : settings.wmMaxDays;
    const days = length(phase, today);
    return days > limit ? [{ days, limit, seen: evidence('phase', phase.id, 'actualStart', phase.actualStart) }] : [];
  }).at(-1);
  return long === undefined ? null : { severity: 'info', message: ruleText.wmLong(long.days, long.limit), evidence: [long.seen] };
}

/** R-ENV1: in IOP or OP and the living situation is unknown or unsafe. */
export function recoveryEnvironment({ phase, record, clinical, settings, today }: RuleContext): Finding | null {
  if (phase === null || (phase.level !== 'IOP' && phase.level !== 'OP')) return null;
  const spell = clinical.living.toSorted((a, b) => a.start.localeCompare(b.start)).findLast(({ start, end }) => start <= today && (end === null || end >= today));
  const kind = spell?.kind ?? record.client.living;
  const seen: Evidence = spell === undefined ? evidence('client', record.client.id, 'living', kind) : evidence('living', spell.id, spell.safe === 'no' ? 'safe' : 'kind', spell.safe === 'no' ? 'no' : kind);
  if (settings.unsafeLiving.includes(kind) || spell?.safe === 'no') return { severity: 'warn', message: ruleText.livingUnsafe, evidence: [seen] };
  return kind === 'unknown' ? { severity: 'warn', message: ruleText.livingUnknown, evidence: [seen] } : null;
}
