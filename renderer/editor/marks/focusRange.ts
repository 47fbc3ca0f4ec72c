// Goes back to the text from a box over it. Refuses to wait: letters typed meanwhile would go elsewhere,
// as they would with `ReactEditor.focus` while changes are pending.
import { Transforms, type Range } from 'slate';
import { ReactEditor } from 'slate-react';
import type { NoteSlate } from '../slateTypes.ts';
import { pageRange } from './paint.ts';

/** Gives the text the focus with `range` selected, in the page and in the note at once. */
export function focusRange(editor: NoteSlate, range: Range | null): void {
  const place = range ? pageRange(editor, range) : null;
  ReactEditor.toDOMNode(editor, editor).focus({ preventScroll: true });
  if (!range) return;
  if (place) document.getSelection()?.setBaseAndExtent(place.startContainer, place.startOffset, place.endContainer, place.endOffset);
  Transforms.select(editor, range);
}
