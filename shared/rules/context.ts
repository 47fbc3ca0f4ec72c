// What the rules share: the record cut to what counts on the day, and the few questions several of them
// ask. Refuses findings of its own.
import { valid } from '../clinical/entry.ts';
import { isAgonist, isCurrent, isNaltrexone, type Medication, type MedicationKind, medicationKindOf } from '../clinical/medication.ts';
import type { EpisodeEvent, LevelOfCare, Phase } from '../continuum/episode.ts';
import { activeEpisode, currentPhase } from '../continuum/position.ts';
import { addDays, daysBetween, type Instant, type LocalDate, type LocalTime } from '../dates.ts';
import { byTime } from '../measures/trend.ts';
import { type Evidence, evidence } from './rule.ts';
import type { RuleClinical, RuleEpisode, RuleMeasure, RuleNote, RuleRecord } from './ruleRecord.ts';
import type { RuleSettings } from './settings.ts';

export type RuleContext = {
  readonly record: RuleRecord;
  readonly clinical: RuleClinical;
  readonly settings: RuleSettings;
  readonly today: LocalDate;
  readonly now: Instant;
  /** Under way or on leave, else planned, else null. */
  readonly episode: RuleEpisode | null;
  readonly phase: Phase | null;
  /** Events of all episodes up to today, oldest first. */
  readonly events: readonly EpisodeEvent[];
  /** Attended services up to today, oldest first; a mutual-help meeting is none of the program's. */
  readonly visits: readonly RuleNote[];
  /** Administrations up to today, oldest first. */
  readonly measures: readonly RuleMeasure[];
};

/** Cuts a record to what counts on `today`: nothing made in error, nothing that has not happened. */
export function ruleContext(record: RuleRecord, settings: RuleSettings, today: LocalDate, now: Instant): RuleContext {
  const { clinical } = record;
  const episode = activeEpisode(record.episodes);
  return {
    record, settings, today, now, episode, phase: episode === null ? null : currentPhase(episode, today),
    clinical: {
      ...clinical, medications: valid(clinical.medications), tests: valid(clinical.tests).filter(({ date }) => date <= today), substances: valid(clinical.substances), naloxoneKits: valid(clinical.naloxoneKits),
      living: valid(clinical.living), pregnancy: valid(clinical.pregnancy), triggers: valid(clinical.triggers), coping: valid(clinical.coping), outsidePrescriptions: valid(clinical.outsidePrescriptions),
    },
    events: byTime(record.episodes.flatMap(({ events }) => events).filter(({ date }) => date <= today)),
    visits: record.notes.filter((note) => note.attended && note.serviceType !== 'mutual_help' && note.serviceDate <= today).toSorted((a, b) => a.serviceDate.localeCompare(b.serviceDate) || (a.startTime ?? '').localeCompare(b.startTime ?? '')),
    measures: byTime(record.measures.filter(({ date }) => date <= today)),
  };
}

/** True for the two levels of withdrawal management. */
export function isWithdrawalLevel(level: LevelOfCare): boolean {
  return level === 'WM_RES' || level === 'WM_AMB';
}

/** All phases of all episodes, oldest first by the day they began or are planned to. */
export function allPhases({ record }: RuleContext): Phase[] {
  return record.episodes.flatMap(({ phases }) => phases).toSorted((a, b) => (a.actualStart ?? a.plannedStart).localeCompare(b.actualStart ?? b.plannedStart));
}

/** True from `limit` days before today up to today. */
export function within(date: LocalDate, limit: number, today: LocalDate): boolean {
  return date <= today && daysBetween(date, today) <= limit;
}

/** The last administration of an instrument, of those that `has` accepts. */
export function lastMeasure({ measures }: RuleContext, instrumentIds: readonly string[], has: (measure: RuleMeasure) => boolean = () => true): RuleMeasure | null {
  return measures.findLast((measure) => instrumentIds.includes(measure.instrumentId) && has(measure)) ?? null;
}

/** A moment that may lack its clock time. */
export type Moment = { readonly date: LocalDate; readonly time: LocalTime | null };

/** Hours from one moment to another; whole days where a clock time is missing. */
export function hoursBetween(from: Moment, to: Moment): number {
  const days = daysBetween(from.date, to.date);
  if (from.time === null || to.time === null) return days * 24;
  const minutes = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return days * 24 + (minutes(to.time) - minutes(from.time)) / 60;
}

/** Medicines in use today. */
export function currentMedications({ clinical, today }: RuleContext): Medication[] {
  return clinical.medications.filter((medication) => isCurrent(medication, today));
}

/** Methadone or buprenorphine in use today: by the medication record, else by a methadone clinic or office-based prescribing under way. */
export function agonistEvidence(context: RuleContext): Evidence[] {
  const { clinical, record, today } = context;
  const own = currentMedications(context).filter(isAgonist).map(({ id, kind }) => evidence('medication', id, 'kind', kind));
  // Where medicines are recorded they tell more than the overlay does.
  if (own.length > 0 || clinical.medications.some((medication) => isAgonist(medication) || isNaltrexone(medication))) return own;
  return record.episodes.flatMap(({ overlays }) => overlays).filter(({ kind, start, end }) => (kind === 'OTP' || kind === 'OBOT') && start <= today && (end === null || end >= today)).map(({ id, kind }) => evidence('overlay', id, 'kind', kind));
}

/** What an event says about its medicine. */
export function eventMedication({ fields, note }: EpisodeEvent): MedicationKind | null {
  return medicationKindOf(`${fields['medication'] ?? ''} ${note}`);
}

/** A medicine that began or ended, by its record or by an event of the episode. */
export type Turn = Moment & { readonly kind: MedicationKind; readonly medication: Medication | null; readonly evidence: Evidence };

/** Starts of medicines; an event counts where no record begins that day. */
export function medicationStarts({ clinical, events }: RuleContext, accepts: (medication: { readonly kind: MedicationKind }) => boolean): Turn[] {
  const own = clinical.medications.filter(accepts).map((medication) => ({ date: medication.start, time: medication.startTime, kind: medication.kind, medication, evidence: evidence('medication', medication.id, 'start', medication.start) }));
  return [...own, ...eventTurns(events, 'MED_START', accepts).filter(({ date, kind }) => !own.some((turn) => turn.date === date && turn.kind === kind))];
}

/** Stops of medicines, planned ones included. */
export function medicationStops({ clinical, events }: RuleContext, accepts: (medication: { readonly kind: MedicationKind }) => boolean): Turn[] {
  const own = clinical.medications.filter(accepts).flatMap((medication) => (medication.stop === null ? [] : [{ date: medication.stop, time: null, kind: medication.kind, medication, evidence: evidence('medication', medication.id, 'stop', medication.stop) }]));
  return [...own, ...eventTurns(events, 'MED_STOP', accepts).filter(({ date, kind }) => !own.some((turn) => turn.date === date && turn.kind === kind))];
}

function eventTurns(events: readonly EpisodeEvent[], type: 'MED_START' | 'MED_STOP', accepts: (medication: { readonly kind: MedicationKind }) => boolean): Turn[] {
  return events.filter((event) => event.type === type).flatMap((event) => {
    const kind = eventMedication(event);
    return kind === null || !accepts({ kind }) ? [] : [{ date: event.date, time: event.time, kind, medication: null, evidence: evidence('event', event.id, 'date', event.date) }];
  });
}

/** The day before. */
export function dayBefore(date: LocalDate): LocalDate {
  return addDays(date, -1);
}
