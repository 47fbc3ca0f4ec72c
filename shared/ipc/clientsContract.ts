// Channels about clients, episodes and the chart that the client's home is drawn from.
import { z } from 'zod';
import { ClientId, EpisodeId } from '../brand.ts';
import { CaseloadRow, ClientAlert } from '../clients/caseloadRow.ts';
import { Client, ClientDetails } from '../clients/client.ts';
import { ClinicalRecord } from '../clinical/clinicalRecord.ts';
import { Episode, EpisodeCommand, EpisodeStart } from '../continuum/episode.ts';
import { Preset, PresetPhase } from '../continuum/preset.ts';
import { LocalDate } from '../dates.ts';
import { MeasureHead } from '../measures/measure.ts';
import { NoteHead } from '../notes/note.ts';
import { channel, Nothing } from './define.ts';
import { PlanHead } from './plansContract.ts';

// Declared with their nouns, so that the pure functions need not know the process border.
export { CaseloadRow, ClientAlert, Preset, PresetPhase };

const Revisioned = <T extends z.ZodType>(value: T) => z.strictObject({ value, revision: z.number().int().min(1) });

export const Chart = z.strictObject({
  today: LocalDate, client: Client, clientRevision: z.number().int(), row: CaseloadRow,
  episodes: z.array(Revisioned(Episode)), notes: z.array(NoteHead), plans: z.array(PlanHead), measures: z.array(MeasureHead),
  /** Revision 0 while nothing of it is in the vault yet. */
  clinical: z.strictObject({ value: ClinicalRecord, revision: z.number().int().min(0) }),
  /** How many of each are there but damaged: they are told, not left out in silence. */
  unreadable: z.strictObject({ notes: z.number().int(), plans: z.number().int(), episodes: z.number().int(), clinical: z.number().int() }),
});
export type Chart = z.infer<typeof Chart>;

export const clientContracts = {
  'clients:list': channel(z.strictObject({ status: z.enum(['active', 'archived']) }), z.array(CaseloadRow)),
  'clients:get': channel(z.strictObject({ clientId: ClientId }), Revisioned(Client)),
  'clients:create': channel(z.strictObject({ details: ClientDetails }), Revisioned(Client), 5),
  'clients:update': channel(z.strictObject({ clientId: ClientId, revision: z.number().int().min(1), details: ClientDetails }), Revisioned(Client)),
  'clients:archive': channel(z.strictObject({ clientId: ClientId, revision: z.number().int().min(1) }), Revisioned(Client)),
  'clients:restore': channel(z.strictObject({ clientId: ClientId, revision: z.number().int().min(1) }), Revisioned(Client)),
  'episodes:presets': channel(Nothing, z.array(Preset)),
  'episodes:list': channel(z.strictObject({ clientId: ClientId }), z.array(Revisioned(Episode))),
  'episodes:start': channel(z.strictObject({ clientId: ClientId, start: EpisodeStart }), Revisioned(Episode), 5),
  'episodes:apply': channel(z.strictObject({ episodeId: EpisodeId, revision: z.number().int().min(1), command: EpisodeCommand }), Revisioned(Episode)),
  'chart:get': channel(z.strictObject({ clientId: ClientId }), Chart),
} as const;
