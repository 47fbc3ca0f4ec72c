// When an opioid was last taken, from every place that may know. Refuses to guess a time of day.
import { isAgonist } from '../clinical/medication.ts';
import { categoryOfText, isOpioid, type SubstanceCategory } from '../clinical/substanceUse.ts';
import { daysBetween, type LocalDate } from '../dates.ts';
import type { Moment, RuleContext } from './context.ts';
import { type Evidence, evidence } from './rule.ts';

export type Acting = 'short' | 'fentanyl' | 'methadone' | 'long' | 'buprenorphine';
export type OpioidUse = Moment & { readonly acting: Acting; readonly evidence: Evidence };

function actingOf(category: SubstanceCategory, longActing: boolean): Acting {
  if (category === 'methadone' || category === 'buprenorphine') return category;
  // A patch goes on giving fentanyl long after the day it was put on.
  if (longActing) return 'long';
  return category === 'fentanyl' ? 'fentanyl' : 'short';
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

/** Last uses of opioids on or before a moment: history rows, returns to use, agonist medicines and prescriptions elsewhere. */
export function opioidUses({ clinical, events }: RuleContext, until: Moment): OpioidUse[] {
  const history = clinical.substances.flatMap((row): OpioidUse[] => (!isOpioid(row.category) || row.lastUse === null ? [] : [{ date: row.lastUse, time: row.lastUseTime, acting: actingOf(row.category, row.longActing), evidence: evidence('substance', row.id, 'lastUse', row.lastUse) }]));
  const returns = events.filter(({ type }) => type === 'RETURN_TO_USE').flatMap((event): OpioidUse[] => {
    const category = categoryOfText(String(event.fields['substance'] ?? ''));
    return category === null || !isOpioid(category) ? [] : [{ date: event.date, time: event.time, acting: actingOf(category, false), evidence: evidence('event', event.id, 'date', event.date) }];
  });
  // An agonist that was not stopped was, as far as the record knows, taken until then.
  const medicines = clinical.medications.filter((medication) => isAgonist(medication) && medication.start <= until.date).map((medication): OpioidUse => {
    const last = earlier(medication.lastTaken ?? medication.stop ?? until.date, until.date);
    return { date: last, time: null, acting: medication.kind === 'methadone' ? 'methadone' : 'buprenorphine', evidence: evidence('medication', medication.id, medication.lastTaken === null ? 'stop' : 'lastTaken', last) };
  });
  const elsewhere = clinical.outsidePrescriptions.filter(({ kind, start }) => kind === 'opioid_prescription' && start <= until.date).map((row): OpioidUse => {
    const last = earlier(row.end ?? until.date, until.date);
    return { date: last, time: null, acting: 'short', evidence: evidence('outsidePrescription', row.id, 'end', last) };
  });
  return [...history, ...returns, ...medicines, ...elsewhere].filter((use) => daysBetween(use.date, until.date) > 0 || (use.date === until.date && (use.time === null || until.time === null || use.time <= until.time)));
}
