// A small note for tests of the editor: two sections, text fields and fields of several kinds.
import type { NoteDocument } from '../../../shared/notes/document.ts';
import { createNoteEditor } from '../createEditor.ts';
import { toEditorValue } from '../documentShape.ts';
import type { EditorNotice } from '../notices.ts';

const text = (fieldId: string, ...lines: string[]) => ({ type: 'textField' as const, fieldId, children: lines.map((line) => ({ type: 'paragraph' as const, children: [{ text: line }] })) });

export const smallNote: NoteDocument = [
  { type: 'section', sectionId: 'first', children: [
    { type: 'field', fieldId: 'mood', field: { kind: 'scale', value: null }, children: [{ text: '' }] },
    text('words', 'one', 'two', 'three'),
    { type: 'field', fieldId: 'short', field: { kind: 'shortText', value: '' }, children: [{ text: '' }] },
  ] },
  { type: 'section', sectionId: 'second', children: [text('more', 'alpha', 'beta'), text('last', '')] },
];

/** An editor over a copy of `document`, and the notices it gave. */
export function openEditor(document: NoteDocument = smallNote) {
  const notices: EditorNotice[] = [];
  const editor = createNoteEditor((notice) => { notices.push(notice); });
  editor.children = toEditorValue(document);
  return { editor, notices };
}

/** Section and field ids in order: what must never change. */
export function skeleton(document: NoteDocument): string {
  return document.map((section) => `${section.sectionId}(${section.children.map((child) => `${child.type}:${child.fieldId}`).join(',')})`).join(' ');
}
