// Phrases in the box of a short text or of a cell: the name before its caret, and the blanks in it. Refuses to write
// past the end of the box: half a phrase is never put in.
import { blanksOf, typedName } from '../../../shared/phrases/phrase.ts';
import { REACH } from './putPhrase.ts';

export type TypedInBox = { readonly name: string; readonly start: number; readonly end: number };

/** The box that phrases can be put into, where `target` is one. */
export function phraseBox(target: EventTarget | null): HTMLTextAreaElement | null {
  return target instanceof HTMLTextAreaElement && target.dataset['phrases'] !== undefined ? target : null;
}

/** The name before the caret of the box. */
export function typedInBox(box: HTMLTextAreaElement): TypedInBox | null {
  const { selectionStart: end, selectionEnd, value } = box;
  if (end !== selectionEnd) return null;
  const from = Math.max(0, end - REACH);
  // What was cut off must not look like the beginning of a line.
  const name = typedName(`${from > 0 ? '\u200b' : ''}${value.slice(from, end)}`);
  return name === null ? null : { name, start: end - name.length - 1, end };
}

/** Goes to the next blank behind the caret, or to the one before it; false where there is none. */
export function selectBlank(box: HTMLTextAreaElement, backwards: boolean): boolean {
  const blanks = blanksOf(box.value);
  const blank = backwards ? blanks.findLast(({ end }) => end <= box.selectionStart) : blanks.find(({ start }) => start >= box.selectionEnd);
  if (blank === undefined) return false;
  box.setSelectionRange(blank.start, blank.end);
  return true;
}

/** Puts `text` in place of what stands from `start` to `end`; false, with nothing changed, where it does not fit. */
export function replaceInBox(box: HTMLTextAreaElement, { start, end }: Pick<TypedInBox, 'start' | 'end'>, text: string): boolean {
  if (box.value.length - (end - start) + text.length > box.maxLength) return false;
  box.setRangeText(text, start, end, 'end');
  // The field hears of it as of typing; by this kind it knows a step of undo of its own.
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
  return true;
}

/** As `replaceInBox`; the caret is then on the first blank of the phrase, or behind it. */
export function putInBox(box: HTMLTextAreaElement, typed: TypedInBox, text: string): boolean {
  if (!replaceInBox(box, typed, text)) return false;
  const after = typed.start + text.length;
  const blank = blanksOf(box.value).find(({ start, end }) => start >= typed.start && end <= after);
  box.setSelectionRange(blank?.start ?? after, blank?.end ?? after);
  return true;
}
