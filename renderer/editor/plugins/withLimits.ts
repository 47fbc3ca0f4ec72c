// Keeps a note at a size that can always be saved: counts characters and nodes operation by
// operation (never by walking the note) and refuses growth beyond the limit, with one notice.
import { Text, type Node, type Operation } from 'slate';
import { HistoryEditor } from 'slate-history';
import { DOCUMENT_MAX_NODES } from '../../../shared/notes/document.ts';
import { cleanText } from '../../../shared/cleanText.ts';
import type { EditorNotice } from '../notices.ts';
import type { NoteSlate } from '../slateTypes.ts';

/** Characters of running text in one note: twelve times a 10,000-word note; under what `checkDocument` takes, with room for fields. */
export const NOTE_MAX_CHARACTERS = 750_000;

export type Size = { nodes: number; characters: number };

/** Nodes and characters under some nodes, without recursion. */
export function measure(nodes: readonly Node[]): Size {
  const size = { nodes: 0, characters: 0 };
  const waiting: Node[] = [...nodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    size.nodes += 1;
    if (Text.isText(node)) size.characters += node.text.length;
    else for (const child of node.children) waiting.push(child);
  }
  return size;
}

function growth(operation: Operation): Size {
  switch (operation.type) {
    case 'insert_text':
      return { nodes: 0, characters: operation.text.length };
    case 'remove_text':
      return { nodes: 0, characters: -operation.text.length };
    case 'insert_node':
      return measure([operation.node]);
    case 'remove_node': {
      const size = measure([operation.node]);
      return { nodes: -size.nodes, characters: -size.characters };
    }
    case 'split_node':
      return { nodes: 1, characters: 0 };
    case 'merge_node':
      return { nodes: -1, characters: 0 };
    default:
      return { nodes: 0, characters: 0 };
  }
}

const SIZES = new WeakMap<NoteSlate, Size>();

function sizeOf(editor: NoteSlate): Size {
  const known = SIZES.get(editor);
  if (known) return known;
  const size = measure(editor.children);
  SIZES.set(editor, size);
  return size;
}

/** Whether this much more fits into the note. */
export function hasRoom(editor: NoteSlate, more: Size): boolean {
  const size = sizeOf(editor);
  return size.nodes + more.nodes <= DOCUMENT_MAX_NODES && size.characters + more.characters <= NOTE_MAX_CHARACTERS;
}

/** Adds the limits. `notify` is told once for each time the note becomes full. */
export function withLimits<T extends NoteSlate>(editor: T, notify: (notice: EditorNotice) => void): T {
  const { apply, insertText, insertNodes } = editor;
  let full = false;

  function refuse(): void {
    if (!full) notify({ kind: 'full' });
    full = true;
  }

  // One keyboard event may hold control characters or half a character; neither can be stored.
  editor.insertText = (text, options) => {
    const clean = cleanText(text);
    if (clean !== '') insertText(clean, options);
  };

  // Refused as a whole, before Slate looks for what it has inserted.
  editor.insertNodes = (nodes, options) => {
    if (hasRoom(editor, measure(Array.isArray(nodes) ? nodes : [nodes]))) insertNodes(nodes, options);
    else refuse();
  };

  editor.apply = (operation) => {
    const delta = growth(operation);
    const typed = operation.type === 'insert_text' || operation.type === 'split_node';
    // Undo is never refused: it restores a state that was allowed.
    if (typed && HistoryEditor.isSaving(editor) !== false && !hasRoom(editor, delta)) {
      refuse();
      return;
    }
    const size = sizeOf(editor);
    full = full && (delta.nodes >= 0 && delta.characters >= 0);
    size.nodes += delta.nodes;
    size.characters += delta.characters;
    apply(operation);
  };
  return editor;
}
