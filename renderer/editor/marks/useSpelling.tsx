// The spelling underlines of one editor and the word that is open. Refuses to draw the note again: its state is the
// open word, and whether the speller answers.
import { useEffect, useState, type MouseEvent, type ReactNode } from 'react';
import { ReactEditor } from 'slate-react';
import { spellingText } from '../../../shared/text/en/spelling.ts';
import type { NoteSlate } from '../slateTypes.ts';
import type { SpellingFind } from './spelling.ts';
import { SpellingHint, type OpenSpelling } from './SpellingHint.tsx';
import { createSpellingMarks, type Speller } from './spellingMarks.ts';

export type Spelling = {
  readonly changed: () => void;
  readonly moved: () => void;
  readonly click: (event: MouseEvent<HTMLElement>) => void;
  readonly all: () => readonly SpellingFind[];
  readonly open: (find: SpellingFind) => void;
  readonly hint: ReactNode;
};

/** Marks spelling in `editor` while there is a speller. */
export function useSpelling(editor: NoteSlate, speller: Speller | null): Spelling {
  const [troubled, setTroubled] = useState(false);
  const [marks] = useState(() => createSpellingMarks(editor, setTroubled));
  const [open, setOpen] = useState<OpenSpelling | null>(null);
  useEffect(() => {
    marks.use(speller);
    // Lines are read when they come near the view; whichever part of the page scrolls.
    const scrolled = () => marks.touch('view');
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => {
      document.removeEventListener('scroll', scrolled, { capture: true });
      marks.use(null);
    };
  }, [marks, speller]);
  return {
    changed: () => { marks.touch('text'); setOpen(null); },
    moved: () => marks.touch('caret'),
    click: (event) => {
      const words = event.detail === 1 && document.getSelection()?.isCollapsed === true && ReactEditor.hasEditableTarget(editor, event.target);
      const find = words ? marks.at(event.clientX, event.clientY) : undefined;
      if (find) setOpen({ find, byKey: false });
    },
    all: marks.all,
    open: (find) => setOpen({ find, byKey: true }),
    hint: <>
      {troubled && speller ? <p className="note-spelling-trouble" role="status">{spellingText.failed}</p> : null}
      {open && speller ? <SpellingHint editor={editor} hint={open} speller={speller} onAccept={marks.accept} onClose={() => setOpen(null)} /> : null}
    </>,
  };
}
