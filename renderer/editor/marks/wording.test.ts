// Wording marks: places in the note, quotes spared, lines read once, the word nearest the caret.
import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import type { NoteDocument } from '../../../shared/notes/document.ts';
import { openEditor } from '../__fixtures__/noteEditor.ts';
import { rangeInBlock } from './blockTexts.ts';
import { findWording, nearestFind, readAhead } from './wording.ts';
import { replaceWord } from './spots.ts';

const note: NoteDocument = [{ type: 'section', sectionId: 'first', children: [
  { type: 'field', fieldId: 'short', field: { kind: 'shortText', value: 'an addict' }, children: [{ text: '' }] },
  { type: 'textField', fieldId: 'words', children: [
    { type: 'paragraph', children: [{ text: 'He re' }, { text: 'lap', bold: true }, { text: 'sed. Says "I am an addict".' }] },
    { type: 'quote', children: [{ text: 'I am an addict' }] },
    { type: 'list', ordered: false, children: [{ type: 'listItem', children: [{ text: 'no word' }] }, { type: 'listItem', children: [{ text: 'A drug user' }] }] },
  ] },
] }];

describe('wording', () => {
  it('is found in running text and lists, across runs, and not in quotes or boxes', () => {
    const { editor } = openEditor(note);
    const finds = findWording(editor.children, new Set());
    expect(finds.map(({ word, range }) => [word, Editor.string(editor, range)])).toEqual([['relapsed', 'relapsed'], ['drug user', 'drug user']]);
    expect(findWording(editor.children, new Set(['relapsed'])).map(({ word }) => word)).toEqual(['drug user']);
  });

  it('reads only lines that have changed', () => {
    const { editor } = openEditor(note);
    let asked = 0;
    const more = () => { asked += 1; return true; };
    expect(readAhead(editor.children, () => false)).toBe(false);
    expect(readAhead(editor.children, more)).toBe(true);
    expect(asked).toBe(3);
    Transforms.insertText(editor, 'x', { at: { path: [0, 1, 2, 1, 0], offset: 0 } });
    asked = 0;
    expect(readAhead(editor.children, more)).toBe(true);
    expect(asked).toBe(1);
  });

  it('offers the word at the caret, else the next, else the first', () => {
    const { editor } = openEditor(note);
    const finds = findWording(editor.children, new Set());
    const at = (path: number[], offset: number) => ({ anchor: { path, offset }, focus: { path, offset } });
    expect(nearestFind(finds, at([0, 1, 0, 1], 1))?.word).toBe('relapsed');
    expect(nearestFind(finds, at([0, 1, 0, 2], 9))?.word).toBe('drug user');
    expect(nearestFind(finds, at([0, 1, 2, 1, 0], 11))?.word).toBe('drug user');
    expect(nearestFind(finds, null)?.word).toBe('relapsed');
    expect(nearestFind([], null)).toBeUndefined();
  });

  it('is replaced as one step of undo, and not at all once the text has moved on', () => {
    const { editor } = openEditor(note);
    const [first] = findWording(editor.children, new Set());
    if (first === undefined) throw new Error('nothing found');
    replaceWord(editor, first, 'returned to use');
    expect(Editor.string(editor, [0, 1, 0])).toBe('He returned to use. Says "I am an addict".');
    replaceWord(editor, first, 'used again');
    expect(Editor.string(editor, [0, 1, 0])).toBe('He returned to use. Says "I am an addict".');
    editor.undo();
    expect(Editor.string(editor, [0, 1, 0])).toBe('He relapsed. Says "I am an addict".');
  });

  it('a place beyond the end of a line is none', () => {
    const { editor } = openEditor(note);
    const [section] = editor.children;
    const node = section && 'children' in section ? section : undefined;
    if (node === undefined) throw new Error('no section');
    expect(rangeInBlock({ node, path: [0] }, 0, 99)).toBeNull();
  });
});
