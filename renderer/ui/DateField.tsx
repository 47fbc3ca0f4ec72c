// A calendar day in the reader's own order of day and month (the system's date box). Refuses a day
// that does not exist: it says so and keeps the value empty until it is mended.
import { Field as Base } from '@base-ui/react/field';
import { useState } from 'react';
import { isBrokenDate } from './brokenDates.ts';
import { FieldBox, type FieldFrame } from './Field.tsx';

type DateProps = FieldFrame & { name: string; value: string; onChange: (value: string) => void; impossible: string; min?: string | undefined; max?: string | undefined; readOnly?: boolean | undefined };

/** `value` is `YYYY-MM-DD`, or empty; `impossible` is the sentence for 31 February and the like. */
export function DateField({ name, value, onChange, impossible, min = '1900-01-01', max = '2199-12-31', readOnly, error, ...frame }: DateProps) {
  const [broken, setBroken] = useState(false);
  return (
    <FieldBox {...frame} error={broken ? impossible : error} name={name}>
      <Base.Control className="input input--date" name={name} type="date" defaultValue={value} min={min} max={max} readOnly={readOnly} autoComplete="off"
        onValueChange={(next) => onChange(next)}
        onBlur={(event) => setBroken(event.target instanceof HTMLInputElement && isBrokenDate(event.target))}
        onInput={(event) => { if (event.currentTarget instanceof HTMLInputElement && !isBrokenDate(event.currentTarget)) setBroken(false); }} />
    </FieldBox>
  );
}
