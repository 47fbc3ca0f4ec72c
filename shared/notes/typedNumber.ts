// What a person writes into a number box: a number that is understood exactly, or the text as typed.
// Refuses to guess: "2-3", a value out of range and a comma that could mean thousands stay text.
import { decimalsOf, fitsDecimals } from './decimals.ts';
import type { FieldElement, NoteDocument } from './document.ts';
import { rowsOf, tableOf } from './presetTables.ts';
import { scoreRange } from './scoreField.ts';
import type { NoteTemplate, TemplateColumn, TemplateField } from './template.ts';

/** Longest text that is kept for a number, in UTF-16 units. */
export const TYPED_MAX = 200;

export type NumberRule = {
  readonly min: number;
  readonly max: number;
  /** Decimals that a number may have: 0 on a scale, where only whole numbers count; null for any. */
  readonly decimals: number | null;
  /** The figure that may follow "/" or "of": 10 for a scale, the highest score; null where there is none. */
  readonly outOf: number | null;
  /** What the box counts, such as "hours a night"; its first word may be typed too. */
  readonly units: readonly string[];
};

/** Why text is no answer; a fraction where whole numbers are asked for is out of range. */
export type KeptWhy = 'unread' | 'range' | 'decimals';

export type NumberReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number }
  /** Kept as typed: no number (`unread`), one that this place does not take (`range`), or one with more decimals than it takes. */
  | { readonly kind: 'kept'; readonly why: KeptWhy };

/** Ways to write the same unit. */
const SAME_UNIT: readonly (readonly string[])[] = [
  ['h', 'hr', 'hrs', 'hour', 'hours'], ['min', 'mins', 'minute', 'minutes'], ['d', 'day', 'days'], ['wk', 'wks', 'week', 'weeks'], ['month', 'months'],
  ['y', 'yr', 'yrs', 'year', 'years'], ['x', 'time', 'times'], ['dose', 'doses'], ['draw', 'draws'], ['person', 'people'], ['%', 'percent', 'per cent', 'pct'], ['f', '°f'], ['$', 'usd', 'dollar', 'dollars'],
];
// More digits than a number can hold exactly would come back changed.
const EXACT_DIGITS = 15;
const KEPT_UNREAD: NumberReading = { kind: 'kept', why: 'unread' };

/** A figure alone, with a point or a comma; null for anything else. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/^−/, '-');
  if (!/^[+-]?(\d+[.,]?\d*|[.,]\d+)$/.test(plain)) return null;
  // "1,500" is one and a half to some and fifteen hundred to others.
  if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(plain) || plain.replaceAll(/\D/g, '').length > EXACT_DIGITS) return null;
  const value = Number(plain.replace(',', '.'));
  return value === 0 ? 0 : value;
}

function namesUnit(words: string, unit: string): boolean {
  const [typed, whole] = [words.trim().replace(/\.$/, '').toLowerCase(), unit.trim().toLowerCase()];
  if (typed === '' || whole === '') return false;
  const first = whole.split(/\s/)[0] ?? '';
  return typed === whole || typed === first || SAME_UNIT.some((group) => group.includes(typed) && (group.includes(first) || group.includes(whole)));
}

function figureOf(text: string, rule: NumberRule): number | null {
  const alone = readNumber(text);
  if (alone !== null) return alone;
  const share = /^([^/]*?)(?:\/|\bout of\b|\bof\b)([^/]*)$/i.exec(text);
  if (share !== null) return rule.outOf !== null && readNumber(share[2] ?? '') === rule.outOf ? readNumber(share[1] ?? '') : null;
  if (rule.units.includes('$') && text.startsWith('$')) return readNumber(text.slice(1));
  const [, figure = '', words = ''] = /^([+\-−]?[\d.,]+)(.*)$/s.exec(text) ?? [];
  return rule.units.some((unit) => namesUnit(words, unit)) ? readNumber(figure) : null;
}

/** Reads what was typed by the rule of its place. */
export function readTyped(text: string, rule: NumberRule): NumberReading {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'blank' };
  const value = figureOf(trimmed, rule);
  if (value === null) return KEPT_UNREAD;
  const why = whyNot(value, rule);
  return why === null ? { kind: 'number', value } : { kind: 'kept', why };
}

