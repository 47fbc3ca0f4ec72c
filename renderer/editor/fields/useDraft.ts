// The text in a box between a keypress and the note: React must see the new text in the same turn
// or the cursor jumps, while Slate answers a turn later. Refuses to win over a change from outside
// (undo): that replaces the text in the box.
import { useState } from 'react';
import { type NumberReading, type NumberRule, readTyped, TYPED_MAX } from '../../../shared/notes/typedNumber.ts';
import { cleanLine, cutText } from '../../../shared/cleanText.ts';

/** `[text, setText]` that follows `value` whenever it changes from outside. */
export function useDraft(value: string): [string, (next: string) => void] {
  const [seen, setSeen] = useState(value);
  const [draft, setDraft] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setDraft(value);
  }
  return [draft, setDraft];
}

/** What the note holds for a number: the number, the text that was not understood, or null for no answer. */
export type NumberAnswer = number | string | null;

/** What typing `text` leaves in the note. */
export function answerOf(text: string, rule: NumberRule): NumberAnswer {
  const reading = readTyped(text, rule);
  if (reading.kind === 'number') return reading.value;
  return reading.kind === 'kept' ? text : null;
}

/** The text in a number box, how it reads, and what typing does: what is understood goes into the note as a number, anything else as it was typed. */
export function useNumberDraft(value: NumberAnswer, rule: NumberRule, onChange: (value: NumberAnswer) => void): { text: string; reading: NumberReading; type: (text: string) => void } {
  const shown = value === null ? '' : String(value);
  const [seen, setSeen] = useState(value);
  const [draft, setDraft] = useState(shown);
  if (seen !== value) {
    setSeen(value);
    // "5," and "5 h" mean the 5 that is there: only a change from outside rewrites the box.
    if (value !== answerOf(draft, rule)) setDraft(shown);
  }
  return {
    text: draft,
    reading: readTyped(draft, rule),
    type: (typed) => {
      const text = cutText(cleanLine(typed), TYPED_MAX);
      const answer = answerOf(text, rule);
      setDraft(text);
      if (answer !== value) onChange(answer);
    },
  };
}
