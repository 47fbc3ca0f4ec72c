// Sizes of a search, apart from the schemas so that the search thread loads none.
/** Longest question; more words than this only make the answer emptier. */
export const QUERY_MAX = 200;
/** Most hits in one answer. */
export const HITS_MAX = 60;
