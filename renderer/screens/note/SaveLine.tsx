// What is known about the last save, in words, with what to do when it failed. Refuses "saved"
// before the disk has answered.
import { useEffect, useState } from 'react';
import { errorSentence } from '../../../shared/text/errorSentence.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { Button } from '../../ui/Button.tsx';
import { formatClock } from '../../ui/format.ts';
import type { AutosaveState } from './autosave.ts';

const text = notesText.save;

function RetryIn({ at }: { at: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => { const timer = setInterval(() => setNow(Date.now()), 1000); return () => clearInterval(timer); }, []);
  return <span className="quiet">{text.nextTry(Math.max(0, Math.ceil((at - now) / 1000)))}</span>;
}

/** One line; a failure is announced and offers "Retry". */
export function SaveLine({ state, onRetry }: { state: AutosaveState; onRetry: () => void }) {
  if (state.kind === 'failed') {
    return (
      <span className="note-save note-save--failed">
        <span role="alert">{text.notSaved(errorSentence(state.code, state.facts))}</span>
        {state.retryAt === null ? null : <><Button small onClick={onRetry}>{text.retry}</Button><RetryIn at={state.retryAt} /></>}
      </span>
    );
  }
  const words = state.kind === 'saving' ? text.saving : state.kind === 'unsaved' ? text.unsaved : state.savedAt === null ? '' : text.saved(formatClock(state.savedAt));
  return <span className="note-save" role="status">{words}</span>;
}
