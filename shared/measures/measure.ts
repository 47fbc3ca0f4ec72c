// One administration of an instrument, with its answers and the result as it was counted that day.
// Refuses to recount silently: a later version of the form or another cut never changes what was told.
import { z } from 'zod';
import { ClientId, RecordId } from '../brand.ts';
import { Instant, LocalDate, LocalTime } from '../dates.ts';
import { AppError } from '../errors.ts';
import { optionalLine, plainText } from '../strings.ts';
import type { Instrument } from './instrument.ts';
import { type Answers, DEFAULT_CUTS, score, type ScoreSettings } from './score.ts';

const Key = z.string().max(40);

/** The result as it stood when it was saved. */
export const ResultSnapshot = z.strictObject({ total: z.number().nullable(), subscales: z.record(Key, z.number().nullable()), band: z.string().max(40).nullable(), alerts: z.array(Key).max(20), missing: z.array(Key).max(60), cuts: z.record(Key, z.number()) });

export const Measure = z.strictObject({
  id: RecordId,
  clientId: ClientId,
  instrumentId: z.string().max(20),
  instrumentVersion: z.number().int().min(1),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/),
  mode: z.enum(['self', 'interview']),
  date: LocalDate,
  time: LocalTime.nullable(),
  recordedAt: Instant,
  administrator: optionalLine(200),
  answers: z.record(Key, z.union([z.number(), plainText(4000), z.null()])).refine((answers) => Object.keys(answers).length <= 60, 'too many answers'),
  /** Measured values behind an answer, such as the pulse, by their name. */
  raw: z.record(Key, z.number()),
  result: ResultSnapshot,
  note: plainText(2000),
  enteredInError: z.boolean(),
  /** Who marked it as entered in error, when and why. */
  error: z.strictObject({ reason: plainText(1000), who: optionalLine(200), at: Instant }).optional(),
});
export type Measure = z.infer<typeof Measure>;

/** What lists and the timeline need of an administration; the answers stay in the record, but for item 9 of the PHQ-9, which is seen wherever the result is. */
export const MeasureHead = Measure.pick({ id: true, instrumentId: true, instrumentVersion: true, mode: true, date: true, time: true, administrator: true, result: true, enteredInError: true }).extend({ item9: z.number().nullable() });
export type MeasureHead = z.infer<typeof MeasureHead>;

/** The answer to item 9 of a PHQ-9 where it is 1 or more, which counts whatever the total (CLINICAL C.2); else null. */
export function item9Of({ instrumentId, answers }: Pick<Measure, 'instrumentId' | 'answers'>): number | null {
  const answer = instrumentId === 'PHQ-9' ? answers['9'] : null;
  return typeof answer === 'number' && answer >= 1 ? answer : null;
}

/** The head of a record. */
export function measureHead({ id, instrumentId, instrumentVersion, mode, date, time, administrator, result, enteredInError, answers }: Measure): MeasureHead {
  return { id, instrumentId, instrumentVersion, mode, date, time, administrator, result, enteredInError, item9: item9Of({ instrumentId, answers }) };
}

export type NewMeasure = Pick<Measure, 'id' | 'clientId' | 'mode' | 'date' | 'time' | 'recordedAt' | 'administrator'> & {
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly today: LocalDate;
  readonly cuts?: ScoreSettings;
  readonly language?: string;
  readonly note?: string;
};

/**
 * The record of an administration. Throws BAD_REQUEST for an answer that the form does not offer or a
 * mode it is not meant for, DATE_ORDER for a day that has not come.
 */
export function newMeasure({ instrument, answers, today, cuts = DEFAULT_CUTS, language = 'en', note = '', ...given }: NewMeasure): Measure {
  if (given.date > today) throw new AppError('DATE_ORDER', { field: 'date', why: 'future' });
  if (!instrument.administered.includes(given.mode)) throw new AppError('BAD_REQUEST', { field: 'mode' });
  const { total, subscales, band, alerts, missing } = score(instrument, answers, cuts);
  return Measure.parse({
    ...given, language, note, instrumentId: instrument.id, instrumentVersion: instrument.version, enteredInError: false,
    answers: Object.fromEntries(instrument.items.map(({ id }) => [id, answers[id] ?? null])), raw: rawValues(instrument, answers),
    result: { total, subscales, band, alerts, missing, cuts: { ...cuts } },
  });
}

// The pulse itself is kept beside the option score it stands for.
function rawValues(instrument: Instrument, answers: Answers): Record<string, number> {
  return Object.fromEntries(instrument.items.flatMap(({ id, raw }) => {
    const answer = answers[id];
    return raw !== undefined && typeof answer === 'number' && answer >= raw.min ? [[raw.name, answer]] : [];
  }));
}
