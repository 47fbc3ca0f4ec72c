// Controls that are typed: short text, number with unit, date, time. Refuses to correct: what
// cannot be read stays in the box with a sentence, and the note holds "not answered".
import { useId } from 'react';
import { LocalDate, LocalTime } from '../../../shared/dates.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { cleanText, cutText } from '../../../shared/cleanText.ts';
import type { ControlProps } from './fieldProps.ts';
import { NativeBox } from './NativeBox.tsx';
import { readNumber, useDraft, useNumberDraft } from './useDraft.ts';

const SHORT_TEXT_MAX = 2000;

/** A few words; grows with what is typed. */
export function ShortTextField({ field, value, onChange, labelId }: ControlProps<'shortText'>) {
  const [draft, setDraft] = useDraft(value);
  return (
    <textarea className="box box--text" rows={1} aria-labelledby={labelId} data-stop="control" value={draft} placeholder={field.prompt} maxLength={SHORT_TEXT_MAX} dir="auto" spellCheck={false}
      onChange={(event) => {
        const next = cutText(cleanText(event.target.value), SHORT_TEXT_MAX);
        setDraft(next);
        onChange(next);
      }} />
  );
}

/** A number with its unit. */
export function NumberField({ field, value, onChange, labelId }: ControlProps<'number'>) {
  const errorId = useId();
  const fits = (number: number) => number >= field.min && number <= field.max;
  const [draft, type] = useNumberDraft(value, fits, onChange);
  const read = readNumber(draft);
  const inRange = read !== null && fits(read);
  const problem = draft.trim() === '' || inRange ? null : read === null ? notesText.field.numberUnread : notesText.field.numberRange(field.min, field.max);
  return (
    <span className="number">
      <input className="box box--number" type="text" inputMode="decimal" autoComplete="off" aria-labelledby={labelId} aria-invalid={problem !== null || undefined} aria-describedby={problem ? errorId : undefined} data-stop="control" value={draft} maxLength={20}
        onChange={(event) => type(event.target.value)} />
      {field.unit ? <span className="number__unit">{field.unit}</span> : null}
      {problem ? <span className="number__problem" id={errorId}>{problem}</span> : null}
    </span>
  );
}

/** A calendar day. */
export function DateBox({ value, onChange, labelId }: ControlProps<'date'>) {
  return <NativeBox type="date" value={value} labelId={labelId} onChange={(text) => { const day = LocalDate.safeParse(text); onChange(day.success ? day.data : null); }} />;
}

/** A clock time. */
export function TimeBox({ value, onChange, labelId }: ControlProps<'time'>) {
  return <NativeBox type="time" value={value} labelId={labelId} onChange={(text) => { const time = LocalTime.safeParse(text); onChange(time.success ? time.data : null); }} />;
}
