// A passphrase box with "Show". Refuses to remember, suggest or correct what is typed.
import { Field as Base } from '@base-ui/react/field';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from './Button.tsx';
import { FieldBox, type FieldFrame } from './Field.tsx';

type PassphraseProps = FieldFrame & { name: string; value: string; onChange: (value: string) => void; showLabel: string; hideLabel: string; autoFocus?: boolean | undefined; isNew?: boolean };

/** A secret in one line, hidden until the person asks to see it. */
export function PassphraseField({ name, value, onChange, showLabel, hideLabel, autoFocus, isNew = false, ...frame }: PassphraseProps) {
  const [shown, setShown] = useState(false);
  return (
    <FieldBox {...frame} name={name}>
      <div className="field__with-button">
        <Base.Control className="input input--secret" name={name} type={shown ? 'text' : 'password'} value={value} maxLength={1024} autoFocus={autoFocus} spellCheck={false} autoCapitalize="off" autoCorrect="off" autoComplete={isNew ? 'new-password' : 'current-password'} onValueChange={(next) => onChange(next)} />
        <Button icon={shown ? EyeOff : Eye} aria-pressed={shown} onClick={() => setShown(!shown)}>{shown ? hideLabel : showLabel}</Button>
      </div>
    </FieldBox>
  );
}
