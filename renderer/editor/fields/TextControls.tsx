// Controls that are typed: short text, number with unit, date, time. Refuses to correct
// what was typed.
import { LocalDate, LocalTime } from '../../../shared/dates.ts';
import { fieldRule } from '../../../shared/notes/typedNumber.ts';
import type { ControlProps, FieldOf } from './fieldProps.ts';
import { NativeBox } from './NativeBox.tsx';
import { NumberBox } from './NumberBox.tsx';
import { TextBox } from './TextBox.tsx';
import type { NumberAnswer } from './useDraft.ts';

const SHORT_TEXT_MAX = 2000;

/** A few words; grows with what is typed. */
export function ShortTextField({ field, value, onChange, labelId }: ControlProps<'shortText'>) {
  return <TextBox value={value} max={SHORT_TEXT_MAX} placeholder={field.prompt} labelId={labelId} onChange={onChange} />;
}

type NumberProps = { field: FieldOf<'number'>; answer: NumberAnswer; onChange: (answer: NumberAnswer) => void; labelId: string };

/** A number with its unit. */
export function NumberField({ field, answer, onChange, labelId }: NumberProps) {
  const rule = fieldRule(field);
  return rule === null ? null : <NumberBox rule={rule} unit={field.unit} value={answer} onChange={onChange} labelId={labelId} />;
}

/** A calendar day. */
export function DateBox({ value, onChange, labelId }: ControlProps<'date'>) {
  return <NativeBox type="date" value={value} labelId={labelId} onChange={(text) => { const day = LocalDate.safeParse(text); onChange(day.success ? day.data : null); }} />;
}

/** A clock time. */
export function TimeBox({ value, onChange, labelId }: ControlProps<'time'>) {
  return <NativeBox type="time" value={value} labelId={labelId} onChange={(text) => { const time = LocalTime.safeParse(text); onChange(time.success ? time.data : null); }} />;
}
