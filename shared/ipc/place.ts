// Where in the app a person is, by ids alone. Refuses words: what was searched for or typed is no place.
import { z } from 'zod';
import { ClientId, NoteId } from '../brand.ts';

export const CLIENT_TABS = ['timeline', 'notes', 'plan', 'measures', 'health', 'record'] as const;
export type ClientTab = (typeof CLIENT_TABS)[number];

export const Place = z.discriminatedUnion('room', [
  z.strictObject({ room: z.enum(['unsigned', 'templates', 'search', 'settings']) }),
  z.strictObject({ room: z.literal('client'), clientId: ClientId, tab: z.enum(CLIENT_TABS) }),
  z.strictObject({ room: z.literal('note'), clientId: ClientId, noteId: NoteId }),
]);
export type Place = z.infer<typeof Place>;
