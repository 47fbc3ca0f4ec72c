// An entry of the clinical record in a few words: what it is, and the facts beside it. Refuses to weigh
// them: the rule checks do.
import type { LocalDate } from '../dates.ts';
import { formatDay } from '../text/days.ts';
import { livingLabels } from '../text/en/clinical.ts';
import { analyteLabels, confirmationLabels, copingLabels, extraLivingLabels, kitStateLabels, livingSafeLabels, medicationKindLabels, medicationSourceLabels, outsidePrescriptionLabels, pregnancySpellLabels, specimenLabels, stopReasonLabels, substanceLabels, triggerLabels, useRouteLabels } from '../text/en/clinicalRecord.ts';
import { authorisedUnitLabels, meetingKindLabels } from '../text/en/comingUp.ts';
import { healthText } from '../text/en/health.ts';
import type { ClinicalList, ClinicalRecord, CopingSkill, LivingSpell, NaloxoneKit, OutsidePrescription, PregnancySpell, Trigger } from './clinicalRecord.ts';
import type { DrugTest } from './drugTest.ts';
import type { Authorisation, Meeting } from './meetings.ts';
import type { Medication } from './medication.ts';
import type { SubstanceUse } from './substanceUse.ts';

const t = healthText.lines;

/** `now` says whether it still counts today; `sortKey` orders a list, the greatest first. */
export type EntryLine = { readonly title: string; readonly facts: readonly string[]; readonly now: boolean; readonly sortKey: string };
export type EntryOf<L extends ClinicalList> = ClinicalRecord[L][number];

export const livingKindLabels = { ...livingLabels, ...extraLivingLabels } as const;

function given(parts: readonly (string | false | null)[]): string[] {
  return parts.filter((part): part is string => part !== false && part !== null && part !== '');
}

function span(start: LocalDate, end: LocalDate | null, today: LocalDate): string {
  if (end !== null) return t.from(formatDay(start), formatDay(end));
  return start > today ? t.startsOn(formatDay(start)) : t.since(formatDay(start));
}

function medicationLine(entry: Medication, today: LocalDate): EntryLine {
  const { kind, product, strength, dose, frequency, route, start, stop, stopReason, lastTaken, nextDue, adherencePercent, missedDoses7d, tapering, prescriber, site, source } = entry;
  return {
    title: product === '' ? medicationKindLabels[kind] : `${medicationKindLabels[kind]} (${product})`, now: stop === null || stop > today, sortKey: start,
    facts: given([
      given([strength, dose, route !== '' && healthText.routes[route].toLowerCase(), frequency]).join(', '), span(start, stop, today), stopReason !== null && stopReasonLabels[stopReason], tapering && t.tapering, lastTaken !== null && t.last(formatDay(lastTaken)), nextDue !== null && stop === null && t.next(formatDay(nextDue)),
      adherencePercent !== null && t.taken(adherencePercent), missedDoses7d !== null && missedDoses7d > 0 && t.missed(missedDoses7d), prescriber, site, medicationSourceLabels[source],
    ]),
  };
}

function testLine(entry: DrugTest, today: LocalDate): EntryLine {
  const names = (result: DrugTest['panel'][number]['result']): string => entry.panel.filter((analyte) => analyte.result === result).map(({ substance, name, value }) => `${substance === 'other' && name !== '' ? name : analyteLabels[substance]}${value === '' ? '' : ` ${value}`}`).join(', ');
  const line = (words: string, say: (names: string) => string): string => (words === '' ? '' : say(words));
  return {
    title: `${specimenLabels[entry.specimen]}, ${formatDay(entry.date)}${entry.time === null ? '' : ` ${entry.time}`}`, now: true, sortKey: `${entry.date}${entry.time ?? ''}`,
    facts: given([
      line(names('pos'), t.positive), line(names('pos_prescribed'), t.asPrescribed), line(names('pending'), t.pending), line(names('invalid'), t.invalid), line(names('neg'), t.negative),
      entry.confirmation !== 'none' && confirmationLabels[entry.confirmation], entry.kitLot !== '' && t.lot(entry.kitLot), entry.kitExpires !== null && entry.kitExpires < entry.date && t.kitExpired(formatDay(entry.kitExpires)), entry.temperatureOk === false && t.temperatureOff, entry.adulterantOk === false && t.adulterantOff, entry.date > today && t.startsOn(formatDay(entry.date)),
    ]),
  };
}

