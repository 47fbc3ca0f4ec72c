// The suggestion for one word, opened by a click on the underline or by Ctrl+. at the caret. Refuses to
// change a word without a press.
import { Popover } from '@base-ui/react/popover';
import { useRef } from 'react';
import { Editor, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import { noteAidsText } from '../../../shared/text/en/noteAids.ts';
import { Button } from '../../ui/Button.tsx';
import { focusNow } from '../../ui/focusNow.ts';
import type { NoteSlate } from '../slateTypes.ts';
import { focusRange } from './focusRange.ts';
import { pageRange } from './paint.ts';
import type { WordingFind } from './wording.ts';

const text = noteAidsText.wording;
export type OpenHint = { readonly find: WordingFind; readonly byKey: boolean };

/** Puts the suggestion in place of the word, as one step of undo; nothing when the text has moved on. */
export function replaceWord(editor: NoteSlate, { range, word }: Pick<WordingFind, 'range' | 'word'>, suggestion: string): void {
  if (!Editor.hasPath(editor, range.anchor.path) || !Editor.hasPath(editor, range.focus.path) || Editor.string(editor, range) !== word) return;
  HistoryEditor.withNewBatch(editor, () => {
    Transforms.select(editor, range);
    Editor.insertText(editor, suggestion);
  });
  // What is typed next is a step of its own, or undo would take it back together with the word.
  HistoryEditor.setSplittingOnce(editor, true);
}

/** The list of suggestions beside the word. */
export function WordingHint({ editor, hint, onLeave, onClose }: { editor: NoteSlate; hint: OpenHint; onLeave: (word: string) => void; onClose: () => void }) {
  const { find, byKey } = hint;
  const popup = useRef<HTMLDivElement>(null);
  const place = pageRange(editor, find.range);
  const back = () => focusRange(editor, editor.selection ?? find.range);
  if (!place) return null;
  return (
    <Popover.Root open onOpenChange={(open, { reason }) => { if (!open) { onClose(); if (reason === 'escape-key') back(); } }}>
      <Popover.Portal>
        <Popover.Positioner className="popup-positioner" anchor={{ getBoundingClientRect: () => place.getBoundingClientRect() }} sideOffset={6} align="start">
          <Popover.Popup ref={popup} className="popup wording" initialFocus={byKey ? () => focusNow(popup.current?.querySelector('button')) : false} finalFocus={false}>
            <Popover.Title className="wording__title">{text.instead(find.word)}</Popover.Title>
            {find.note ? <Popover.Description className="wording__note">{find.note}</Popover.Description> : null}
            <div className="wording__choices">
              {find.suggestions.map((suggestion) => <Button key={suggestion} small onClick={() => { focusRange(editor, find.range); replaceWord(editor, find, suggestion); onClose(); }}>{suggestion}</Button>)}
            </div>
            <Button small look="quiet" onClick={() => { onLeave(find.word); back(); onClose(); }}>{text.leave}</Button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
