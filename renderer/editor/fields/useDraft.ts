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
