// A scale of 0 to 10: one tab stop, number keys, arrows; "9/10" and "10" may be typed. Refuses to turn
// what is not on the scale into something that is: "2-3" and "13" stay as typed, with a sentence.
import { useId, useRef } from 'react';
import { fieldRule, readTyped, TYPED_MAX } from '../../../shared/notes/typedNumber.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import type { FieldOf } from './fieldProps.ts';
import { problemOf } from './NumberBox.tsx';
import { answerOf, type NumberAnswer } from './useDraft.ts';

const STEPS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** A figure typed this soon after another belongs to it ("10"); later it is a new answer. */
const SAME_NUMBER_MS = 900;

function stepped(value: number | null, by: number): number {
  if (value === null) return by > 0 ? 0 : 10;
  return Math.min(10, Math.max(0, value + by));
}

/** What has been typed after `key`, from what was typed before; `undefined` when the key types nothing. */
export function typedAfter(key: string, before: string, answer: NumberAnswer, soon: boolean): string | undefined {
  if (key === 'Backspace') {
    const text = typeof answer === 'string' ? answer : before;
    return text.slice(0, -1);
  }
  if (key === 'Delete') return '';
  const started = typeof answer === 'string' ? answer : before;
  // The space of "9 / 10" types only after a figure; alone it presses the button as usual.
  if (key.length !== 1 || (key === ' ' && started === '')) return undefined;
  if (started === '' && !/[\d.,+\-−<>~]/.test(key)) return undefined;
  const digit = /\d/.test(key);
  // Another figure a while after a whole answer replaces it; anything else goes on from what stands there.
  return digit && typeof answer !== 'string' && !soon ? key : `${started}${key}`.slice(0, TYPED_MAX);
}

/** The value an arrow asks for; `undefined` when the key means nothing here. */
export function scaleKey(key: string, value: number | null): number | undefined {
  switch (key) {
    case 'ArrowRight': case 'ArrowUp': return stepped(value, 1);
    case 'ArrowLeft': case 'ArrowDown': return stepped(value, -1);
    case 'Home': return 0;
    case 'End': return 10;
    default: return undefined;
  }
}

type ScaleProps = { field: FieldOf<'scale'>; answer: NumberAnswer; onChange: (answer: NumberAnswer) => void; labelId: string };

/** Eleven buttons that act as one control, and the words that are no number of the scale. */
export function ScaleField({ field, answer, onChange, labelId }: ScaleProps) {
  const typed = useRef({ text: '', at: -Infinity });
  const group = useRef<HTMLDivElement>(null);
  const errorId = useId();
  const rule = fieldRule(field);
  if (rule === null) return null;
  const value = typeof answer === 'number' ? answer : null;
  const kept = typeof answer === 'string' ? answer : '';
  const problem = problemOf(readTyped(kept, rule), rule);
  const set = (next: NumberAnswer, text: string, at: number) => {
    typed.current = { text, at };
    if (next !== answer) onChange(next);
    group.current?.querySelector<HTMLElement>(`[data-step="${typeof next === 'number' ? next : 0}"]`)?.focus();
  };
  return (
    <div className="scale" role="radiogroup" aria-labelledby={labelId} aria-describedby={problem ? errorId : undefined} ref={group}
      onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) typed.current = { text: '', at: -Infinity }; }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const step = scaleKey(event.key, value);
        const text = step === undefined ? typedAfter(event.key, typed.current.text, answer, event.timeStamp - typed.current.at < SAME_NUMBER_MS) : '';
        if (text === undefined) return;
        event.preventDefault();
        set(step ?? answerOf(text, rule), text, event.timeStamp);
      }}>
      <span className="scale__steps">
        {STEPS.map((step) => (
          <button key={step} type="button" role="radio" aria-checked={value === step} data-step={step} className="scale__step" title={notesText.field.scaleKeys}
            {...((value ?? 0) === step ? { 'data-stop': 'control', tabIndex: 0 } : { tabIndex: -1 })} onClick={() => { typed.current = { text: '', at: -Infinity }; onChange(value === step ? null : step); }}>{step}</button>
        ))}
      </span>
      {field.low ? <span className="scale__end">{field.low}</span> : null}
      {field.high ? <span className="scale__end scale__end--high">{field.high}</span> : null}
      {problem ? <span className="number__problem" id={errorId} role="status">{notesText.field.typed(kept)} {problem}</span> : null}
    </div>
  );
}
