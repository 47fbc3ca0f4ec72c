// The sections of the note at the left: what is filled, begun or empty, jump by click. One tab stop:
// arrows move inside. Refuses to be the only way: Alt and a number does the same from anywhere in the note.
import { useRef, useState, type KeyboardEvent } from 'react';
import type { SectionState } from '../../../shared/notes/sectionState.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { rovingIndex } from '../../editor/fields/roving.ts';

export type SectionMark = { id: string; title: string; state: SectionState };

type GoProps = { mark: SectionMark; number: number | null; stop: boolean; onGo: (id: string) => void; onFocus: () => void };

// One line of a list that may be long: few elements, and signs that the style draws, as all of them are on the page with the first sight of the note.
function Go({ mark, number, stop, onGo, onFocus }: GoProps) {
  return (
    <li>
      <button type="button" className="note-sections__go" data-state={mark.state} data-key={number === null ? undefined : notesText.sections.jump(number)} tabIndex={stop ? 0 : -1} title={number === null ? undefined : notesText.sections.jump(number)} aria-label={`${mark.title}, ${notesText.sections[mark.state]}`} onFocus={onFocus} onClick={() => onGo(mark.id)}>
        <span className="note-sections__mark" />
        <span className="note-sections__title">{mark.title}</span>
      </button>
    </li>
  );
}

/** Header places first, then the sections of the template; the first nine of these have a key with Alt. */
export function SectionList({ head, marks, onGo }: { head: readonly SectionMark[]; marks: readonly SectionMark[]; onGo: (id: string) => void }) {
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(0);
  const all = [...head, ...marks];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = rovingIndex(event.key, at, all.map((mark) => mark.title));
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };
  return (
    <nav className="note-sections" aria-label={notesText.sections.title}>
      <ol ref={list} onKeyDown={onKeyDown}>
        {all.map((mark, index) => <Go key={mark.id} mark={mark} number={index >= head.length && index < head.length + 9 ? index - head.length + 1 : null} stop={index === at} onGo={onGo} onFocus={() => setAt(index)} />)}
      </ol>
    </nav>
  );
}
