// The phrases of one editor: the menu while a name is typed, Tab to put one in, Tab and Shift+Tab from blank to
// blank. Refuses keys while there is nothing to offer.
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import { isAppError } from '../../../shared/errors.ts';
import { expandPhrase, phraseNamed, phrasesFor, type Phrase } from '../../../shared/phrases/phrase.ts';
import type { EditorNotice } from '../notices.ts';
import type { NoteSlate } from '../slateTypes.ts';
import { blankFrom } from './blanks.ts';
import { PhraseMenu, type OpenMenu } from './PhraseMenu.tsx';
import { putPhrase, typedBeforeCaret, type Typed } from './putPhrase.ts';

const MOST = 8;

export type PhraseHelp = {
  /** The text has changed. */
  readonly changed: () => void;
  /** The caret has moved. */
  readonly moved: () => void;
  readonly close: () => void;
  /** True when the press was used. */
  readonly key: (event: KeyboardEvent<HTMLElement>) => boolean;
  readonly menu: ReactNode;
};

function step(event: KeyboardEvent<HTMLElement>): number {
  return event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
}

/** Offers `phrases` while writing. */
export function usePhrases(editor: NoteSlate, phrases: readonly Phrase[], onNotice: (notice: EditorNotice) => void): PhraseHelp {
  const [open, setOpen] = useState<OpenMenu | null>(null);
  const put = (typed: Typed, phrase: Phrase): void => {
    setOpen(null);
    try {
      if (putPhrase(editor, typed, expandPhrase(phrases, phrase))) return;
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
    onNotice({ kind: 'phraseNotPut' });
  };
  const toBlank = (backwards: boolean): boolean => {
    const blank = blankFrom(editor, backwards);
    if (!blank) return false;
    Transforms.select(editor, blank);
    return true;
  };
  const inMenu = (event: KeyboardEvent<HTMLElement>, menu: OpenMenu): boolean => {
    const typed = typedBeforeCaret(editor);
    const chosen = menu.found[menu.at];
    if (event.key === 'Escape') {
      setOpen(null);
      return true;
    }
    if (step(event) !== 0) {
      setOpen({ ...menu, at: (menu.at + step(event) + menu.found.length) % menu.found.length, moved: true });
      return true;
    }
    // Enter ends a line as ever, unless a phrase was chosen with the arrows.
    if (typed === null || chosen === undefined || !(event.key === 'Tab' || (event.key === 'Enter' && menu.moved))) return false;
    put(typed, chosen);
    return true;
  };
  return {
    changed: () => {
      const typed = phrases.length === 0 ? null : typedBeforeCaret(editor);
      const found = typed === null ? [] : phrasesFor(phrases, typed.name, MOST);
      if (found.length > 0) setOpen({ found, at: 0, moved: false });
      else if (open) setOpen(null);
    },
    moved: () => { if (open && typedBeforeCaret(editor) === null) setOpen(null); },
    close: () => setOpen(null),
    key: (event) => {
      if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || !ReactEditor.hasEditableTarget(editor, event.target)) return false;
      if (open && !event.shiftKey && inMenu(event, open)) return true;
      if (event.key !== 'Tab') return false;
      const typed = event.shiftKey ? null : typedBeforeCaret(editor);
      const exact = typed && phraseNamed(phrases, typed.name);
      if (typed && exact) {
        put(typed, exact);
        return true;
      }
      return toBlank(event.shiftKey);
    },
    menu: open ? <PhraseMenu editor={editor} open={open} onPick={(phrase) => { const typed = typedBeforeCaret(editor); if (typed) put(typed, phrase); ReactEditor.focus(editor); }} /> : null,
  };
}
