// Ctrl/Cmd+. opens what is nearest to the caret, wording or spelling, in the text or in the box that has the caret. Refuses the key where nothing is underlined,
// so that it stays with whoever else uses it.
import { Point, Range } from 'slate';
import type { KeyboardEvent } from 'react';
import type { NoteSlate } from '../slateTypes.ts';
import { nearestInBox, noteBox, type NoteBox } from './boxTexts.ts';
import type { Spelling } from './useSpelling.tsx';
import type { Wording } from './useWording.tsx';
import { nearestFind } from './wording.ts';

function openInBox(box: NoteBox, wording: Wording, spelling: Spelling): boolean {
  const both = [
    ...wording.inBox(box).map((find) => ({ start: find.start, end: find.end, open: () => wording.open(find) })),
    ...spelling.inBox(box).map((find) => ({ start: find.start, end: find.end, open: () => spelling.open(find) })),
  ].toSorted((a, b) => a.start - b.start);
  const nearest = nearestInBox(both, box.selectionStart);
  nearest?.open();
  return nearest !== undefined;
}

/** True when the press was used. */
export function openSuggestion(editor: NoteSlate, event: KeyboardEvent<HTMLElement>, wording: Wording, spelling: Spelling): boolean {
  if (event.key !== '.' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return false;
  const box = noteBox(event.target);
  if (box !== null) return openInBox(box, wording, spelling);
  const word = wording.nearest();
  const spelled = nearestFind(spelling.all(), editor.selection);
  const both = [
    ...(word ? [{ range: word.range, open: () => wording.open(word) }] : []),
    ...(spelled ? [{ range: spelled.range, open: () => spelling.open(spelled) }] : []),
  ].toSorted((a, b) => Point.compare(Range.start(a.range), Range.start(b.range)));
  const nearest = nearestFind(both, editor.selection);
  nearest?.open();
  return nearest !== undefined;
}
