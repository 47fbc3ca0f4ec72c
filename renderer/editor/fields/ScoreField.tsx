// The total of a measure, with the band it falls in. Refuses to count items: that is the Measures page.
import { useMemo } from 'react';
import { scoreBand, scoreRange } from '../../../shared/notes/scoreField.ts';
import { presetTableText } from '../../../shared/text/en/templates.ts';
import type { ControlProps, FieldOf } from './fieldProps.ts';
import { NumberField } from './TextControls.tsx';

/** For a measure that is never added up there is no range to hold a figure to. */
const ANY = { min: -1000, max: 1000 };

/** A number with the range of its instrument, and its band in words. */
export function ScoreField({ field, value, onChange, labelId }: ControlProps<'instrumentScore'>) {
  const { id, label, prompt, required, instrument } = field;
  const number = useMemo((): FieldOf<'number'> => {
    const range = scoreRange(instrument);
    return { id, label, prompt, required, kind: 'number', unit: range === null ? '' : presetTableText.scoreOf(range.max), step: 1, ...(range ?? ANY) };
  }, [id, label, prompt, required, instrument]);
  return (
    <span className="number">
      <NumberField field={number} value={value} onChange={onChange} labelId={labelId} />
      <span className="number__unit" role="status">{value === null ? '' : scoreBand(instrument, value)}</span>
    </span>
  );
}
