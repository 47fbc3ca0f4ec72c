// What passes between main and the search worker, both of one build. Refuses anything but plain data.
import type { RawHit, SearchEntry, SearchQuery } from '../../shared/search/search.ts';

export type RecordEntries = { readonly recordId: string; readonly entries: readonly SearchEntry[] };

export type ToWorker =
  | { readonly op: 'put'; readonly records: readonly RecordEntries[] }
  | { readonly op: 'drop'; readonly recordId: string }
  | { readonly op: 'find'; readonly id: number; readonly query: SearchQuery };

export type FromWorker =
  | { readonly id: number; readonly mode: 'index' | 'scan'; readonly hits: readonly RawHit[]; readonly more: boolean }
  | { readonly id: number; readonly failed: true };
