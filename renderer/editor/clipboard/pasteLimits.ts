// How much one paste may bring. Refuses more, so that a paste of any size ends in a sentence, not a freeze.

/** Characters of running text in one paste: three times a 10,000-word note. */
export const PASTE_MAX_CHARACTERS = 200_000;
/** Blocks in one paste: twice a 10,000-word note. */
export const PASTE_MAX_BLOCKS = 2_000;
/** Characters of HTML that are read; longer HTML is dropped for its plain text. */
export const PASTE_MAX_HTML = 4_000_000;
/** Characters of our own format that are read. */
export const PASTE_MAX_FRAGMENT = 2_000_000;
/** Elements open at once while reading HTML; deeper ones are read as text of their ancestor. */
export const PASTE_MAX_DEPTH = 256;
