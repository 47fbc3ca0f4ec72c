// The system's date and time boxes, which speak the reader's own order. Refuses to be rewritten
// while a person types in it; a change from outside (undo) shows when the focus is elsewhere.
import { useEffect, useRef } from 'react';

type NativeProps = { type: 'date' | 'time'; value: string | null; onChange: (value: string | null) => void; labelId?: string; name?: string };

/** `onChange` gets the text of a whole date or time, or null while it is incomplete. */
export function NativeBox({ type, value, onChange, labelId, name }: NativeProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = box.current;
    if (input && input !== document.activeElement && input.value !== (value ?? '')) input.value = value ?? '';
  }, [value]);
  return (
    <input ref={box} className={`box box--${type}`} type={type} {...(type === 'date' ? { min: '1900-01-01', max: '2199-12-31' } : {})} aria-labelledby={labelId} aria-label={name} data-stop="control" defaultValue={value ?? ''} data-empty={value === null || undefined}
      onChange={(event) => {
        const next = event.target.value === '' ? null : event.target.value;
        if (next !== value) onChange(next);
      }} />
  );
}
