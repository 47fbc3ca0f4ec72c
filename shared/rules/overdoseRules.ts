// Checks on overdose risk (CLINICAL B.6: SED, TOL, NAL, URD). Refuses to punish: none leads to anything but
// teaching, naloxone and a call to the prescriber.
import { isAgonist, isNaltrexone } from '../clinical/medication.ts';
import { categoryOfText, isOpioid, isSedative } from '../clinical/substanceUse.ts';
import { levelName, overlayInfo } from '../continuum/levels.ts';
import { daysBetween } from '../dates.ts';
import { analyteLabels, medicationKindLabels, substanceLabels } from '../text/en/clinicalRecord.ts';
import { ruleText } from '../text/en/rules.ts';
import { agonistEvidence, allPhases, currentMedications, isWithdrawalLevel, lastMeasure, medicationStops, type RuleContext, within } from './context.ts';
import { takes } from './medicationRules.ts';
import { type Evidence, evidence, type Finding } from './rule.ts';

type Named = { readonly name: string; readonly evidence: Evidence };

// Alcohol, benzodiazepines and other sedatives in use: told, prescribed, tested or answered in the BAM.
function sedatives(context: RuleContext): Named[] {
  const { clinical, events, settings, today } = context;
  const recent = settings.sedativeDays;
  const told = clinical.substances.filter((row) => isSedative(row.category) && (row.lastUse === null ? row.dailyUse === true || (row.daysPast30 ?? 0) > 0 : within(row.lastUse, recent, today)))
    .map((row) => ({ name: substanceLabels[row.category], evidence: evidence('substance', row.id, row.lastUse !== null ? 'lastUse' : row.dailyUse === true ? 'dailyUse' : 'daysPast30', row.lastUse ?? (row.dailyUse === true ? 'yes' : row.daysPast30)) }));
  const prescribed = currentMedications(context).filter(({ kind, product }) => (kind === 'other' || kind === 'adjunct') && settings.sedativeNames.some((name) => product.toLowerCase().includes(name)))
    .map(({ id, product }) => ({ name: product, evidence: evidence('medication', id, 'product', 'sedative') }));
  const tested = clinical.tests.filter(({ date }) => within(date, recent, today)).flatMap((test) => test.panel.filter(({ substance, result }) => (substance === 'benzodiazepines' || substance === 'barbiturates' || substance === 'alcohol' || substance === 'ethyl_glucuronide') && (result === 'pos' || result === 'pos_prescribed'))
    .map(({ substance }) => ({ name: analyteLabels[substance], evidence: evidence('test', test.id, substance, test.date) })));
  const returned = events.filter(({ type, date }) => type === 'RETURN_TO_USE' && within(date, recent, today)).flatMap((event) => {
    const category = categoryOfText(String(event.fields['substance'] ?? ''));
    return category !== null && isSedative(category) ? [{ name: substanceLabels[category], evidence: evidence('event', event.id, 'date', event.date) }] : [];
  });
  const bam = lastMeasure(context, ['BAM']);
  const answered = bam === null || !within(bam.date, recent, today) ? [] : ([['4', 'alcohol'], ['7B', 'benzodiazepine']] as const).filter(([item]) => Number(bam.answers[item] ?? 0) > 0)
    .map(([item, category]) => ({ name: substanceLabels[category], evidence: evidence('measure', bam.id, item, Number(bam.answers[item])) }));
  return [...told, ...prescribed, ...tested, ...returned, ...answered];
}

/** R-SED1: a sedative in use together with methadone or buprenorphine. */
export function sedativesWithAgonist(context: RuleContext): Finding | null {
  const agonists = agonistEvidence(context);
  if (agonists.length === 0) return null;
  const found = sedatives(context);
  if (found.length === 0) return null;
  const names = [...new Set(found.map(({ name }) => name))].join(', ');
  return { severity: 'alert', message: ruleText.sedatives(names), evidence: [...agonists, ...found.map((one) => one.evidence)] };
}

function recentlyLeft(context: RuleContext): Named[] {
  const { clinical, settings, today } = context;
  const levels = allPhases(context).filter((phase) => (isWithdrawalLevel(phase.level) || phase.level === 'RES') && phase.actualStart !== null && phase.actualEnd !== null && within(phase.actualEnd, settings.toleranceDays, today))
    .map((phase) => ({ name: ruleText.toleranceWhy.leftLevel(levelName(phase.level)), evidence: evidence('phase', phase.id, 'actualEnd', phase.actualEnd) }));
  const spells = clinical.living.filter(({ kind, end }) => (kind === 'hospital' || kind === 'jail') && end !== null && within(end, settings.toleranceDays, today))
    .map(({ id, kind, end }) => ({ name: kind === 'jail' ? ruleText.toleranceWhy.leftJail : ruleText.toleranceWhy.leftHospital, evidence: evidence('living', id, 'end', end) }));
  return [...levels, ...spells];
}

