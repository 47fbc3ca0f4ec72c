// The channel of the palette: names to choose from, bounded whatever the size of the vault.
import { z } from 'zod';
import { ClientId, NoteId } from '../brand.ts';
import { LocalDate } from '../dates.ts';
import { channel, Nothing } from './define.ts';

export const MOST_CLIENTS = 2000;
export const MOST_NOTES = 40;

/** `born` tells two of one name apart before something is begun for one of them. */
export const PaletteClient = z.strictObject({ clientId: ClientId, name: z.string(), legalName: z.string(), born: LocalDate, archived: z.boolean() });
export type PaletteClient = z.infer<typeof PaletteClient>;
export const PaletteNote = z.strictObject({ noteId: NoteId, clientId: ClientId, name: z.string(), title: z.string(), day: LocalDate, draft: z.boolean() });
export type PaletteNote = z.infer<typeof PaletteNote>;

export const paletteContracts = {
  /** Those of the newest notes first, then by the last change, archived last; the notes written last first. What lies beyond is found by the search. */
  'palette:items': channel(Nothing, z.strictObject({ clients: z.array(PaletteClient).max(MOST_CLIENTS), notes: z.array(PaletteNote).max(MOST_NOTES) }), 10),
} as const;
