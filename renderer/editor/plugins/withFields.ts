// Fields that are not running text are void to Slate: they hold a value, never typed characters.
// Refuses to let a value of another kind into a field (with withSections) and keeps typing in one
// field to one step of undo.
import { Editor, Transforms, type Path } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { FieldValue } from '../../../shared/notes/document.ts';
import { rowsOf } from '../../../shared/notes/presetTables.ts';
import type { NoteSlate } from '../slateTypes.ts';

/** Kinds whose value is typed letter by letter, so that a run of changes is one step of undo. */
const TYPED: ReadonlySet<FieldValue['kind']> = new Set(['scale', 'shortText', 'number', 'instrumentScore', 'table', 'drugTest', 'medication', 'objectives', 'riskCheck', 'date', 'time']);

/** Adds the void rule. */
export function withFields<T extends NoteSlate>(editor: T): T {
  const { isVoid } = editor;
  editor.isVoid = (element) => element.type === 'field' || isVoid(element);
  return editor;
}

function continuesTyping(editor: NoteSlate, path: Path, kind: FieldValue['kind']): boolean {
  const last = editor.history.undos.at(-1)?.operations.at(-1);
  return TYPED.has(kind) && last?.type === 'set_node' && last.path.length === 2 && last.path[0] === path[0] && last.path[1] === path[1];
}

function addsOrRemovesRows(editor: NoteSlate, path: Path, field: FieldValue): boolean {
  const [node] = Editor.node(editor, path);
  const rows = rowsOf(field);
  return rows !== null && 'type' in node && node.type === 'field' && rowsOf(node.field)?.length !== rows.length;
}

/** Sets the value of the field at `path`; a step of undo, joined to the one before while typing goes on. */
export function setFieldValue(editor: NoteSlate, path: Path, field: FieldValue, fresh: boolean): void {
  const change = () => Transforms.setNodes(editor, { field }, { at: path });
  const sameRun = !fresh && !addsOrRemovesRows(editor, path, field);
  if (sameRun && continuesTyping(editor, path, field.kind)) HistoryEditor.withMerging(editor, change);
  else HistoryEditor.withNewBatch(editor, change);
}
