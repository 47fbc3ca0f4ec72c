// The clipboard border. Whatever arrives is rebuilt into the note vocabulary or taken as plain
// text; Slate's own fragment reading, which trusts any JSON, is never reached. Copying writes plain
// text and our own format only: no HTML, no ids, no names of fields that the person did not select.
import { Editor, Element, Node, Range, Text, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { Block } from '../../../shared/notes/document.ts';
import { FRAGMENT_TYPE, parseFragment, writeFragment } from '../clipboard/fragment.ts';
import { htmlToBlocks } from '../clipboard/htmlToBlocks.ts';
import { PASTE_MAX_CHARACTERS, PASTE_MAX_HTML } from '../clipboard/pasteLimits.ts';
import type { Pasted } from '../clipboard/pasted.ts';
import { textToBlocks } from '../clipboard/textToBlocks.ts';
import { toBlock } from '../documentShape.ts';
import { insertBlocks, insertBlocksHere } from '../insertBlocks.ts';
import type { EditorNotice } from '../notices.ts';
import type { NoteSlate } from '../slateTypes.ts';
import { textPortions } from './withSections.ts';

/** The part of DataTransfer that is read: strings by type, and whether files came along. */
export type ClipboardSource = { getData: (type: string) => string; types: readonly string[]; files: { length: number } };

/** Reads a clipboard: our own format if it passes the schema, else HTML, else text. */
export function readClipboard(data: ClipboardSource): Pasted | null {
  const own = data.getData(FRAGMENT_TYPE);
  const fromOwn = own === '' ? null : parseFragment(own);
  if (fromOwn) return { blocks: fromOwn, reduced: false, cut: false };
  const html = data.getData('text/html');
  if (html !== '' && html.length <= PASTE_MAX_HTML) {
    const pasted = htmlToBlocks(html);
    if (pasted.blocks.length > 0) return pasted;
  }
  const pasted = textToBlocks(data.getData('text/plain'));
  if (pasted.blocks.length === 0) return null;
  return { ...pasted, reduced: own !== '' || html !== '' };
}

function blocksInRange(editor: Editor, range: Range): Block[] {
  const blocks: Block[] = [];
  for (const portion of textPortions(editor, range)) {
    const fieldPath = portion.anchor.path.slice(0, 2);
    for (const top of Node.fragment(editor, portion)) {
      // A fragment keeps its ancestors: section, text field, then the blocks that were selected.
      const field = Text.isText(top) ? undefined : top.children[0];
      if (!field || Text.isText(field) || fieldPath.length !== 2) continue;
      blocks.push(...field.children.map(toBlock));
    }
  }
  return blocks;
}

function textOf(blocks: readonly Block[]): string {
  const line = (runs: readonly { text: string }[]) => runs.map((run) => run.text).join('');
  return blocks.map((block) => (block.type === 'list' ? block.children.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${line(item.children)}`).join('\n') : line(block.children))).join('\n');
}

/** Adds the clipboard rules. */
export function withSafeClipboard<T extends NoteSlate>(editor: T, notify: (notice: EditorNotice) => void): T {
  editor.setFragmentData = (data) => {
    data.clearData();
    if (!editor.selection || Range.isCollapsed(editor.selection)) return;
    const blocks = blocksInRange(editor, editor.selection);
    if (blocks.length === 0) return;
    data.setData('text/plain', textOf(blocks));
    data.setData(FRAGMENT_TYPE, writeFragment(blocks));
  };
  editor.getFragment = () => [];
  // Slate's insertFragment takes any nodes; here only text may come that way.
  editor.insertFragment = (fragment) => {
    const text = fragment.map((node) => Node.string(node)).join('\n');
    insertBlocks(editor, textToBlocks(text).blocks);
  };
  editor.insertFragmentData = () => false;
  editor.insertTextData = (data) => pasteInto(editor, data, notify);
  editor.insertData = (data) => {
    pasteInto(editor, data, notify);
  };
  return editor;
}

function pasteInto(editor: NoteSlate, data: ClipboardSource, notify: (notice: EditorNotice) => void): boolean {
  const pasted = readClipboard(data);
  if (!pasted) {
    notify(data.files.length > 0 || data.types.includes('Files') ? { kind: 'file' } : { kind: 'nothing' });
    return false;
  }
  if (editor.selection && Editor.above(editor, { match: (node) => Element.isElement(node) && node.type === 'textField' })) {
    // Replacing a selection and inserting are one step of undo.
    let inserted = false;
    HistoryEditor.withNewBatch(editor, () => {
      if (editor.selection && Range.isExpanded(editor.selection)) Transforms.delete(editor);
      inserted = insertBlocksHere(editor, pasted.blocks);
    });
    if (!inserted) {
      notify({ kind: 'full' });
      return false;
    }
  }
  if (pasted.cut) notify({ kind: 'cut', characters: PASTE_MAX_CHARACTERS });
  else if (pasted.reduced) notify({ kind: 'plain' });
  return true;
}
