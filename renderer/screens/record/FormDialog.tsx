// The dialog around every form of the record: errors first, a refusal at the foot, one main act.
// Refuses to close over something typed without asking.
import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { isAppError } from '../../../shared/errors.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { useAct } from '../../data/useAct.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import { useGuardedClose } from '../../data/useGuardedClose.tsx';
import { Button } from '../../ui/Button.tsx';
import { focusBrokenDate } from '../../ui/brokenDates.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { RefusedFields } from '../../ui/Field.tsx';
import { ErrorSummary, Notice, stillWrong, type FieldErrors } from '../../ui/Notes.tsx';

type FormDialogProps = {
  title: string;
  text?: string | undefined;
  submitLabel: string;
  wide?: boolean;
  danger?: boolean;
  /** Errors by field name, or the work to do. */
  submit: () => FieldErrors | (() => Promise<void>);
  onClose: () => void;
  /** Fields whose names here differ from those that a refusal names. */
  places?: Readonly<Record<string, string>>;
  children: (errors: FieldErrors) => ReactNode;
};

export function FormDialog({ title, text, submitLabel, wide = false, danger = false, submit, onClose, places = {}, children }: FormDialogProps) {
  const [errors, setErrors] = useState<FieldErrors>({});
  const [refused, setRefused] = useState<FieldErrors>({});
  const { busy, sentence, run } = useAct();
  const guard = useGuardedClose(title, onClose);
  const form = useRef<HTMLFormElement>(null);
  // Saved, but typed in meanwhile: to save it once more would make a second one.
  const [late, setLate] = useState(false);
  const done = () => { guard.settled({ kind: 'saved', at: Date.now() }); onClose(); };
  const press = () => {
    if (late) return;
    if (focusBrokenDate(form.current)) return;
    const read = submit();
    setRefused({});
    if (typeof read !== 'function') { setErrors({ ...read }); return; }
    setErrors({});
    const holdsAll = guard.mark();
    run(async () => {
      try {
        await read();
      } catch (error) {
        // What is wrong with one field is said at that field.
        const place = refusedPlace(error);
        if (place === null) throw error;
        setRefused({ [place]: sentenceOf(error) });
        return;
      }
      if (holdsAll()) done();
      else setLate(true);
    });
  };
  // Only dates: other refusals speak of the whole.
  const refusedPlace = (error: unknown): string | null => {
    if (!isAppError(error, 'DATE_ORDER')) return null;
    const field = String(error.facts['field'] ?? '');
    const name = places[field] ?? field;
    return form.current?.querySelector(`[data-field="${CSS.escape(name)}"]`) ? name : null;
  };
  const changed = (event: SyntheticEvent) => {
    guard.typed();
    const name = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-field]')?.dataset['field'] : undefined;
    if (name !== undefined && refused[name] !== undefined) setRefused({});
  };
  const now = Object.keys(errors).length === 0 ? null : submit();
  const shown = now === null || typeof now === 'function' ? {} : stillWrong(errors, now);
  return (
    <Dialog title={title} description={text} closeLabel={frameText.close} wide={wide} onClose={guard.close} notice={sentence ? <Notice tone="error">{sentence}</Notice> : late ? <Notice tone="warn">{frameText.savedBefore}</Notice> : null} foot={late ? <Button look="primary" onClick={done}>{frameText.close}</Button> : <>
      <Button onClick={guard.close}>{frameText.cancel}</Button>
      <Button look={danger ? 'danger' : 'primary'} busy={busy} onClick={press}>{submitLabel}</Button>
    </>}>
      <form className="stack" noValidate ref={form} onInput={changed} onSubmit={(event) => { event.preventDefault(); press(); }}>
        <ErrorSummary title={frameText.mend} errors={errors} shown={shown} />
        <ErrorSummary title={frameText.mend} errors={refused} />
        <RefusedFields value={refused}>{children(shown)}</RefusedFields>
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">{submitLabel}</button>
      </form>
      {guard.question}
    </Dialog>
  );
}
