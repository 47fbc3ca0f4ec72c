// The editor of one note. Give it a new `key` for another note: its value is set once. Refuses to
// keep the only copy of the text: every change goes to `onChange` before anything else happens.
import './editor.css';
import { memo, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { Editor, Range, Transforms, type Descendant } from 'slate';
import { Editable, ReactEditor, Slate } from 'slate-react';
import type { LocalId } from '../../shared/brand.ts';
import type { NoteDocument } from '../../shared/notes/document.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import type { Phrase } from '../../shared/phrases/phrase.ts';
import { notesText } from '../../shared/text/en/notes.ts';
import { useCommands } from '../data/commands.ts';
import { platform } from '../ui/platform.ts';
import { currentTextField } from './blockCommands.ts';
import { textCommandOfPress, textCommands, type TextCommandId } from './commands.ts';
import { Conditions } from './conditions.ts';
import { createNoteEditor } from './createEditor.ts';
import { toEditorValue } from './documentShape.ts';
import { FirstSight, SightContext } from './firstSight.tsx';
import { renderChunk, renderElement, renderLeaf } from './elements.tsx';
import { NoteContext, noteInfo } from './noteContext.ts';
import { useFind } from './marks/useFind.tsx';
import { openSuggestion } from './marks/suggestKey.ts';
import type { Speller } from './marks/spellingMarks.ts';
import { useSpelling } from './marks/useSpelling.tsx';
import { useWording } from './marks/useWording.tsx';
import { useBoxPhrases } from './phrases/useBoxPhrases.tsx';
import { usePhrases } from './phrases/usePhrases.tsx';
import type { EditorNotice } from './notices.ts';
import type { NoteSlate } from './slateTypes.ts';
import { tellCaret } from './plugins/caretOnPage.ts';
import { tellPress } from './plugins/withCaretInText.ts';
import { isEndPress, moveToEnd } from './noteEnd.ts';
import { isDrawnLate, quietTyping } from './quietTyping.ts';
import { moveStop, moveToField, moveToFirst, moveToSection } from './stops.ts';
import { Toolbar } from './Toolbar.tsx';
import { keepCaretInSight, sparePropertyWalk } from './typingCost.ts';

export type NoteEditorHandle = { goToSection: (sectionId: string) => void; goToField: (fieldId: string) => void; begin: () => void };

type NoteEditorProps = {
  template: NoteTemplate;
  /** The text to begin with; asked for once. */
  read: () => NoteDocument;
  newRowId: () => LocalId;
  onChange: (children: readonly Descendant[]) => void;
  onNotice: (notice: EditorNotice) => void;
  /** Whether wording is underlined. */
  wordingHints?: boolean;
  /** What a dotted name becomes. */
  phrases?: readonly Phrase[] | undefined;
  /** Draws the whole note at once, not what the window shows first. */
  whole?: boolean;
  /** Checks spelling; null for none. */
  speller?: Speller | null;
  handle?: Ref<NoteEditorHandle> | undefined;
};

const NO_PHRASES: readonly Phrase[] = [];

const scrollSelection = (editor: ReactEditor, range: globalThis.Range): void => { if (!isDrawnLate(editor)) keepCaretInSight(editor as NoteSlate, range); };

/** Selects the text of the field at the caret; when it is all selected already, leaves the key to the browser. */
function selectField(editor: NoteSlate): boolean {
  const path = currentTextField(editor);
  if (!path || !editor.selection) return false;
  const whole = Editor.range(editor, path);
  const [start, end] = Editor.edges(editor, editor.selection);
  const selected = Editor.isStart(editor, start, path) && Editor.isEnd(editor, end, path);
  if (selected && Range.isExpanded(editor.selection)) return false;
  Transforms.select(editor, whole);
  return true;
}

/** Keys of the note; true when the press was used. */
function takeKey(editor: NoteSlate, event: KeyboardEvent<HTMLElement>, root: HTMLElement, sectionIds: readonly string[]): boolean {
  if (event.nativeEvent.isComposing) return false;
  if (event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey) return moveStop(editor, root, event.shiftKey);
  if (event.altKey && !event.ctrlKey && !event.metaKey && /^Digit[1-9]$/.test(event.code)) {
    const id = sectionIds[Number(event.code.slice(5)) - 1];
    if (id !== undefined) moveToSection(editor, root, id);
    return id !== undefined;
  }
  const inText = ReactEditor.hasEditableTarget(editor, event.target);
  if (inText && (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'a') return selectField(editor);
  if (inText && isEndPress(event, platform)) return moveToEnd(editor, event.shiftKey);
  const command = textCommandOfPress(event, platform);
  // In a field's own box only undo and redo belong to the note; the rest is the box's business.
  if (!command || (!inText && command !== 'undo' && command !== 'redo')) return false;
  textCommands[command].run(editor);
  return true;
}

/** The editor with its toolbar. */
export const NoteEditor = memo(function NoteEditor({ template, read, newRowId, onChange, onNotice, wordingHints = false, whole = false, speller = null, phrases = NO_PHRASES, handle }: NoteEditorProps) {
  const root = useRef<HTMLDivElement>(null);
  const [attach] = useState(() => (element: HTMLDivElement | null) => {
    root.current = element;
    if (element) sparePropertyWalk(element);
  });
  const [editor] = useState(() => createNoteEditor(onNotice));
  const [quiet] = useState(() => quietTyping(editor));
  const [{ value, conditions }] = useState(() => {
    const document = read();
    return { value: toEditorValue(document), conditions: new Conditions(template, document) };
  });
  const [sight] = useState(() => new FirstSight(whole ? Number.POSITIVE_INFINITY : window.innerHeight));
  const wording = useWording(editor, wordingHints, onNotice);
  const spelling = useSpelling(editor, speller, onNotice);
  const find = useFind(editor);
  const phrase = usePhrases(editor, phrases, onNotice);
  const boxPhrase = useBoxPhrases(phrases, onNotice);
  const remark = () => { wording.changed(); spelling.changed(); };
  const changed = (children: readonly Descendant[]) => { onChange(children); remark(); phrase.changed(); };
  useLayoutEffect(() => quiet.listen(() => changed(editor.children)));
  useEffect(() => (root.current === null ? undefined : quiet.watch(root.current)), [quiet]);
  const [first] = useState(() => remark);
  useEffect(() => {
    // Marks that were made before a part stood on the page have passed it over.
    const forget = sight.onWhole(first);
    sight.begin();
    return forget;
  }, [sight, first]);
  const info = useMemo(() => noteInfo(template, newRowId, conditions), [template, newRowId, conditions]);
  const sectionIds = useMemo(() => template.sections.map((section) => section.id), [template]);
  const run = (id: TextCommandId) => () => textCommands[id].run(editor);
  useCommands('text', { bold: run('bold'), italic: run('italic'), bulletList: run('bulletList'), numberList: run('numberList'), quote: run('quote'), undo: run('undo'), redo: run('redo') });
  const openFind = () => { sight.all(); find.open(); };
  useCommands('editor', { findInNote: openFind });
  useImperativeHandle(handle, () => ({
    goToSection: (id) => { sight.all(); if (root.current) moveToSection(editor, root.current, id); },
    begin: () => { if (root.current) moveToFirst(editor, root.current); },
    goToField: (id) => { sight.all(); if (root.current) moveToField(editor, root.current, id); },
  }), [editor, sight]);
  return (
    <NoteContext.Provider value={info}><SightContext.Provider value={sight}>
      <Slate editor={editor} initialValue={value} onSelectionChange={() => { phrase.moved(); spelling.moved(); }} onValueChange={changed}>
        <Toolbar onFind={openFind} />
        {find.bar}
        <div className="note-paper" onClick={(event) => { if (!wording.click(event)) spelling.click(event); }} onPointerDownCapture={() => { sight.all(); tellPress(editor, ''); tellCaret(editor, null); }} onInput={boxPhrase.input} onBlur={(event) => { boxPhrase.left(event); spelling.inBoxMoved({ target: event.target }); }} onKeyDownCapture={(event) => {
          sight.all();
          // First: an arrow of a moment ago still says which way the caret was going.
          tellCaret(editor, event.key);
          tellPress(editor, event.key);
          spelling.inBoxMoved(event);
          if (!root.current || (!openSuggestion(editor, event, wording, spelling) && !phrase.key(event) && !boxPhrase.key(event) && !takeKey(editor, event, root.current, sectionIds))) return;
          event.preventDefault();
          event.stopPropagation();
        }}>
          <Editable ref={attach} className="note-editable" aria-label={notesText.editorLabel(template.title)} aria-multiline renderElement={renderElement} renderLeaf={renderLeaf} renderChunk={renderChunk} scrollSelectionIntoView={scrollSelection} spellCheck={false} autoCorrect="off" onBlur={() => { phrase.close(); }}
            onPaste={(event) => {
              if (!ReactEditor.hasEditableTarget(editor, event.target)) return false;
              event.preventDefault();
              ReactEditor.insertData(editor, event.clipboardData);
              return true;
            }} />
        </div>
        {wording.hint}
        {phrase.menu}
        {boxPhrase.menu}
        {spelling.hint}
      </Slate>
    </SightContext.Provider></NoteContext.Provider>
  );
});
