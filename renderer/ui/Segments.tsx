// Two to four choices side by side, over the library's toggle group. Refuses to be empty: one is
// always chosen.
import './segments.css';
import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import type { Choice } from './SelectField.tsx';
import { Steady } from './Steady.tsx';

/** A row of choices of which one is pressed. */
export function Segments<V extends string>({ label, value, choices, onChange }: { label: string; value: V; choices: readonly Choice<V>[]; onChange: (value: V) => void }) {
  return (
    <ToggleGroup className="segments" aria-label={label} value={[value]} onValueChange={(next) => { const chosen = choices.find((choice) => choice.value === next[0]); if (chosen) onChange(chosen.value); }}>
      {choices.map((choice) => <Toggle key={choice.value} value={choice.value} className="segments__item"><Steady words={choice.label} /></Toggle>)}
    </ToggleGroup>
  );
}
