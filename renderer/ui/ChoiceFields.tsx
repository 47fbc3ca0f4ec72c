// Tick boxes and radio buttons over the library. Refuses a group without a legend.
import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup as BaseRadioGroup } from '@base-ui/react/radio-group';
import { Check, CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { Icon } from './Icon.tsx';
import type { Choice } from './SelectField.tsx';

/** One tick box with its words. */
export function CheckboxField({ name, label, hint, checked, onChange, readOnly }: { name: string; label: string; hint?: string; checked: boolean; onChange: (checked: boolean) => void; readOnly?: boolean }) {
  const id = useId();
  return (
    <label className="check">
      <BaseCheckbox.Root className="check__box" name={name} checked={checked} readOnly={readOnly} onCheckedChange={(next) => onChange(next)} aria-labelledby={`${id}-l`} aria-describedby={hint ? `${id}-h` : undefined}>
        <BaseCheckbox.Indicator><Icon of={Check} small /></BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span><span id={`${id}-l`}>{label}</span>{hint ? <span className="check__hint" id={`${id}-h`}>{hint}</span> : null}</span>
    </label>
  );
}

type GroupProps<V extends string> = { name: string; legend: string; hint?: string | undefined; error?: string | undefined; choices: readonly (Choice<V> & { hint?: string })[]; inline?: boolean; legendHidden?: boolean; columns?: boolean };

/** One of a few, all in sight. */
export function RadioField<V extends string>({ name, legend, hint, error, choices, inline = false, legendHidden = false, value, onChange }: GroupProps<V> & { value: V | null; onChange: (value: V) => void }) {
  const id = useId();
  return (
    <div className="field" data-field={name}>
      <div className={legendHidden ? 'visually-hidden' : 'field__label'} id={`${id}-l`}>{legend}</div>
      {hint ? <div className="field__hint" id={`${id}-h`}>{hint}</div> : null}
      <BaseRadioGroup name={name} value={value} onValueChange={(next) => { if (next !== null) onChange(next); }} aria-labelledby={`${id}-l`} aria-describedby={`${hint ? `${id}-h` : ''} ${error ? `${id}-e` : ''}`.trim() || undefined} className={inline ? 'choices choices--inline' : 'choices'}>
        {choices.map((choice) => (
          <label className="check" key={choice.value}>
            <Radio.Root className="check__box check__box--radio" value={choice.value} aria-labelledby={`${id}-${choice.value}`}><Radio.Indicator className="check__dot" /></Radio.Root>
            <span><span id={`${id}-${choice.value}`}>{choice.label}</span>{choice.hint ? <span className="check__hint">{choice.hint}</span> : null}</span>
          </label>
        ))}
      </BaseRadioGroup>
      {error ? <div className="field__error" id={`${id}-e`}><Icon of={CircleAlert} small />{error}</div> : null}
    </div>
  );
}

/** Any of several; the values chosen keep the order of the list. */
export function CheckboxGroupField<V extends string>({ name, legend, hint, error, choices, inline = false, columns = false, values, onChange }: GroupProps<V> & { values: readonly V[]; onChange: (values: V[]) => void }) {
  const id = useId();
  const toggle = (value: V, on: boolean) => onChange(choices.map((choice) => choice.value).filter((each) => (each === value ? on : values.includes(each))));
  return (
    <div className="field" role="group" aria-labelledby={`${id}-l`} aria-describedby={error ? `${id}-e` : undefined} data-field={name}>
      <div className="field__label" id={`${id}-l`}>{legend}</div>
      {hint ? <div className="field__hint">{hint}</div> : null}
      <div className={inline ? 'choices choices--inline' : columns ? 'choices choices--columns' : 'choices'}>
        {choices.map((choice) => <CheckboxField key={choice.value} name={name} label={choice.label} checked={values.includes(choice.value)} onChange={(on) => toggle(choice.value, on)} />)}
      </div>
      {error ? <div className="field__error" id={`${id}-e`}><Icon of={CircleAlert} small />{error}</div> : null}
    </div>
  );
}