/** Why a place does not take a number; null where it does. */
function whyNot(value: number, rule: NumberRule): KeptWhy | null {
  const inRange = value >= rule.min && value <= rule.max;
  if (inRange && (rule.decimals === null || fitsDecimals(value, rule.decimals))) return null;
  return inRange && rule.decimals !== 0 ? 'decimals' : 'range';
}

const SCALE: NumberRule = { min: 0, max: 10, decimals: 0, outOf: 10, units: [] };
const PERCENT: NumberRule = { min: 0, max: 100, decimals: null, outOf: 100, units: ['%'] };
/** A score that is never added up has no range to be held to. */
const ANY_SCORE: NumberRule = { min: -1000, max: 1000, decimals: null, outOf: null, units: [] };
const COLUMN_MAX = 1_000_000;

/** The rule of a field that holds one number; null for all others. */
export function fieldRule(field: TemplateField): NumberRule | null {
  if (field.kind === 'scale') return SCALE;
  if (field.kind === 'number') return { min: field.min, max: field.max, decimals: decimalsOf(field), outOf: field.max, units: [field.unit] };
  if (field.kind !== 'instrumentScore') return null;
  const range = scoreRange(field.instrument);
  return range === null ? ANY_SCORE : { ...range, decimals: null, outOf: range.max, units: [] };
}

/** The rule of a table column that holds numbers; null for all others. */
export function columnRule(column: TemplateColumn): NumberRule | null {
  if (column.kind === 'percent') return PERCENT;
  if (column.kind === 'scale') return SCALE;
  return column.kind === 'number' ? { min: -COLUMN_MAX, max: COLUMN_MAX, decimals: null, outOf: null, units: [column.hint, column.label] } : null;
}

/** Text that was typed into the number field and not understood; empty when there is none. */
export function typedOf(value: FieldElement['field']): string {
  return 'typed' in value ? value.typed ?? '' : '';
}

export type UnreadNumber = {
  readonly fieldId: string;
  /** Names the place: the field, and in a table the row and the column. */
  readonly label: string;
  readonly typed: string;
  readonly why: KeptWhy;
  readonly rule: NumberRule;
};

function unread(fieldId: string, label: string, typed: string, rule: NumberRule | null): UnreadNumber[] {
  if (rule === null || typed.trim() === '') return [];
  const reading = readTyped(typed, rule);
  return [{ fieldId, label, typed, why: reading.kind === 'kept' ? reading.why : 'unread', rule }];
}

/** A number in a draft of before its place had limits: it is asked about as it would be if it were typed today. */
function outside(fieldId: string, label: string, value: number, rule: NumberRule | null): UnreadNumber[] {
  const why = rule === null ? null : whyNot(value, rule);
  return rule === null || why === null ? [] : [{ fieldId, label, typed: String(value), why, rule }];
}

/** Every number of one field that was kept as typed, or that its place does not take. */
export function unreadIn({ fieldId, field: value }: FieldElement, field: TemplateField): UnreadNumber[] {
  const table = tableOf(field);
  if (value.kind === 'number' && value.value !== null) return outside(fieldId, field.label, value.value, fieldRule(field));
  if (table === null) return unread(fieldId, field.label, typedOf(value), fieldRule(field));
  return (rowsOf(value) ?? []).flatMap((row, index) => table.columns.flatMap((column) => {
    const cell = row.cells[column.id];
    return typeof cell === 'string' ? unread(fieldId, `${table.label}, ${table.rowLabel} ${index + 1}, ${column.label}`, cell, columnRule(column)) : [];
  }));
}

/** Every number of a document that was kept as typed, or that its place does not take, in the order of the note. */
export function unreadNumbers(document: NoteDocument, template: NoteTemplate): UnreadNumber[] {
  const fields = new Map(template.sections.flatMap((section) => section.fields).map((field) => [field.id, field]));
  return document.flatMap((section) => section.children).flatMap((element) => {
    const field = fields.get(element.fieldId);
    return element.type === 'field' && field !== undefined ? unreadIn(element, field) : [];
  });
}
