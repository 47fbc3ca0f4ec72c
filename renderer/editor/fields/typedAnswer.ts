// Between the answer of a number box and the stored value of its field. Refuses to keep a number and
// unread text at once.
import type { FieldValue } from '../../../shared/notes/document.ts';
import { typedOf } from '../../../shared/notes/typedNumber.ts';
import type { NumberAnswer } from './useDraft.ts';

export type NumberValue = Extract<FieldValue, { kind: 'scale' | 'number' | 'instrumentScore' }>;

/** What the control shows. */
export function toAnswer(value: NumberValue): NumberAnswer {
  return value.value ?? (typedOf(value) || null);
}

/** What the note keeps. */
export function fromAnswer(kind: NumberValue['kind'], answer: NumberAnswer): NumberValue {
  return typeof answer === 'string' ? { kind, value: null, typed: answer } : { kind, value: answer };
}
