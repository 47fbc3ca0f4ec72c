// One way out of a room, of the vault and of the window: saves on their way are finished, and a form that is
// not saved is asked about. Refuses to lose typed words without an answer.
import { useCallback, useState } from 'react';
import { dropForms, flushPending, saveForms, unsavedForm } from './flush.ts';

export type LeaveQuestion = { readonly form: string | null; readonly onStay: () => void; readonly onLeave: () => void; readonly onSave?: (() => void) | undefined };

/** `leaveFor` does its work at once when nothing would be lost; otherwise `question` is to be asked. */
export function useLeaving(): { readonly leaveFor: (work: () => void) => void; readonly question: LeaveQuestion | undefined } {
  const [question, setQuestion] = useState<LeaveQuestion>();
  const leaveFor = useCallback((work: () => void) => {
    const done = () => setQuestion(undefined);
    const leave = () => { done(); dropForms(); work(); };
    void flushPending().then((saved) => {
      const form = unsavedForm();
      if (saved && form === null) { work(); return; }
      // A form whose answers must be mended shows which; the person stays.
      const save = () => { done(); void saveForms().then((kept) => { if (kept && unsavedForm() === null) work(); }, () => undefined); };
      setQuestion({ form: saved ? form?.name ?? null : null, onStay: done, onLeave: leave, onSave: saved && form !== null && form.save !== null ? save : undefined });
    });
  }, []);
  return { leaveFor, question };
}
