// Dialogs over the library: focus kept inside, Escape closes, title names it. Refuses to be closed
// by a stray click outside, because forms in it hold work.
import './dialog.css';
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button, type ButtonLook } from './Button.tsx';
import { focusNow } from './focusNow.ts';
import { Icon } from './Icon.tsx';

/** A dialog for one piece of work. `onClose` is asked for by Escape and the close button. */
export function Dialog({ title, description, closeLabel, wide = false, notice, onClose, children, foot }: { title: string; description?: string | undefined; closeLabel: string; wide?: boolean; /** Stays in sight above the buttons, however far the rest is scrolled. */ notice?: ReactNode; onClose: () => void; children?: ReactNode; foot?: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  // The first field, not the cross: the dialog was opened to be filled in.
  const firstField = () => focusNow(body.current?.querySelector<HTMLElement>('input:not([type=hidden]):not([aria-hidden=true]), textarea, button, [tabindex="0"]'));
  return (
    <Base.Root open disablePointerDismissal onOpenChange={(open) => { if (!open) onClose(); }}>
      <Base.Portal>
        <Base.Backdrop className="dialog-shade" />
        <Base.Popup className={wide ? 'dialog dialog--wide' : 'dialog'} initialFocus={firstField}>
          <div className="dialog__head">
            <div>
              <Base.Title className="dialog__title">{title}</Base.Title>
              {description ? <Base.Description className="dialog__description">{description}</Base.Description> : null}
            </div>
            <Base.Close className="dialog__close" aria-label={closeLabel}><Icon of={X} /></Base.Close>
          </div>
          <div className="dialog__body" ref={body}>{children}</div>
          {notice ? <div className="dialog__notice">{notice}</div> : null}
          {foot ? <div className="dialog__foot">{foot}</div> : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Asks before something that is hard to take back. The safe answer comes first and has the focus. */
export function ConfirmDialog({ title, text, confirmLabel, cancelLabel, look = 'danger', busy = false, onConfirm, onCancel, afterwards, extra, children }: { title: string; text: string; confirmLabel: string; cancelLabel: string; look?: ButtonLook; busy?: boolean; onConfirm: () => void; onCancel: () => void; /** Where the keyboard goes when it closes; without it, back to where it was. */ afterwards?: (() => HTMLElement | null) | undefined; /** A third answer, after the other two. */ extra?: ReactNode; children?: ReactNode }) {
  return (
    <AlertDialog.Root open onOpenChange={(open) => { if (!open) onCancel(); }}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-shade" />
        <AlertDialog.Popup className="dialog dialog--small" finalFocus={afterwards}>
          <div className="dialog__head"><div>
            <AlertDialog.Title className="dialog__title">{title}</AlertDialog.Title>
            <AlertDialog.Description className="dialog__description">{text}</AlertDialog.Description>
          </div></div>
          {children ? <div className="dialog__body">{children}</div> : null}
          <div className="dialog__foot">
            <Button onClick={onCancel} autoFocus>{cancelLabel}</Button>
            <Button look={look} busy={busy} onClick={onConfirm}>{confirmLabel}</Button>
            {extra}
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
