// A box for a number with its unit. Refuses to correct: what is not understood stays in the box and
// in the note as it was typed, with a sentence about it.
import { useId } from 'react';
import { type NumberReading, type NumberRule, TYPED_MAX } from '../../../shared/notes/typedNumber.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { type NumberAnswer, useNumberDraft } from './useDraft.ts';

type NumberBoxProps = { value: NumberAnswer; rule: NumberRule; unit: string; onChange: (value: NumberAnswer) => void; labelId?: string; name?: string };

/** The sentence about text that is no answer; null when there is nothing to say. */
export function problemOf(reading: NumberReading, rule: NumberRule): string | null {
  if (reading.kind !== 'kept') return null;
  if (reading.why === 'unread') return notesText.field.numberUnread;
  if (reading.why === 'decimals' && rule.decimals !== null) return notesText.field.numberDecimals(rule.decimals);
  return rule.decimals === 0 ? notesText.field.numberWhole(rule.min, rule.max) : notesText.field.numberRange(rule.min, rule.max);
}

export function NumberBox({ value, rule, unit, onChange, labelId, name }: NumberBoxProps) {
  const errorId = useId();
  const { text, reading, type } = useNumberDraft(value, rule, onChange);
  const problem = problemOf(reading, rule);
  return (
    <span className="number">
      <input className="box box--number" type="text" inputMode="decimal" autoComplete="off" maxLength={TYPED_MAX} aria-labelledby={labelId} aria-label={name} aria-invalid={problem !== null || undefined} aria-describedby={problem ? errorId : undefined} data-stop="control" value={text}
        onChange={(event) => type(event.target.value)} />
      {unit ? <span className="number__unit">{unit}</span> : null}
      {problem ? <span className="number__problem" id={errorId}>{problem}</span> : null}
    </span>
  );
}
