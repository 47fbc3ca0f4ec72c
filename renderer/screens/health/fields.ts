// The few fields of each form of the clinical record, as data. Refuses rules of its own: what cannot be is
// refused by the record's schema and its command.
import { ANALYTES, SPECIMENS } from '../../../shared/clinical/drugTest.ts';
import { COPING_KINDS, type ClinicalList, KIT_STATES, LIVING_KINDS, PREGNANCY_OUTCOMES, TRIGGER_CATEGORIES } from '../../../shared/clinical/clinicalRecord.ts';
import { livingKindLabels } from '../../../shared/clinical/entryLines.ts';
import { MEDICATION_KINDS, MEDICATION_PURPOSES, MEDICATION_ROUTES, MEDICATION_SOURCES, STOP_REASONS } from '../../../shared/clinical/medication.ts';
import { SUBSTANCE_CATEGORIES, USE_ROUTES } from '../../../shared/clinical/substanceUse.ts';
import { AUTHORISED_UNITS, MEETING_KINDS } from '../../../shared/clinical/meetings.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { confirmationLabels, copingLabels, kitStateLabels, livingSafeLabels, medicationKindLabels, medicationPurposeLabels, medicationSourceLabels, outsidePrescriptionLabels, pregnancySpellLabels, specimenLabels, stopReasonLabels, substanceLabels, triggerLabels, useRouteLabels } from '../../../shared/text/en/clinicalRecord.ts';
import { authorisedUnitLabels, meetingKindLabels } from '../../../shared/text/en/comingUp.ts';
import { healthText } from '../../../shared/text/en/health.ts';
import { type Choice, choicesOf } from '../../ui/SelectField.tsx';

const f = healthText.fields;

/** A result by substance; `otherName` says which substance the result of "other" is about. */
export type PanelValue = Readonly<Partial<Record<(typeof ANALYTES)[number] | 'otherName', string>>>;
export type Value = string | number | boolean | null | PanelValue;
export type Values = Readonly<Record<string, Value>>;

type Kind =
  | { readonly kind: 'line' | 'area'; readonly max: number }
  /** `lived`: the day may not lie ahead. */
  | { readonly kind: 'day'; readonly lived?: true }
  | { readonly kind: 'time' } | { readonly kind: 'yesNo' } | { readonly kind: 'yesNoUnknown' } | { readonly kind: 'panel' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly step?: number }
  /** `none`: may be left open, which is null in the record. */
  | { readonly kind: 'choice'; readonly choices: readonly Choice<string>[]; readonly none?: true };
export type FieldSpec = Kind & { readonly name: string; readonly label: string; readonly required?: true; readonly half?: true };

const note: FieldSpec = { name: 'note', label: f.note, kind: 'area', max: 2000 };
const line = (name: string, label: string, max: number): FieldSpec => ({ name, label, kind: 'line', max, half: true });
const day = (name: string, label: string, more: { readonly lived?: true; readonly required?: true } = {}): FieldSpec => ({ name, label, kind: 'day', half: true, ...more });
const choice = <V extends string>(name: string, label: string, values: readonly V[], labels: Readonly<Record<V, string>>, none?: true): FieldSpec => ({ name, label, kind: 'choice', half: true, choices: choicesOf(values, labels), ...(none ? { none } : {}) });
/** A choice that says what the entry is: nothing stands there until a person chose it, so that no record is made by a press on Save. */
const must = <V extends string>(name: string, label: string, values: readonly V[], labels: Readonly<Record<V, string>>): FieldSpec => ({ ...choice(name, label, values, labels), required: true });
const ten = (name: string, label: string): FieldSpec => ({ name, label, kind: 'number', min: 0, max: 10, half: true });
const count = (name: string, label: string, max: number): FieldSpec => ({ name, label, kind: 'number', min: 0, max, half: true });
const lived = { lived: true } as const;
const required = { required: true } as const;

