// Marks in the text boxes of a note. A box cannot carry marks, so the same text lies over it on a see-through sheet, and
// the browser paints the marks there; who cannot see them hears of them in the description of the box. Refuses to touch
// the text and the caret of the box, and to be there for a box without marks.
import { keysLabel } from '../../../shared/commandKeys.ts';
import { boxMarksText } from '../../../shared/text/en/boxMarks.ts';
import { platform } from '../../ui/platform.ts';
import { changeBetween, type InBox, type NoteBox, type Place } from './boxTexts.ts';
import { paint, type PaintName } from './paint.ts';

export type BoxPaint = Extract<PaintName, 'box-wording' | 'box-spelling'>;
type Sheet = { readonly over: HTMLElement; readonly text: Text; readonly words: HTMLElement; readonly ranges: Map<BoxPaint, readonly Range[]>; readonly said: Map<BoxPaint, readonly string[]>; readonly end: () => void };

const sheets = new Map<NoteBox, Sheet>();
let count = 0;

function lay(box: NoteBox): Sheet {
  const over = document.createElement('div');
  over.className = 'box-sheet';
  over.ariaHidden = 'true';
  over.dir = 'auto';
  const text = document.createTextNode(box.value);
  over.append(text);
  // A description may be hidden: it is read with the box, and nothing is announced while a person writes.
  const words = document.createElement('span');
  words.hidden = true;
  words.id = `box-marks-${String(count += 1)}`;
  const scrolled = (): void => { over.scrollTop = box.scrollTop; };
  box.addEventListener('scroll', scrolled, { passive: true });
  box.after(over, words);
  box.setAttribute('aria-describedby', words.id);
  const sheet: Sheet = {
    over, text, words, ranges: new Map(), said: new Map(),
    end() {
      box.removeEventListener('scroll', scrolled);
      box.removeAttribute('aria-describedby');
      over.remove();
      words.remove();
      sheets.delete(box);
    },
  };
  sheets.set(box, sheet);
  scrolled();
  return sheet;
}

function rangeOn({ text }: Sheet, { start, end }: Place): Range | null {
  if (end > text.length) return null;
  const range = new Range();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
}

function mark(box: NoteBox, kind: BoxPaint, finds: readonly InBox[]): void {
  const before = sheets.get(box);
  if (before === undefined && (finds.length === 0 || !box.isConnected)) return;
  const sheet = before ?? lay(box);
  followBox(box);
  sheet.ranges.set(kind, finds.flatMap((find) => rangeOn(sheet, find) ?? []));
  sheet.said.set(kind, [...new Set(finds.map(({ word }) => word))]);
  const [wording, spelling] = (['box-wording', 'box-spelling'] as const).map((each) => sheet.said.get(each) ?? []);
  if (!box.isConnected || (wording?.length ?? 0) + (spelling?.length ?? 0) === 0) sheet.end();
  else sheet.words.textContent = boxMarksText.described(spelling ?? [], wording ?? [], keysLabel('Mod+.', platform));
}

/** Shows these marks in place of those of that kind, in all boxes of the note. */
export function paintBoxes(kind: BoxPaint, finds: readonly InBox[]): void {
  const wanted = Map.groupBy(finds, ({ box }) => box);
  for (const box of new Set([...sheets.keys(), ...wanted.keys()])) mark(box, kind, wanted.get(box) ?? []);
  paint(kind, [...sheets.values()].flatMap(({ ranges }) => ranges.get(kind) ?? []));
}

/** Lets the marks of a box go along with its text, as marks in running text do. Nothing for a box without marks. */
export function followBox(box: NoteBox): void {
  const sheet = sheets.get(box);
  if (sheet === undefined || sheet.text.data === box.value) return;
  const { at, removed, added } = changeBetween(sheet.text.data, box.value);
  sheet.text.replaceData(at, removed, added);
}

/** Where on the page a place in a box is; null for a box without marks, or while its sheet has not caught up. */
export function placeInBox(box: NoteBox, place: Place): Range | null {
  const sheet = sheets.get(box);
  return sheet === undefined || sheet.text.data !== box.value ? null : rangeOn(sheet, place);
}
