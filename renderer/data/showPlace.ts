// Brings the first of some words into view in the room that was just opened, or in the dialog over it, and marks them
// without touching the page's elements. Refuses to wait for long: a place that does not appear leaves the page at its top.
import { scrollSettled } from '../ui/scrollSettled.ts';
import { scrollInBox } from './scrollInBox.ts';
import { markBoxes } from './boxMarks.ts';
import { bestOf, foundIn, type FoundBox } from './foundWords.ts';

const NAME = 'found-words';
const WAIT_MS = 4000;

/** What is folded away around it is opened. */
function unfold(element: Element | null): void {
  for (let fold = element?.closest('details') ?? null; fold !== null; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
}

/** False while a dialog around the box has not taken the keyboard yet: it would take it away again. */
function mark({ box, places: [[from, to] = [0, 0]] }: FoundBox): boolean {
  const dialog = box.closest('[role=dialog]');
  if (dialog !== null && !dialog.contains(document.activeElement)) return false;
  box.focus();
  box.setSelectionRange(from, to);
  scrollInBox(box, from);
  return true;
}

type Wanted = { readonly words: readonly string[]; /** The part that holds them (its `data-place`), where the record has several. */ readonly at: string | null };

function placeOf(id: string, at: string | null): Element | null {
  // The last one is in front: a dialog stands after the room.
  return at === null ? document.getElementById(id) : [...document.querySelectorAll(`[data-place="${CSS.escape(at)}"]`)].at(-1) ?? null;
}

/** Marks `words` inside the element `id`, or inside the part `at`, once they are there. Returns how to take the marks away. */
export function showPlace(id: string, { words, at }: Wanted): () => void {
  if (words.length === 0 && at === null) return () => undefined;
  let shown: Element | null = null;
  let unmark = (): void => undefined;
  const show = (element: Element | null): void => {
    if (element === null) return;
    unfold(element);
    scrollSettled(element, 'center');
  };
  const look = (): boolean => {
    const place = placeOf(id, at);
    // A long note comes onto the page part by part; the place may be in one that is still to come.
    if (place === null || place.querySelector('[data-pending]') !== null) return false;
    const found = foundIn(place, words);
    const best = bestOf(found);
    if (best === undefined) {
      // The part itself, while the words are not in sight.
      if (at !== null && shown !== place) show(place);
      shown = place;
      return false;
    }
    CSS.highlights.set(NAME, new Highlight(...found.ranges));
    unmark();
    unmark = markBoxes(found.boxes);
    if (best instanceof Range) show(best.startContainer.parentElement);
    else {
      show(best.box);
      return mark(best);
    }
    return true;
  };
  const again = (): void => { if (look()) stop(); };
  const observer = new MutationObserver(again);
  const late = setTimeout(() => stop(), WAIT_MS);
  const stop = (): void => {
    observer.disconnect();
    document.removeEventListener('focusin', again);
    clearTimeout(late);
  };
  if (look()) stop();
  else {
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    document.addEventListener('focusin', again);
  }
  return () => {
    stop();
    unmark();
    CSS.highlights.delete(NAME);
  };
}
