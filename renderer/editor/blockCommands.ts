// Changes of blocks and marks by command: quote, list, bold, italic. Refuses to reach beyond the
// text field of the caret, so that a wide selection never mixes fields.
import { Editor, Element, Node, Path, Range, Text, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { NoteSlate } from './slateTypes.ts';

export type Mark = 'bold' | 'italic';
export type BlockKind = 'paragraph' | 'quote' | 'bulletList' | 'numberList';

/** Path of the text field that holds the caret, or null. */
export function currentTextField(editor: Editor): Path | null {
  const path = editor.selection?.focus.path.slice(0, 2);
  if (!path || path.length < 2 || !Node.has(editor, path)) return null;
  const node = Node.get(editor, path);
  return Element.isElement(node) && node.type === 'textField' ? path : null;
}

function rangeInField(editor: Editor): Range | null {
  const field = currentTextField(editor);
  if (!field || !editor.selection) return null;
  return Range.intersection(editor.selection, Editor.range(editor, field));
}

/** The kind of the block at the caret. */
export function currentBlockKind(editor: Editor): BlockKind | null {
  const field = currentTextField(editor);
  const path = editor.selection?.focus.path.slice(0, 3);
  if (!field || !path || path.length < 3 || !Node.has(editor, path)) return null;
  const node = Node.get(editor, path);
  if (!Element.isElement(node)) return null;
  if (node.type === 'list') return node.ordered ? 'numberList' : 'bulletList';
  return node.type === 'quote' ? 'quote' : 'paragraph';
}

/** Whether text typed now, or the text selected, carries a mark. */
export function hasMark(editor: Editor, mark: Mark): boolean {
  const marks: Record<string, unknown> | null = Editor.marks(editor);
  return marks?.[mark] === true;
}

/** Turns a mark on or off for the selection or for what is typed next. */
export function toggleMark(editor: NoteSlate, mark: Mark): void {
  if (!currentTextField(editor)) return;
  if (hasMark(editor, mark)) Editor.removeMark(editor, mark);
  else Editor.addMark(editor, mark, true);
}

function unwrapLists(editor: Editor, at: Range): void {
  Transforms.unwrapNodes(editor, { at, match: (node) => Element.isElement(node) && node.type === 'list', split: true });
}

/** Gives the blocks of the selection a kind; giving the kind they have makes them paragraphs again. */
export function toggleBlock(editor: NoteSlate, kind: BlockKind): void {
  const range = rangeInField(editor);
  if (!range) return;
  const target: BlockKind = currentBlockKind(editor) === kind ? 'paragraph' : kind;
  const ref = Editor.rangeRef(editor, range, { affinity: 'inward' });
  HistoryEditor.withNewBatch(editor, () => {
    Editor.withoutNormalizing(editor, () => {
      if (ref.current) unwrapLists(editor, ref.current);
      const list = target === 'bulletList' || target === 'numberList';
      const type = list ? 'listItem' : target === 'quote' ? 'quote' : 'paragraph';
      if (ref.current) Transforms.setNodes(editor, { type }, { at: ref.current, match: isTextBlock });
      if (list && ref.current) Transforms.wrapNodes(editor, { type: 'list', ordered: target === 'numberList', children: [] }, { at: ref.current, match: (node) => Element.isElement(node) && node.type === 'listItem' });
    });
  });
  ref.unref();
}

/** Takes the item or quote at the caret back to a paragraph; true when there was one. */
export function backToParagraph(editor: NoteSlate): boolean {
  const entry = Editor.above(editor, { match: (node) => Element.isElement(node) && (node.type === 'listItem' || node.type === 'quote') });
  if (!entry || !currentTextField(editor)) return false;
  const [node, path] = entry;
  const ref = Editor.pathRef(editor, path);
  Editor.withoutNormalizing(editor, () => {
    if (Element.isElement(node) && node.type === 'listItem') Transforms.liftNodes(editor, { at: path });
    if (ref.current) Transforms.setNodes(editor, { type: 'paragraph' }, { at: ref.current });
  });
  ref.unref();
  return true;
}

function isTextBlock(node: Node): boolean {
  return Element.isElement(node) && node.children.length > 0 && node.children.every((child) => Text.isText(child)) && node.type !== 'field';
}
