// Any of several, as words that are on or off: one tab stop, arrows and letters move, Space marks.
// Refuses an order of its own: what is chosen keeps the order of the options.
import { useRef, useState } from 'react';
import { Steady } from '../../ui/Steady.tsx';
import type { ControlProps } from './fieldProps.ts';
import { rovingIndex } from './roving.ts';

/** Toggle words. */
export function MultiChoiceField({ field, value, onChange, labelId }: ControlProps<'multiChoice'>) {
  const group = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const toggle = (id: string) => onChange(field.options.map((option) => option.id).filter((each) => (each === id ? !value.includes(id) : value.includes(each))));
  return (
    <div className="words" role="group" aria-labelledby={labelId} ref={group}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = rovingIndex(event.key, at, field.options.map((option) => option.label));
        if (next === null) return;
        event.preventDefault();
        setAt(next);
        group.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
      }}>
      {field.options.map((option, index) => (
        <button key={option.id} type="button" role="checkbox" aria-checked={value.includes(option.id)} className="words__word words__word--many" {...(index === at ? { 'data-stop': 'control', tabIndex: 0 } : { tabIndex: -1 })}
          onFocus={() => setAt(index)} onClick={() => toggle(option.id)}><Steady words={option.label} /></button>
      ))}
    </div>
  );
}
