// One question with its answers in sight: number keys choose, arrows move, Backspace clears. Refuses an
// answer that the form does not offer.
import { useId, useRef, type KeyboardEvent } from 'react';
import { type Instrument, type Item, optionsOf } from '../../../shared/measures/instrument.ts';
import { answerScore } from '../../../shared/measures/score.ts';
import { measuresText as t } from '../../../shared/text/en/measures.ts';
import { NumberField, TextArea } from '../../ui/TextField.tsx';

export type AnswerValue = number | string | null;
type Choice = { readonly score: number; readonly label: string };

/** A 0 typed this soon after a 1 makes 10. */
const TEN_MS = 900;

function choicesOf(instrument: Instrument, item: Item): readonly Choice[] {
  const { answer } = item;
  if (answer.kind === 'scale') return Array.from({ length: answer.max - answer.min + 1 }, (_none, at) => ({ score: answer.min + at, label: '' }));
  return optionsOf(instrument, item);
}

type RowProps = { readonly instrument: Instrument; readonly item: Item; readonly number: string; /** To be told that it is not part of the score. */ readonly beside: boolean; readonly value: AnswerValue; readonly follows: boolean; readonly onChange: (value: AnswerValue) => void; readonly onNext: () => void };

/** The score of the chosen option, also where a measured value such as the pulse stands for it. */
function chosenScore({ instrument, item, value }: Pick<RowProps, 'instrument' | 'item' | 'value'>): number | null {
  return typeof value === 'number' ? answerScore(instrument, item, value) : null;
}

function Choices({ instrument, item, value, follows, onChange, onNext, labelledBy, name }: RowProps & { readonly labelledBy: string; readonly name: string }) {
  const lastOne = useRef(-Infinity);
  const group = useRef<HTMLDivElement>(null);
  const choices = choicesOf(instrument, item);
  const chosen = chosenScore({ instrument, item, value });
  const { answer } = item;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Backspace' || event.key === 'Delete') { event.preventDefault(); onChange(null); return; }
    if (!/^\d$/.test(event.key)) return;
    event.preventDefault();
    const ten = event.key === '0' && value === 1 && event.timeStamp - lastOne.current < TEN_MS;
    const wanted = ten ? 10 : Number(event.key);
    if (!choices.some(({ score }) => score === wanted)) return;
    lastOne.current = event.key === '1' ? event.timeStamp : -Infinity;
    onChange(wanted);
    // On a scale to 10 a second digit may follow the 1.
    if (answer.kind === 'scale' && answer.max >= 10 && wanted === 1) group.current?.querySelector<HTMLElement>('[value="1"]')?.focus();
    else onNext();
  };
  return (
    <div className="answers__box">
      {answer.kind === 'scale' && answer.low ? <span className="small quiet">{answer.low}</span> : null}
      <div className={answer.kind === 'scale' ? 'answers answers--scale' : 'answers'} data-long={choices.some(({ label }) => label.length > 26)} role="radiogroup" aria-labelledby={labelledBy} ref={group} onKeyDown={onKeyDown}>
        {choices.map(({ score, label }) => (
          <label key={score} className="answer" data-chosen={chosen === score} title={label === '' ? undefined : label}>
            <input type="radio" className="visually-hidden" name={name} value={score} checked={chosen === score} disabled={follows} onChange={() => onChange(score)} />
            <span className="answer__key nums">{score}</span>{label === '' ? null : <span className="answer__label">{label}</span>}
          </label>
        ))}
      </div>
      {answer.kind === 'scale' && answer.high ? <span className="small quiet">{answer.high}</span> : null}
    </div>
  );
}

function RawField({ item, value, onChange }: Pick<RowProps, 'item' | 'value' | 'onChange'>) {
  const { raw } = item;
  if (raw === undefined) return null;
  const measured = typeof value === 'number' && value >= raw.min ? value : null;
  // What cannot be a measured value is not an answer; the box keeps what was typed.
  const take = (next: number | null) => onChange(next !== null && next >= raw.min && next <= raw.max && Number.isInteger(next) ? next : null);
  return <NumberField key={measured === null && value !== null ? 'by option' : 'by value'} name={`raw-${item.id}`} label={t.measured(raw.label, raw.unit)} min={raw.min} max={raw.max} value={measured} onChange={take} />;
}

/** One item a row; `onNext` moves on to the question after it. */
export function ItemRow(props: RowProps) {
  const { item, number, beside, value, follows, onChange } = props;
  const id = useId();
  const { answer } = item;
  const text = typeof value === 'string' ? value : '';
  return (
    <li className="question-row" data-item={item.id} data-follows={follows}>
      <span className="question-row__number nums" aria-hidden="true">{number}</span>
      <div className="question-row__body">
        <p className="question-row__text" id={id}>{item.text}</p>
        {beside ? <p className="small quiet">{t.beside}</p> : null}
        {follows ? <p className="small quiet">{t.follows}</p> : item.help ? <p className="small quiet">{item.help}</p> : null}
        {answer.kind === 'options' || answer.kind === 'scale' ? <><RawField item={item} value={value} onChange={onChange} /><Choices {...props} labelledBy={id} name={id} /></> : null}
        {answer.kind === 'number' ? <NumberField name={`item-${item.id}`} label={item.text} labelHidden min={answer.min} max={answer.max} step="any" value={typeof value === 'number' ? value : null} onChange={(next) => onChange(next !== null && next >= answer.min && next <= answer.max ? next : null)} /> : null}
        {answer.kind === 'text' ? <TextArea name={`item-${item.id}`} label={item.text} labelHidden rows={2} maxLength={answer.max} value={text} onChange={(next) => onChange(next === '' ? null : next)} /> : null}
      </div>
    </li>
  );
}
