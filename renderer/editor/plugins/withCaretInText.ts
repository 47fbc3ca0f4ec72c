// A caret that comes to rest in a field by an arrow key goes on to the next running text: a field has a place for a
// caret on the page, but letters typed there would go nowhere. Refuses to move a selection of more than a caret.
import { Editor, Element, Path, Point, Range, Text, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { NoteSlate } from '../slateTypes.ts';

function fieldTypeAt(editor: Editor, [s = -1, f = -1]: Path): string | null {
  const section = editor.children[s];
  const field = section === undefined || Text.isText(section) ? undefined : section.children[f];
  return Element.isElement(field) ? field.type : null;
}

/** The text field nearest to `from` on one side, as its edge on that side; null where there is none. */
function textBeside(editor: Editor, from: Path, side: 'before' | 'after'): Point | null {
  const paths = editor.children.flatMap((section, s) => (Text.isText(section) ? [] : section.children.map((_child, f): Path => [s, f]))).filter((path) => fieldTypeAt(editor, path) === 'textField');
  const path = side === 'after' ? paths.find((one) => Path.isAfter(one, from)) : paths.findLast((one) => Path.isBefore(one, from));
  if (path === undefined) return null;
  return side === 'after' ? Editor.start(editor, path) : Editor.end(editor, path);
}

/** Editors whose last key was an arrow. */
const arrows = new WeakSet<NoteSlate>();

/** Tells the rule of a press, before anything comes of it. */
export function tellPress(editor: NoteSlate, key: string): void {
  if (key.startsWith('Arrow')) arrows.add(editor);
  else arrows.delete(editor);
}

function hasFocus(editor: NoteSlate): boolean {
  return ReactEditor.isFocused(editor) && document.activeElement === ReactEditor.toDOMNode(editor, editor);
}

/** Where a caret in a field belongs: the next text on the way from `before`; null where it is in no field, or there is no text. */
function placeFor(editor: NoteSlate, before: Point | null): Point | null {
  const { selection } = editor;
  if (selection === null || !Range.isCollapsed(selection)) return null;
  const field = selection.focus.path.slice(0, 2);
  if (fieldTypeAt(editor, field) !== 'field') return null;
  const back = before !== null && Point.isBefore(selection.focus, before);
  const was = before !== null && fieldTypeAt(editor, before.path) === 'textField' ? before : null;
  return textBeside(editor, field, back ? 'before' : 'after') ?? was ?? textBeside(editor, field, back ? 'after' : 'before');
}

/** Adds the rule. */
export function withCaretInText<T extends NoteSlate>(editor: T): T {
  const { apply, insertText } = editor;
  editor.apply = (operation) => {
    const before = editor.selection?.focus ?? null;
    apply(operation);
    const place = operation.type === 'set_selection' && arrows.has(editor) && hasFocus(editor) ? placeFor(editor, before) : null;
    if (place !== null) Transforms.select(editor, place);
  };
  // However the caret came to be in a field: what is typed stands in a text.
  editor.insertText = (text, options) => {
    const place = options?.at === undefined ? placeFor(editor, null) : null;
    if (place !== null) Transforms.select(editor, place);
    insertText(text, options);
  };
  return editor;
}
