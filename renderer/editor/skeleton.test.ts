// The skeleton of a note against random work: whatever is done, sections and fields stay, the
// document passes the schema, mending ends, and undo brings the beginning back.
import fc from 'fast-check';
import { Editor, Node, Path, Transforms, type Descendant, type Operation, type Range } from 'slate';
import { describe, expect, it } from 'vitest';
import { NoteDocument } from '../../shared/notes/document.ts';
import { openEditor, skeleton, smallNote } from './__fixtures__/noteEditor.ts';
import { backToParagraph, toggleBlock, toggleMark } from './blockCommands.ts';
import { toDocument } from './documentShape.ts';
import { insertBlocks } from './insertBlocks.ts';
import { setFieldValue } from './plugins/withFields.ts';
import type { NoteSlate } from './slateTypes.ts';

type Step = { name: string; a: number; b: number; c: number };

/** Every text position of a note, so that a number can stand for one. */
function points(editor: NoteSlate) {
  return [...Node.texts({ children: editor.children } as unknown as Node)].flatMap(([node, path]) => Array.from({ length: node.text.length + 1 }, (_, offset) => ({ path, offset })));
}

function rangeOf(editor: NoteSlate, step: Step): Range {
  const all = points(editor);
  const anchor = all[step.a % all.length];
  const focus = all[step.b % all.length];
  if (!anchor || !focus) throw new TypeError('a note without text positions');
  return { anchor, focus };
}

function paths(editor: NoteSlate): Path[] {
  return [...Node.nodes({ children: editor.children } as unknown as Node)].map(([, path]) => path).filter((path) => path.length > 0);
}

const WILD: readonly Descendant[] = [
  { type: 'section', sectionId: 'x', children: [{ text: 'wild' }] }, { type: 'textField', fieldId: 'x', children: [{ text: 'wild' }] }, { type: 'field', fieldId: 'x', field: { kind: 'scale', value: 3 }, children: [{ text: '' }] },
  { type: 'quote', children: [{ type: 'quote', children: [{ type: 'quote', children: [{ text: 'deep' }] }] }] }, { type: 'list', ordered: true, children: [{ type: 'list', ordered: false, children: [{ text: 'deep' }] }] },
  { type: 'listItem', children: [{ text: 'alone' }] }, { type: 'paragraph', children: [] }, { text: 'bare', bold: true },
];

const STEPS: Record<string, (editor: NoteSlate, step: Step) => void> = {
  select: (editor, step) => Transforms.select(editor, rangeOf(editor, step)),
  type: (editor) => Editor.insertText(editor, 'x '),
  typeShortcut: (editor) => { Editor.insertText(editor, '-'); Editor.insertText(editor, ' '); },
  enter: (editor) => Editor.insertBreak(editor),
  softBreak: (editor) => Editor.insertSoftBreak(editor),
  backspace: (editor) => Editor.deleteBackward(editor, { unit: 'character' }),
  deleteWord: (editor) => Editor.deleteBackward(editor, { unit: 'word' }),
  deleteLine: (editor) => Editor.deleteForward(editor, { unit: 'block' }),
  deleteForward: (editor) => Editor.deleteForward(editor),
  deleteSelection: (editor) => Editor.deleteFragment(editor),
  deleteRange: (editor, step) => Transforms.delete(editor, { at: rangeOf(editor, step) }),
  deletePath: (editor, step) => { const all = paths(editor); const at = all[step.a % all.length]; if (at) Transforms.removeNodes(editor, { at }); },
  selectAll: (editor) => Transforms.select(editor, Editor.range(editor, [])),
  quote: (editor) => toggleBlock(editor, 'quote'),
  list: (editor) => toggleBlock(editor, 'bulletList'),
  numbers: (editor) => toggleBlock(editor, 'numberList'),
  plain: (editor) => void backToParagraph(editor),
  bold: (editor) => toggleMark(editor, 'bold'),
  paste: (editor) => insertBlocks(editor, [{ type: 'quote', children: [{ text: 'p' }] }, { type: 'list', ordered: false, children: [{ type: 'listItem', children: [{ text: 'q' }] }] }, { type: 'paragraph', children: [{ text: 'r' }] }]),
  pasteWord: (editor) => insertBlocks(editor, [{ type: 'paragraph', children: [{ text: 'word', bold: true }] }]),
  wildFragment: (editor, step) => Transforms.insertFragment(editor, [structuredClone(WILD[step.c % WILD.length] ?? { text: '' })]),
  wildNode: (editor, step) => Transforms.insertNodes(editor, structuredClone(WILD[step.c % WILD.length] ?? { text: '' })),
  scale: (editor, step) => setFieldValue(editor, [0, 0], { kind: 'scale', value: step.a % 11 }, step.b % 2 === 0),
  wrongKind: (editor) => setFieldValue(editor, [0, 0], { kind: 'shortText', value: 'no' }, true),
  short: (editor, step) => setFieldValue(editor, [0, 2], { kind: 'shortText', value: `s${step.a}` }, false),
  undo: (editor) => editor.undo(),
  redo: (editor) => editor.redo(),
  normalise: (editor) => Editor.normalize(editor, { force: true }),
};

