// Keeps the skeleton of a note: a section or a field can never be removed, moved, merged, split or
// emptied, and text never travels between fields by deletion. Refuses at the lowest level, the
// operation, so that no command, shortcut, undo or paste has to remember the rule.
import { Editor, Path, Range, Text, Element, Transforms, type Node, type Operation } from 'slate';
import type { NoteSlate } from '../slateTypes.ts';

/** Sections are at depth 1, their fields at depth 2; running text begins at depth 3. */
const TEXT_DEPTH = 3;
const BLOCK_TYPES: ReadonlySet<unknown> = new Set(['paragraph', 'quote', 'list', 'listItem']);
const BLOCK_PROPS: ReadonlySet<string> = new Set(['type', 'ordered', 'bold', 'italic']);

function insideText(editor: Editor, path: Path): boolean {
  if (path.length < TEXT_DEPTH) return false;
  const section = editor.children[path[0] ?? -1];
  const field = section && !Text.isText(section) ? section.children[path[1] ?? -1] : undefined;
  return field !== undefined && !Text.isText(field) && field.type === 'textField';
}

function isRunningText(node: Node): boolean {
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (Text.isText(next)) continue;
    if (!Element.isElement(next) || !BLOCK_TYPES.has(next.type)) return false;
    for (const child of next.children) waiting.push(child);
  }
  return true;
}

function sameField(a: Path, b: Path): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function mayChangeProperties(editor: Editor, operation: Operation & { type: 'set_node' }): boolean {
  const next = operation.newProperties as Record<string, unknown>;
  const keys = [...Object.keys(next), ...Object.keys(operation.properties)];
  if (insideText(editor, operation.path)) {
    const type = next['type'];
    return keys.every((key) => BLOCK_PROPS.has(key)) && (type === undefined || BLOCK_TYPES.has(type));
  }
  if (operation.path.length !== 2) return false;
  const section = editor.children[operation.path[0] ?? -1];
  const node = section && !Text.isText(section) ? section.children[operation.path[1] ?? -1] : undefined;
  if (!node || Text.isText(node) || node.type !== 'field') return false;
  const field = next['field'] as { kind?: unknown } | undefined;
  return keys.every((key) => key === 'field') && field?.kind === node.field.kind;
}

/** Whether an operation leaves the skeleton of the note as it is. */
export function keepsSkeleton(editor: Editor, operation: Operation): boolean {
  switch (operation.type) {
    case 'set_selection':
      return true;
    case 'insert_node':
      return insideText(editor, operation.path) && isRunningText(operation.node);
    case 'move_node':
      return insideText(editor, operation.path) && insideText(editor, operation.newPath) && sameField(operation.path, operation.newPath);
    case 'set_node':
      return mayChangeProperties(editor, operation);
    default:
      return insideText(editor, operation.path);
  }
}

/** The parts of a range that lie in running text, one for each text field, in order; empty ones too. */
function textParts(editor: Editor, range: Range): Range[] {
  const portions: Range[] = [];
  const [start, end] = Range.edges(range);
  for (let s = start.path[0] ?? 0; s <= (end.path[0] ?? 0); s += 1) {
    const section = editor.children[s];
    if (!section || Text.isText(section)) continue;
    for (let f = 0; f < section.children.length; f += 1) {
      const field = section.children[f];
      if (!field || Text.isText(field) || field.type !== 'textField') continue;
      const portion = Range.intersection(range, Editor.range(editor, [s, f]));
      if (portion) portions.push(portion);
    }
  }
  return portions;
}

/** The parts of a range that lie in running text and hold something, in order. */
export function textPortions(editor: Editor, range: Range): Range[] {
  return textParts(editor, range).filter((part) => Range.isExpanded(part));
}

/** Adds the skeleton rules to an editor. */
export function withSections<T extends NoteSlate>(editor: T): T {
  const { apply, delete: deleteContent, insertNodes, insertText, insertBreak, insertSoftBreak, isIsolated } = editor;

  editor.apply = (operation) => {
    if (keepsSkeleton(editor, operation)) apply(operation);
  };

  // Isolation stops Backspace, Delete and word deletion at the edges of a field.
  editor.isIsolated = (element) => element.type === 'textField' || element.type === 'field' || isIsolated(element);

  // Typing over a selection that spans fields begins in the first text of it.
  const clearWide = (): void => {
    const { selection } = editor;
    if (selection && Range.isExpanded(selection) && !sameField(selection.anchor.path, selection.focus.path)) editor.delete();
  };
  editor.insertText = (text, options) => { if (!options?.at) clearWide(); insertText(text, options); };
  editor.insertBreak = () => { clearWide(); insertBreak(); };
  editor.insertSoftBreak = () => { clearWide(); insertSoftBreak(); };

  // Slate looks for what it has just inserted: what would be refused must not reach it.
  editor.insertNodes = (nodes, options) => {
    const wanted = (Array.isArray(nodes) ? nodes : [nodes]).filter(isRunningText);
    if (!options?.at) clearWide();
    const at = options?.at ?? editor.selection;
    if (at && Range.isRange(at) && !sameField(at.anchor.path, at.focus.path)) return;
    const path = at && (Path.isPath(at) ? at : Range.isRange(at) ? Range.start(at).path : at.path);
    const textless = options?.at === undefined && wanted.some((node) => Element.isElement(node) && node.children.length === 0);
    if (wanted.length > 0 && !textless && path && insideText(editor, path)) insertNodes(wanted, options);
  };

  editor.delete = (options = {}) => {
    const at = options.at ?? editor.selection;
    if (!at || !Range.isRange(at) || Range.isCollapsed(at)) return deleteContent(options);
    const [start, end] = Range.edges(at);
    if (sameField(start.path, end.path)) return insideText(editor, start.path) ? deleteContent(options) : undefined;
    Editor.withoutNormalizing(editor, () => {
      // From the last to the first: a deletion in one field never shifts the paths of another.
      const [first] = textParts(editor, at);
      const portions = textPortions(editor, at);
      const caret = first ? Editor.pointRef(editor, Range.start(first)) : null;
      const field = first?.anchor.path.slice(0, 2);
      for (const portion of portions.reverse()) deleteContent({ at: portion, hanging: true });
      // The paragraph of the caret may have gone; its field has not.
      const point = caret?.unref() ?? (field ? Editor.start(editor, field) : null);
      if (!options.at && point) Transforms.select(editor, point);
    });
    return undefined;
  };
  return editor;
}
