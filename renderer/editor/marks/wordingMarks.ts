// Keeps the underlines of the wording up to date in pauses of typing. Refuses work on the typing path:
// a key only sets a timer, and reading is done a slice at a time while the window is idle.
import { createPause } from '../../data/pause.ts';
import type { NoteSlate } from '../slateTypes.ts';
import { pageRange, paint } from './paint.ts';
import { findWording, nearestFind, readAhead, type WordingFind } from './wording.ts';

/** Quiet time after the last change before lines are read. */
const PAUSE_MS = 500;
/** Least time left in an idle slice for one more line. */
const SLICE_MS = 3;
/** A live mark costs the browser some microseconds with each key: a note with more finds than this shows the first. */
const MOST_MARKS = 150;

export type WordingMarks = {
  /** The text has changed. */
  readonly touch: () => void;
  readonly setOn: (on: boolean) => void;
  /** Stops marking a word in this note, until the note is opened again. */
  readonly leave: (word: string) => void;
  /** The find under a point of the window. */
  readonly at: (x: number, y: number) => WordingFind | undefined;
  /** The find at the caret or the next one. */
  readonly nearest: () => WordingFind | undefined;
  readonly stop: () => void;
};

/** Marks for one editor. */
export function createWordingMarks(editor: NoteSlate): WordingMarks {
  const left = new Set<string>();
  let on = false;
  let idle = 0;
  const clear = (): void => {
    pause.stop();
    cancelIdleCallback(idle);
  };
  const show = (): WordingFind[] => {
    const finds = on ? findWording(editor.children, left).slice(0, MOST_MARKS) : [];
    paint('note-wording', finds.flatMap(({ range }) => pageRange(editor, range) ?? []));
    return finds;
  };
  const slice = (deadline: IdleDeadline): void => {
    if (readAhead(editor.children, () => deadline.timeRemaining() > SLICE_MS)) show();
    else idle = requestIdleCallback(slice);
  };
  const pause = createPause(PAUSE_MS, () => { idle = requestIdleCallback(slice); });
  const touch = (): void => {
    cancelIdleCallback(idle);
    if (on) pause.touch();
  };
  return {
    touch,
    setOn(next) { on = next; clear(); if (on) idle = requestIdleCallback(slice); else paint('note-wording', []); },
    leave(word) { left.add(word.toLowerCase()); show(); },
    at: (x, y) => show().find(({ range }) => [...pageRange(editor, range)?.getClientRects() ?? []].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)),
    nearest: () => nearestFind(show(), editor.selection),
    stop() { clear(); paint('note-wording', []); },
  };
}
