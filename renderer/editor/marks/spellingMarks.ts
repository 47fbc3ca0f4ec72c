// Keeps the underlines of the spelling up to date in pauses. Refuses work on the typing path: a key only sets a
// timer, reading is done a slice at a time while the window is idle, and the dictionary stands in another process.
import { wordsOf } from '../../../shared/spelling/words.ts';
import { createPause } from '../../data/pause.ts';
import type { NoteSlate } from '../slateTypes.ts';
import type { TextBlock } from './blockTexts.ts';
import { paintBoxes } from './boxSheets.ts';
import { createBoxReader, noteBoxes, type InBox, type NoteBox } from './boxTexts.ts';
import { nearBlocks } from './nearBlocks.ts';
import { pageRange, paint } from './paint.ts';
import { isOn, spotOf } from './spots.ts';
import { findInBoxes, findSpelling, readLines, unasked, wordsIn, type SpellingFind } from './spelling.ts';

/** Quiet time after the last change before lines are read. */
const PAUSE_MS = 700;
/** Least time left in an idle slice for one more line. */
const SLICE_MS = 3;
/** Words of one question; the border takes no more. */
const ASK_MAX = 500;
/** A live mark costs the browser some microseconds with each key. */
const MOST_MARKS = 100;

/** The speller as the note knows it. */
export type Speller = {
  /** Those of the words that no list holds. */
  readonly check: (words: readonly string[]) => Promise<readonly string[]>;
  readonly suggest: (word: string) => Promise<readonly string[]>;
  readonly add: (word: string) => Promise<void>;
};

export type SpellingMarks = {
  /** The text has changed, the caret has moved, or the view has. */
  readonly touch: (what: 'text' | 'caret' | 'view') => void;
  readonly use: (speller: Speller | null) => void;
  /** From now on this word is right, in any case of letters. */
  readonly accept: (word: string) => void;
  readonly at: (x: number, y: number) => SpellingFind | undefined;
  readonly all: () => readonly SpellingFind[];
  /** Those of one box, marked now at the latest. */
  readonly inBox: (box: NoteBox) => readonly InBox[];
};

/** Marks for one editor. `onTrouble` is told when the speller does not answer; the next pause tries again. */
export function createSpellingMarks(editor: NoteSlate, onTrouble: (troubled: boolean) => void): SpellingMarks {
  const accepted = new Set<string>();
  const boxWords = createBoxReader(wordsOf);
  let verdicts = new Map<string, boolean>();
  let speller: Speller | null = null;
  let idle = 0;
  // A word is not judged while it is being typed: until the caret goes elsewhere without typing.
  let typing = false;
  const finds = (blocks: readonly TextBlock[], sparing: boolean): SpellingFind[] => (speller ? findSpelling(blocks, verdicts, sparing ? editor.selection : null).filter(({ word }) => !accepted.has(word.toLowerCase())).slice(0, MOST_MARKS) : []);
  const boxFinds = (boxes: readonly NoteBox[], sparing: boolean): InBox[] => (speller ? findInBoxes(boxes, boxWords, verdicts, sparing ? document.activeElement : null).filter(({ word }) => !accepted.has(word.toLowerCase())).slice(0, MOST_MARKS) : []);
  const show = (blocks: readonly TextBlock[], boxes: readonly NoteBox[]): void => {
    paint('note-spelling', finds(blocks, typing).flatMap(({ range }) => pageRange(editor, range) ?? []));
    paintBoxes('box-spelling', boxFinds(boxes, typing));
  };
  const all = (): SpellingFind[] => (speller ? finds(nearBlocks(editor), false) : []);
  const clear = (): void => {
    pause.stop();
    cancelIdleCallback(idle);
  };
  const learn = async (asked: Speller, words: readonly string[]): Promise<void> => {
    const mine = verdicts;
    try {
      const wrong = new Set(await asked.check(words));
      for (const word of words) mine.set(word, !wrong.has(word));
      if (mine !== verdicts) return;
      onTrouble(false);
      clear();
      idle = requestIdleCallback(slice);
    } catch {
      // The marks of one note say nothing about why; the person is told that checking stopped.
      if (mine === verdicts) onTrouble(true);
    }
  };
  const slice = (deadline: IdleDeadline): void => {
    if (!speller) return;
    const [blocks, boxes] = [nearBlocks(editor), noteBoxes(editor)];
    const more = (): boolean => deadline.timeRemaining() > SLICE_MS;
    if (!readLines(blocks, more) || !boxWords.ahead(boxes, more)) {
      idle = requestIdleCallback(slice);
      return;
    }
    show(blocks, boxes);
    const words = unasked([...blocks.map(({ node }) => wordsIn(node)), ...boxes.map(boxWords.in)], verdicts, ASK_MAX);
    if (words.length > 0) void learn(speller, words);
  };
  const pause = createPause(PAUSE_MS, () => { idle = requestIdleCallback(slice); });
  const touch = (what: 'text' | 'caret' | 'view'): void => {
    if (what !== 'view') typing = what === 'text';
    if (!speller) return;
    cancelIdleCallback(idle);
    pause.touch();
  };
  return {
    touch,
    use(next) {
      clear();
      speller = next;
      verdicts = new Map();
      if (next) idle = requestIdleCallback(slice);
      else {
        paint('note-spelling', []);
        paintBoxes('box-spelling', []);
      }
    },
    accept(word) { accepted.add(word.toLowerCase()); show(nearBlocks(editor), noteBoxes(editor)); },
    at: (x, y) => all().find((find) => isOn(spotOf(editor, find), x, y)),
    all,
    inBox(box) {
      const found = boxFinds(noteBoxes(editor), false);
      paintBoxes('box-spelling', found);
      return found.filter((find) => find.box === box);
    },
  };
}
