// Where Tab stops inside a note: each text field and each control, in the order of the page.
// Refuses to trap the keyboard: at the first and last stop Tab leaves the note.
import { Editor, Transforms, type Path } from 'slate';
import { ReactEditor } from 'slate-react';
import { currentTextField } from './blockCommands.ts';
import { leaveNote } from './leaveNote.ts';
import { scrollSettled } from '../ui/scrollSettled.ts';
import type { NoteSlate } from './slateTypes.ts';

function stopsOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-stop]')];
}

function currentStop(editor: NoteSlate, root: HTMLElement): Element | null {
  const active = document.activeElement;
  if (active && active !== root && root.contains(active)) return active;
  const path = currentTextField(editor);
  if (!path) return null;
  const [node] = Editor.node(editor, path);
  return ReactEditor.toDOMNode(editor, node).querySelector('[data-stop="text"]');
}

function nextStop(stops: readonly HTMLElement[], from: Element, backwards: boolean): HTMLElement | undefined {
  const at = stops.findIndex((stop) => stop === from);
  if (at >= 0) return stops[at + (backwards ? -1 : 1)];
  // The focus is on a part of a group that is not its stop: go by the order of the page.
  const after = (stop: HTMLElement) => (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return backwards ? stops.findLast((stop) => !after(stop)) : stops.find(after);
}

/**
 * Puts the caret at the end of the text field at `path`, in the page and in the note at once:
 * `ReactEditor.focus` waits while changes are pending, and letters typed meanwhile would go elsewhere.
 */
export function focusTextField(editor: NoteSlate, path: Path): void {
  const end = Editor.end(editor, path);
  const range = ReactEditor.resolveDOMRange(editor, { anchor: end, focus: end });
  ReactEditor.toDOMNode(editor, editor).focus({ preventScroll: true });
  if (range) document.getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.startContainer, range.startOffset);
  Transforms.select(editor, end);
}

/** Puts the keyboard into a stop. `still`: moves the page no more than to its edge, where the browser would put the stop in the middle. */
function enter(editor: NoteSlate, stop: HTMLElement, still = false): void {
  if (stop.dataset['stop'] === 'text') {
    const holder = stop.closest('[data-slate-node="element"]');
    if (holder) focusTextField(editor, ReactEditor.findPath(editor, ReactEditor.toSlateNode(editor, holder)));
  } else {
    stop.focus({ preventScroll: still });
    if (stop instanceof HTMLInputElement && stop.type === 'text') stop.select();
  }
  stop.scrollIntoView({ block: 'nearest' });
}

/** Moves to the next or previous stop, or out of the note; false where the browser must find the way. */
export function moveStop(editor: NoteSlate, root: HTMLElement, backwards: boolean): boolean {
  const from = currentStop(editor, root);
  if (!from) return false;
  const stop = nextStop(stopsOf(root), from, backwards);
  if (!stop) return leaveNote(root, backwards);
  enter(editor, stop);
  return true;
}

/** Moves to the first stop of a section and brings its heading into sight. */
export function moveToSection(editor: NoteSlate, root: HTMLElement, sectionId: string): void {
  const section = root.querySelector<HTMLElement>(`[data-section="${CSS.escape(sectionId)}"]`);
  const stop = section?.querySelector<HTMLElement>('[data-stop]');
  if (!section || !stop) return;
  enter(editor, stop);
  scrollSettled(section, 'start');
}

/** Moves to the first place that can be filled, without moving the page more than it must: the title of the note stays in sight where both fit. */
export function moveToFirst(editor: NoteSlate, root: HTMLElement): void {
  const [stop] = stopsOf(root);
  if (stop) enter(editor, stop, true);
}

/** Moves to a field by its id. */
export function moveToField(editor: NoteSlate, root: HTMLElement, fieldId: string): void {
  const field = root.querySelector<HTMLElement>(`[data-field-id="${CSS.escape(fieldId)}"]`);
  const stop = field?.querySelector<HTMLElement>('[data-stop]');
  if (!field || !stop) return;
  enter(editor, stop);
  scrollSettled(field, 'center');
}
