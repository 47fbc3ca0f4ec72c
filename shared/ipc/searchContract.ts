// The channel of the search over everything that was written.
import { SearchAnswer, SearchQuery } from '../search/search.ts';
import { channel } from './define.ts';

export const searchContracts = {
  /** All words must be found; the answer says how much can be found so far. */
  'search:query': channel(SearchQuery, SearchAnswer, 30),
} as const;
