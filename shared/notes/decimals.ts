// How many decimals a number of a template may have. Refuses to round: a number with more is another number.
import type { TemplateField } from './template.ts';

type NumberField = Extract<TemplateField, { kind: 'number' }>;

/** Decimals that can be chosen for a number of an own template. */
export const DECIMALS = [0, 1, 2] as const;
/** With more than these, any number is taken. */
const MOST = 9;

/** True when `value` has no more than `decimals` of them, exactly. */
export function fitsDecimals(value: number, decimals: number): boolean {
  return Number(value.toFixed(decimals)) === value;
}

// A step may be the difference of two ends, and so a hair beside the figure that is meant: 0.3 - 0.2.
function decimalsIn(value: number): number | null {
  for (let count = 0; count <= MOST; count += 1) if (Math.abs(value - Number(value.toFixed(count))) < 1e-12) return count;
  return null;
}

/** Decimals that a number of this field may have, going by its step and by its ends, which must themselves be answers; null for any. */
export function decimalsOf({ step, min, max }: Pick<NumberField, 'step' | 'min' | 'max'>): number | null {
  return [step, min, max].map(decimalsIn).reduce((most, count) => (most === null || count === null ? null : Math.max(most, count)), 0);
}

/** The field with so many decimals; null where one of its ends has more. */
export function withDecimals(field: NumberField, decimals: number): NumberField | null {
  const changed = { ...field, step: Math.min(10 ** -decimals, field.max - field.min) };
  return decimalsOf(changed) === decimals ? changed : null;
}