export const FIELDS: Readonly<Record<ClinicalList, readonly FieldSpec[]>> = {
  medications: [
    must('kind', f.kind, MEDICATION_KINDS, medicationKindLabels), must('purpose', f.purpose, MEDICATION_PURPOSES, medicationPurposeLabels), line('product', f.product, 120), line('strength', f.strength, 80), line('dose', f.dose, 120), choice('route', f.route, MEDICATION_ROUTES, healthText.routes), line('frequency', f.frequency, 120), line('prescriber', f.prescriber, 200), line('site', f.site, 200),
    day('start', f.start, required), { name: 'startTime', label: f.startTime, kind: 'time', half: true }, day('lastTaken', f.lastTaken, lived), day('nextDue', f.nextDue), count('prescriptionDays', f.prescriptionDays, 366), count('adherencePercent', f.adherencePercent, 100), count('missedDoses7d', f.missedDoses7d, 7),
    day('stop', f.stop), choice('stopReason', f.stopReason, STOP_REASONS, stopReasonLabels, true), must('source', f.source, MEDICATION_SOURCES, medicationSourceLabels), { name: 'tapering', label: f.tapering, kind: 'yesNo' }, note,
  ],
  tests: [
    day('date', f.date, { ...lived, ...required }), { name: 'time', label: f.time, kind: 'time', half: true }, choice('specimen', f.specimen, SPECIMENS, specimenLabels), line('collectedBy', f.collectedBy, 200), { name: 'panel', label: f.panel, kind: 'panel' },
    line('kitLot', f.kitLot, 60), day('kitExpires', f.kitExpires), choice('confirmation', f.confirmation, ['none', 'sent', 'confirmed', 'not_confirmed'] as const, confirmationLabels), { name: 'temperatureOk', label: f.temperatureOk, kind: 'yesNoUnknown', half: true }, { name: 'adulterantOk', label: f.adulterantOk, kind: 'yesNoUnknown', half: true }, { name: 'observed', label: f.observed, kind: 'yesNo' }, note,
  ],
  substances: [
    must('category', f.category, SUBSTANCE_CATEGORIES, substanceLabels), line('substance', f.substance, 120), choice('route', f.useRoute, USE_ROUTES, useRouteLabels), line('amountPerDay', f.amountPerDay, 120), count('daysPast30', f.daysPast30, 30), { name: 'dailyUse', label: f.dailyUse, kind: 'yesNoUnknown', half: true }, day('lastUse', f.lastUse, lived), { name: 'lastUseTime', label: f.lastUseTime, kind: 'time', half: true },
    count('ageFirstUse', f.ageFirstUse, 120), { name: 'yearsRegular', label: f.yearsRegular, kind: 'number', min: 0, max: 120, step: 0.5, half: true }, count('overdoses', f.overdoses, 999), day('lastOverdose', f.lastOverdose, lived), line('longestAbstinence', f.longestAbstinence, 120), { name: 'longActing', label: f.longActing, kind: 'yesNo' },
    { name: 'previousTreatment', label: f.previousTreatment, kind: 'area', max: 2000 }, { name: 'withdrawalHistory', label: f.withdrawalHistory, kind: 'area', max: 2000 }, note,
  ],
  naloxoneKits: [line('product', f.product, 120), choice('state', f.state, KIT_STATES, kitStateLabels), day('given', f.given, { ...lived, ...required }), day('expires', f.expires), count('doses', f.doses, 20), { name: 'trained', label: f.trained, kind: 'yesNo' }, note],
  living: [must('kind', f.livingKind, LIVING_KINDS, livingKindLabels), choice('safe', f.safe, ['yes', 'no', 'unknown'] as const, livingSafeLabels), day('start', f.livingStart, required), day('end', f.end, lived), line('detail', f.detail, 300), note],
  pregnancy: [must('status', f.status, ['possible', 'pregnant'] as const, pregnancySpellLabels), day('start', f.known, { ...lived, ...required }), day('dueDate', f.dueDate), day('end', f.pregnancyEnd), choice('outcome', f.outcome, PREGNANCY_OUTCOMES, pregnancySpellLabels, true), line('obstetricContact', f.obstetricContact, 300), note],
  triggers: [{ ...line('text', f.triggerText, 400), required: true }, must('category', f.triggerCategory, TRIGGER_CATEGORIES, triggerLabels), ten('intensity', f.intensity), day('yearly', f.yearly), { name: 'plan', label: f.plan, kind: 'area', max: 1000 }, { name: 'active', label: f.active, kind: 'yesNo' }, note],
  coping: [{ ...line('text', f.copingText, 400), required: true }, must('kind', f.copingKind, COPING_KINDS, copingLabels), ten('helps', f.helps), { name: 'active', label: f.active, kind: 'yesNo' }, note],
  outsidePrescriptions: [must('kind', f.outsideKind, ['opioid_prescription', 'surgery'] as const, outsidePrescriptionLabels), line('what', f.what, 200), line('prescriber', f.prescriber, 200), day('start', f.outsideStart, required), day('end', f.outsideEnd), day('painPlan', f.painPlan, lived), note],
  meetings: [must('kind', f.meetingKind, MEETING_KINDS, meetingKindLabels), day('date', f.meetingDate, { ...lived, ...required }), line('where', f.where, 200), count('minutes', f.meetingMinutes, 600), note],
  authorisations: [line('number', f.authorisationNumber, 80), line('what', f.authorisationWhat, 200), choice('unit', f.unit, AUTHORISED_UNITS, authorisedUnitLabels), count('allowed', f.allowed, 10_000), day('start', f.authorisationStart, required), day('lastDay', f.lastDay, required), note],
};

/** Values of a new entry, where they are not simply empty. */
export function startValues(list: ClinicalList, today: LocalDate): Values {
  const own: Readonly<Record<ClinicalList, Values>> = {
    medications: { route: '', start: today },
    tests: { date: today, specimen: 'urine', confirmation: 'none', panel: {} },
    substances: { route: '' },
    naloxoneKits: { state: 'on_hand', given: today },
    living: { safe: 'unknown', start: today },
    pregnancy: { start: today },
    triggers: { active: true },
    coping: { active: true },
    outsidePrescriptions: { start: today },
    meetings: { date: today },
    authorisations: { unit: 'sessions', start: today },
  };
  return own[list];
}
