// All questions of a form, one a row. Refuses totals: it only collects answers.
import { useLayoutEffect, useRef } from 'react';
import type { Instrument } from '../../../shared/measures/instrument.ts';
import { itemNumber } from '../../../shared/measures/itemNumber.ts';
import type { Answers } from '../../../shared/measures/score.ts';
import { skippedItems } from '../../../shared/measures/skips.ts';
import { type AnswerValue, ItemRow } from './ItemRow.tsx';
import { controlOf } from './openQuestion.ts';
import './measures.css';

/** Moves to the first control of the row after this one that is asked. */
function focusAfter(list: HTMLElement | null, itemId: string): void {
  const rows = [...list?.querySelectorAll<HTMLElement>('[data-item]') ?? []];
  const at = rows.findIndex((row) => row.dataset['item'] === itemId);
  const next = rows.slice(at + 1).find((row) => row.dataset['follows'] !== 'true');
  controlOf(next)?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** `large` is for a client who reads from arm's length. */
export function Questions({ instrument, answers, onAnswer, large = false }: { instrument: Instrument; answers: Answers; onAnswer: (itemId: string, value: AnswerValue) => void; large?: boolean }) {
  const list = useRef<HTMLOListElement>(null);
  // In the same turn in which the answer is drawn: a quick second key must not answer the same question again.
  const answered = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (answered.current === undefined) return;
    focusAfter(list.current, answered.current);
    answered.current = undefined;
  });
  const skipped = skippedItems(instrument, answers);
  return (
    <div className={large ? 'questions questions--large' : 'questions'}>
      {instrument.stem ? <p className="questions__stem">{instrument.stem}</p> : null}
      <ol className="questions__list" ref={list}>
        {instrument.items.map((item) => {
          const number = itemNumber(instrument, item);
          // A client who has the window is not told what counts.
          const beside = number === null && !large;
          return <ItemRow key={item.id} instrument={instrument} item={item} number={number ?? ''} beside={beside} value={answers[item.id] ?? null} follows={skipped.has(item.id)} onChange={(value) => onAnswer(item.id, value)} onNext={() => { answered.current = item.id; }} />;
        })}
      </ol>
    </div>
  );
}
