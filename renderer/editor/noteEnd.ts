// The key that leads to the end of the note. Parts out of sight are not laid out, and the browser goes no further than
// to the beginning of the last one. Refuses a note without running text: there the browser finds the way.
import { Editor, Element, Text, Transforms, type Point } from 'slate';
import { ReactEditor } from 'slate-react';
import type { KeyPress, Platform } from '../../shared/commandKeys.ts';
import type { NoteSlate } from './slateTypes.ts';

/** True for the press that means "to the end of all", alone or with Shift. */
export function isEndPress({ key, ctrlKey, metaKey, altKey }: KeyPress, platform: Platform): boolean {
  if (altKey) return false;
  return platform === 'mac' ? metaKey && !ctrlKey && key === 'ArrowDown' : ctrlKey && !metaKey && key === 'End';
}

/** Where the selection begins on the page: slate-react reads a moved caret only a moment later. */
function anchorOf(editor: NoteSlate): Point | undefined {
  const selection = document.getSelection();
  const range = selection?.anchorNode ? ReactEditor.toSlateRange(editor, selection, { exactMatch: false, suppressThrow: true }) : null;
  return range?.anchor ?? editor.selection?.anchor;
}

/** Moves the caret behind the last running text, or the selection's end with `extend`; false where there is none. */
export function moveToEnd(editor: NoteSlate, extend: boolean): boolean {
  const path = editor.children.flatMap((section, s) => (Text.isText(section) ? [] : section.children.flatMap((field, f) => (Element.isElement(field) && field.type === 'textField' ? [[s, f]] : [])))).at(-1);
  if (path === undefined) return false;
  const end = Editor.end(editor, path);
  Transforms.select(editor, { anchor: (extend ? anchorOf(editor) : undefined) ?? end, focus: end });
  return true;
}
