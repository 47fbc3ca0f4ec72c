// Where the caret is after a key or the mouse has moved it. slate-react hears of it a moment later; a letter that comes
// before stands where the caret is, but the caret would then go back to where it was, and the next letters with it.
// Refuses to look at the page unless a person has moved the caret: else the note knows better.
import { Range, Transforms } from 'slate';
import { IS_NODE_MAP_DIRTY } from 'slate-dom';
import { ReactEditor } from 'slate-react';
import type { NoteSlate } from '../slateTypes.ts';

const MOVES: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);
const HELD: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/** Editors whose caret was moved on the page and not asked for since. */
const moved = new WeakSet<NoteSlate>();

/** Takes over the caret from the page, where a person has just moved it. */
export function takeCaret(editor: NoteSlate): void {
  if (!moved.delete(editor) || ReactEditor.isComposing(editor)) return;
  // A note that is not drawn yet: its places on the page are not known.
  if (IS_NODE_MAP_DIRTY.get(editor) === true) return;
  const caret = document.getSelection();
  const root = ReactEditor.toDOMNode(editor, editor);
  if (caret === null || document.activeElement !== root || caret.anchorNode === null || !root.contains(caret.anchorNode) || !ReactEditor.hasEditableTarget(editor, caret.anchorNode)) return;
  const range = ReactEditor.toSlateRange(editor, caret, { exactMatch: false, suppressThrow: true });
  if (range !== null && (editor.selection === null || !Range.equals(range, editor.selection))) Transforms.select(editor, range);
}

/** Tells of a key that goes down, or of the mouse (null), before anything comes of it. */
export function tellCaret(editor: NoteSlate, key: string | null): void {
  if (key === null || MOVES.has(key)) moved.add(editor);
  else if (!HELD.has(key)) takeCaret(editor);
}
