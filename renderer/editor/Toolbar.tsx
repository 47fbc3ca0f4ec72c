// A quiet row of the commands that form text: one tab stop, arrows move inside. Refuses to take the
// focus by the mouse: the caret stays in the note.
import { Bold, Italic, List, ListOrdered, MessageSquareQuote, Redo2, Search, Undo2 } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useSlateSelector, useSlateStatic } from 'slate-react';
import { keysLabel } from '../../shared/commandKeys.ts';
import { commandTable, type Command, type ToolbarId } from '../../shared/commands.ts';
import { notesText } from '../../shared/text/en/notes.ts';
import { Icon, type IconType } from '../ui/Icon.tsx';
import { platform } from '../ui/platform.ts';
import { isTextCommand, textCommands } from './commands.ts';
import { rovingIndex } from './fields/roving.ts';
import type { NoteSlate } from './slateTypes.ts';

const ICONS: Record<ToolbarId, IconType> = { bold: Bold, italic: Italic, bulletList: List, numberList: ListOrdered, quote: MessageSquareQuote, undo: Undo2, redo: Redo2, findInNote: Search };
const hasButton = (command: Command): command is Command & { id: ToolbarId } => command.toolbar === true;
/** The commands with a button, in the order of the table. */
export const toolbarCommands = commandTable.filter(hasButton);

function stateOf(editor: NoteSlate, command: Command): string {
  const isOn = isTextCommand(command) ? textCommands[command.id].isOn : undefined;
  return isOn === undefined ? ' ' : isOn(editor) ? '1' : '0';
}

/** Buttons for the commands, each with its key in the tooltip. */
export function Toolbar({ onFind }: { onFind: () => void }) {
  const editor = useSlateStatic() as NoteSlate;
  const on = useSlateSelector((current) => toolbarCommands.map((command) => stateOf(current as NoteSlate, command)).join(''));
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = rovingIndex(event.key, at, toolbarCommands.map((command) => command.label));
    if (next === null) return;
    event.preventDefault();
    bar.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };
  return (
    <div className="note-toolbar" role="toolbar" aria-label={notesText.toolbar} ref={bar} onKeyDown={onKeyDown}>
      {toolbarCommands.map((command, index) => (
        <button key={command.id} type="button" className="note-toolbar__button" tabIndex={index === at ? 0 : -1} onFocus={() => setAt(index)} aria-pressed={on[index] === ' ' ? undefined : on[index] === '1'} aria-label={command.label} title={command.keys ? `${command.label} (${keysLabel(command.keys, platform)})` : command.label}
          onMouseDown={(event) => event.preventDefault()} onClick={() => { if (isTextCommand(command)) textCommands[command.id].run(editor); else onFind(); }}><Icon of={ICONS[command.id]} small /></button>
      ))}
    </div>
  );
}
