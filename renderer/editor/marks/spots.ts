// Where a marked word stands, in running text or in a box: beside it a hint opens, and another word can take its place.
// Refuses to write where the text has moved on since.
import { Editor, Transforms, type Range as NoteRange } from 'slate';
import { HistoryEditor } from 'slate-history';
import { replaceInBox } from '../phrases/boxText.ts';
import type { NoteSlate } from '../slateTypes.ts';
import { placeInBox } from './boxSheets.ts';
import { movedPlace, type InBox } from './boxTexts.ts';
import { focusRange } from './focusRange.ts';
import { pageRange } from './paint.ts';

type InText = { readonly word: string; readonly range: NoteRange };

export type Spot = {
  /** The word on the page; null while the page has not caught up. */
  readonly place: () => Range | null;
  /** Gives the keyboard back to where the person was writing. */
  readonly back: () => void;
  /** Puts `word` there as one step of undo, and gives the keyboard back; false, with nothing changed, where it cannot stand there. */
  readonly replace: (word: string) => boolean;
};

/** Puts the suggestion in place of the word, as one step of undo; false, with nothing changed, when the text has moved on. */
export function replaceWord(editor: NoteSlate, { range, word }: InText, suggestion: string): boolean {
  if (!Editor.hasPath(editor, range.anchor.path) || !Editor.hasPath(editor, range.focus.path) || Editor.string(editor, range) !== word) return false;
  HistoryEditor.withNewBatch(editor, () => {
    Transforms.select(editor, range);
    Editor.insertText(editor, suggestion);
  });
  // What is typed next is a step of its own, or undo would take it back together with the word.
  HistoryEditor.setSplittingOnce(editor, true);
  return true;
}

function replaceBoxWord({ box, start, end, word }: InBox, suggestion: string): boolean {
  box.focus({ preventScroll: true });
  const [from, to] = [box.selectionStart, box.selectionEnd];
  if (box.value.slice(start, end) !== word || !replaceInBox(box, { start, end }, suggestion)) return false;
  // The caret stays where the person writes.
  box.setSelectionRange(movedPlace(from, { start, end }, suggestion.length), movedPlace(to, { start, end }, suggestion.length));
  return true;
}

/** The spot of a find. */
export function spotOf(editor: NoteSlate, find: InText | InBox): Spot {
  if ('box' in find) {
    return {
      place: () => placeInBox(find.box, find),
      back: () => find.box.focus({ preventScroll: true }),
      replace: (word) => replaceBoxWord(find, word),
    };
  }
  return {
    place: () => pageRange(editor, find.range),
    back: () => focusRange(editor, editor.selection ?? find.range),
    replace: (word) => {
      focusRange(editor, find.range);
      return replaceWord(editor, find, word);
    },
  };
}

/** Whether a point of the window is on the word. */
export function isOn({ place }: Spot, x: number, y: number): boolean {
  return [...place()?.getClientRects() ?? []].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
}
