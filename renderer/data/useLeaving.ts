// One way out of a room, of the vault and of the window: saves on their way are finished, and a form that is
// not saved is asked about. Refuses to lose typed words without an answer.
import { useCallback, useState } from 'react';
import { dropForms, flushPending, saveForms, unsavedForm } from './flush.ts';

export type LeaveQuestion = { readonly form: string | null; readonly onStay: () => void; readonly onLeave: () => void; readonly onSave?: (() => void) | undefined };

/** Told whether the person has given up what could not be saved: on the same way out it is not asked about again. */
type Work = (gaveUp: boolean) => void;

/** `leaveFor` does its work at once when nothing would be lost that was not given up (`gaveUp`); otherwise `onAsk` (what stands over the room, if anything) is told, and `question` is to be asked. */
export function useLeaving(onAsk?: () => void): { readonly leaveFor: (work: Work, gaveUp?: boolean) => void; readonly question: LeaveQuestion | undefined } {
  const [question, setQuestion] = useState<LeaveQuestion>();
  const leaveFor = useCallback((work: Work, gaveUp = false) => {
    const done = () => setQuestion(undefined);
    void flushPending().then((reached) => {
      const saved = reached || gaveUp;
      const form = unsavedForm();
      if (saved && form === null) { work(!reached); return; }
      const leave = () => { done(); dropForms(); work(!reached); };
      // A form whose answers must be mended shows which; the person stays.
      const save = () => { done(); void saveForms().then((kept) => { if (kept && unsavedForm() === null) work(!reached); }, () => undefined); };
      onAsk?.();
      setQuestion({ form: saved ? form?.name ?? null : null, onStay: done, onLeave: leave, onSave: saved && form !== null && form.save !== null ? save : undefined });
    });
  }, [onAsk]);
  return { leaveFor, question };
}
