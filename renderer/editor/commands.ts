// The one table of editor commands: label, key, whether it is on, what it does. Toolbar and
// shortcuts read the same rows. Refuses commands that reach outside the note.
import { notesText } from '../../shared/text/en/notes.ts';
import { currentBlockKind, hasMark, toggleBlock, toggleMark } from './blockCommands.ts';
import type { NoteSlate } from './slateTypes.ts';

export type CommandId = 'bold' | 'italic' | 'bulletList' | 'numberList' | 'quote' | 'undo' | 'redo';
export type EditorCommand = {
  readonly id: CommandId;
  readonly label: string;
  /** As `Mod+Shift+8`: Mod is Ctrl, or Command on a Mac. */
  readonly keys: string;
  readonly isOn: (editor: NoteSlate) => boolean;
  readonly run: (editor: NoteSlate) => void;
};

const text = notesText.commands;

export const editorCommands: readonly EditorCommand[] = [
  { id: 'bold', label: text.bold, keys: 'Mod+B', isOn: (editor) => hasMark(editor, 'bold'), run: (editor) => toggleMark(editor, 'bold') },
  { id: 'italic', label: text.italic, keys: 'Mod+I', isOn: (editor) => hasMark(editor, 'italic'), run: (editor) => toggleMark(editor, 'italic') },
  { id: 'bulletList', label: text.bulletList, keys: 'Mod+Shift+8', isOn: (editor) => currentBlockKind(editor) === 'bulletList', run: (editor) => toggleBlock(editor, 'bulletList') },
  { id: 'numberList', label: text.numberList, keys: 'Mod+Shift+7', isOn: (editor) => currentBlockKind(editor) === 'numberList', run: (editor) => toggleBlock(editor, 'numberList') },
  { id: 'quote', label: text.quote, keys: 'Mod+Shift+9', isOn: (editor) => currentBlockKind(editor) === 'quote', run: (editor) => toggleBlock(editor, 'quote') },
  { id: 'undo', label: text.undo, keys: 'Mod+Z', isOn: () => false, run: (editor) => editor.undo() },
  { id: 'redo', label: text.redo, keys: 'Mod+Shift+Z', isOn: () => false, run: (editor) => editor.redo() },
];

export type KeyPress = { key: string; code: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

/** The command a key press asks for. Digits are read by their place on the keyboard, letters by what they type. */
export function commandOfKey(press: KeyPress): EditorCommand | undefined {
  if (!(press.ctrlKey || press.metaKey) || press.altKey) return undefined;
  // Ctrl+Y is redo to people who come from Windows.
  if (!press.shiftKey && press.key.toLowerCase() === 'y') return editorCommands.find((command) => command.id === 'redo');
  const key = press.code.startsWith('Digit') ? press.code.slice(5) : press.key.toUpperCase();
  return editorCommands.find((command) => command.keys === `Mod+${press.shiftKey ? 'Shift+' : ''}${key}`);
}
