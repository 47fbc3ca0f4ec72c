// Scores, medicines and tests of the made-up clients. Refuses real people: all of it is invented, and every
// date is counted from today.
import { z } from 'zod';
import data from '../resources/demo/health.json' with { type: 'json' };
import type { ClientId, LocalId } from './brand.ts';
import { CLINICAL_LIST_NAMES, ClinicalCommand } from './clinical/clinicalCommand.ts';
import type { ClinicalList } from './clinical/clinicalRecord.ts';
import { addDays, type LocalDate } from './dates.ts';
import type { ChannelInput } from './ipc/contract.ts';
import { instrumentById } from './measures/loadInstruments.ts';

const Day = z.number().int().min(-2000).max(2000);
const DemoHealth = z.strictObject({
  client: z.string(),
  /** Answers in the order of the form; null was not asked. */
  measures: z.array(z.strictObject({ instrument: z.string(), day: Day, mode: z.enum(['self', 'interview']), answers: z.array(z.union([z.number(), z.string(), z.null()])) })),
  /** `...Day` numbers stand in place of dates, a panel is results by substance. */
  clinical: z.array(z.strictObject({ list: z.enum(CLINICAL_LIST_NAMES), entry: z.record(z.string(), z.unknown()) })),
});
type DemoHealth = z.infer<typeof DemoHealth>;

const all: readonly DemoHealth[] = data.map((one) => DemoHealth.parse(one));

const EMPTY: Readonly<Record<ClinicalList, object>> = {
  medications: { purpose: 'maintenance', product: '', strength: '', dose: '', route: '', frequency: '', prescriber: '', site: '', prescriptionDays: null, startTime: null, lastTaken: null, nextDue: null, tapering: false, stop: null, stopReason: null, adherencePercent: null, missedDoses7d: null, source: 'clientReport' },
  tests: { time: null, specimen: 'urine', kitLot: '', kitExpires: null, observed: false, temperatureOk: true, confirmation: 'none', collectedBy: '' },
  substances: { substance: '', route: '', ageFirstUse: null, yearsRegular: null, amountPerDay: '', daysPast30: null, dailyUse: null, longActing: false, lastUse: null, lastUseTime: null, longestAbstinence: '', overdoses: null, lastOverdose: null, previousTreatment: '', withdrawalHistory: '' },
  naloxoneKits: { product: '', doses: null, expires: null, state: 'on_hand', trained: false },
  living: { end: null, safe: 'unknown', detail: '' }, pregnancy: { dueDate: null, end: null, outcome: null, obstetricContact: '' },
  triggers: { intensity: null, plan: '', active: true }, coping: { helps: null, active: true }, outsidePrescriptions: { what: '', prescriber: '', end: null, painPlan: null },
  meetings: { where: '', minutes: null }, authorisations: { number: '', what: '', allowed: null },
};

function dated([key, value]: readonly [string, unknown], today: LocalDate): readonly [string, unknown] {
  if (key.endsWith('Day') && typeof value === 'number') return [key.slice(0, -3), addDays(today, value)];
  if (key === 'panel' && typeof value === 'object' && value !== null) return [key, Object.entries(value).map(([substance, result]) => ({ substance, name: '', result, value: '' }))];
  return [key, value];
}

/** The inputs of `measures:record` for a made-up client, by name. */
export function demoMeasures(preferredName: string, clientId: ClientId, today: LocalDate): ChannelInput<'measures:record'>[] {
  return all.filter(({ client }) => client === preferredName).flatMap(({ measures }) => measures).map(({ instrument, day, mode, answers }) => {
    const { id, items } = instrumentById(instrument);
    return { clientId, instrumentId: id, mode, date: addDays(today, day), time: null, answers: Object.fromEntries(answers.map((answer, at) => [items[at]?.id ?? '', answer])), note: '' };
  });
}

/** The commands of `clinical:apply` for a made-up client, in order. */
export function demoClinical(preferredName: string, { today, newId }: { readonly today: LocalDate; readonly newId: () => LocalId }): ClinicalCommand[] {
  return all.filter(({ client }) => client === preferredName).flatMap(({ clinical }) => clinical)
    .map(({ list, entry }) => ClinicalCommand.parse({ kind: 'put', list, entry: { ...EMPTY[list], note: '', id: newId(), ...Object.fromEntries(Object.entries(entry).map((pair) => dated(pair, today))) } }));
}
