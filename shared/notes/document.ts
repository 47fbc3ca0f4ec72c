// The vocabulary of a note's document: the only shapes that are ever written, loaded or pasted.
// Refuses unknown elements and attributes and any nesting that could make a note unsaveable.
import { z } from 'zod';
import { LocalId } from '../brand.ts';
import { LocalDate, LocalTime } from '../dates.ts';
import { plainText, requiredLine } from '../strings.ts';

/** Deepest nesting of elements in a document. Pasted text beyond it is flattened (SECURITY 0.8). */
export const DOCUMENT_MAX_DEPTH = 12;
/** Most nodes in a document: ten times a 10,000-word note. */
export const DOCUMENT_MAX_NODES = 40_000;
/** Longest single run of text, in UTF-16 units. */
export const TEXT_RUN_MAX = 400_000;

export const TextRun = z.strictObject({ text: plainText(TEXT_RUN_MAX), bold: z.literal(true).optional(), italic: z.literal(true).optional() });
export type TextRun = z.infer<typeof TextRun>;

export const Paragraph = z.strictObject({ type: z.literal('paragraph'), children: z.array(TextRun).min(1) });
export type Paragraph = z.infer<typeof Paragraph>;
/** One level of list: deeper pasted lists are flattened, their text kept. */
export const ListItem = z.strictObject({ type: z.literal('listItem'), children: z.array(TextRun).min(1) });
export type ListItem = z.infer<typeof ListItem>;
export const List = z.strictObject({ type: z.literal('list'), ordered: z.boolean(), children: z.array(ListItem).min(1) });
export type List = z.infer<typeof List>;
/** The client's own words; nested quotes are flattened to one level. */
export const Quote = z.strictObject({ type: z.literal('quote'), children: z.array(TextRun).min(1) });
export type Quote = z.infer<typeof Quote>;
export const Block = z.discriminatedUnion('type', [Paragraph, List, Quote]);
export type Block = z.infer<typeof Block>;

/** What was typed for a number and not understood: kept until the person mends it, never a number. */
const Typed = requiredLine(200).optional();

/** A cell holds text, a number or nothing; dates are text in `YYYY-MM-DD`. Text in a column of numbers is what was typed and not understood. */
export const Cell = z.union([plainText(4000), z.number(), z.null()]);
export const TableRow = z.strictObject({ id: LocalId, cells: z.record(z.string().max(40), Cell) });
export type TableRow = z.infer<typeof TableRow>;

/** The value of a field that is not running text; `null` means not answered. The template says which kind a field has. */
export const FieldValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scale'), value: z.number().int().min(0).max(10).nullable(), typed: Typed }),
  z.strictObject({ kind: z.literal('number'), value: z.number().nullable(), typed: Typed }),
  z.strictObject({ kind: z.literal('shortText'), value: plainText(2000) }),
  z.strictObject({ kind: z.literal('choice'), value: z.string().max(40).nullable() }),
  z.strictObject({ kind: z.literal('multiChoice'), value: z.array(z.string().max(40)).max(60) }),
  z.strictObject({ kind: z.literal('date'), value: LocalDate.nullable() }),
  z.strictObject({ kind: z.literal('time'), value: LocalTime.nullable() }),
  z.strictObject({ kind: z.literal('checklist'), value: z.record(z.string().max(40), z.string().max(40)) }),
  z.strictObject({ kind: z.literal('table'), value: z.array(TableRow).max(200) }),
  /** The total of an instrument; the template says of which. */
  /** `answers`: single items that must not wait for the form itself, such as item 9 of the PHQ-9. */
  z.strictObject({ kind: z.literal('instrumentScore'), value: z.number().nullable(), typed: Typed, answers: z.record(z.string().regex(/^[0-9A-Za-z]{1,12}$/), z.number().int().min(0).max(99)).optional() }),
  // Tables with columns of their own (presetTables.ts).
  z.strictObject({ kind: z.literal('drugTest'), value: z.array(TableRow).max(200) }),
  z.strictObject({ kind: z.literal('medication'), value: z.array(TableRow).max(200) }),
  z.strictObject({ kind: z.literal('objectives'), value: z.array(TableRow).max(200) }),
  z.strictObject({ kind: z.literal('riskCheck'), value: z.array(TableRow).max(200) }),
]);
export type FieldValue = z.infer<typeof FieldValue>;
export type FieldKind = FieldValue['kind'] | 'text';

/** A field inside the document: a Slate void element, so its children are one empty text. */
export const FieldElement = z.strictObject({ type: z.literal('field'), fieldId: z.string().max(60), field: FieldValue, children: z.tuple([z.strictObject({ text: z.literal('') })]) });
export type FieldElement = z.infer<typeof FieldElement>;

/** Running text that belongs to a field of the template (prompt shown while empty, never stored). */
export const TextFieldElement = z.strictObject({ type: z.literal('textField'), fieldId: z.string().max(60), children: z.array(Block).min(1) });
export type TextFieldElement = z.infer<typeof TextFieldElement>;

/** A headed section; heading, order and presence come from the template and cannot be lost. */
export const SectionElement = z.strictObject({ type: z.literal('section'), sectionId: z.string().max(60), children: z.array(z.union([FieldElement, TextFieldElement])).min(1) });
export type SectionElement = z.infer<typeof SectionElement>;

export const NoteDocument = z.array(SectionElement).min(1).max(60);
export type NoteDocument = z.infer<typeof NoteDocument>;

export type NoteElement = SectionElement | FieldElement | TextFieldElement | Block | ListItem;
