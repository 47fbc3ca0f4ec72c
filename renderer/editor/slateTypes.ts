// How the note vocabulary looks to Slate. Refuses to widen it: the stored shape is decided in
// shared/notes/document.ts, and `toDocument` rebuilds that shape before anything leaves the editor.
import type { Descendant } from 'slate';
import type { HistoryEditor } from 'slate-history';
import type { ReactEditor } from 'slate-react';
import type { FieldValue } from '../../shared/notes/document.ts';

export type EditorText = { text: string; bold?: true | undefined; italic?: true | undefined };
export type EditorSection = { type: 'section'; sectionId: string; children: Descendant[] };
export type EditorField = { type: 'field'; fieldId: string; field: FieldValue; children: Descendant[] };
export type EditorTextField = { type: 'textField'; fieldId: string; children: Descendant[] };
export type EditorParagraph = { type: 'paragraph'; children: Descendant[] };
export type EditorQuote = { type: 'quote'; children: Descendant[] };
export type EditorListItem = { type: 'listItem'; children: Descendant[] };
export type EditorList = { type: 'list'; ordered: boolean; children: Descendant[] };
export type EditorElement = EditorSection | EditorField | EditorTextField | EditorParagraph | EditorQuote | EditorListItem | EditorList;

declare module 'slate' {
  // Slate is typed by merging into this interface; a type alias cannot be merged.
  interface CustomTypes {
    Element: EditorElement;
    Text: EditorText;
  }
}

/** The composed editor, as `createNoteEditor` makes it. */
export type NoteSlate = ReactEditor & HistoryEditor;
