// A list of points, each with one of a few states: one tab stop, up and down between points, left
// and right (or the number of the state) for the answer. Refuses a state for a point by default.
import { useRef, useState } from 'react';
import { notesText } from '../../../shared/text/en/notes.ts';
import { Steady } from '../../ui/Steady.tsx';
import type { ControlProps } from './fieldProps.ts';

/** The state index a key asks for, from `current` (-1 = none); null clears, undefined means nothing. */
export function checklistKey(key: string, current: number, states: number): number | null | undefined {
  if (key === 'ArrowRight') return Math.min(states - 1, current + 1);
  if (key === 'ArrowLeft') return current < 0 ? states - 1 : Math.max(0, current - 1);
  if (key === 'Backspace' || key === 'Delete') return null;
  const digit = Number(key);
  return /^[1-9]$/.test(key) && digit <= states ? digit - 1 : undefined;
}

/** Points with states. */
export function ChecklistField({ field, value, onChange, labelId }: ControlProps<'checklist'>) {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const stateOf = (item: number) => field.states.findIndex((state) => state.id === value[field.items[item]?.id ?? '']);
  const answer = (item: number, state: number | null) => {
    const id = field.items[item]?.id;
    const chosen = state === null ? undefined : field.states[state]?.id;
    if (id === undefined) return;
    const { [id]: _before, ...rest } = value;
    onChange(chosen === undefined ? rest : { ...rest, [id]: chosen });
  };
  const focus = (item: number, state: number) => box.current?.querySelector<HTMLElement>(`[data-cell="${item}-${state}"]`)?.focus();
  return (
    <div className="checklist" role="group" aria-labelledby={labelId} ref={box} title={notesText.field.checklistKeys}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          const item = Math.min(field.items.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)));
          event.preventDefault();
          setAt(item);
          focus(item, Math.max(0, stateOf(item)));
          return;
        }
        const state = checklistKey(event.key, stateOf(at), field.states.length);
        if (state === undefined) return;
        event.preventDefault();
        answer(at, state);
        focus(at, state ?? 0);
      }}>
      {field.items.map((item, row) => (
        <div key={item.id} className="checklist__row" role="radiogroup" aria-label={item.label}>
          <span className="checklist__label" aria-hidden="true">{item.label}</span>
          <span className="checklist__states">
            {field.states.map((state, column) => (
              <button key={state.id} type="button" role="radio" aria-checked={value[item.id] === state.id} className="words__word" data-cell={`${row}-${column}`}
                {...(row === at && column === Math.max(0, stateOf(row)) ? { 'data-stop': 'control', tabIndex: 0 } : { tabIndex: -1 })}
                onFocus={() => setAt(row)} onClick={() => answer(row, value[item.id] === state.id ? null : column)}><Steady words={state.label} /></button>
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
