// What the schemas of a hand-written record cannot see: words that would be passed over, a span that ends
// before it begins, figures an instrument does not give. Refuses by place and reason.
import { eventTypeInfo } from '../continuum/eventTypes.ts';
import { TIMELINE_EVENT_TYPES } from '../continuum/episode.ts';
import { AppError } from '../errors.ts';
import { acceptedOrders } from '../measures/answerOrders.ts';
import { findInstrument } from '../measures/loadInstruments.ts';
import { asObject, CLINICAL_KEYS, type Json } from './fileShape.ts';
import type { RuleMeasure, RuleRecord } from './ruleRecord.ts';

function refuse(at: string, problem: string): never {
  throw new AppError('BAD_REQUEST', { at, problem });
}

/** The sentence part that names a field the format does not know. */
export function unknownField(name: string): string {
  return `there is no field "${name}"`;
}

function entries(value: unknown): [number, Json][] {
  return !Array.isArray(value) ? [] : value.flatMap((entry: unknown, index): [number, Json][] => {
    const object = asObject(entry);
    return object === null ? [] : [[index, object]];
  });
}

function checkRisk(risk: unknown, at: string): void {
  if (risk === undefined || risk === null) return;
  const known = asObject(risk);
  if (known === null) refuse(at, 'not an object such as {"suicide": "none"}');
  const other = Object.keys(known).find((name) => name !== 'suicide');
  if (other !== undefined) refuse(at, unknownField(other));
}

function checkAnswers(measure: Json, at: string): void {
  const { answers, total, subscales } = measure;
  const name = measure['instrument'] ?? measure['instrumentId'];
  const instrument = typeof name === 'string' ? findInstrument(name) : null;
  if (instrument === null) return;
  if (answers === undefined && total === undefined && subscales === undefined) refuse(at, 'needs answers, a total or subscales');
  if (!Array.isArray(answers)) return;
  const lengths = acceptedOrders(instrument).map(({ length }) => length).toSorted((a, b) => a - b);
  if (!lengths.includes(answers.length)) refuse(`${at}.answers`, `${instrument.id} takes ${lengths.join(' or ')} answers; ${answers.length} were given`);
}

/** Checks what filling up would hide. Throws BAD_REQUEST {at, problem}. */
export function checkGiven(given: Json): void {
  const inner = asObject(given['clinical'] ?? {}) ?? {};
  const twice = CLINICAL_KEYS.find((name) => name in given && name in inner);
  if (twice !== undefined) refuse(twice, 'written twice, at the top and inside clinical');
  const withdrawal = inner['withdrawal'] ?? given['withdrawal'];
  if (withdrawal !== undefined && withdrawal !== null && asObject(withdrawal) === null) refuse('withdrawal', 'not an object such as {"notIndicatedOn": "2026-03-01"}');
  for (const [index, note] of entries(given['notes'])) checkRisk(note['risk'], `notes.${index}.risk`);
  for (const [index, measure] of entries(given['measures'])) checkAnswers(measure, `measures.${index}`);
}

type Span = { readonly at: string; readonly field: string; readonly from: string | null; readonly to: string | null };

function spans({ episodes, notes, clinical }: RuleRecord): Span[] {
  const list = <T>(at: string, rows: readonly T[], field: string, ends: (row: T) => readonly [string | null, string | null]): Span[] =>
    rows.map((row, index) => ({ at: `${at}.${index}`, field, from: ends(row)[0], to: ends(row)[1] }));
  return [
    ...list('episodes', episodes, 'end', ({ start, end }) => [start, end]),
    ...episodes.flatMap(({ phases, overlays }, index) => [
      ...list(`episodes.${index}.phases`, phases, 'actualEnd', ({ actualStart, actualEnd }) => [actualStart, actualEnd]),
      ...list(`episodes.${index}.phases`, phases, 'plannedEnd', ({ plannedStart, plannedEnd }) => [plannedStart, plannedEnd]),
      ...list(`episodes.${index}.overlays`, overlays, 'end', ({ start, end }) => [start, end]),
    ]),
    ...list('notes', notes, 'endTime', ({ startTime, endTime }) => [startTime, endTime]),
    ...list('medications', clinical.medications, 'stop', ({ start, stop }) => [start, stop]),
    ...list('living', clinical.living, 'end', ({ start, end }) => [start, end]),
    ...list('pregnancy', clinical.pregnancy, 'end', ({ start, end }) => [start, end]),
    ...list('outsidePrescriptions', clinical.outsidePrescriptions, 'end', ({ start, end }) => [start, end]),
  ];
}

// Any type's names are taken: a field that the rules do not read there does no harm, a misspelled one does.
const EVENT_FIELDS: ReadonlySet<string> = new Set(TIMELINE_EVENT_TYPES.flatMap((type) => eventTypeInfo(type).fields.map(({ id }) => id)));

function checkEvents({ episodes }: RuleRecord): void {
  for (const [index, { events }] of episodes.entries()) for (const [nth, event] of events.entries()) {
    const unknown = Object.keys(event.fields).find((name) => !EVENT_FIELDS.has(name));
    if (unknown !== undefined) refuse(`episodes.${index}.events.${nth}.fields`, unknownField(unknown));
  }
}

function checkFigures({ instrumentId, total, subscales }: RuleMeasure, told: unknown, at: string): void {
  const instrument = findInstrument(instrumentId);
  if (instrument === null) refuse(`${at}.instrument`, `no instrument is called "${instrumentId}"`);
  if (total !== null && (instrument.total === null || total < 0 || total > instrument.total.max)) refuse(`${at}.total`, `${instrument.id} has ${instrument.total === null ? 'no total' : `a total of 0 to ${instrument.total.max}`}`);
  if (typeof told === 'number' && told !== total) refuse(`${at}.total`, `the answers give ${total ?? 'no total'}, not ${told}`);
  for (const [id, value] of Object.entries(subscales)) {
    const scale = instrument.subscales.find((one) => one.id === id);
    if (scale === undefined) refuse(`${at}.subscales`, unknownField(id));
    if (value !== null && (value < scale.min || value > scale.max)) refuse(`${at}.subscales.${id}`, `${scale.min} to ${scale.max}`);
  }
}

/** Checks a filled record against what was written of it. Throws BAD_REQUEST {at, problem}. */
export function checkRecord(record: RuleRecord, given: Json): void {
  for (const { at, field, from, to } of spans(record)) if (from !== null && to !== null && to < from) refuse(`${at}.${field}`, `${to} is before the beginning, ${from}`);
  checkEvents(record);
  const told = Array.isArray(given['measures']) ? given['measures'] : [];
  for (const [index, measure] of record.measures.entries()) checkFigures(measure, asObject(told[index])?.['total'], `measures.${index}`);
}
