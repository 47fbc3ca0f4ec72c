// Checks on how much service there was (CLINICAL B.6: GAP, IOP, PHP, OP; B.4 for the week). Refuses to
// count meetings and missed visits, and to find too little in a week still running.
import type { LevelOfCare, Phase } from '../continuum/episode.ts';
import { levelName } from '../continuum/levels.ts';
import { type Service, weeklyHours, type WeekOfHours } from '../continuum/position.ts';
import { daysBetween } from '../dates.ts';
import { ruleText } from '../text/en/rules.ts';
import type { RuleContext } from './context.ts';
import { type Evidence, evidence, type Finding, type Severity } from './rule.ts';

/** R-GAP1: no attended service for longer than the level allows, counted from the last one or from the start of the phase. */
export function serviceGap({ episode, phase, visits, settings, today }: RuleContext): Finding | null {
  if (episode === null || episode.status !== 'active' || phase === null || phase.actualStart === null) return null;
  const limit = settings.gapDays[phase.level];
  if (limit === undefined) return null;
  const last = visits.at(-1)?.serviceDate ?? null;
  const since = last !== null && last > phase.actualStart ? last : phase.actualStart;
  const days = daysBetween(since, today);
  return days > limit ? { severity: 'warn', message: ruleText.noService(days, levelName(phase.level)), evidence: [evidence('phase', phase.id, 'lastService', since)] } : null;
}

// Two rules read the same weeks; calendar arithmetic is most of what a check costs.
const counted = new WeakMap<RuleContext, Map<Phase, WeekOfHours[]>>();

function weeksOf(context: RuleContext, phase: Phase): WeekOfHours[] {
  const known = counted.get(context) ?? new Map<Phase, WeekOfHours[]>();
  counted.set(context, known);
  const before = known.get(phase);
  if (before !== undefined) return before;
  const services = context.visits.map((note): Service => ({ date: note.serviceDate, minutes: note.minutes ?? 0, serviceType: note.serviceType, attended: note.attended }));
  const weeks = weeklyHours({ phase, services, today: context.today, weekStart: context.settings.weekStart });
  known.set(phase, weeks);
  return weeks;
}

type Week = { readonly hours: number; readonly needed: number; readonly evidence: Evidence };

// Weeks of a level in the episode whose hours `fails`, with the weekly figure scaled to the
// days of the week that belong to the phase. A week that runs can have too much, not yet too little. Whole minutes are compared, so that 9 h is never 8.999.
function weeksThat(context: RuleContext, level: LevelOfCare, weekly: number, running: 'wait' | 'count', fails: (minutes: number, neededTimesSeven: number) => boolean): Week[] {
  const { episode } = context;
  if (episode === null) return [];
  return episode.phases.filter((phase) => phase.level === level).flatMap((phase) =>
    weeksOf(context, phase).filter((week) => (week.complete || running === 'count') && fails(Math.round(week.hours * 60) * 7, weekly * 60 * week.days))
      .map((week) => ({ hours: week.hours, needed: (weekly * week.days) / 7, evidence: evidence('phase', phase.id, `week of ${week.week}`, `${Math.round(week.hours * 100) / 100} h of ${week.days} days`) })));
}

function weekFinding(weeks: readonly Week[], severity: Severity, message: (week: Week, count: number) => string): Finding | null {
  const latest = weeks.at(-1);
  return latest === undefined ? null : { severity, message: message(latest, weeks.length), evidence: weeks.map((week) => week.evidence) };
}

const below = (minutes: number, needed: number): boolean => minutes < needed;
const above = (minutes: number, needed: number): boolean => minutes > needed;
const reaches = (minutes: number, needed: number): boolean => minutes >= needed;

/** R-IOP1: a completed week of intensive outpatient under 9 hours. */
export function iopLow(context: RuleContext): Finding | null {
  return weekFinding(weeksThat(context, 'IOP', context.settings.iopMinHours, 'wait', below), 'warn', ({ hours, needed }, count) => ruleText.iopLow(hours, needed, count));
}

/** R-IOP2: a week of intensive outpatient over 20 hours (19 where the clinic follows ASAM). */
export function iopHigh(context: RuleContext): Finding | null {
  return weekFinding(weeksThat(context, 'IOP', context.settings.iopMaxHours, 'count', above), 'info', ({ hours, needed }) => ruleText.iopHigh(hours, needed));
}

/** R-PHP1: a completed week of partial hospitalization under 20 hours. */
export function phpLow(context: RuleContext): Finding | null {
  return weekFinding(weeksThat(context, 'PHP', context.settings.phpMinHours, 'wait', below), 'warn', ({ hours, needed }, count) => ruleText.phpLow(hours, needed, count));
}

/** R-OP1: a week of outpatient care with 9 hours or more. */
export function opHigh(context: RuleContext): Finding | null {
  return weekFinding(weeksThat(context, 'OP', context.settings.opMaxHours, 'count', reaches), 'info', ({ hours, needed }) => ruleText.opHigh(hours, needed));
}
