// Checks on plans, notes and signatures (CLINICAL B.6: PLAN, SIG, DOC; F.4 for the dates). Refuses to judge
// content: it sees links, dates and states.
import { addDays, daysBetween, type LocalDate } from '../dates.ts';
import { ruleText } from '../text/en/rules.ts';
import type { RuleContext } from './context.ts';
import { evidence, type Finding } from './rule.ts';
import type { RuleNote, RulePlan } from './ruleRecord.ts';

function plansInForce({ record, episode }: RuleContext): RulePlan[] {
  return record.plans.filter(({ status, episodeId }) => status === 'active' && (episode === null || episodeId === null || episodeId === episode.id));
}

// F.4: so many days or the third session, whichever comes sooner.
function firstPlanDue({ phase, visits, settings }: RuleContext, start: LocalDate): LocalDate {
  const byDays = addDays(start, (phase === null ? undefined : settings.planDays[phase.level]) ?? settings.planDaysWithoutLevel);
  const sessions = phase === null ? undefined : settings.planSessions[phase.level];
  const session = sessions === undefined ? undefined : visits.filter(({ serviceDate }) => serviceDate >= start)[sessions - 1]?.serviceDate;
  return session !== undefined && session < byDays ? session : byDays;
}

/** R-PLAN1: the episode has no plan in force and its first plan is past due. */
export function planMissing(context: RuleContext): Finding | null {
  const { episode, today } = context;
  if (episode === null || episode.status === 'planned' || plansInForce(context).length > 0) return null;
  const due = firstPlanDue(context, episode.start);
  return today > due ? { severity: 'warn', message: ruleText.planMissing, evidence: [evidence('episode', episode.id, 'plan due', due)] } : null;
}

/** R-PLAN2: the review of the plan in force is overdue; without a date of its own it falls due by the level's interval. */
export function reviewOverdue(context: RuleContext): Finding | null {
  const { phase, settings, today } = context;
  const interval = (phase === null ? undefined : settings.reviewDays[phase.level]) ?? settings.reviewDaysWithoutLevel;
  for (const plan of plansInForce(context)) {
    const due: LocalDate | null = plan.nextReviewDue ?? (plan.effectiveDate === null ? null : addDays(plan.effectiveDate, interval));
    if (due !== null && due < today) return { severity: 'warn', message: ruleText.reviewOverdue(daysBetween(due, today)), evidence: [evidence('plan', plan.id, 'nextReviewDue', due)] };
  }
  return null;
}

const OPEN = new Set(['not_started', 'in_progress', 'partly_met']);

/** R-PLAN3: an open objective is past its target date. */
export function objectivesPast(context: RuleContext): Finding | null {
  const past = plansInForce(context).flatMap(({ objectives }) => objectives).filter(({ status, targetDate }) => OPEN.has(status) && targetDate !== null && targetDate < context.today);
  return past.length === 0 ? null : { severity: 'warn', message: ruleText.objectivesPast(past.length), evidence: past.map(({ id, targetDate }) => evidence('objective', id, 'targetDate', targetDate)) };
}

/** R-PLAN4: a signed note of an attended service has neither a link to an objective nor a reason for having none. */
export function notesUnlinked({ record }: RuleContext): Finding | null {
  const loose = record.notes.filter((note) => note.status === 'signed' && note.attended && note.planLinks === 0 && note.noPlanLinkReason.trim() === '');
  return loose.length === 0 ? null : { severity: 'warn', message: ruleText.notesUnlinked(loose.length), evidence: loose.map(({ id, serviceDate }) => evidence('note', id, 'planLinks', serviceDate)) };
}

const HOUR = 3_600_000;

// From the day it was begun; a note without that is counted from the end of the service.
function ageHours(note: RuleNote, now: number): number {
  const from = note.createdAt ?? `${note.serviceDate}T${note.endTime ?? note.startTime ?? '00:00'}:00.000Z`;
  return (now - Date.parse(from)) / HOUR;
}

/** R-SIG1: a note has waited more than 48 hours for a signature. One in which nothing was written waits for none. */
export function unsignedNotes({ record, settings, now }: RuleContext): Finding | null {
  const late = record.notes.filter(({ status, blank }) => status === 'draft' && blank !== true).map((note) => ({ note, hours: ageHours(note, Date.parse(now)) })).filter(({ hours }) => hours > settings.unsignedNoteHours);
  if (late.length === 0) return null;
  return { severity: 'warn', message: ruleText.unsignedNotes(late.length, Math.max(...late.map(({ hours }) => hours))), evidence: late.map(({ note }) => evidence('note', note.id, 'status', 'draft')) };
}

/** R-DOC1: two notes of one client overlap in time; one that ends as the next begins does not. */
export function notesOverlap({ record }: RuleContext): Finding | null {
  const timed = record.notes.flatMap(({ id, attended, serviceDate, startTime, endTime }) => (attended && startTime !== null && endTime !== null && endTime > startTime ? [{ id, serviceDate, startTime, endTime }] : []))
    .toSorted((a, b) => a.serviceDate.localeCompare(b.serviceDate) || a.startTime.localeCompare(b.startTime));
  let open = timed[0];
  for (const note of timed.slice(1)) {
    if (open !== undefined && note.serviceDate === open.serviceDate && note.startTime < open.endTime) {
      return { severity: 'info', message: ruleText.notesOverlap, evidence: [open, note].map(({ id, startTime, endTime, serviceDate }) => evidence('note', id, 'times', `${serviceDate} ${startTime}-${endTime}`)) };
    }
    if (open === undefined || note.serviceDate !== open.serviceDate || note.endTime > open.endTime) open = note;
  }
  return null;
}