// With methadone or buprenorphine still taken, neither a stopped medicine nor a pause in use lowers tolerance.
function opioidFree(context: RuleContext): Named[] {
  const { clinical, settings, today } = context;
  if (takes(clinical.medications, isAgonist, today)) return [];
  const onNaltrexone = takes(clinical.medications, isNaltrexone, today);
  const stops = medicationStops(context, (medication) => isAgonist(medication) || isNaltrexone(medication)).filter((turn) => within(turn.date, settings.toleranceDays, today) && !(onNaltrexone && isNaltrexone(turn)))
    .map((turn) => ({ name: ruleText.toleranceWhy.stopped(medicationKindLabels[turn.kind].toLowerCase()), evidence: turn.evidence }));
  const opioids = clinical.substances.filter(({ category }) => isOpioid(category));
  const lastAny = opioids.reduce<string>((latest, { lastUse }) => (lastUse !== null && lastUse > latest ? lastUse : latest), '');
  const pauses = opioids.flatMap((row) => {
    const daily = row.dailyUse ?? (row.daysPast30 ?? 0) >= settings.dailyUseDays;
    if (!daily || row.lastUse === null || row.lastUse < lastAny || !within(row.lastUse, settings.toleranceDays, today)) return [];
    const days = daysBetween(row.lastUse, today);
    return days >= settings.toleranceFreeDays ? [{ name: ruleText.toleranceWhy.pause(days), evidence: evidence('substance', row.id, 'lastUse', row.lastUse) }] : [];
  });
  return [...stops, ...pauses];
}

/** R-TOL1: tolerance may be low after leaving withdrawal or residential care, hospital or jail, after stopping medication, or after 3 days without opioids. */
export function lowTolerance(context: RuleContext): Finding | null {
  const found = [...recentlyLeft(context), ...opioidFree(context)];
  return found.length === 0 ? null : { severity: 'alert', message: ruleText.toleranceLow([...new Set(found.map(({ name }) => name))].join('; ')), evidence: found.map((one) => one.evidence) };
}

function opioidUseDisorder(context: RuleContext): Evidence | null {
  const { record } = context;
  const isOud = (code: string): boolean => /^\s*F11(\.|$|\d)/i.test(code);
  if (record.client.opioidUseDisorder || record.client.diagnoses.some(isOud)) return evidence('client', record.client.id, 'diagnoses', 'F11');
  const plan = record.plans.find(({ status, diagnoses }) => (status === 'active' || status === 'draft') && diagnoses.some(isOud));
  if (plan !== undefined) return evidence('plan', plan.id, 'diagnoses', 'F11');
  const overlay = record.episodes.flatMap(({ overlays }) => overlays).find(({ kind }) => overlayInfo(kind).medication);
  if (overlay !== undefined) return evidence('overlay', overlay.id, 'kind', overlay.kind);
  const criteria = lastMeasure(context, ['OUD-CRITERIA'], ({ total }) => total !== null);
  return criteria !== null && criteria.total !== null && criteria.total >= 2 ? evidence('measure', criteria.id, 'total', criteria.total) : null;
}

/** R-NAL1: opioid use disorder and no naloxone that is in date on record; a kit without a date is asked about too. */
export function naloxoneMissing(context: RuleContext): Finding | null {
  const { record, clinical, today } = context;
  const why = opioidUseDisorder(context);
  if (why === null) return null;
  const { naloxone, id } = record.client;
  const kits = clinical.naloxoneKits.filter(({ state, given }) => state === 'on_hand' && given <= today);
  // Prescribed naloxone is in the house too, but nobody has read its date.
  const prescribed = currentMedications(context).filter(({ kind }) => kind === 'naloxone').map(() => null);
  const dates = [...(naloxone.state === 'on_hand' ? [naloxone.expires] : []), ...kits.map(({ expires }) => expires), ...prescribed];
  if (dates.some((expires) => expires !== null && expires >= today)) return null;
  const seen = [why, ...(kits.length > 0 ? kits.map((kit) => evidence('naloxoneKit', kit.id, 'expires', kit.expires)) : [evidence('client', id, 'naloxone', naloxone.expires ?? naloxone.state)])];
  const message = dates.length === 0 ? ruleText.naloxoneNone : dates.includes(null) ? ruleText.naloxoneNoDate : ruleText.naloxoneExpired;
  return { severity: 'warn', message, evidence: seen };
}

/** R-URD1: a note or plan names ultra-rapid or anaesthesia-assisted detox. */
export function ultraRapid({ record }: RuleContext): Finding | null {
  const notes = record.notes.filter((note) => note.ultraRapid).map(({ id }) => evidence('note', id, 'text', 'ultra-rapid'));
  const plans = record.plans.filter((plan) => plan.ultraRapid && (plan.status === 'active' || plan.status === 'draft')).map(({ id }) => evidence('plan', id, 'text', 'ultra-rapid'));
  const found = [...notes, ...plans];
  return found.length === 0 ? null : { severity: 'alert', message: ruleText.ultraRapid, evidence: found };
}
