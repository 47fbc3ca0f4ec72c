// Brings the first of some words into view in the room that was just opened, and marks them without touching the
// page's elements. Refuses to wait for long: a place that does not appear leaves the page at its top.
import { scrollSettled } from '../ui/scrollSettled.ts';

const NAME = 'found-words';
const WAIT_MS = 4000;

function rangesOf(root: Node, words: readonly string[]): Range[] {
  const wanted = words.map((word) => word.toLocaleLowerCase());
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').toLocaleLowerCase();
    for (const word of wanted) {
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}

/** The place where most of the words stand together, by the element that holds them. */
function bestOf(ranges: readonly Range[]): Range | undefined {
  const weight = (range: Range): number => ranges.filter((other) => range.startContainer.parentElement?.contains(other.startContainer) === true).length;
  return ranges.toSorted((a, b) => weight(b) - weight(a))[0];
}

/** Marks `words` inside the element `id` once they are there. Returns how to take the marks away. */
export function showPlace(id: string, words: readonly string[]): () => void {
  const root = document.getElementById(id);
  if (root === null || words.length === 0) return () => undefined;
  const look = (): boolean => {
    // A long note comes onto the page part by part; the place may be in one that is still to come.
    if (root.querySelector('[data-pending]') !== null) return false;
    const ranges = rangesOf(root, words);
    const best = bestOf(ranges);
    if (best === undefined) return false;
    CSS.highlights.set(NAME, new Highlight(...ranges));
    if (best.startContainer.parentElement) scrollSettled(best.startContainer.parentElement, 'center');
    return true;
  };
  const observer = new MutationObserver(() => { if (look()) stop(); });
  const late = setTimeout(() => stop(), WAIT_MS);
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(late);
  };
  if (look()) stop();
  else observer.observe(root, { childList: true, subtree: true, characterData: true });
  return () => {
    stop();
    CSS.highlights.delete(NAME);
  };
}
