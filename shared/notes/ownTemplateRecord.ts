// An own template as it is kept in the vault: its newest version. Refuses to hold older ones: each note keeps the
// version it was made from beside itself.
import { z } from 'zod';
import { RecordId } from '../brand.ts';
import { Instant } from '../dates.ts';
import { NoteTemplate } from './template.ts';

export const OWN_TEMPLATES_MAX = 200;

export const OwnTemplate = z.strictObject({ template: NoteTemplate, archived: z.boolean(), updatedAt: Instant });
export type OwnTemplate = z.infer<typeof OwnTemplate>;

/** With what a save needs to know of it. */
export const KeptTemplate = OwnTemplate.extend({ recordId: RecordId, revision: z.number().int().min(1) });
export type KeptTemplate = z.infer<typeof KeptTemplate>;

/** Own templates have ids that no shipped one has (`keyFor`). */
export function isOwnTemplate({ id }: Pick<NoteTemplate, 'id'>): boolean {
  return id.startsWith('own_');
}
