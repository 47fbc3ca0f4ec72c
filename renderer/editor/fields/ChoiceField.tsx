// One of a few: short lists stand in sight as words, long ones open as the system's list box, which
// brings its own type-ahead. Refuses an answer that is not among the options.
import './select.css';
import { useRef } from 'react';
import { notesText } from '../../../shared/text/en/notes.ts';
import { Steady } from '../../ui/Steady.tsx';
import type { ControlProps } from './fieldProps.ts';
import { rovingIndex } from './roving.ts';

/** Up to this many letters of options are shown in sight. */
const IN_SIGHT = 90;

/** Words in a row, or a list box. */
export function ChoiceField(props: ControlProps<'choice'>) {
  const letters = props.field.options.reduce((sum, option) => sum + option.label.length + 3, 0);
  return props.field.options.length <= 7 && letters <= IN_SIGHT ? <Words {...props} /> : <ListBox {...props} />;
}

function Words({ field, value, onChange, labelId }: ControlProps<'choice'>) {
  const group = useRef<HTMLDivElement>(null);
  const chosen = field.options.findIndex((option) => option.id === value);
  const stop = Math.max(0, chosen);
  return (
    <div className="words" role="radiogroup" aria-labelledby={labelId} ref={group}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const clear = event.key === 'Backspace' || event.key === 'Delete';
        const next = clear ? null : rovingIndex(event.key, chosen, field.options.map((option) => option.label));
        if (next === null && !clear) return;
        event.preventDefault();
        onChange(next === null ? null : field.options[next]?.id ?? null);
        group.current?.querySelectorAll<HTMLElement>('button')[next ?? 0]?.focus();
      }}>
      {field.options.map((option, index) => (
        <button key={option.id} type="button" role="radio" aria-checked={option.id === value} className="words__word"
          {...(index === stop ? { 'data-stop': 'control', tabIndex: 0 } : { tabIndex: -1 })} onClick={() => onChange(option.id === value ? null : option.id)}><Steady words={option.label} /></button>
      ))}
    </div>
  );
}

function ListBox({ field, value, onChange, labelId }: ControlProps<'choice'>) {
  return (
    <select className="box box--select" aria-labelledby={labelId} data-stop="control" value={value ?? ''} data-empty={value === null || undefined} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}>
      <option value="">{notesText.field.notAnswered}</option>
      {field.options.map((option) => <option key={option.id} value={option.id}>{option.label}</option>)}
    </select>
  );
}
