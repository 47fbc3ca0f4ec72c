// The underlines of one editor and the suggestion that is open. Refuses to draw the note again: its
// state is the open suggestion only.
import { useEffect, useState, type MouseEvent, type ReactNode } from 'react';
import type { EditorNotice } from '../notices.ts';
import type { NoteSlate } from '../slateTypes.ts';
import type { NoteBox } from './boxTexts.ts';
import { clickedWord } from './clickedWord.ts';
import type { BoxWording, WordingFind } from './wording.ts';
import { createWordingMarks } from './wordingMarks.ts';
import { WordingHint, type OpenHint } from './WordingHint.tsx';

export type Wording = {
  readonly changed: () => void;
  /** True when the click opened a suggestion. */
  readonly click: (event: MouseEvent<HTMLElement>) => boolean;
  /** The find at the caret or the next one. */
  readonly nearest: () => WordingFind | undefined;
  readonly inBox: (box: NoteBox) => readonly BoxWording[];
  readonly open: (find: WordingFind | BoxWording) => void;
  readonly hint: ReactNode;
};

/** Marks wording in `editor` while `on`. */
export function useWording(editor: NoteSlate, on: boolean, onNotice: (notice: EditorNotice) => void): Wording {
  const [marks] = useState(() => createWordingMarks(editor));
  const [open, setOpen] = useState<OpenHint | null>(null);
  useEffect(() => {
    marks.setOn(on);
    return () => marks.stop();
  }, [marks, on]);
  return {
    changed: () => { marks.touch(); setOpen(null); },
    click: (event) => {
      const find = on ? clickedWord(editor, event, marks) : undefined;
      if (find) setOpen({ find, byKey: false });
      return find !== undefined;
    },
    nearest: () => (on ? marks.nearest() : undefined),
    inBox: marks.inBox,
    open: (find) => setOpen({ find, byKey: true }),
    hint: open ? <WordingHint editor={editor} hint={open} onLeave={marks.leave} onNotice={onNotice} onClose={() => setOpen(null)} /> : null,
  };
}
