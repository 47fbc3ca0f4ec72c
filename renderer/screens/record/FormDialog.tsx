// The dialog around every form of the record: errors first, a refusal at the foot, one main act.
// Refuses to close while something typed was refused.
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { frameText } from '../../../shared/text/en/frame.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { focusBrokenDate } from '../../ui/brokenDates.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary, Notice, type FieldErrors } from '../../ui/Notes.tsx';

type FormDialogProps = {
  title: string;
  text?: string | undefined;
  submitLabel: string;
  wide?: boolean;
  danger?: boolean;
  /** Errors by field name, or the work to do. */
  submit: () => FieldErrors | (() => Promise<void>);
  onClose: () => void;
  children: (errors: FieldErrors) => ReactNode;
};

export function FormDialog({ title, text, submitLabel, wide = false, danger = false, submit, onClose, children }: FormDialogProps) {
  const [errors, setErrors] = useState<FieldErrors>({});
  const { busy, sentence, run } = useAct();
  const form = useRef<HTMLFormElement>(null);
  const press = () => {
    if (focusBrokenDate(form.current)) return;
    const read = submit();
    if (typeof read !== 'function') { setErrors({ ...read }); return; }
    setErrors({});
    run(async () => { await read(); onClose(); });
  };
  return (
    <Dialog title={title} description={text} closeLabel={frameText.close} wide={wide} onClose={onClose} notice={sentence ? <Notice tone="error">{sentence}</Notice> : null} foot={<>
      <Button onClick={onClose}>{frameText.cancel}</Button>
      <Button look={danger ? 'danger' : 'primary'} busy={busy} onClick={press}>{submitLabel}</Button>
    </>}>
      <form className="stack" noValidate ref={form} onSubmit={(event) => { event.preventDefault(); press(); }}>
        <ErrorSummary title={frameText.mend} errors={errors} />
        {children(errors)}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">{submitLabel}</button>
      </form>
    </Dialog>
  );
}
