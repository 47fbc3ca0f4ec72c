// What a client's record says will come: checks after detox, days that come back every year, the end of an
// authorisation. Refuses to alarm: these are reminders, the checks are elsewhere.
import type { ClinicalRecord } from '../clinical/clinicalRecord.ts';
import { valid } from '../clinical/entry.ts';
import { type Attended, type Authorisation, unitsUsed } from '../clinical/meetings.ts';
import type { Episode } from '../continuum/episode.ts';
import { addDays, daysBetween, LocalDate } from '../dates.ts';
import type { NoteHead } from '../notes/note.ts';
import type { UnitRule } from '../notes/serviceCodes.ts';
import { comingUpText as t } from '../text/en/comingUp.ts';
import { isWithdrawal } from './summary.ts';

export type ComingUp = { readonly id: string; readonly day: LocalDate; readonly text: string };
export type ComingUpInput = { readonly today: LocalDate; readonly episodes: readonly Episode[]; readonly notes: readonly NoteHead[]; readonly clinical: Pick<ClinicalRecord, 'triggers' | 'authorisations'>; readonly unitRule: UnitRule };

/** Symptoms may stay for weeks or months after detox; the reference asks for a look at these weeks. */
const CHECK_WEEKS = [2, 4, 8, 12] as const;
const CHECK_AHEAD = 14;
const CHECK_LATE = 14;
/** A check counts as done by a monitoring note this near to its day. */
const CHECK_NEAR = 7;
const YEARLY_AHEAD = 21;
const AUTHORISATION_AHEAD = 14;
const MOSTLY_USED = 0.8;

function* checksAfterDetox({ today, episodes, notes }: ComingUpInput): Generator<ComingUp> {
  const looked = notes.filter(({ serviceType }) => serviceType === 'wm_monitoring').map(({ serviceDate }) => serviceDate);
  for (const phase of episodes.flatMap(({ phases }) => phases)) {
    if (!isWithdrawal(phase.level) || phase.actualEnd === null) continue;
    for (const weeks of CHECK_WEEKS) {
      const day = addDays(phase.actualEnd, weeks * 7);
      const ahead = daysBetween(today, day);
      if (ahead > CHECK_AHEAD || ahead < -CHECK_LATE || looked.some((date) => Math.abs(daysBetween(date, day)) <= CHECK_NEAR && date > (phase.actualEnd ?? date))) continue;
      yield { id: `check-${phase.id}-${weeks}`, day, text: t.check(weeks) };
    }
  }
}

// 29 February comes back on the 28th where a year has none.
function nextYearly(day: LocalDate, today: LocalDate): LocalDate {
  const inYear = (year: number): LocalDate => {
    const same = LocalDate.safeParse(`${year}${day.slice(4)}`);
    return same.success ? same.data : LocalDate.parse(`${year}-02-28`);
  };
  const year = Number(today.slice(0, 4));
  const next = inYear(year);
  return next < today ? inYear(year + 1) : next;
}

function* yearlyDays({ today, clinical }: ComingUpInput): Generator<ComingUp> {
  for (const { id, text, yearly, active } of valid(clinical.triggers)) {
    if (!active || yearly === undefined || yearly === null) continue;
    const day = nextYearly(yearly, today);
    if (daysBetween(today, day) <= YEARLY_AHEAD) yield { id: `day-${id}`, day, text: t.yearly(text) };
  }
}

function used(authorisation: Authorisation, notes: readonly NoteHead[], rule: UnitRule): number {
  const services: Attended[] = notes.filter(({ serviceType }) => serviceType !== 'no_show' && serviceType !== 'non_billable').map(({ serviceDate, minutes }) => ({ date: serviceDate, minutes: minutes ?? 0 }));
  return unitsUsed(authorisation, services, rule);
}

function* authorisations({ today, notes, clinical, unitRule }: ComingUpInput): Generator<ComingUp> {
  for (const authorisation of valid(clinical.authorisations)) {
    const { id, lastDay, allowed, unit, number } = authorisation;
    const ahead = daysBetween(today, lastDay);
    if (ahead < -CHECK_LATE || authorisation.start > today) continue;
    const count = used(authorisation, notes, unitRule);
    if (ahead <= AUTHORISATION_AHEAD || (allowed !== null && count >= allowed * MOSTLY_USED)) yield { id: `authorisation-${id}`, day: lastDay, text: t.authorisation(number, count, allowed, t.units[unit]) };
  }
}

/** Reminders, the nearest first; a check that was missed stays for two weeks. */
export function comingUp(input: ComingUpInput): ComingUp[] {
  return [...checksAfterDetox(input), ...yearlyDays(input), ...authorisations(input)].toSorted((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
}
