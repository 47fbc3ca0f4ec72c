// What the editor's commands of the one table do, and whether they are on. Refuses labels and keys, which
// are in shared/commands.ts, and commands that reach outside the note.
import type { KeyPress, Platform } from '../../shared/commandKeys.ts';
import { commandOfPress, type Command, type CommandsOf } from '../../shared/commands.ts';
import { currentBlockKind, hasMark, toggleBlock, toggleMark } from './blockCommands.ts';
import type { NoteSlate } from './slateTypes.ts';

export type TextCommandId = CommandsOf<'text'>;
type TextCommand = { readonly isOn?: (editor: NoteSlate) => boolean; readonly run: (editor: NoteSlate) => void };

export const textCommands: Readonly<Record<TextCommandId, TextCommand>> = {
  bold: { isOn: (editor) => hasMark(editor, 'bold'), run: (editor) => toggleMark(editor, 'bold') },
  italic: { isOn: (editor) => hasMark(editor, 'italic'), run: (editor) => toggleMark(editor, 'italic') },
  bulletList: { isOn: (editor) => currentBlockKind(editor) === 'bulletList', run: (editor) => toggleBlock(editor, 'bulletList') },
  numberList: { isOn: (editor) => currentBlockKind(editor) === 'numberList', run: (editor) => toggleBlock(editor, 'numberList') },
  quote: { isOn: (editor) => currentBlockKind(editor) === 'quote', run: (editor) => toggleBlock(editor, 'quote') },
  undo: { run: (editor) => editor.undo() },
  redo: { run: (editor) => editor.redo() },
};

/** Whether a command of the table is one of these. */
export function isTextCommand(command: Pick<Command, 'id' | 'where'>): command is { id: TextCommandId; where: 'text' } {
  return command.where === 'text';
}

/** The text command a key press asks for. */
export function textCommandOfPress(press: KeyPress, platform: Platform): TextCommandId | undefined {
  if (!press.ctrlKey && !press.metaKey) return undefined;
  const command = commandOfPress(press, platform);
  return command !== undefined && isTextCommand(command) ? command.id : undefined;
}
