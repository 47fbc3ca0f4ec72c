// The frame of every field: label, hint, control, error, bound to each other by the library.
// Refuses a field without a label.
import './field.css';
import { Field as Base } from '@base-ui/react/field';
import { CircleAlert } from 'lucide-react';
import { createContext, use, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export type FieldFrame = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Marks the field "(optional)" beside the label. */
  optional?: string | undefined;
  /** Keeps the label for screen readers only, where the place already says it (a table, a search box). */
  labelHidden?: boolean | undefined;
};

/** What a refusal said about fields of a form, by name; a field's own error comes first. */
export const RefusedFields = createContext<Readonly<Record<string, string | undefined>>>({});

/** Label above, hint under it, control, error last; `name` is what an error summary jumps to. */
export function FieldBox({ label, hint, error: own, optional, labelHidden, name, custom = false, children }: FieldFrame & { name?: string | undefined; custom?: boolean; children: ReactNode }) {
  const refused = use(RefusedFields);
  const error = own ?? (name === undefined ? undefined : refused[name]);
  return (
    <Base.Root className="field" invalid={error !== undefined} data-field={name}>
      <Base.Label className={labelHidden ? 'visually-hidden' : 'field__label'} nativeLabel={!custom} {...(custom ? { render: <div /> } : {})}>
        {label}{optional ? <span className="field__optional"> {optional}</span> : null}
      </Base.Label>
      {hint ? <Base.Description className="field__hint">{hint}</Base.Description> : null}
      {children}
      {error !== undefined ? <Base.Error match className="field__error"><Icon of={CircleAlert} small />{error}</Base.Error> : null}
    </Base.Root>
  );
}
