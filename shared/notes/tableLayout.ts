// How a table of a note stands on paper: as a table where its words fit beside one another, in smaller print and with
// a percentage under the words it belongs to where that saves room, else as a card for each row. Refuses to look at
// fonts: it counts letters.
import { longestWhole } from '../text/whole.ts';
import type { TemplateColumn } from './template.ts';

/** One column on paper: a column of the template, or a few that stand under one another in it. */
export type PaperColumn = readonly [TemplateColumn, ...TemplateColumn[]];
export type TableLayout = { readonly kind: 'grid'; readonly small: boolean; readonly columns: readonly PaperColumn[] } | { readonly kind: 'cards' };

/** Letters that stand beside one another on A4, the narrower of the two papers, and what a space between columns takes. */
type Print = { readonly letters: number; readonly gap: number };
const USUAL: Print = { letters: 88, gap: 2 };
const SMALL: Print = { letters: 94, gap: 1.3 };
/** Below this a column of sentences is a tower of single words. */
const LEAST_FOR_SENTENCES = 10;
const SENTENCE = 24;
/** A row higher than this is read more easily as a card. */
const MOST_LINES = 14;
/** In a column narrower than this the eye jumps at every third word: a sentence of many lines is not read there. */
const NARROW = 24;
const MOST_LINES_NARROW = 5;
/** An answer up to this stands beside others in a card; a longer one has the whole breadth under its label. */
const BESIDE_OTHERS = 28;

type Words = (row: number, column: TemplateColumn) => string;
type Measured = { readonly least: number; readonly longest: number };

const isNumber = ({ kind }: TemplateColumn): boolean => kind === 'percent' || kind === 'scale' || kind === 'number';
// These say what they are without their heading ("40%", "7 / 10"); a bare number does not.
const mayJoin = ({ kind }: TemplateColumn): boolean => kind === 'percent' || kind === 'scale';
/** Numbers and days are not broken over two lines. */
export const staysWhole = (column: TemplateColumn): boolean => isNumber(column) || column.kind === 'date';

function measure(part: PaperColumn, rows: number, words: Words): Measured {
  const cells = part.flatMap((column) => Array.from({ length: rows }, (_, row) => ({ text: words(row, column), whole: staysWhole(column) })));
  const longest = Math.max(0, ...cells.map(({ text }) => text.length));
  // Letters of a heading are bold and a little wider; a whole word must fit, whatever else is broken.
  const heading = Math.max(...part.map(({ label }) => longestWhole(label))) * 1.1;
  return { least: Math.max(heading, ...cells.map(({ text, whole }) => (whole ? text.length : longestWhole(text))), longest > SENTENCE ? LEAST_FOR_SENTENCES : 0, 4), longest };
}

function fits(parts: readonly PaperColumn[], rows: number, words: Words, { letters, gap }: Print): boolean {
  const measured = parts.map((part) => measure(part, rows, words));
  const free = letters - gap * parts.length - measured.reduce((sum, { least }) => sum + least, 0);
  if (free < 0) return false;
  const wanted = measured.map(({ least, longest }) => Math.max(0, longest - least));
  const all = wanted.reduce((sum, each) => sum + each, 0);
  return measured.every(({ least, longest }, index) => {
    const breadth = least + Math.min(wanted[index] ?? 0, all === 0 ? 0 : (free * (wanted[index] ?? 0)) / all);
    return longest / breadth <= (breadth < NARROW ? MOST_LINES_NARROW : MOST_LINES);
  });
}

/** A percentage goes under the words before it, a second one in a row over the words behind it. */
function gathered(columns: readonly TemplateColumn[]): PaperColumn[] {
  const parts: [TemplateColumn, ...TemplateColumn[]][] = [];
  for (const column of columns) {
    const before = parts.at(-1);
    const last = before?.at(-1);
    if (before === undefined || last === undefined) parts.push([column]);
    else if (mayJoin(column) ? !staysWhole(last) : before.length === 1 && mayJoin(last) && !staysWhole(column)) before.push(column);
    else parts.push([column]);
  }
  return parts;
}

/** The layout for `rows` rows whose cells `words` gives; `columns` are those in which something stands. */
export function tableLayout(columns: readonly TemplateColumn[], rows: number, words: Words): TableLayout {
  const plain = columns.map((column): PaperColumn => [column]);
  if (fits(plain, rows, words, USUAL)) return { kind: 'grid', small: false, columns: plain };
  for (const parts of [plain, gathered(columns)]) if (fits(parts, rows, words, SMALL)) return { kind: 'grid', small: true, columns: parts };
  return { kind: 'cards' };
}

/** Ids of the columns that take the whole breadth of a card: the same in each row, so that records have one shape. */
export function broadColumns(columns: readonly TemplateColumn[], rows: number, words: Words): ReadonlySet<string> {
  return new Set(columns.filter((column) => Array.from({ length: rows }, (_, row) => words(row, column)).some((text) => text.length > BESIDE_OTHERS || text.includes('\n'))).map(({ id }) => id));
}
