// A box to type in with the lines that fit under it: a combobox whose list is always open, in a dialog. The focus
// stays in the box; arrows mark a line. Refuses to choose or order the lines.
import './commandBox.css';
import { Dialog as Base } from '@base-ui/react/dialog';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { focusNow } from './focusNow.ts';
import { Icon, type IconType } from './Icon.tsx';

/** `lead` stands before the label and is what gives way where the line is too long. */
export type BoxLine = { readonly id: string; readonly lead?: string; readonly label: string; readonly detail?: string | undefined; /** Stands at the end of the line, and is never cut. */ readonly aside?: string | undefined; readonly keys?: string | undefined; readonly icon?: IconType | undefined };
export type BoxGroup = { readonly id: string; readonly label: string; readonly items: readonly BoxLine[] };

type BoxProps = {
  title: string; /** What is being asked, where it is not the first question of the box. */ step?: string | undefined; label: string; placeholder: string; results: string; closeLabel: string; howTo: string;
  query: string; onQuery: (query: string) => void; maxLength: number;
  groups: readonly BoxGroup[];
  /** Number of the marked line, counted through all groups; -1 where none is marked. */
  at: number; onAt: (at: number) => void;
  /** Said to those who do not see the list. */
  status: string;
  /** Stands above the lines: nothing fits, or something could not be read. */
  notice?: ReactNode;
  /** A line was pressed on with the mouse. */
  onPick: (line: BoxLine) => void;
  /** Enter, whatever is marked; a key that is held down counts once. */
  onEnter: () => void;
  /** Esc goes one step back instead of closing. */
  onBack?: (() => void) | undefined;
  onClose: () => void;
};

/** Where the next press leads; null for a key that is not of the list. Around the ends, so that the last line is one press away. */
function nextOf(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return at < 0 ? count - 1 : (at + count - 1) % count;
  if (key === 'PageDown') return Math.min(at + 8, count - 1);
  if (key === 'PageUp') return Math.max(at - 8, 0);
  return null;
}

function Line({ line, id, marked, onPick, onPoint }: { line: BoxLine; id: string; marked: boolean; onPick: () => void; onPoint: () => void }) {
  return (
    // The mouse may mark and choose; the focus stays in the box.
    <div id={id} role="option" aria-selected={marked} className="command-box__line" onMouseDown={(event) => event.preventDefault()} onMouseMove={marked ? undefined : onPoint} onClick={onPick}>
      {line.icon ? <Icon of={line.icon} small /> : <span />}
      {line.lead === undefined
        ? <span className="command-box__label">{line.label}{line.detail ? <span className="command-box__detail"> {line.detail}</span> : null}</span>
        : <span className="command-box__parts" title={line.lead}><span className="command-box__lead">{line.lead}</span><span className="command-box__label">{line.label}</span>{line.detail ? <span className="command-box__detail"> {line.detail}</span> : null}</span>}
      {line.aside ? <span className="command-box__aside"> {line.aside}</span> : null}
      {line.keys ? <kbd className="command-box__keys">{line.keys}</kbd> : null}
    </div>
  );
}

/** The dialog with its box and list. */
export function CommandBox({ title, step, label, placeholder, results, closeLabel, howTo, query, onQuery, maxLength, groups, at, onAt, status, notice, onPick, onEnter, onBack, onClose }: BoxProps) {
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const base = useId();
  const lines = groups.flatMap((group) => group.items);
  const marked = lines[at];
  const lineId = (index: number) => `${base}-line-${String(index)}`;
  useEffect(() => { list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }); }, [at, query]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!event.repeat) onEnter();
      return;
    }
    const next = nextOf(event.key, at, lines.length);
    if (next === null) return;
    event.preventDefault();
    onAt(next);
  };
  let from = 0;
  const numbered = groups.map((group) => {
    const first = from;
    from += group.items.length;
    return { ...group, first };
  });
  return (
    <Base.Root open onOpenChange={(open, { reason }) => {
      if (open) return;
      if (reason === 'escape-key' && onBack) onBack();
      else onClose();
    }}>
      <Base.Portal>
        <Base.Backdrop className="dialog-shade dialog-shade--over" />
        <Base.Popup className="command-box" initialFocus={() => focusNow(box.current)} finalFocus={false}>
          <Base.Title className="visually-hidden">{title}</Base.Title>
          {step ? <p id={`${base}-step`} className="command-box__step">{step}</p> : null}
          <input ref={box} className="command-box__input" type="text" role="combobox" aria-label={label} aria-describedby={step ? `${base}-step` : undefined} aria-expanded={lines.length > 0} aria-controls={`${base}-list`} aria-autocomplete="list" aria-activedescendant={marked ? lineId(at) : undefined}
            placeholder={placeholder} value={query} maxLength={maxLength} spellCheck={false} autoComplete="off" onChange={(event) => onQuery(event.target.value)} onKeyDown={onKeyDown} />
          {notice ? <div className="command-box__notice">{notice}</div> : null}
          <div ref={list} id={`${base}-list`} role="listbox" aria-label={results} className="command-box__list" tabIndex={-1}>
            {numbered.map((group) => (
              <div key={group.id} role="group" aria-labelledby={`${base}-${group.id}`} className="command-box__group">
                <div id={`${base}-${group.id}`} className="command-box__heading" role="presentation">{group.label}</div>
                {group.items.map((line, index) => <Line key={line.id} line={line} id={lineId(group.first + index)} marked={group.first + index === at} onPick={() => onPick(line)} onPoint={() => onAt(group.first + index)} />)}
              </div>
            ))}
          </div>
          <div className="command-box__foot"><span className="quiet small">{howTo}</span><span className="visually-hidden" role="status">{status}</span><Base.Close className="command-box__close">{closeLabel}</Base.Close></div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
