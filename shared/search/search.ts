// What a search asks and answers. Refuses markup: a hit's context is plain text with the places of the found words.
import { z } from 'zod';
import { ClientId } from '../brand.ts';
import { LocalDate } from '../dates.ts';
import { plainText } from '../strings.ts';
import { HITS_MAX, QUERY_MAX } from './limits.ts';

export const SEARCH_KINDS = ['note', 'plan', 'event', 'measure', 'health', 'client'] as const;
export const SearchKind = z.enum(SEARCH_KINDS);
export type SearchKind = z.infer<typeof SearchKind>;

/** Which part of a record a hit is about, where the record has several; it opens at that part. */
export const SEARCH_PARTS = ['entry', 'withdrawal', 'acknowledgement', 'event', 'phase', 'overlay'] as const;
export const SearchPart = z.strictObject({ of: z.enum(SEARCH_PARTS), id: z.string().max(60) });
export type SearchPart = z.infer<typeof SearchPart>;

export const SearchQuery = z.strictObject({ text: plainText(QUERY_MAX), kinds: z.array(SearchKind).max(SEARCH_KINDS.length), clientId: ClientId.nullable(), from: LocalDate.nullable(), to: LocalDate.nullable() });
/** No kinds means all of them. */
export type SearchQuery = z.infer<typeof SearchQuery>;

/** `ranges` are UTF-16 offsets into `text`, from inclusive, to exclusive, in order. */
export const Fragment = z.strictObject({ text: z.string(), ranges: z.array(z.tuple([z.number().int().min(0), z.number().int().min(0)])) });
export type Fragment = z.infer<typeof Fragment>;

export const SearchHit = z.strictObject({
  kind: SearchKind, clientId: ClientId, clientName: z.string(), recordId: z.string(), part: SearchPart.nullable(),
  /** The client is archived: what is found can be read only. */
  archived: z.boolean(),
  /** Day of the session, plan or event; null for a client. */
  date: LocalDate.nullable(), title: z.string(), fragment: Fragment,
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchAnswer = z.strictObject({
  hits: z.array(SearchHit).max(HITS_MAX),
  /** True where there are more than fit. */
  more: z.boolean(),
  /** Records that can be found now, of how many. */
  indexed: z.number().int(), of: z.number().int(),
  /** `scan`: this computer has no index, every text is read for each question. */
  mode: z.enum(['index', 'scan']),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** One findable thing; a record gives one or more of them. */
export type SearchEntry = { readonly kind: SearchKind; readonly clientId: string; readonly recordId: string; readonly part: SearchPart | null; readonly date: string | null; readonly title: string; readonly text: string };

/** A hit before it has its client's name. */
export type RawHit = Omit<SearchEntry, 'text'> & { readonly fragment: Fragment };
