// Plain letters cost no drawing. The browser puts a typed letter on the page by itself and slate-react lets it; React
// then goes through the note to find that nothing is to be done. While the page shows exactly what the note holds, with
// the caret where the note has it, that search waits for a pause. Refuses to take the browser's word: text and caret
// are compared at every key, and anything but a plain letter is drawn as ever (decision 0039).
import { Node, Range, Text, type Ancestor, type BaseEditor } from 'slate';
import { EDITOR_TO_KEY_TO_ELEMENT, ELEMENT_TO_NODE, IS_NODE_MAP_DIRTY, NODE_TO_ELEMENT, NODE_TO_INDEX, NODE_TO_PARENT } from 'slate-dom';
import { ReactEditor } from 'slate-react';
import { createPause } from '../data/pause.ts';
import { takeCaret } from './plugins/caretOnPage.ts';
import type { NoteSlate } from './slateTypes.ts';
import { keepCaretInSight } from './typingCost.ts';

/** Quiet time after the last letter before the note is drawn again. */
const PAUSE_MS = 150;

export type QuietTyping = {
  /** Who is told of each letter that is not drawn at once; the others are told by Slate. */
  readonly listen: (told: () => void) => void;
  /** Watches the page of the editor; returns how to stop. */
  readonly watch: (root: HTMLElement) => () => void;
};

/** Editors that were last drawn after a pause, and not by what a person did just then. */
const late = new WeakSet<ReactEditor>();

/** True where a drawing must not move the page: the person may have scrolled since the letter it is for. */
export function isDrawnLate(editor: ReactEditor): boolean {
  return late.has(editor);
}

/** The letter that was typed last, where it is the only thing that happened. */
function plainLetter({ operations, selection }: BaseEditor): { path: number[]; offset: number } | null {
  const [operation] = operations;
  if (operations.length !== 1 || operation?.type !== 'insert_text' || selection === null || !Range.isCollapsed(selection)) return null;
  const { path, offset } = selection.anchor;
  return operation.path.every((at, index) => at === path[index]) && path.length === operation.path.length && offset === operation.offset + operation.text.length ? { path, offset } : null;
}

/** True when the one run of text at `path` stands on the page as the note has it, and so does the caret. */
function isOnPage(editor: NoteSlate, { path, offset }: { path: number[]; offset: number }): boolean {
  const node = Node.getIf(editor, path);
  const caret = document.getSelection();
  if (!Text.isText(node) || caret === null || !caret.isCollapsed || caret.anchorOffset !== offset) return false;
  const words = caret.anchorNode;
  const holder = words?.parentElement;
  if (!(words instanceof globalThis.Text) || words.data !== node.text || holder?.hasAttribute('data-slate-string') !== true || holder.childNodes.length !== 1) return false;
  const run = holder.closest('[data-slate-node="text"]');
  // Looked up, not asked of slate-react: that throws where a run is not drawn yet, and the letter would reach nobody.
  return run !== null && run === EDITOR_TO_KEY_TO_ELEMENT.get(editor)?.get(ReactEditor.findKey(editor, node)) && run.querySelectorAll('[data-slate-string]').length === 1;
}

/** Tells slate-react which nodes the elements down to `path` stand for now, as its drawing would: places are found by them. */
function followNodes(editor: NoteSlate, path: readonly number[]): void {
  const elements = EDITOR_TO_KEY_TO_ELEMENT.get(editor);
  let parent: Ancestor = editor;
  for (const index of path) {
    const node: Node | undefined = parent.children[index];
    if (node === undefined) return;
    NODE_TO_INDEX.set(node, index);
    NODE_TO_PARENT.set(node, parent);
    const element = elements?.get(ReactEditor.findKey(editor, node));
    if (element !== undefined) {
      ELEMENT_TO_NODE.set(element, node);
      NODE_TO_ELEMENT.set(node, element);
    }
    if (Text.isText(node)) break;
    parent = node as Ancestor;
  }
  IS_NODE_MAP_DIRTY.set(editor, false);
}

/** Puts off what need not be drawn in this editor. Call it once for an editor, after its plugins. */
export function quietTyping(editor: NoteSlate): QuietTyping {
  const { onChange } = editor;
  let told: () => void = () => undefined;
  let plain = false;
  const pause = createPause(PAUSE_MS, () => {
    late.add(editor);
    onChange();
  });

  editor.onChange = (options) => {
    const letter = plain ? plainLetter(editor) : null;
    if (letter === null || !isOnPage(editor, letter)) {
      pause.stop();
      late.delete(editor);
      onChange(options);
      return;
    }
    followNodes(editor, letter.path);
    // The browser keeps the caret in sight from letter to letter; where it stood out of sight before, it is fetched.
    const caret = pause.isWaiting() ? undefined : document.getSelection()?.getRangeAt(0);
    if (caret) keepCaretInSight(editor, caret);
    pause.touch();
    told();
  };
  return {
    listen: (next) => { told = next; },
    watch: (root) => {
      const before = (event: InputEvent): void => {
        takeCaret(editor);
        plain = event.inputType === 'insertText' && event.data?.length === 1 && !event.isComposing;
      };
      root.addEventListener('beforeinput', before, { capture: true });
      // An input method must not be drawn under.
      root.addEventListener('compositionstart', pause.flush, { capture: true });
      return () => {
        root.removeEventListener('beforeinput', before, { capture: true });
        root.removeEventListener('compositionstart', pause.flush, { capture: true });
        pause.stop();
      };
    },
  };
}
