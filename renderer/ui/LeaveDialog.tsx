// Asks before something typed would be lost: stay, leave, or save and leave where that is possible.
// Refuses to leave by a stray key: Escape stays.
import { frameText } from '../../shared/text/en/frame.ts';
import { Button } from './Button.tsx';
import { ConfirmDialog } from './Dialog.tsx';

const t = frameText.leave;

/** `form`: the name of a form that is not saved; null where a save has failed. */
export function LeaveDialog({ form, onStay, onLeave, onSave }: { form: string | null; onStay: () => void; onLeave: () => void; onSave?: (() => void) | undefined }) {
  return (
    <ConfirmDialog title={form === null ? t.title : t.formTitle(form)} text={form === null ? t.text : onSave ? t.formTextSave : t.formText} cancelLabel={t.stay} confirmLabel={t.go} onCancel={onStay} onConfirm={onLeave}
      extra={onSave ? <Button look="primary" onClick={onSave}>{t.save}</Button> : null} />
  );
}
