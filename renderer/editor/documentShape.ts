// Between the stored document and Slate's value. Refuses to let anything but the known vocabulary
// out: the document that is saved is rebuilt key by key, so a stray property cannot make a note
// unsaveable.
import { Node, Text, type Descendant } from 'slate';
import type { Block, FieldElement, ListItem, NoteDocument, SectionElement, TextFieldElement, TextRun } from '../../shared/notes/document.ts';
import { cleanText } from '../../shared/cleanText.ts';
import type { EditorElement, EditorSection } from './slateTypes.ts';

/** Node by node: a structured clone of a long note takes several times as long. A field's value is replaced whole and never changed, so it may be shared. */
function copyNode(node: Descendant): Descendant {
  return Text.isText(node) ? { ...node } : { ...node, children: node.children.map(copyNode) } as Descendant;
}

/** A fresh copy for one editor: two editors that share a value break Slate's path look-up. */
export function toEditorValue(document: NoteDocument): Descendant[] {
  return (document as unknown as Descendant[]).map(copyNode);
}

function runs(children: readonly Descendant[]): TextRun[] {
  const out: TextRun[] = [];
  for (const child of children) {
    if (!Text.isText(child)) {
      out.push({ text: cleanText(Node.string(child)) });
      continue;
    }
    const run: TextRun = { text: cleanText(child.text) };
    if (child.bold === true) run.bold = true;
    if (child.italic === true) run.italic = true;
    out.push(run);
  }
  return out.length > 0 ? out : [{ text: '' }];
}

function listItems(children: readonly Descendant[]): ListItem[] {
  const items: ListItem[] = children.map((child) => ({ type: 'listItem', children: Text.isText(child) ? runs([child]) : runs(child.children) }));
  return items.length > 0 ? items : [{ type: 'listItem', children: [{ text: '' }] }];
}

/** Slate never changes a node in place, so what was rebuilt once stands for the node as long as it lives. */
const rebuilt = new WeakMap<Descendant, Block>();

/** One block of running text in its stored shape. */
export function toBlock(node: Descendant): Block {
  const known = rebuilt.get(node);
  if (known) return known;
  const block = rebuild(node);
  rebuilt.set(node, block);
  return block;
}

function rebuild(node: Descendant): Block {
  if (Text.isText(node)) return { type: 'paragraph', children: runs([node]) };
  if (node.type === 'list') return { type: 'list', ordered: node.ordered, children: listItems(node.children) };
  if (node.type === 'quote') return { type: 'quote', children: runs(node.children) };
  return { type: 'paragraph', children: runs(node.children) };
}

function toField(node: EditorElement): FieldElement | TextFieldElement | null {
  if (node.type === 'field') return { type: 'field', fieldId: node.fieldId, field: node.field, children: [{ text: '' }] };
  if (node.type !== 'textField') return null;
  const blocks = node.children.map(toBlock);
  return { type: 'textField', fieldId: node.fieldId, children: blocks.length > 0 ? blocks : [{ type: 'paragraph', children: [{ text: '' }] }] };
}

function toSection(node: EditorSection): SectionElement {
  const fields = node.children.flatMap((child) => {
    const field = Text.isText(child) ? null : toField(child);
    return field ? [field] : [];
  });
  return { type: 'section', sectionId: node.sectionId, children: fields };
}

/** The stored document of an editor's value. Call it when saving, not per key; do not change what it gives, blocks are shared. */
export function toDocument(children: readonly Descendant[]): NoteDocument {
  return children.flatMap((child) => (!Text.isText(child) && child.type === 'section' ? [toSection(child)] : []));
}
