// A quiet row of the commands that form text: one tab stop, arrows move inside. Refuses to take the
// focus by the mouse: the caret stays in the note.
import { Bold, Italic, List, ListOrdered, MessageSquareQuote, Redo2, Search, Undo2 } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useSlateSelector, useSlateStatic } from 'slate-react';
import { notesText } from '../../shared/text/en/notes.ts';
import { noteAidsText } from '../../shared/text/en/noteAids.ts';
import { Icon, type IconType } from '../ui/Icon.tsx';
import { editorCommands, type CommandId } from './commands.ts';
import { rovingIndex } from './fields/roving.ts';
import type { NoteSlate } from './slateTypes.ts';

const ICONS: Record<CommandId, IconType> = { bold: Bold, italic: Italic, bulletList: List, numberList: ListOrdered, quote: MessageSquareQuote, undo: Undo2, redo: Redo2 };
const mac = navigator.platform.startsWith('Mac');

/** Buttons for the commands, each with its key in the tooltip. */
export function Toolbar({ onFind }: { onFind: () => void }) {
  const editor = useSlateStatic() as NoteSlate;
  const on = useSlateSelector((current) => editorCommands.map((command) => (command.isOn(current as NoteSlate) ? '1' : '0')).join(''));
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = rovingIndex(event.key, at, [...editorCommands.map((command) => command.label), noteAidsText.find.label]);
    if (next === null) return;
    event.preventDefault();
    bar.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };
  return (
    <div className="note-toolbar" role="toolbar" aria-label={notesText.commands.toolbar} ref={bar} onKeyDown={onKeyDown}>
      {editorCommands.map((command, index) => (
        <button key={command.id} type="button" className="note-toolbar__button" tabIndex={index === at ? 0 : -1} onFocus={() => setAt(index)} aria-pressed={command.id === 'undo' || command.id === 'redo' ? undefined : on[index] === '1'} aria-label={command.label} title={`${command.label} (${command.keys.replace('Mod', mac ? '⌘' : 'Ctrl')})`}
          onMouseDown={(event) => event.preventDefault()} onClick={() => command.run(editor)}><Icon of={ICONS[command.id]} small /></button>
      ))}
      <button type="button" className="note-toolbar__button" tabIndex={at === editorCommands.length ? 0 : -1} onFocus={() => setAt(editorCommands.length)} aria-label={noteAidsText.find.label} title={noteAidsText.find.open} onMouseDown={(event) => event.preventDefault()} onClick={onFind}><Icon of={Search} small /></button>
    </div>
  );
}
