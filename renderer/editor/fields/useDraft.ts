// The text in a box between a keypress and the note: React must see the new text in the same turn
// or the cursor jumps, while Slate answers a turn later. Refuses to win over a change from outside
// (undo): that replaces the text in the box.
import { useState } from 'react';

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

/** Reads a number as people write it, with a comma or a point; null when it is none. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  return Number(plain);
}

/** The text in a number box and what typing does: a number that fits goes into the note, anything else counts as not answered and stays in the box. */
export function useNumberDraft(value: number | null, fits: (number: number) => boolean, onChange: (value: number | null) => void): [string, (text: string) => void] {
  const keptOf = (text: string): number | null => {
    const read = readNumber(text);
    return read !== null && fits(read) ? read : null;
  };
  const [seen, setSeen] = useState(value);
  const [draft, setDraft] = useState(value === null ? '' : String(value));
  if (seen !== value) {
    setSeen(value);
    // "5," and "5,0" mean the 5 that is there: only a change from outside rewrites the box.
    if (value !== keptOf(draft)) setDraft(value === null ? '' : String(value));
  }
  return [draft, (text) => {
    const kept = keptOf(text);
    setDraft(text);
    if (kept !== value) onChange(kept);
  }];
}
