// What may stand in running text: paragraphs, quotes, one level of list, text runs with two marks.
// Each rule mends one thing and returns, and mending twice changes nothing more.
import { Editor, Element, Node, Text, Transforms, type NodeEntry, type Path } from 'slate';
import type { NoteSlate } from '../slateTypes.ts';

const MARKS: ReadonlySet<string> = new Set(['text', 'bold', 'italic']);

function mendText(editor: Editor, [node, path]: NodeEntry<Text>): boolean {
  if (path.length < 4) return false;
  const stray = Object.entries(node).flatMap(([key, value]) => (!MARKS.has(key) || (key !== 'text' && value !== true) ? [key] : []));
  if (stray.length === 0) return false;
  Transforms.unsetNodes(editor, stray as (keyof Text)[], { at: path });
  return true;
}

function mendTextField(editor: Editor, children: Node[], path: Path): boolean {
  if (children.length === 0) {
    Transforms.insertNodes(editor, { type: 'paragraph', children: [{ text: '' }] }, { at: [...path, 0] });
    return true;
  }
  for (const [index, child] of children.entries()) {
    const at = [...path, index];
    if (Text.isText(child)) {
      Transforms.wrapNodes(editor, { type: 'paragraph', children: [] }, { at });
      return true;
    }
    if (Element.isElement(child) && child.type === 'listItem') {
      Transforms.setNodes(editor, { type: 'paragraph' }, { at });
      return true;
    }
  }
  return false;
}

function mendList(editor: Editor, children: Node[], path: Path): boolean {
  for (const [index, child] of children.entries()) {
    const at = [...path, index];
    if (Text.isText(child)) {
      Transforms.wrapNodes(editor, { type: 'listItem', children: [] }, { at });
      return true;
    }
    if (!Element.isElement(child) || child.type === 'listItem') continue;
    if (child.type === 'list') Transforms.unwrapNodes(editor, { at });
    else Transforms.setNodes(editor, { type: 'listItem' }, { at });
    return true;
  }
  return false;
}

/** A block that holds text and finds a block inside opens that inner block, keeping its text. */
function mendTextBlock(editor: Editor, children: Node[], path: Path): boolean {
  const inner = children.findIndex((child) => Element.isElement(child));
  if (inner < 0) return false;
  Transforms.unwrapNodes(editor, { at: [...path, inner] });
  return true;
}

function mend(editor: Editor, [node, path]: NodeEntry): boolean {
  if (Text.isText(node)) return mendText(editor, [node, path]);
  if (!Element.isElement(node)) return false;
  switch (node.type) {
    case 'textField':
      return mendTextField(editor, node.children, path);
    case 'list':
      return mendList(editor, node.children, path);
    case 'paragraph':
    case 'quote':
    case 'listItem':
      if ('ordered' in node) {
        Transforms.unsetNodes(editor, 'ordered', { at: path });
        return true;
      }
      return mendTextBlock(editor, node.children, path);
    default:
      return false;
  }
}

/** Adds the rules of running text. */
export function withBlocks<T extends NoteSlate>(editor: T): T {
  const { normalizeNode } = editor;
  editor.normalizeNode = (entry, options) => {
    if (!mend(editor, entry)) normalizeNode(entry, options);
  };
  return editor;
}
