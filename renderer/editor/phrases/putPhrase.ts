// Puts a phrase in place of the name that was typed, as one step of undo. Refuses half a phrase: where it does not
// fit, everything is as it was.
import { Editor, Node, Point, Range, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import { typedName } from '../../../shared/phrases/phrase.ts';
import { currentTextField } from '../blockCommands.ts';
import { blankFrom } from './blanks.ts';
import type { NoteSlate } from '../slateTypes.ts';

/** Longest stretch before the caret that is looked at: a dot and a name. */
export const REACH = 40;

export type Typed = { readonly name: string; /** The dot and the name. */ readonly range: Range };

/** The name before the caret, in running text only. Looks at one run of text, never at the note. */
export function typedBeforeCaret(editor: NoteSlate): Typed | null {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection) || !currentTextField(editor)) return null;
  const { path, offset } = selection.anchor;
  const leaf = Node.get(editor, path);
  if (!('text' in leaf)) return null;
  const from = Math.max(0, offset - REACH);
  // What was cut off must not look like the beginning of a line.
  const name = typedName(`${from > 0 ? '\u200b' : ''}${leaf.text.slice(from, offset)}`);
  if (name === null) return null;
  return { name, range: { anchor: { path, offset: offset - name.length - 1 }, focus: { path, offset } } };
}

/** True when the whole text stands in the note; the caret is then on its first blank, or behind it. */
export function putPhrase(editor: NoteSlate, { range }: Typed, text: string): boolean {
  const field = currentTextField(editor);
  if (!field) return false;
  const before = Node.string(Node.get(editor, field)).length;
  const lines = text.split('\n');
  const wanted = before - (range.focus.offset - range.anchor.offset) + lines.reduce((sum, line) => sum + line.length, 0);
  const start = Editor.pointRef(editor, range.anchor, { affinity: 'backward' });
  HistoryEditor.withNewBatch(editor, () => {
    Transforms.select(editor, range);
    for (const [index, line] of lines.entries()) {
      if (index > 0) Transforms.splitNodes(editor, { always: true });
      if (line !== '') Editor.insertText(editor, line);
      else if (index === 0) Transforms.delete(editor);
    }
  });
  HistoryEditor.setSplittingOnce(editor, true);
  const from = start.unref();
  if (Node.string(Node.get(editor, field)).length !== wanted) {
    editor.undo();
    return false;
  }
  const end = editor.selection?.anchor;
  if (from && end) {
    Transforms.select(editor, from);
    const blank = blankFrom(editor, false);
    Transforms.select(editor, blank && !Point.isAfter(blank.focus, end) ? blank : end);
  }
  return true;
}
