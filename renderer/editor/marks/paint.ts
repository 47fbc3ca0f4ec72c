// Paints places of the note over the page with the browser's own highlights. Refuses to touch the
// elements of the note: nothing is drawn anew, so marks cost nothing while a person types.
import type { Range as NoteRange } from 'slate';
import { ReactEditor } from 'slate-react';
import type { NoteSlate } from '../slateTypes.ts';

export type PaintName = 'note-wording' | 'note-spelling' | 'box-wording' | 'box-spelling' | 'note-found' | 'note-found-current';

/** More marks than this say nothing. */
const MOST = 1000;

/** The place on the page; null while the page has not caught up. */
export function pageRange(editor: NoteSlate, range: NoteRange): Range | null {
  return ReactEditor.resolveDOMRange(editor, range);
}

/** Shows these marks in place of those of that name. */
export function paint(name: PaintName, ranges: readonly Range[]): void {
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges.slice(0, MOST)));
}
