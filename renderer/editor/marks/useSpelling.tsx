// The spelling underlines of one editor and the word that is open. Refuses to draw the note again: its state is the
// open word, and whether the speller answers.
import { useEffect, useState, type MouseEvent, type ReactNode } from 'react';
import { spellingText } from '../../../shared/text/en/spelling.ts';
import { movesCaret } from '../caretKeys.ts';
import type { EditorNotice } from '../notices.ts';
import type { NoteSlate } from '../slateTypes.ts';
import { noteBox, type InBox, type NoteBox } from './boxTexts.ts';
import { clickedWord } from './clickedWord.ts';
import type { SpellingFind } from './spelling.ts';
import { SpellingHint, type OpenSpelling } from './SpellingHint.tsx';
import { createSpellingMarks, type Speller } from './spellingMarks.ts';

export type Spelling = {
  readonly changed: () => void;
  readonly moved: () => void;
  /** The caret of a box may go elsewhere: a key was pressed in it, or it is left. The note hears of its own caret only. */
  readonly inBoxMoved: (event: { readonly target: EventTarget; readonly key?: string }) => void;
  readonly click: (event: MouseEvent<HTMLElement>) => void;
  readonly all: () => readonly SpellingFind[];
  readonly inBox: (box: NoteBox) => readonly InBox[];
  readonly open: (find: SpellingFind | InBox) => void;
  readonly hint: ReactNode;
};

/** Marks spelling in `editor` while there is a speller. */
export function useSpelling(editor: NoteSlate, speller: Speller | null, onNotice: (notice: EditorNotice) => void): Spelling {
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
    inBoxMoved: ({ target, key }) => { if ((key === undefined || movesCaret(key)) && noteBox(target) !== null) marks.touch('caret'); },
    click: (event) => {
      if (noteBox(event.target) !== null) marks.touch('caret');
      const find = clickedWord(editor, event, marks);
      if (find) setOpen({ find, byKey: false });
    },
    all: marks.all,
    inBox: marks.inBox,
    open: (find) => setOpen({ find, byKey: true }),
    hint: <>
      {troubled && speller ? <p className="note-spelling-trouble" role="status">{spellingText.failed}</p> : null}
      {open && speller ? <SpellingHint editor={editor} hint={open} speller={speller} onAccept={marks.accept} onNotice={onNotice} onClose={() => setOpen(null)} /> : null}
    </>,
  };
}
