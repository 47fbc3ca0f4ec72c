// The total of a measure, with the band it falls in, and the single answers that must not wait: item 9 of
// the PHQ-9. Refuses to count items: that is the Measures page.
import { useId } from 'react';
import { fieldRule } from '../../../shared/notes/typedNumber.ts';
import { scoreBand, scoreRange, type UrgentItem, urgentItems } from '../../../shared/notes/scoreField.ts';
import type { FieldValue } from '../../../shared/notes/document.ts';
import { measuresText } from '../../../shared/text/en/measures.ts';
import { presetTableText as t } from '../../../shared/text/en/templates.ts';
import { Notice } from '../../ui/Notes.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import type { FieldOf } from './fieldProps.ts';
import { NumberBox } from './NumberBox.tsx';
import { fromAnswer, toAnswer } from './typedAnswer.ts';

type ScoreValue = Extract<FieldValue, { kind: 'instrumentScore' }>;
type ScoreProps = { field: FieldOf<'instrumentScore'>; value: ScoreValue; onChange: (value: FieldValue) => void; labelId: string };

function Urgent({ item, answer, onAnswer }: { item: UrgentItem; answer: number | undefined; onAnswer: (score: number | null) => void }) {
  const id = useId();
  const options = item.options.map(({ score, label }) => ({ id: String(score), label: t.urgentOption(score, label) }));
  return (
    <div className="score__urgent">
      <p id={id}>{item.label}</p>
      <ChoiceField field={{ id: item.id, kind: 'choice', label: item.label, prompt: '', required: false, options }} value={answer === undefined ? null : String(answer)} labelId={id} onChange={(next) => onAnswer(next === null ? null : Number(next))} />
      {answer !== undefined && answer >= item.atLeast ? <Notice tone="error">{item.alert} {measuresText.crisisLine}</Notice> : null}
    </div>
  );
}

/** A number with the range of its instrument, its band in words, and what has to be asked beside it. */
export function ScoreField({ field, value, onChange, labelId }: ScoreProps) {
  const rule = fieldRule(field);
  const range = scoreRange(field.instrument);
  const answer = toAnswer(value);
  const { answers = {} } = value;
  if (rule === null) return null;
  const change = (next: ScoreValue, kept: Readonly<Record<string, number>>) => onChange({ ...next, ...(Object.keys(kept).length > 0 ? { answers: { ...kept } } : {}) });
  const items = urgentItems(field.instrument);
  const others = (id: string) => Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id));
  return (
    <div className="score">
      <span className="number">
        <NumberBox rule={rule} unit={range === null ? '' : t.scoreOf(range.max)} value={answer} onChange={(next) => change({ ...fromAnswer('instrumentScore', next), kind: 'instrumentScore' }, answers)} labelId={labelId} />
        <span className="number__unit" role="status">{typeof answer === 'number' ? scoreBand(field.instrument, answer) : ''}</span>
      </span>
      {items.map((item) => (answer === null && answers[item.id] === undefined ? null : (
        <Urgent key={item.id} item={item} answer={answers[item.id]} onAnswer={(score) => change({ kind: 'instrumentScore', value: value.value, ...(value.typed === undefined ? {} : { typed: value.typed }) }, score === null ? others(item.id) : { ...answers, [item.id]: score })} />
      )))}
    </div>
  );
}
