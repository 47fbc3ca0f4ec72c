// The sections of the note at the left: where something stands, where nothing does, jump by click.
// Refuses to be the only way: Alt and a number does the same from inside the text.
import { Circle, CircleCheckBig } from 'lucide-react';
import { notesText } from '../../../shared/text/en/notes.ts';
import { Icon } from '../../ui/Icon.tsx';

export type SectionMark = { id: string; title: string; filled: boolean };

function Go({ mark, number, onGo }: { mark: SectionMark; number: number | null; onGo: (id: string) => void }) {
  return (
    <li>
      <button type="button" className="note-sections__go" data-filled={mark.filled || undefined} title={number === null ? undefined : notesText.sections.jump(number)} onClick={() => onGo(mark.id)}>
        <Icon of={mark.filled ? CircleCheckBig : Circle} small />
        <span>{mark.title}</span>
        <span className="visually-hidden">, {mark.filled ? notesText.sections.filled : notesText.sections.empty}</span>
        {number === null ? null : <span className="note-sections__key" aria-hidden="true">{number}</span>}
      </button>
    </li>
  );
}

/** Header places first, then the sections of the template; the first nine of these have a key with Alt. */
export function SectionList({ head, marks, onGo }: { head: readonly SectionMark[]; marks: readonly SectionMark[]; onGo: (id: string) => void }) {
  return (
    <nav className="note-sections" aria-label={notesText.sections.title}>
      <ol>
        {head.map((mark) => <Go key={mark.id} mark={mark} number={null} onGo={onGo} />)}
        {marks.map((mark, index) => <Go key={mark.id} mark={mark} number={index < 9 ? index + 1 : null} onGo={onGo} />)}
      </ol>
    </nav>
  );
}
