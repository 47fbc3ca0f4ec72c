// Finds what must not be broken over two lines on paper: phone numbers, days, times and doses. A number read in two
// halves is dialed or measured wrong. Refuses to change a letter of the text: it only says where the pieces are.

/** A part of a text; `whole` when it may not be broken. */
export type Piece = { readonly text: string; readonly whole: boolean };

// A space of one line: a line end that a person typed stays a line end.
const GAP = '[ \\u00a0]';
const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
// Not more groups than a number of this size has: a list of numbers is none, and would be read again from each of them.
const NUMBER = '\\d{1,6}(?:[.,]\\d{1,3}){0,3}';
const UNIT = '(?:mcg|µg|μg|ug|mg|kg|ng|g|ml|dl|l|iu|mmol|meq|mmhg|units?|tablets?|tabs?|films?|strips?|capsules?|caps?|pills?|puffs?|sprays?|drops?|patch(?:es)?|%)';
const TIME = '\\d{1,2}:\\d{2}';
const HALF_OF_DAY = '[ap]\\.?m\\b\\.?';

// Days before phones: 2026-12-12 would be read as a short phone number.
const DAYS = [
  `${MONTH}${GAP}\\d{1,2}(?:st|nd|rd|th)?(?:,?${GAP}\\d{4})?`,
  `\\d{1,2}(?:st|nd|rd|th)?${GAP}${MONTH}(?:,?${GAP}\\d{4})?`,
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}',
];
const TIMES = [
  `${TIME}(?:${GAP}?(?:${HALF_OF_DAY}))?(?:${GAP}?[–-]${GAP}?${TIME})?(?:${GAP}?(?:${HALF_OF_DAY}))?`,
  `\\d{1,2}(?:[–-]\\d{1,2})?${GAP}(?:${HALF_OF_DAY})`,
];
const EXTENSION = `(?:,?${GAP}?(?:ext(?:ension)?\\.?|x)${GAP}?\\d{1,6})?`;
const PHONES = [
  `(?:\\+?\\d{1,3}[ .-])?(?:\\(\\d{3}\\)[ .-]?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}${EXTENSION}`,
  // Letters in place of digits, as help lines have them.
  '(?:1-)?\\d{3}-(?:[A-Z]{3,4}-[A-Z0-9]{3,4}|\\d{3}-[A-Z]{4}|[A-Z]{5,9})',
  `\\+\\d{1,3}(?:[ .-]?\\(?\\d{1,4}\\)?){2,5}${EXTENSION}`,
  `0\\d{2,4}[ -]\\d{3,4}(?:[ -]\\d{3,4})?${EXTENSION}`,
  `\\d{3}[ .-]\\d{4}${EXTENSION}`,
];
const DOSES = [`${NUMBER}(?:${GAP}?[–/-]${GAP}?${NUMBER})?${GAP}?-?${UNIT}(?:${GAP}?/${GAP}?(?:${NUMBER}${GAP}?)?(?:${UNIT}|day|hour|hr|h|dose|week))?(?:${GAP}?[–x/-]${GAP}?${NUMBER}${GAP}?${UNIT})?`];

const WHOLE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...DAYS, ...TIMES, ...PHONES, ...DOSES].join('|')})(?![\\p{L}\\p{N}])`, 'giu');
/** Where a line could be broken; a number without one stays whole by itself. */
const BREAK = /[ \u00a0–/-]/u;

/** The text in its order; nothing is added, nothing is lost. */
export function wholePieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(WHOLE)) {
    if (!BREAK.test(match[0])) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), whole: false });
    pieces.push({ text: match[0], whole: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), whole: false });
  return pieces;
}

/** Letters of the longest part of the text that stands on one line. */
export function longestWhole(text: string): number {
  return wholePieces(text).reduce((most, piece) => Math.max(most, ...(piece.whole ? [piece.text] : piece.text.split(/\s+/)).map((part) => part.length)), 0);
}

/**
 * The same for places that take no marks (the foot of a page): spaces that do not break, and a joiner without width at
 * hyphens. For drawing only, never to be kept.
 */
export function joinedWhole(text: string): string {
  return wholePieces(text).map((piece) => (piece.whole ? piece.text.replaceAll(' ', '\u00a0').replaceAll(/[–/-]/gu, (mark) => `\u2060${mark}\u2060`) : piece.text)).join('');
}
