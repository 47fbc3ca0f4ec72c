// One-line, many-line and number fields over the library's Field. Refuses to trim or correct: the
// screen decides what the text means. Characters that no record can hold (a paste may bring them
// unseen) are left out, so that one of them cannot keep a whole note from being saved.
import { Field as Base } from '@base-ui/react/field';
import type { HTMLInputAutoCompleteAttribute } from 'react';
import { cleanLine, cleanText } from '../../shared/cleanText.ts';
import { FieldBox, type FieldFrame } from './Field.tsx';

type TextProps = FieldFrame & {
  name: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  maxLength?: number | undefined;
  placeholder?: string | undefined;
  autoFocus?: boolean | undefined;
  readOnly?: boolean | undefined;
};

/** One line of text. */
export function TextField({ name, value, onChange, onBlur, maxLength, placeholder, autoFocus, readOnly, type = 'text', look = '', autoComplete = 'off', ...frame }: TextProps & { type?: 'text' | 'password' | 'tel' | 'email' | 'search' | 'time'; look?: '' | 'short' | 'code' | 'secret'; autoComplete?: HTMLInputAutoCompleteAttribute }) {
  return (
    <FieldBox {...frame} name={name}>
      <Base.Control className={look ? `input input--${look}` : 'input'} name={name} type={type} value={value} maxLength={maxLength} placeholder={placeholder} autoFocus={autoFocus} readOnly={readOnly} autoComplete={autoComplete} spellCheck={false} dir={type === 'text' ? 'auto' : undefined}
        onValueChange={(next) => onChange(type === 'password' ? next : cleanLine(next))} onBlur={onBlur} />
    </FieldBox>
  );
}

/** Several lines of text; grows with what is typed. */
export function TextArea({ name, value, onChange, onBlur, maxLength, placeholder, autoFocus, readOnly, rows = 3, ...frame }: TextProps & { rows?: number }) {
  return (
    <FieldBox {...frame} name={name}>
      <Base.Control className="input" name={name} value={value} maxLength={maxLength} placeholder={placeholder} autoFocus={autoFocus} readOnly={readOnly} onValueChange={(next) => onChange(cleanText(next))} onBlur={onBlur} dir="auto" render={<textarea rows={rows} />} />
    </FieldBox>
  );
}

/** A number, or null when empty. What cannot be read as a number stays in the box and gives null. */
export function NumberField({ name, value, onChange, min, max, step, readOnly, ...frame }: FieldFrame & { name: string; value: number | null; onChange: (value: number | null) => void; min?: number; max?: number; step?: number | 'any'; readOnly?: boolean | undefined }) {
  return (
    <FieldBox {...frame} name={name}>
      <Base.Control className="input input--short" name={name} type="number" inputMode="decimal" defaultValue={value ?? ''} min={min} max={max} step={step} readOnly={readOnly} autoComplete="off"
        onValueChange={(next) => { const read = Number(next); onChange(next === '' || !Number.isFinite(read) ? null : read); }} />
    </FieldBox>
  );
}