function substanceLine(entry: SubstanceUse): EntryLine {
  const { category, substance, route, amountPerDay, daysPast30, ageFirstUse, yearsRegular, lastUse, overdoses, longestAbstinence } = entry;
  return {
    title: substance === '' ? substanceLabels[category] : `${substanceLabels[category]} (${substance})`, now: true, sortKey: lastUse ?? '',
    facts: given([route !== '' && useRouteLabels[route].toLowerCase(), amountPerDay, daysPast30 !== null && t.daysOf30(daysPast30), lastUse !== null && t.lastUse(formatDay(lastUse)), ageFirstUse !== null && t.ageFirst(ageFirstUse), yearsRegular !== null && t.years(yearsRegular), overdoses !== null && overdoses > 0 && t.overdoses(overdoses), longestAbstinence]),
  };
}

function kitLine({ product, state, doses, given: day, expires, trained }: NaloxoneKit, today: LocalDate): EntryLine {
  const run = expires !== null && expires < today;
  return {
    title: product === '' ? t.kit : product, now: state === 'on_hand' && !run, sortKey: day,
    facts: given([kitStateLabels[state], doses !== null && t.doses(doses), formatDay(day), expires !== null && (run ? t.expired : t.expires)(formatDay(expires)), trained && t.trained]),
  };
}

function livingLine({ kind, start, end, safe, detail }: LivingSpell, today: LocalDate): EntryLine {
  return { title: livingKindLabels[kind], now: end === null, sortKey: start, facts: given([span(start, end, today), livingSafeLabels[safe], detail]) };
}

function pregnancyLine({ status, start, dueDate, end, outcome, obstetricContact }: PregnancySpell, today: LocalDate): EntryLine {
  return { title: pregnancySpellLabels[status], now: end === null, sortKey: start, facts: given([span(start, end, today), outcome !== null && pregnancySpellLabels[outcome], dueDate !== null && end === null && t.due(formatDay(dueDate)), obstetricContact]) };
}

function triggerLine({ category, text, intensity, plan, active, yearly }: Trigger): EntryLine {
  return { title: text, now: active, sortKey: String(intensity ?? 0).padStart(2, '0'), facts: given([triggerLabels[category], yearly !== undefined && yearly !== null && t.everyYear(formatDay(yearly, 'dayMonth')), intensity !== null && t.outOf10(intensity), plan, !active && t.notNow]) };
}

function copingLine({ kind, text, helps, active }: CopingSkill): EntryLine {
  return { title: text, now: active, sortKey: String(helps ?? 0).padStart(2, '0'), facts: given([copingLabels[kind], helps !== null && t.outOf10(helps), !active && t.notNow]) };
}

function outsideLine({ kind, what, prescriber, start, end, painPlan }: OutsidePrescription, today: LocalDate): EntryLine {
  return { title: what === '' ? outsidePrescriptionLabels[kind] : `${outsidePrescriptionLabels[kind]}: ${what}`, now: end === null || end >= today, sortKey: start, facts: given([span(start, end, today), prescriber, painPlan === null ? t.noPainPlan : t.painPlan(formatDay(painPlan))]) };
}

function meetingLine({ kind, date, where, minutes }: Meeting): EntryLine {
  return { title: `${meetingKindLabels[kind]}, ${formatDay(date)}`, now: true, sortKey: date, facts: given([where, minutes !== null && t.minutes(minutes)]) };
}

function authorisationLine({ number, what, unit, allowed, start, lastDay }: Authorisation, today: LocalDate): EntryLine {
  return { title: given([number, what]).join(', ') || t.authorisation, now: lastDay >= today, sortKey: lastDay, facts: given([allowed !== null && t.allowed(allowed, authorisedUnitLabels[unit].toLowerCase()), t.from(formatDay(start), formatDay(lastDay))]) };
}

const LINES: { readonly [L in ClinicalList]: (entry: EntryOf<L>, today: LocalDate) => EntryLine } = {
  medications: medicationLine, tests: testLine, substances: substanceLine, naloxoneKits: kitLine, living: livingLine, pregnancy: pregnancyLine, triggers: triggerLine, coping: copingLine, outsidePrescriptions: outsideLine, meetings: meetingLine, authorisations: authorisationLine,
};

/** The words of one entry. */
export function entryLine<L extends ClinicalList>(list: L, entry: EntryOf<L>, today: LocalDate): EntryLine {
  return LINES[list](entry, today);
}
