// One choice from a list, over the library's Select: type-ahead, arrows, its own popup. Refuses an
// unlabelled list.
import './popup.css';
import { Select } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { FieldBox, type FieldFrame } from './Field.tsx';
import { Icon } from './Icon.tsx';

export type Choice<V extends string> = { readonly value: V; readonly label: string };

type SelectProps<V extends string> = FieldFrame & { name: string; value: V | null; choices: readonly Choice<V>[]; onChange: (value: V) => void; placeholder?: string | undefined; readOnly?: boolean | undefined };

/** Choices of an enum in its own order, with the words of a label table. */
export function choicesOf<V extends string>(values: readonly V[], labels: Readonly<Record<V, string>>): Choice<V>[] {
  return values.map((value) => ({ value, label: labels[value] }));
}

/** A list box that opens in place. */
export function SelectField<V extends string>({ name, value, choices, onChange, placeholder, readOnly, ...frame }: SelectProps<V>) {
  return (
    <FieldBox {...frame} name={name} custom>
      <Select.Root items={choices} value={value} readOnly={readOnly} modal={false} onValueChange={(next) => { if (next !== null) onChange(next); }}>
        <Select.Trigger className="input select" data-name={name}>
          <Select.Value className="select__value" placeholder={placeholder} />
          <Select.Icon className="select__icon"><Icon of={ChevronDown} small /></Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner className="popup-positioner" sideOffset={4} alignItemWithTrigger={false}>
            <Select.Popup className="popup">
              <Select.List className="popup__list">
                {choices.map((choice) => (
                  <Select.Item key={choice.value} value={choice.value} className="popup__item popup__item--choice">
                    <Select.ItemIndicator className="popup__mark"><Icon of={Check} small /></Select.ItemIndicator>
                    <Select.ItemText className="popup__text">{choice.label}</Select.ItemText>
                  </Select.Item>
                ))}
              </Select.List>
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </FieldBox>
  );
}
