// What a page says about itself: nothing yet, still coming, went wrong, look here. Refuses to say
// "something went wrong" without what to do; the caller brings the sentence.
import './notes.css';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** Nothing here yet, and what to do next. */
export function EmptyState({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return <div className="empty"><h2>{title}</h2>{text ? <p className="quiet measure">{text}</p> : null}{children ? <div className="row">{children}</div> : null}</div>;
}

/** Grey bars that stand in for content, only after 200 ms so that quick answers do not flicker. */
export function Skeleton({ label, lines = 4 }: { label: string; lines?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => { const timer = setTimeout(() => setLate(true), 200); return () => clearTimeout(timer); }, []);
  if (!late) return null;
  return <div className="skeleton" role="status"><span className="visually-hidden">{label}</span>{Array.from({ length: lines }, (_, index) => <span key={index} className="skeleton__bar" aria-hidden="true" />)}</div>;
}

const NOTE_ICONS = { error: CircleAlert, warn: TriangleAlert, info: Info } as const;

/** A sentence in a box. An error is announced at once. */
export function Notice({ tone = 'info', title, children, action }: { tone?: 'error' | 'warn' | 'info'; title?: string | undefined; children?: ReactNode; action?: { label: string; perform: () => void } | undefined }) {
  return (
    <div className={`notice notice--${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <Icon of={NOTE_ICONS[tone]} />
      <div className="notice__text">{title ? <p className="strong">{title}</p> : null}{children ? <div>{children}</div> : null}</div>
      {action ? <Button small onClick={action.perform}>{action.label}</Button> : null}
    </div>
  );
}

export type FieldErrors = Readonly<Record<string, string | undefined>>;

/** The errors of a form's last try that still hold: what has been mended since is not shown any more. */
export function stillWrong(errors: FieldErrors, now: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => now[name] !== undefined));
}

/** Lists what must be mended, or what is left of it (`shown`); each line moves to its field. A new list of errors moves the focus to the first field, or here when that field is not on the page. */
export function ErrorSummary({ title, errors, shown = errors }: { title: string; errors: FieldErrors; shown?: FieldErrors }) {
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(shown).filter((entry): entry is [string, string] => entry[1] !== undefined);
  useEffect(() => {
    const first = Object.keys(errors).find((name) => errors[name] !== undefined);
    if (first !== undefined && !focusField(first)) box.current?.focus();
  }, [errors]);
  if (entries.length === 0) return null;
  return (
    <div className="notice notice--error" role="alert" tabIndex={-1} ref={box}>
      <Icon of={CircleAlert} />
      <div className="notice__text"><p className="strong">{title}</p>
        <ul className="notice__list">{entries.map(([name, text]) => <li key={name}><button type="button" className="link" onClick={() => focusField(name)}>{text}</button></li>)}</ul>
      </div>
    </div>
  );
}

/** As `focusField`, for a field that comes with the press just now: in the same turn, or it would overtake the next letter and a click into another field. */
export function focusSoon(name: string): void {
  queueMicrotask(() => { if (!focusField(name)) requestAnimationFrame(() => { focusField(name); }); });
}

/** Moves the focus to the control of a field by its name, in a row of choices to the chosen one; false when there is none on the page. */
export function focusField(name: string): boolean {
  const field = document.querySelector(`[data-field="${CSS.escape(name)}"]`);
  // What is folded away takes no focus.
  field?.closest('details')?.setAttribute('open', '');
  const control = field?.querySelector<HTMLElement>('input:not([type=hidden]):not([aria-hidden=true]), textarea, button:not([tabindex="-1"]), [tabindex="0"]');
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
  return control !== null && control !== undefined;
}
