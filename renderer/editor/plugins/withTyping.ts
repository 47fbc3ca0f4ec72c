// What Enter, Backspace and a few typed beginnings do ("- ", "1. ", "> "), and where one step of
// undo ends. Refuses surprises: a beginning is only read at the start of an empty paragraph's text.
import { Editor, Element, Node, Range, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import { backToParagraph, currentBlockKind, toggleBlock, type BlockKind } from '../blockCommands.ts';
import type { NoteSlate } from '../slateTypes.ts';

/** Typing after a pause this long begins a new step of undo. */
const PAUSE_MS = 1200;

const BEGINNINGS: ReadonlyMap<string, BlockKind> = new Map([['-', 'bulletList'], ['*', 'bulletList'], ['1.', 'numberList'], ['>', 'quote']]);

function textBlock(editor: Editor): [Node, number[]] | null {
  const entry = Editor.above(editor, { match: (node) => Element.isElement(node) && (node.type === 'paragraph' || node.type === 'quote' || node.type === 'listItem') });
  return entry ? [entry[0], entry[1]] : null;
}

function beginning(editor: Editor): BlockKind | null {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection) || selection.anchor.offset > 2 || currentBlockKind(editor) !== 'paragraph') return null;
  const block = textBlock(editor);
  if (!block) return null;
  return BEGINNINGS.get(Editor.string(editor, { anchor: Editor.start(editor, block[1]), focus: selection.anchor })) ?? null;
}

/** Adds the rules of typing. */
export function withTyping<T extends NoteSlate>(editor: T): T {
  const { insertText, insertBreak, deleteBackward } = editor;
  let lastTyped = 0;

  editor.insertText = (text, options) => {
    const now = performance.now();
    // Asked for before the first operation: a step may only end where the note is mended, or undoing
    // it would find other nodes than it left.
    if (now - lastTyped > PAUSE_MS && HistoryEditor.isMerging(editor) === undefined) HistoryEditor.setSplittingOnce(editor, true);
    lastTyped = now;
    const kind = text === ' ' ? beginning(editor) : null;
    const block = kind ? textBlock(editor) : null;
    if (!kind || !block || !editor.selection) return insertText(text, options);
    Transforms.delete(editor, { at: { anchor: Editor.start(editor, block[1]), focus: editor.selection.anchor } });
    return toggleBlock(editor, kind);
  };

  editor.insertBreak = () => {
    const block = textBlock(editor);
    const special = block && Element.isElement(block[0]) && block[0].type !== 'paragraph';
    // Enter in an empty item or quote leaves the list or quote.
    if (special && Node.string(block[0]) === '' && backToParagraph(editor)) return;
    insertBreak();
  };

  // Shift+Enter breaks the line within the block.
  editor.insertSoftBreak = () => editor.insertText('\n');

  editor.deleteBackward = (unit) => {
    const { selection } = editor;
    const block = selection && Range.isCollapsed(selection) ? textBlock(editor) : null;
    if (block && selection && Editor.isStart(editor, selection.anchor, block[1]) && backToParagraph(editor)) return;
    deleteBackward(unit);
  };
  return editor;
}
