// A scale of 0 to 10: one tab stop, number keys, arrows. Refuses halves and anything beyond 10.
import { useRef } from 'react';
import { notesText } from '../../../shared/text/en/notes.ts';
import type { ControlProps } from './fieldProps.ts';

const STEPS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** A 0 typed this soon after a 1 makes 10. */
const TEN_MS = 900;

function stepped(value: number | null, by: number): number {
  if (value === null) return by > 0 ? 0 : 10;
  return Math.min(10, Math.max(0, value + by));
}

/** The value a key asks for; `undefined` when the key means nothing here. */
export function scaleKey(key: string, value: number | null, afterOne: boolean): number | null | undefined {
  if (/^[0-9]$/.test(key)) return key === '0' && afterOne && value === 1 ? 10 : Number(key);
  switch (key) {
    case 'ArrowRight': case 'ArrowUp': return stepped(value, 1);
    case 'ArrowLeft': case 'ArrowDown': return stepped(value, -1);
    case 'Home': return 0;
    case 'End': return 10;
    case 'Backspace': case 'Delete': return null;
    default: return undefined;
  }
}

/** Eleven buttons that act as one control. */
export function ScaleField({ field, value, onChange, labelId }: ControlProps<'scale'>) {
  const lastOne = useRef(-Infinity);
  const group = useRef<HTMLDivElement>(null);
  return (
    <div className="scale" role="radiogroup" aria-labelledby={labelId} ref={group}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = scaleKey(event.key, value, event.timeStamp - lastOne.current < TEN_MS);
        if (next === undefined) return;
        event.preventDefault();
        lastOne.current = event.key === '1' ? event.timeStamp : -Infinity;
        onChange(next);
        group.current?.querySelector<HTMLElement>(`[data-step="${next ?? 0}"]`)?.focus();
      }}>
      {field.low ? <span className="scale__end">{field.low}</span> : null}
      <span className="scale__steps">
        {STEPS.map((step) => (
          <button key={step} type="button" role="radio" aria-checked={value === step} data-step={step} className="scale__step" title={notesText.field.scaleKeys}
            {...((value ?? 0) === step ? { 'data-stop': 'control', tabIndex: 0 } : { tabIndex: -1 })} onClick={() => onChange(value === step ? null : step)}>{step}</button>
        ))}
      </span>
      {field.high ? <span className="scale__end">{field.high}</span> : null}
    </div>
  );
}
