// Lists, quotes, marks and the typed beginnings of them: what stands in the note after each.
import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { openEditor } from './__fixtures__/noteEditor.ts';
import { backToParagraph, currentBlockKind, hasMark, toggleBlock, toggleMark } from './blockCommands.ts';
import { toDocument } from './documentShape.ts';
import type { NoteSlate } from './slateTypes.ts';

/** The blocks of the text field `words`, short: type and text. */
function blocks(editor: NoteSlate): string[] {
  const field = toDocument(editor.children)[0]?.children[1];
  if (field?.type !== 'textField') throw new TypeError('no text field');
  const text = (runs: readonly { text: string; bold?: true | undefined; italic?: true | undefined }[]) => runs.map((run) => `${run.bold ? '*' : ''}${run.italic ? '/' : ''}${run.text}`).join('|');
  return field.children.map((block) => (block.type === 'list' ? `${block.ordered ? 'ol' : 'ul'}(${block.children.map((item) => text(item.children)).join(',')})` : `${block.type === 'quote' ? '>' : ''}${text(block.children)}`));
}

function at(editor: NoteSlate, block: number, offset: number): void {
  Transforms.select(editor, { path: [0, 1, block, 0], offset });
}

describe('lists and quotes', () => {
  it('turn the blocks of a selection into a list and back', () => {
    const { editor } = openEditor();
    Transforms.select(editor, { anchor: { path: [0, 1, 0, 0], offset: 1 }, focus: { path: [0, 1, 1, 0], offset: 1 } });
    toggleBlock(editor, 'bulletList');
    expect(blocks(editor)).toEqual(['ul(one,two)', 'three']);
    expect(currentBlockKind(editor)).toBe('bulletList');
    toggleBlock(editor, 'numberList');
    expect(blocks(editor)).toEqual(['ol(one,two)', 'three']);
    toggleBlock(editor, 'numberList');
    expect(blocks(editor)).toEqual(['one', 'two', 'three']);
  });

  it('split a list around the item that leaves it', () => {
    const { editor } = openEditor();
    Transforms.select(editor, Editor.range(editor, [0, 1]));
    toggleBlock(editor, 'bulletList');
    Transforms.select(editor, { path: [0, 1, 0, 1, 0], offset: 0 });
    expect(backToParagraph(editor)).toBe(true);
    expect(blocks(editor)).toEqual(['ul(one)', 'two', 'ul(three)']);
  });

  it('begin by what is typed at the start of a paragraph', () => {
    for (const [typed, expected] of [['- ', 'ul(one)'], ['* ', 'ul(one)'], ['1. ', 'ol(one)'], ['> ', '>one']] as const) {
      const { editor } = openEditor();
      at(editor, 0, 0);
      for (const letter of typed) Editor.insertText(editor, letter);
      expect(blocks(editor)[0]).toBe(expected);
    }
  });

  it('do not begin in the middle of a line', () => {
    const { editor } = openEditor();
    at(editor, 0, 3);
    for (const letter of ' - ') Editor.insertText(editor, letter);
    expect(blocks(editor)[0]).toBe('one - ');
  });

  it('end by Enter in an empty item and by Backspace at the start of one', () => {
    const { editor } = openEditor();
    at(editor, 2, 5);
    toggleBlock(editor, 'bulletList');
    Editor.insertBreak(editor);
    Editor.insertBreak(editor);
    Editor.insertText(editor, 'after');
    expect(blocks(editor)).toEqual(['one', 'two', 'ul(three)', 'after']);
    at(editor, 0, 0);
    toggleBlock(editor, 'quote');
    Editor.deleteBackward(editor);
    expect(blocks(editor)[0]).toBe('one');
  });

  it('stay within the field of the caret when the selection is wider', () => {
    const { editor } = openEditor();
    Transforms.select(editor, Editor.range(editor, []));
    toggleBlock(editor, 'bulletList');
    const last = toDocument(editor.children)[1]?.children[1];
    expect(last?.type === 'textField' && last.children[0]?.type).toBe('list');
    expect(blocks(editor)).toEqual(['one', 'two', 'three']);
  });
});

describe('marks', () => {
  it('are put on and taken off', () => {
    const { editor } = openEditor();
    Transforms.select(editor, { anchor: { path: [0, 1, 0, 0], offset: 0 }, focus: { path: [0, 1, 0, 0], offset: 2 } });
    toggleMark(editor, 'bold');
    toggleMark(editor, 'italic');
    expect(blocks(editor)[0]).toBe('*/on|e');
    expect(hasMark(editor, 'bold')).toBe(true);
    toggleMark(editor, 'bold');
    toggleMark(editor, 'italic');
    expect(blocks(editor)[0]).toBe('one');
  });
});

describe('typed text', () => {
  it('loses control characters and keeps line breaks within a block', () => {
    const { editor } = openEditor();
    at(editor, 0, 3);
    Editor.insertText(editor, '\u0000\u001b');
    Editor.insertText(editor, 'a\u0007b');
    Editor.insertSoftBreak(editor);
    Editor.insertText(editor, 'c');
    expect(blocks(editor)[0]).toBe('oneab\nc');
  });
});
