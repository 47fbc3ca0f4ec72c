// Checks on drug tests and on prescriptions from elsewhere (CLINICAL B.6: RX, TEST). Refuses consequences:
// a result starts a talk.
import { isBuprenorphine, isCurrent } from '../clinical/medication.ts';
import type { Analyte } from '../clinical/drugTest.ts';
import type { LocalDate } from '../dates.ts';
import { byTime } from '../measures/trend.ts';
import { analyteLabels } from '../text/en/clinicalRecord.ts';
import { ruleText } from '../text/en/rules.ts';
import type { RuleContext } from './context.ts';
import { evidence, type Finding } from './rule.ts';

/** R-RX1: an opioid prescribed elsewhere or surgery ahead, without a pain plan agreed with the prescriber. */
export function outsidePrescription({ clinical, today }: RuleContext): Finding | null {
  const open = clinical.outsidePrescriptions.filter(({ painPlan }) => painPlan === null);
  const opioids = open.filter(({ kind, end }) => kind === 'opioid_prescription' && (end === null || end >= today));
  const surgery = open.filter(({ kind, start }) => kind === 'surgery' && start >= today);
  const found = [...opioids, ...surgery].map(({ id, kind, start }) => evidence('outsidePrescription', id, 'start', `${kind} ${start}`));
  return found.length === 0 ? null : { severity: 'warn', message: opioids.length > 0 ? ruleText.outsideOpioid : ruleText.surgery, evidence: found };
}

// Words of what is prescribed on a day, by the program or elsewhere.
function prescribedOn({ clinical }: RuleContext, day: LocalDate): string {
  const own = clinical.medications.filter((medication) => isCurrent(medication, day) || medication.stop === day).map(({ kind, product }) => `${kind.startsWith('naloxone') ? '' : kind} ${product}`);
  const elsewhere = clinical.outsidePrescriptions.filter(({ kind, start, end }) => kind === 'opioid_prescription' && start <= day && (end === null || end >= day)).map(({ what }) => what);
  return [...own, ...elsewhere].join(' ').toLowerCase();
}

/** R-TEST1: positive, and a prescription of that day explains it, but not marked as expected. */
export function explainedPositive(context: RuleContext): Finding | null {
  const { clinical, settings } = context;
  const explained = clinical.tests.flatMap((test) => {
    const prescribed = prescribedOn(context, test.date);
    return test.panel.filter(({ substance, result }) => result === 'pos' && (settings.prescriptionNames[substance] ?? []).some((name) => prescribed.includes(name))).map((analyte) => ({ test, analyte }));
  });
  if (explained.length === 0) return null;
  const names = [...new Set(explained.map(({ analyte }) => analyteLabels[analyte.substance].toLowerCase()))].join(', ');
  return { severity: 'warn', message: ruleText.prescribedPositive(names), evidence: explained.map(({ test, analyte }) => evidence('test', test.id, analyte.substance, analyte.result)) };
}

/** R-TEST2: methadone or buprenorphine is taken, and the last test that looked for it did not detect it. */
export function medicationAbsent({ clinical, today }: RuleContext): Finding | null {
  const absent = clinical.medications.filter((medication) => isCurrent(medication, today)).flatMap((medication) => {
    const substance: Analyte['substance'] | null = medication.kind === 'methadone' ? 'methadone' : isBuprenorphine(medication) ? 'buprenorphine' : null;
    if (substance === null) return [];
    const looked = byTime(clinical.tests.filter(({ date, panel }) => date > medication.start && panel.some((analyte) => analyte.substance === substance && ['neg', 'pos', 'pos_prescribed'].includes(analyte.result))));
    const last = looked.at(-1);
    return last !== undefined && last.panel.some((analyte) => analyte.substance === substance && analyte.result === 'neg') ? [{ medication, substance, test: last }] : [];
  });
  if (absent.length === 0) return null;
  const names = [...new Set(absent.map(({ substance }) => analyteLabels[substance]))].join(', ');
  return { severity: 'warn', message: ruleText.medicationAbsent(names), evidence: absent.flatMap(({ test, substance, medication }) => [evidence('test', test.id, substance, 'neg'), evidence('medication', medication.id, 'kind', medication.kind)]) };
}
