// The one place where the editor's plugins are composed. Order matters: what refuses stands
// outside what records, so that a refused operation never enters the history of undo.
import { createEditor } from 'slate';
import { withHistory } from 'slate-history';
import { withReact } from 'slate-react';
import { CHUNK_BLOCKS } from './firstSight.tsx';
import type { EditorNotice } from './notices.ts';
import { withBlocks } from './plugins/withBlocks.ts';
import { withCaretInText } from './plugins/withCaretInText.ts';
import { withFields } from './plugins/withFields.ts';
import { withLimits } from './plugins/withLimits.ts';
import { withSafeClipboard } from './plugins/withSafeClipboard.ts';
import { withSections } from './plugins/withSections.ts';
import { withTyping } from './plugins/withTyping.ts';
import type { NoteSlate } from './slateTypes.ts';

/** A new editor. Use it for one note only, with a fresh copy of the document as its value. */
export function createNoteEditor(notify: (notice: EditorNotice) => void): NoteSlate {
  const base = withHistory(withReact(createEditor()));
  base.getChunkSize = (node) => ('type' in node && node.type === 'textField' ? CHUNK_BLOCKS : null);
  return withCaretInText(withSections(withLimits(withTyping(withSafeClipboard(withBlocks(withFields(base)), notify)), notify)));
}