const step = fc.record({ name: fc.constantFrom(...Object.keys(STEPS)), a: fc.nat(10_000), b: fc.nat(10_000), c: fc.nat(50) });
const before = skeleton(smallNote);

function whole(editor: NoteSlate): void {
  const document = toDocument(editor.children);
  expect(skeleton(document)).toBe(before);
  expect(() => NoteDocument.parse(document)).not.toThrow();
  // The value of the editor is itself of the vocabulary: rebuilding it changes nothing.
  expect(document).toEqual(editor.children);
}

describe('the skeleton of a note', () => {
  it('survives 400 random sessions of work', () => {
    let sessions = 0;
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      sessions += 1;
      const { editor } = openEditor();
      Transforms.select(editor, { path: [0, 1, 0, 0], offset: 0 });
      for (const each of steps) STEPS[each.name]?.(editor, each);
      whole(editor);
    }), { numRuns: 400 });
    expect(sessions).toBeGreaterThanOrEqual(400);
  });

  it('comes back to the beginning by undo, and forward again by redo', () => {
    fc.assert(fc.property(fc.array(step.filter(({ name }) => name !== 'undo' && name !== 'redo'), { minLength: 1, maxLength: 15 }), (steps) => {
      const { editor } = openEditor();
      Transforms.select(editor, { path: [0, 1, 0, 0], offset: 0 });
      for (const each of steps) STEPS[each.name]?.(editor, each);
      const end = structuredClone(editor.children);
      const taken = editor.history.undos.length;
      for (let turn = 0; turn < taken; turn += 1) editor.undo();
      expect(toDocument(editor.children)).toEqual(smallNote);
      for (let turn = 0; turn < taken; turn += 1) editor.redo();
      expect(editor.children).toEqual(end);
    }), { numRuns: 200 });
  });

  it('refuses raw operations on sections and fields, whatever they are', () => {
    const path = fc.array(fc.nat(3), { minLength: 1, maxLength: 2 });
    const operation: fc.Arbitrary<Operation> = fc.oneof(
      path.map((at): Operation => ({ type: 'remove_node', path: at, node: { text: '' } })),
      path.map((at): Operation => ({ type: 'insert_node', path: at, node: { type: 'section', sectionId: 'x', children: [{ text: '' }] } })),
      path.map((at): Operation => ({ type: 'merge_node', path: at, position: 0, properties: {} })),
      path.map((at): Operation => ({ type: 'split_node', path: at, position: 0, properties: {} })),
      fc.tuple(path, path).map(([from, to]): Operation => ({ type: 'move_node', path: from, newPath: to })),
      path.map((at): Operation => ({ type: 'set_node', path: at, properties: {}, newProperties: { sectionId: 'x' } as Partial<Node> })),
      fc.constant<Operation>({ type: 'insert_text', path: [0, 0, 0], offset: 0, text: 'into a field' }),
      fc.constant<Operation>({ type: 'move_node', path: [0, 1, 0], newPath: [1, 0, 0] }),
    );
    fc.assert(fc.property(fc.array(operation, { minLength: 1, maxLength: 20 }), (operations) => {
      const { editor } = openEditor();
      for (const each of operations) editor.apply(each);
      expect(editor.children).toEqual(smallNote);
    }), { numRuns: 200 });
  });
});

