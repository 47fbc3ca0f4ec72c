// Two things that cost every key more than the key itself, done another way. Refuses to change what the browser or
// Slate do: only work whose result nobody needs is left out.
import { Range } from 'slate';
import type { NoteSlate } from './slateTypes.ts';

/**
 * React reads the selection of a focused editable element before each commit, as offsets into its whole text, to put
 * it back if the focus was lost: a walk over every node of the note at every key. Slate puts its own selection back.
 * React asks the property `contentEditable`; the attribute, by which the browser goes, stays as it is.
 */
export function sparePropertyWalk(root: HTMLElement): void {
  Object.defineProperty(root, 'contentEditable', { configurable: true, get: () => 'inherit', set: (value: string) => { root.setAttribute('contenteditable', value); } });
}

/** What of the page scrolls a note. */
function scrollerOf(element: Element): Element | null {
  return element.closest('.note-screen__middle, .note-screen, .template-preview');
}

/** Keeps the caret in sight; looks at two boxes where the way the library goes asks every ancestor for its style. */
export function keepCaretInSight(editor: NoteSlate, domRange: globalThis.Range): void {
  const { selection } = editor;
  const caret = domRange.cloneRange();
  caret.collapse(selection !== null && Range.isBackward(selection));
  const leaf = caret.startContainer.parentElement;
  const box = caret.getBoundingClientRect();
  // A caret in an empty line has no box of its own; its line is where it stands.
  const shown = box.height === 0 ? leaf?.getBoundingClientRect() : box;
  const frame = leaf ? scrollerOf(leaf)?.getBoundingClientRect() : undefined;
  const [top, bottom] = [frame?.top ?? 0, frame?.bottom ?? window.innerHeight];
  if (!leaf || !shown || (shown.top >= top + TOOLBAR && shown.bottom <= bottom)) return;
  leaf.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Height that the toolbar covers at the top of the scroller. */
const TOOLBAR = 40;
