// Checks when a medicine for OUD begins or falls due (CLINICAL B.6: NTX, BUP). Refuses to dose: each line
// asks the prescriber.
import { isBuprenorphine, isCurrent, isNaltrexone, type Medication } from '../clinical/medication.ts';
import { addDays, daysBetween, type LocalDate } from '../dates.ts';
import { ruleText } from '../text/en/rules.ts';
import { currentMedications, eventMedication, hoursBetween, medicationStarts, medicationStops, type RuleContext, type Turn } from './context.ts';
import { type Acting, type OpioidUse, opioidUses } from './opioidUse.ts';
import { evidence, type Finding } from './rule.ts';

// A start counts while the medicine is still planned or in use.
function liveStarts(context: RuleContext, accepts: (medication: Pick<Medication, 'kind'>) => boolean): Turn[] {
  const stops = medicationStops(context, accepts).filter(({ date }) => date <= context.today);
  return medicationStarts(context, accepts).filter(({ date, medication }) => (medication === null ? !stops.some((stop) => stop.date >= date) : medication.stop === null || medication.stop > context.today));
}

/** R-NTX1: naltrexone less than 7 days (10 preferred) after a short-acting opioid, or 14 after methadone or buprenorphine. */
export function naltrexoneEarly(context: RuleContext): Finding | null {
  const { ntxShortDays, ntxPreferredDays, ntxLongDays } = context.settings;
  let soft: Finding | null = null;
  for (const start of liveStarts(context, isNaltrexone)) {
    for (const use of opioidUses(context, start)) {
      const days = daysBetween(use.date, start.date);
      const needed = use.acting === 'short' || use.acting === 'fentanyl' ? ntxShortDays : ntxLongDays;
      const both = [start.evidence, use.evidence];
      if (days < needed) return { severity: 'alert', message: ruleText.naltrexoneEarly(days, needed), evidence: both };
      if (days < ntxPreferredDays) soft ??= { severity: 'warn', message: ruleText.naltrexoneSoon(days, ntxPreferredDays), evidence: both };
    }
  }
  return soft;
}

function lastInjection({ events, today }: RuleContext, medication: Medication): LocalDate | null {
  const given = events.filter((event) => event.type === 'INJECTION_GIVEN' && event.date >= medication.start).filter((event) => {
    const kind = eventMedication(event);
    return kind === null || isNaltrexone({ kind });
  }).at(-1)?.date ?? null;
  const known = medication.lastTaken ?? (medication.start <= today ? medication.start : null);
  return given !== null && (known === null || given > known) ? given : known;
}

/** R-NTX2: the monthly naltrexone injection is due after 28 days: a warning from day 25, an alert after day 31. */
export function injectionDue(context: RuleContext): Finding | null {
  const { settings, today } = context;
  const due = currentMedications(context).filter(({ kind }) => kind === 'naltrexone_xr').flatMap((medication) => {
    const last = lastInjection(context, medication);
    return last === null || last > today ? [] : [{ medication, last, days: daysBetween(last, today) }];
  });
  // Two rows for one medicine: the newest injection is the one that protects.
  const newest = due.toSorted((a, b) => a.days - b.days)[0];
  if (newest === undefined || newest.days < settings.ntxXrWarnDays) return null;
  const seen = [evidence('medication', newest.medication.id, 'lastTaken', newest.last), evidence('medication', newest.medication.id, 'nextDue', addDays(newest.last, settings.ntxXrDueDays))];
  if (newest.days > settings.ntxXrAlertDays) return { severity: 'alert', message: ruleText.injectionLate(newest.days), evidence: seen };
  return { severity: 'warn', message: ruleText.injectionDue(newest.days, settings.ntxXrDueDays), evidence: seen };
}

// First doses under this team's care: begun in the episode, not carried on from another form of it.
function buprenorphineStarts(context: RuleContext): Turn[] {
  const { episode, clinical, today } = context;
  const from = episode === null || episode.status === 'planned' ? null : episode.start;
  const carriedOn = (turn: Turn): boolean => clinical.medications.some((other) => other !== turn.medication && isBuprenorphine(other) && other.start < turn.date && (other.stop === null || other.stop >= addDays(turn.date, -1)));
  return liveStarts(context, isBuprenorphine).filter((turn) => turn.date <= today && (from === null || turn.date >= from) && !carriedOn(turn));
}

/** R-BUP1: buprenorphine begun with no COWS that day, or with one under 8. */
export function buprenorphineCows(context: RuleContext): Finding | null {
  for (const start of buprenorphineStarts(context)) {
    const sameDay = context.measures.filter(({ instrumentId, date, total }) => instrumentId === 'COWS' && date === start.date && total !== null);
    // The score before the first dose is the one that counts; without a clock time, the first of the day.
    const before = start.time === null ? undefined : sameDay.findLast(({ time }) => time !== null && start.time !== null && time <= start.time);
    const cows = before ?? sameDay[0];
    if (cows === undefined || cows.total === null) return { severity: 'warn', message: ruleText.buprenorphineNoCows, evidence: [start.evidence] };
    if (cows.total < context.settings.bupCowsMin) return { severity: 'warn', message: ruleText.buprenorphineLowCows(cows.total, context.settings.bupCowsMin), evidence: [start.evidence, evidence('measure', cows.id, 'total', cows.total)] };
  }
  return null;
}

/** R-BUP2: buprenorphine begun too few hours after the last opioid; days count where a clock time is missing. */
export function buprenorphineEarly(context: RuleContext): Finding | null {
  const { bupShortHours, bupFentanylHours, bupLongHours } = context.settings;
  const needed: Record<Exclude<Acting, 'buprenorphine'>, number> = { short: bupShortHours, fentanyl: bupFentanylHours, methadone: bupLongHours, long: bupLongHours };
  for (const start of buprenorphineStarts(context)) {
    const found = opioidUses(context, start).flatMap((use: OpioidUse) => (use.acting === 'buprenorphine' ? [] : [{ use, hours: hoursBetween(use, start), limit: needed[use.acting] }])).find(({ hours, limit }) => hours < limit);
    if (found !== undefined) return { severity: 'warn', message: ruleText.buprenorphineEarly(found.hours, found.limit), evidence: [start.evidence, found.use.evidence] };
  }
  return null;
}

/** True when a medicine of these kinds is in use on a day. */
export function takes(medications: readonly Medication[], accepts: (medication: Medication) => boolean, day: LocalDate): boolean {
  return medications.some((medication) => accepts(medication) && isCurrent(medication, day));
}
