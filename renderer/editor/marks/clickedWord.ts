// Which marked word a click is on, in running text or in a box. Refuses a click that selects.
import type { MouseEvent } from 'react';
import { ReactEditor } from 'slate-react';
import type { NoteSlate } from '../slateTypes.ts';
import { noteBox, type InBox, type NoteBox } from './boxTexts.ts';
import { isOn, spotOf } from './spots.ts';

/** Where marks of one kind are asked for. */
export type MarksAt<T, B extends InBox> = { readonly at: (x: number, y: number) => T | undefined; readonly inBox: (box: NoteBox) => readonly B[] };

/** The word under a plain click. */
export function clickedWord<T, B extends InBox>(editor: NoteSlate, event: MouseEvent<HTMLElement>, marks: MarksAt<T, B>): T | B | undefined {
  if (event.detail !== 1) return undefined;
  const { target, clientX: x, clientY: y } = event;
  const box = noteBox(target);
  if (box !== null) return box.selectionStart === box.selectionEnd ? marks.inBox(box).find((find) => isOn(spotOf(editor, find), x, y)) : undefined;
  return document.getSelection()?.isCollapsed === true && ReactEditor.hasEditableTarget(editor, target) ? marks.at(x, y) : undefined;
}
