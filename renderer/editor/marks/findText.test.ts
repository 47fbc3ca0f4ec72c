// Finding in a note: as typed, without regard to capitals, across runs, at its true place.
import { Editor } from 'slate';
import { describe, expect, it } from 'vitest';
import type { NoteDocument } from '../../../shared/notes/document.ts';
import { openEditor } from '../__fixtures__/noteEditor.ts';
import { findInText, holds, MOST_HITS } from './findText.ts';

const note = (...lines: string[]): NoteDocument => [{ type: 'section', sectionId: 'first', children: [{ type: 'textField', fieldId: 'words', children: [
  ...lines.map((text) => ({ type: 'paragraph' as const, children: [{ text }] })),
  { type: 'paragraph', children: [{ text: 'na' }, { text: 'lox', italic: true }, { text: 'one kit' }] },
  { type: 'quote', children: [{ text: 'my Naloxone' }] },
] }] }];

describe('find in a note', () => {
  it('finds every place, in quotes too, across runs', () => {
    const { editor } = openEditor(note('Naloxone given; naloxone shown.'));
    const found = findInText(editor.children, 'naloxone');
    expect(found.map((range) => Editor.string(editor, range))).toEqual(['Naloxone', 'naloxone', 'naloxone', 'Naloxone']);
    expect(found[1]).toEqual({ anchor: { path: [0, 0, 0, 0], offset: 16 }, focus: { path: [0, 0, 0, 0], offset: 24 } });
  });

  it('takes signs as signs, and capitals that change their length', () => {
    const { editor } = openEditor(note('a.b (c) $5 [x]', 'axb', 'İİ straße one'));
    expect(findInText(editor.children, 'a.b')).toHaveLength(1);
    expect(findInText(editor.children, '(c) $5 [')).toHaveLength(1);
    expect(findInText(editor.children, 'straße').map((range) => Editor.string(editor, range))).toEqual(['straße']);
    for (const query of ['', '   ']) expect(findInText(editor.children, query)).toEqual([]);
    expect(holds('A.B', 'a.b')).toBe(true);
    expect(holds('axb', 'a.b')).toBe(false);
    expect(holds('anything', '')).toBe(false);
  });

  it('stops at a thousand', () => {
    const { editor } = openEditor(note('a'.repeat(5000)));
    expect(findInText(editor.children, 'a')).toHaveLength(MOST_HITS);
  });
});
