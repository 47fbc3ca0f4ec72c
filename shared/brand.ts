// Nominal types: a ClientId cannot be passed where a NoteId is expected.
// Refuses nothing at run time by itself; the schemas beside each record do.
import { z } from 'zod';

/** 26 lower-case base32 characters (128 random bits), made by `newId` in the main process. */
const ID_PATTERN = /^[a-z2-7]{26}$/;

function idSchema<B extends string>(brand: B) {
  return z.string().regex(ID_PATTERN, `not a ${brand}`).brand<B>();
}

export const RecordId = idSchema('RecordId');
export type RecordId = z.infer<typeof RecordId>;
export const ClientId = idSchema('ClientId');
export type ClientId = z.infer<typeof ClientId>;
export const EpisodeId = idSchema('EpisodeId');
export type EpisodeId = z.infer<typeof EpisodeId>;
export const PlanId = idSchema('PlanId');
export type PlanId = z.infer<typeof PlanId>;
export const NoteId = idSchema('NoteId');
export type NoteId = z.infer<typeof NoteId>;

/** An id inside a record (phase, event, problem, goal, objective, table row): stable for the life of the record. */
export const LocalId = z.string().regex(/^[a-z2-7]{10,26}$/).brand<'LocalId'>();
export type LocalId = z.infer<typeof LocalId>;
