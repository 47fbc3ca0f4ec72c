// The sections of the note at the left: what is filled, begun or empty, and which one is written in or read; jump by click. One tab stop:
// arrows move inside. Refuses to be the only way: Alt and a number does the same from anywhere in the note.
import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import type { SectionState } from '../../../shared/notes/sectionState.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { rovingIndex } from '../../editor/fields/roving.ts';
import type { PlaceInNote } from './placeInNote.ts';

export type SectionMark = { id: string; title: string; state: SectionState };

type GoProps = { mark: SectionMark; number: number | null; stop: boolean; here: boolean; onGo: (id: string) => void; onFocus: () => void };

// One line of a list that may be long: few elements, and signs that the style draws, as all of them are on the page with the first sight of the note.
function Go({ mark, number, stop, here, onGo, onFocus }: GoProps) {
  return (
    <li>
      <button type="button" className="note-sections__go" data-state={mark.state} data-key={number === null ? undefined : notesText.sections.jump(number)} tabIndex={stop ? 0 : -1} aria-current={here ? 'location' : undefined} title={number === null ? undefined : notesText.sections.jump(number)} aria-label={`${mark.title}, ${notesText.sections[mark.state]}`} onFocus={onFocus} onClick={() => onGo(mark.id)}>
        <span className="note-sections__mark" title={notesText.sections[mark.state]} />
        <span className="note-sections__title">{mark.title}</span>
      </button>
    </li>
  );
}

/** Where the list is longer than its column, the column follows the place; the page is left where it is, and so is a list that the pointer is on. */
function keepInSight(list: HTMLElement | null): void {
  const column = list?.closest('.note-screen__left') ?? null;
  const go = list?.querySelector('[aria-current]') ?? null;
  if (column === null || go === null || column.scrollHeight <= column.clientHeight || column.matches(':hover')) return;
  const [line, box] = [go.getBoundingClientRect(), column.getBoundingClientRect()];
  if (line.top < box.top) column.scrollTop -= box.top - line.top;
  else if (line.bottom > box.bottom) column.scrollTop += line.bottom - box.bottom;
}

/** Header places first, then the sections of the template; the first nine of these have a key with Alt. */
export function SectionList({ place, head, marks, onGo }: { place: PlaceInNote; head: readonly SectionMark[]; marks: readonly SectionMark[]; onGo: (id: string) => void }) {
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(0);
  const all = [...head, ...marks];
  const here = useSyncExternalStore(place.subscribe, place.current);
  useEffect(() => { if (here !== null) keepInSight(list.current); }, [here]);
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
        {all.map((mark, index) => <Go key={mark.id} mark={mark} number={index >= head.length && index < head.length + 9 ? index - head.length + 1 : null} stop={index === at} here={mark.id === here} onGo={onGo} onFocus={() => setAt(index)} />)}
      </ol>
    </nav>
  );
}
