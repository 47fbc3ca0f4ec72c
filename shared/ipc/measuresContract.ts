// Channels about questionnaires and scales, and their administrations.
import { z } from 'zod';
import { ClientId, RecordId } from '../brand.ts';
import { LocalDate, LocalTime } from '../dates.ts';
import { Instrument } from '../measures/instrument.ts';
import { Measure } from '../measures/measure.ts';
import { NoteScore } from '../measures/noteScore.ts';
import { plainText, requiredLine } from '../strings.ts';
import { channel, Nothing } from './define.ts';

const MeasureWithRevision = z.strictObject({ value: Measure, revision: z.number().int().min(1) });

export const measureContracts = {
  'instruments:list': channel(Nothing, z.array(Instrument)),
  /** Those entered in error included: they are shown as such. */
  'measures:list': channel(z.strictObject({ clientId: ClientId }), z.array(MeasureWithRevision)),
  /** What session notes of visits up to today hold on the craving ruler, oldest first. Counseling notes kept apart are never among them; notes that cannot be read are left out (the chart counts them). */
  'measures:fromNotes': channel(z.strictObject({ clientId: ClientId }), z.array(NoteScore)),
  /** Counts the answers and stores them with the result. BAD_REQUEST {item, allowed} for an answer that the form does not offer. */
  'measures:record': channel(z.strictObject({
    clientId: ClientId, instrumentId: z.string().max(20), mode: z.enum(['self', 'interview']), date: LocalDate, time: LocalTime.nullable(),
    answers: z.record(z.string().max(40), z.union([z.number(), plainText(4000), z.null()])), note: plainText(2000),
  }), MeasureWithRevision, 5),
  'measures:markError': channel(z.strictObject({ measureId: RecordId, revision: z.number().int().min(1), reason: requiredLine(400) }), MeasureWithRevision, 5),
} as const;
