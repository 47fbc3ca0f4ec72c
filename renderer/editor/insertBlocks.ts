// Puts blocks of the note vocabulary at the caret. Refuses to leave the text field of the caret.
import { Editor, Element, Node, Path, Range, Text, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { Block, TextRun } from '../../shared/notes/document.ts';
import { hasRoom, measure } from './plugins/withLimits.ts';
import type { NoteSlate } from './slateTypes.ts';

function insertRuns(editor: Editor, runs: readonly TextRun[]): void {
  Transforms.insertNodes(editor, runs.map((run) => ({ ...run })), { select: true });
}

/** The block of the text field that holds the caret: `[section, field, block]`. */
export function topBlock(editor: Editor): { path: Path; empty: boolean } | null {
  const path = editor.selection?.anchor.path.slice(0, 3);
  if (!path || path.length < 3) return null;
  const field = Node.get(editor, path.slice(0, 2));
  if (Text.isText(field) || Editor.isEditor(field) || !Element.isElement(field) || field.type !== 'textField') return null;
  return { path, empty: Node.string(Node.get(editor, path)) === '' };
}

/** Inserts `blocks` at the caret as one step of undo; false when they do not fit into the note. */
export function insertBlocks(editor: NoteSlate, blocks: readonly Block[]): boolean {
  let inserted = false;
  HistoryEditor.withNewBatch(editor, () => { inserted = insertBlocksHere(editor, blocks); });
  return inserted;
}

/** The same without a step of its own: a single paragraph joins the line, more stand on their own. */
export function insertBlocksHere(editor: NoteSlate, blocks: readonly Block[]): boolean {
  const [only] = blocks;
  const at = topBlock(editor);
  if (!only || !at || !hasRoom(editor, measure(blocks))) return false;
  if (blocks.length === 1 && only.type === 'paragraph') insertRuns(editor, only.children);
  else insertWhole(editor, blocks, at);
  return true;
}

function insertWhole(editor: Editor, blocks: readonly Block[], at: { path: Path; empty: boolean }): void {
  Editor.withoutNormalizing(editor, () => {
    const { selection } = editor;
    if (!selection || !Range.isCollapsed(selection)) return;
    let target = Path.next(at.path);
    if (at.empty) {
      Transforms.removeNodes(editor, { at: at.path });
      target = at.path;
    } else if (Editor.isStart(editor, selection.anchor, at.path)) {
      target = at.path;
    } else if (!Editor.isEnd(editor, selection.anchor, at.path)) {
      Transforms.splitNodes(editor, { match: (_node, path) => path.length === 3, always: true });
    }
    Transforms.insertNodes(editor, structuredClone(blocks) as Block[], { at: target });
    const last = [...target.slice(0, -1), (target.at(-1) ?? 0) + blocks.length - 1];
    Transforms.select(editor, Editor.end(editor, last));
  });
}
