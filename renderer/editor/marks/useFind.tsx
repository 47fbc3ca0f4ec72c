// Opens and closes the search of one note. Refuses keys: the table of commands has them.
import { useState, type ReactNode } from 'react';
import { Editor, Range } from 'slate';
import type { NoteSlate } from '../slateTypes.ts';
import { FindBar } from './FindBar.tsx';

function selectedWords(editor: NoteSlate): string {
  const { selection } = editor;
  if (!selection || Range.isCollapsed(selection)) return '';
  const words = Editor.string(editor, selection);
  return words.length <= 80 && !words.includes('\n') ? words : '';
}

/** The search bar while it is open, and a way to open it. */
export function useFind(editor: NoteSlate): { readonly bar: ReactNode; readonly open: () => void } {
  const [opened, setOpened] = useState<{ begin: string; turn: number } | null>(null);
  const [acts] = useState(() => ({
    open: () => setOpened((before) => ({ begin: selectedWords(editor), turn: (before?.turn ?? 0) + 1 })),
    close: () => setOpened(null),
  }));
  return { bar: opened ? <FindBar key={opened.turn} editor={editor} begin={opened.begin} onClose={acts.close} /> : null, open: acts.open };
}
