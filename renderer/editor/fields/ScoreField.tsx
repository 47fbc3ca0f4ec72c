// The total of a measure, with the band it falls in. Refuses to count items: that is the Measures page.
import { fieldRule } from '../../../shared/notes/typedNumber.ts';
import { scoreBand, scoreRange } from '../../../shared/notes/scoreField.ts';
import { presetTableText } from '../../../shared/text/en/templates.ts';
import type { FieldOf } from './fieldProps.ts';
import { NumberBox } from './NumberBox.tsx';
import type { NumberAnswer } from './useDraft.ts';

type ScoreProps = { field: FieldOf<'instrumentScore'>; answer: NumberAnswer; onChange: (answer: NumberAnswer) => void; labelId: string };

/** A number with the range of its instrument, and its band in words. */
export function ScoreField({ field, answer, onChange, labelId }: ScoreProps) {
  const rule = fieldRule(field);
  const range = scoreRange(field.instrument);
  if (rule === null) return null;
  return (
    <span className="number">
      <NumberBox rule={rule} unit={range === null ? '' : presetTableText.scoreOf(range.max)} value={answer} onChange={onChange} labelId={labelId} />
      <span className="number__unit" role="status">{typeof answer === 'number' ? scoreBand(field.instrument, answer) : ''}</span>
    </span>
  );
}
