// A native button in the few looks the house allows. Refuses links: nothing in the window navigates.
import './button.css';
import { useState, type ComponentPropsWithRef, type ReactNode } from 'react';
import { Icon, type IconType } from './Icon.tsx';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'className' | 'style' | 'disabled'> & {
  look?: ButtonLook | undefined;
  small?: boolean | undefined;
  icon?: IconType | undefined;
  /** Shows that the work is under way; a second press does nothing. */
  busy?: boolean | undefined;
  /** Kept in the tab order and announced, so that a person can find out why. */
  disabled?: boolean | undefined;
  children: ReactNode;
};

/** A button. `disabled` and `busy` keep the focus and are announced. */
export function Button({ look = 'plain', small = false, icon, busy = false, disabled = false, onClick, children, type = 'button', ...rest }: ButtonProps) {
  const off = busy || disabled;
  return (
    <button {...rest} type={off && type === 'submit' ? 'button' : type} className={`button button--${look}${small ? ' button--small' : ''}`} aria-disabled={off || undefined} aria-busy={busy || undefined}
      onClick={(event) => { if (off) event.preventDefault(); else onClick?.(event); }}>
      {icon ? <Icon of={icon} small={small} /> : null}
      <span>{children}</span>
    </button>
  );
}

/** A button that runs one asynchronous act at a time and shows it; failures belong to `act`. */
export function ActButton({ act, ...rest }: Omit<ButtonProps, 'onClick' | 'busy'> & { act: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  return <Button {...rest} busy={busy} onClick={() => { setBusy(true); void act().finally(() => setBusy(false)); }} />;
}
