// Closing a dialog that holds typed words: asks first, and closes at once when nothing was typed.
import { useState, type ReactNode } from 'react';
import { LeaveDialog } from '../ui/LeaveDialog.tsx';
import { type FormHold, useUnsavedForm } from './useUnsavedForm.ts';

/** `close` stands in for `onClose`; `question` is to be drawn inside the dialog. */
export function useGuardedClose(name: string, onClose: () => void): FormHold & { readonly close: () => void; readonly question: ReactNode } {
  const hold = useUnsavedForm(name);
  const [asking, setAsking] = useState(false);
  const leave = () => { setAsking(false); hold.settled({ kind: 'idle' }); onClose(); };
  return {
    ...hold,
    close: () => { if (hold.unsaved() === null) onClose(); else setAsking(true); },
    question: asking ? <LeaveDialog form={name} onStay={() => setAsking(false)} onLeave={leave} /> : null,
  };
}
