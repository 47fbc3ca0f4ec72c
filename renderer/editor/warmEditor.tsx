// Draws a small note once where nobody sees it, so that the first note that is opened after a start stands as fast as
// every later one: what draws a note has then been compiled and its styles are known. Refuses to hold anything of a
// client, to be reached by hand, eye or screen reader, and to stay.
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Editable, Slate } from 'slate-react';
import { emptyDocument } from '../../shared/notes/newNote.ts';
import type { NoteTemplate, TemplateField } from '../../shared/notes/template.ts';
import { newLocalId } from '../data/today.ts';
import { Conditions } from './conditions.ts';
import { createNoteEditor } from './createEditor.ts';
import { toEditorValue } from './documentShape.ts';
import { renderChunk, renderElement, renderLeaf } from './elements.tsx';
import { CHUNK_BLOCKS } from './firstSight.tsx';
import { NoteContext, noteInfo } from './noteContext.ts';

/** Enough for a compiler to take notice. */
const PARAGRAPHS = CHUNK_BLOCKS * 4;

const common = { label: '', prompt: '', required: false };
const options = [{ id: 'a', label: 'a' }, { id: 'b', label: 'b' }];
const fields: readonly TemplateField[] = [
  { ...common, id: 'text', kind: 'text' },
  { ...common, id: 'short', kind: 'shortText' },
  { ...common, id: 'scale', kind: 'scale', low: '', high: '' },
  { ...common, id: 'number', kind: 'number', unit: '', min: 0, max: 9, step: 1 },
  { ...common, id: 'choice', kind: 'choice', options },
  { ...common, id: 'multi', kind: 'multiChoice', options },
  { ...common, id: 'table', kind: 'table', columns: [{ id: 'a', label: '', hint: '', kind: 'text' }], minRows: 1, maxRows: 2, rowLabel: 'a' },
];
const template: NoteTemplate = { id: 'warm', version: 1, title: 'a', shortTitle: 'a', serviceTypes: ['individual'], source: 'a', sections: [{ id: 'all', title: 'a', help: '', fields: [...fields] }] };

function HiddenNote() {
  const editor = createNoteEditor(() => undefined);
  const value = toEditorValue(emptyDocument(template).map((section) => ({ ...section, children: section.children.map((child) => (
    child.type === 'textField' ? { ...child, children: Array.from({ length: PARAGRAPHS }, () => ({ type: 'paragraph' as const, children: [{ text: 'a' }] })) } : child)) })));
  return (
    <NoteContext.Provider value={noteInfo(template, newLocalId, new Conditions(template, []))}>
      <Slate editor={editor} initialValue={value}>
        <div className="note-paper"><Editable className="note-editable" renderElement={renderElement} renderLeaf={renderLeaf} renderChunk={renderChunk} /></div>
      </Slate>
    </NoteContext.Provider>
  );
}

/** Draws the small note and takes it away again within one turn. */
export function warmEditor(): void {
  const place = document.createElement('div');
  place.className = 'visually-hidden';
  place.inert = true;
  document.body.append(place);
  const root = createRoot(place);
  flushSync(() => root.render(<HiddenNote />));
  // Asked for so that styles and places are worked out, too.
  place.getBoundingClientRect();
  root.unmount();
  place.remove();
}