describe('deletion', () => {
  it('over several fields empties the text of each and keeps the fields apart', () => {
    const { editor } = openEditor();
    Transforms.select(editor, { anchor: { path: [0, 1, 0, 0], offset: 1 }, focus: { path: [1, 0, 1, 0], offset: 2 } });
    Editor.deleteFragment(editor);
    const document = toDocument(editor.children);
    expect(Node.string(editor.children[0] as Node)).toBe('o');
    expect(Node.string(editor.children[1] as Node)).toBe('ta');
    expect(skeleton(document)).toBe(before);
    expect(editor.selection).toEqual({ anchor: { path: [0, 1, 0, 0], offset: 1 }, focus: { path: [0, 1, 0, 0], offset: 1 } });
  });

  it('at the edges of a field does nothing', () => {
    const { editor } = openEditor();
    Transforms.select(editor, Editor.start(editor, [1, 0]));
    Editor.deleteBackward(editor);
    Editor.deleteBackward(editor, { unit: 'word' });
    Transforms.select(editor, Editor.end(editor, [1, 0]));
    Editor.deleteForward(editor);
    Editor.deleteForward(editor, { unit: 'line' });
    expect(editor.children).toEqual(smallNote);
  });

  it('of everything selected leaves every section and field', () => {
    const { editor } = openEditor();
    Transforms.select(editor, Editor.range(editor, []));
    Editor.insertText(editor, 'x');
    whole(editor);
    expect(Node.string({ children: editor.children } as unknown as Node)).toBe('x');
  });
});

describe('typing', () => {
  it('over everything in an empty note lands in its first text field', () => {
    const { editor } = openEditor();
    Transforms.select(editor, Editor.range(editor, []));
    Editor.deleteFragment(editor);
    Transforms.select(editor, Editor.range(editor, []));
    Editor.insertText(editor, 'x');
    expect(Node.string(editor.children[0] as Node)).toBe('x');
    whole(editor);
  });
});

describe('undo', () => {
  it('takes typing in one field back in one step, and the text before it in another', () => {
    const { editor } = openEditor();
    Transforms.select(editor, Editor.end(editor, [1, 1]));
    Editor.insertText(editor, 'hello');
    for (const value of ['h', 'he', 'her', 'hero', 'heroi', 'heroin']) setFieldValue(editor, [0, 2], { kind: 'shortText', value }, value === 'h');
    editor.undo();
    expect(toDocument(editor.children)[0]?.children[2]).toMatchObject({ field: { value: '' } });
    expect(Node.string(editor.children[1] as Node)).toContain('hello');
    editor.undo();
    expect(toDocument(editor.children)).toEqual(smallNote);
  });

  it('takes a paste over a selection back in one step', () => {
    const { editor } = openEditor();
    Transforms.select(editor, Editor.range(editor, [0, 1]));
    editor.insertData({ getData: (type: string) => (type === 'text/plain' ? 'a\nb\nc' : ''), types: ['text/plain'], files: { length: 0 } } as unknown as DataTransfer);
    expect(Node.string(editor.children[0] as Node)).toBe('abc');
    editor.undo();
    expect(toDocument(editor.children)).toEqual(smallNote);
  });
});

describe('limits', () => {
  it('refuse growth with one notice and let deletion and undo through', async () => {
    const { editor, notices } = openEditor();
    Transforms.select(editor, Editor.end(editor, [1, 1]));
    const chunk = 'x'.repeat(100_000);
    for (let turn = 0; turn < 10; turn += 1) Editor.insertText(editor, chunk);
    expect(notices).toEqual([{ kind: 'full' }]);
    expect(Node.string(editor.children[1] as Node).length).toBeLessThan(750_100);
    const full = Node.string(editor.children[1] as Node).length;
    await Promise.resolve();
    Editor.deleteBackward(editor);
    expect(Node.string(editor.children[1] as Node).length).toBe(full - 1);
    editor.undo();
    expect(Node.string(editor.children[1] as Node).length).toBe(full);
  });
});
