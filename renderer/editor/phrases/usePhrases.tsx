// The phrases of one editor's running text. Refuses the boxes of its fields: those are `useBoxPhrases`.
import { Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { Phrase } from '../../../shared/phrases/phrase.ts';
import { pageRange } from '../marks/paint.ts';
import type { EditorNotice } from '../notices.ts';
import type { NoteSlate } from '../slateTypes.ts';
import { blankFrom } from './blanks.ts';
import { putPhrase, typedBeforeCaret, type Typed } from './putPhrase.ts';
import { usePhraseKeys, type PhraseHelp, type PhrasePlace } from './usePhraseKeys.tsx';

function runningText(editor: NoteSlate): PhrasePlace<Typed> {
  return {
    typed: () => typedBeforeCaret(editor),
    put: (typed, text) => putPhrase(editor, typed, text),
    toBlank: (backwards) => {
      const blank = blankFrom(editor, backwards);
      if (blank) Transforms.select(editor, blank);
      return blank !== null;
    },
    anchor: () => (editor.selection ? pageRange(editor, editor.selection)?.getBoundingClientRect() : undefined),
    focus: () => ReactEditor.focus(editor),
  };
}

/** Offers `phrases` while writing in the text. */
export function usePhrases(editor: NoteSlate, phrases: readonly Phrase[], onNotice: (notice: EditorNotice) => void): PhraseHelp {
  const help = usePhraseKeys(runningText(editor), phrases, onNotice);
  return { ...help, key: (event) => ReactEditor.hasEditableTarget(editor, event.target) && help.key(event) };
}
