// A save that failed, told where the work is, with what to do about it. Refuses to speak of what is well: the status line
// does, and two voices for one note would answer each other at every pause.
import { useEffect, useState } from 'react';
import { errorSentence } from '../../../shared/text/errorSentence.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { Button } from '../../ui/Button.tsx';
import type { AutosaveState } from './autosave.ts';

const text = notesText.save;

function RetryIn({ at }: { at: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => { const timer = setInterval(() => setNow(Date.now()), 1000); return () => clearInterval(timer); }, []);
  return <span className="quiet">{text.nextTry(Math.max(0, Math.ceil((at - now) / 1000)))}</span>;
}

/** Announced, with "Retry" where waiting may mend it; nothing while all is well. */
export function SaveLine({ state, onRetry }: { state: AutosaveState; onRetry: () => void }) {
  if (state.kind !== 'failed') return null;
  return (
    <span className="note-save note-save--failed">
      <span role="alert">{text.notSaved(errorSentence(state.code, state.facts))}</span>
      {state.retryAt === null ? null : <><Button small onClick={onRetry}>{text.retry}</Button><RetryIn at={state.retryAt} /></>}
    </span>
  );
}
