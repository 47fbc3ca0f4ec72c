// Keeps the underlines of the wording up to date in pauses of typing. Refuses work on the typing path:
// a key only sets a timer, and reading is done a slice at a time while the window is idle.
import { findLanguage } from '../../../shared/notes/preferredLanguage.ts';
import { createPause } from '../../data/pause.ts';
import type { NoteSlate } from '../slateTypes.ts';
import { paintBoxes } from './boxSheets.ts';
import { createBoxReader, noteBoxes, type NoteBox } from './boxTexts.ts';
import { pageRange, paint } from './paint.ts';
import { isOn, spotOf } from './spots.ts';
import { findWording, nearestFind, readAhead, type BoxWording, type WordingFind } from './wording.ts';

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
  /** The finds of one box. */
  readonly inBox: (box: NoteBox) => readonly BoxWording[];
  readonly stop: () => void;
};

/** Marks for one editor. */
export function createWordingMarks(editor: NoteSlate): WordingMarks {
  const left = new Set<string>();
  const boxFinds = createBoxReader(findLanguage);
  let on = false;
  let idle = 0;
  const clear = (): void => {
    pause.stop();
    cancelIdleCallback(idle);
  };
  const showInBoxes = (): BoxWording[] => {
    const finds = on ? noteBoxes(editor).flatMap((box) => boxFinds.in(box).flatMap((find) => (left.has(find.word.toLowerCase()) ? [] : [{ ...find, box }]))).slice(0, MOST_MARKS) : [];
    paintBoxes('box-wording', finds);
    return finds;
  };
  const show = (): WordingFind[] => {
    const finds = on ? findWording(editor.children, left).slice(0, MOST_MARKS) : [];
    paint('note-wording', finds.flatMap(({ range }) => pageRange(editor, range) ?? []));
    return finds;
  };
  const slice = (deadline: IdleDeadline): void => {
    const more = (): boolean => deadline.timeRemaining() > SLICE_MS;
    if (readAhead(editor.children, more) && boxFinds.ahead(noteBoxes(editor), more)) {
      show();
      showInBoxes();
    } else idle = requestIdleCallback(slice);
  };
  const unmark = (): void => {
    paint('note-wording', []);
    paintBoxes('box-wording', []);
  };
  const pause = createPause(PAUSE_MS, () => { idle = requestIdleCallback(slice); });
  const touch = (): void => {
    cancelIdleCallback(idle);
    if (on) pause.touch();
  };
  return {
    touch,
    setOn(next) { on = next; clear(); if (on) idle = requestIdleCallback(slice); else unmark(); },
    leave(word) { left.add(word.toLowerCase()); show(); showInBoxes(); },
    at: (x, y) => show().find((find) => isOn(spotOf(editor, find), x, y)),
    nearest: () => nearestFind(show(), editor.selection),
    inBox: (box) => showInBoxes().filter((find) => find.box === box),
    stop() { clear(); unmark(); },
  };
}
