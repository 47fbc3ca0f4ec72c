// The text boxes of a note (short text, cells of tables) and places in them. Refuses to read a box twice while its text
// stands: what was found is kept with the text.
import { ReactEditor } from 'slate-react';
import type { NoteSlate } from '../slateTypes.ts';

export type NoteBox = HTMLTextAreaElement;
/** UTF-16 offsets in the text of a box. */
export type Place = { readonly start: number; readonly end: number };
export type InBox = Place & { readonly box: NoteBox; readonly word: string };

const BOXES = '[data-slate-editor="field"] textarea';

/** The box that `target` is, else null. */
export function noteBox(target: EventTarget | null): NoteBox | null {
  return target instanceof HTMLTextAreaElement && target.matches(BOXES) ? target : null;
}

/** Every text box of the note, in the order of the page. Asks nothing of the layout. */
export function noteBoxes(editor: NoteSlate): NoteBox[] {
  return [...ReactEditor.toDOMNode(editor, editor).querySelectorAll<NoteBox>(BOXES)];
}

/** What `read` finds in the text of a box, by the box. */
export type BoxReader<F> = {
  /** Reads boxes while `more()` allows; true when all have been read. Boxes whose text stands cost a look-up. */
  readonly ahead: (boxes: readonly { readonly value: string }[], more: () => boolean) => boolean;
  readonly in: (box: { readonly value: string }) => readonly F[];
};

/** A reader that forgets a box together with it. */
export function createBoxReader<F>(read: (text: string) => readonly F[]): BoxReader<F> {
  const known = new WeakMap<object, { readonly text: string; readonly found: readonly F[] }>();
  const found = (box: { readonly value: string }): readonly F[] => {
    const before = known.get(box);
    if (before?.text === box.value) return before.found;
    const after = { text: box.value, found: read(box.value) };
    known.set(box, after);
    return after.found;
  };
  return {
    ahead(boxes, more) {
      for (const box of boxes) {
        if (known.get(box)?.text === box.value) continue;
        if (!more()) return false;
        found(box);
      }
      return true;
    },
    in: found,
  };
}

/** Whether the caret of the box is in the word or right behind it: it may not be finished. */
export function isAtCaret({ selectionStart, selectionEnd }: { readonly selectionStart: number; readonly selectionEnd: number }, { start, end }: Place): boolean {
  return selectionStart === selectionEnd && start <= selectionStart && selectionStart <= end;
}

/** The find at the caret, else the next one behind it, else the first. `finds` in the order of the text. */
export function nearestInBox<F extends Place>(finds: readonly F[], caret: number): F | undefined {
  return finds.find(({ start, end }) => start <= caret && caret <= end) ?? finds.find(({ start }) => start > caret) ?? finds[0];
}

/** Where a place in a text is once `by` characters have come to stand in place of those from `start` to `end`. */
export function movedPlace(at: number, { start, end }: Place, by: number): number {
  if (at <= start) return at;
  return at >= end ? at - (end - start) + by : start + by;
}

/** The one run of characters by which `after` differs from `before`. */
export function changeBetween(before: string, after: string): { readonly at: number; readonly removed: number; readonly added: string } {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at += 1;
  let tail = 0;
  while (tail < most - at && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { at, removed: before.length - at - tail, added: after.slice(at, after.length - tail) };
}
