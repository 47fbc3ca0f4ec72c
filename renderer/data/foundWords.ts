// Where some words stand inside an element: in its text, and in the boxes that a person writes in. Refuses to change
// the page.

type Found = { readonly ranges: readonly Range[]; readonly boxes: readonly FoundBox[] };
type Box = HTMLInputElement | HTMLTextAreaElement;
/** A box whose own text holds words, with their places in order. */
export type FoundBox = { readonly box: Box; readonly places: readonly [number, number][] };

function placesIn(text: string, words: readonly string[]): [number, number][] {
  const folded = text.toLocaleLowerCase();
  return words.flatMap((word) => {
    const places: [number, number][] = [];
    for (let at = folded.indexOf(word); word !== '' && at !== -1; at = folded.indexOf(word, at + word.length)) places.push([at, at + word.length]);
    return places;
  });
}

function textRanges(root: Node, words: readonly string[]): Range[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    // What a box was first filled with hangs below it as text that nobody sees; the sheet of its marks repeats it.
    if (node.parentElement?.closest('textarea, option, [hidden], .box-sheet')) continue;
    for (const [from, to] of placesIn(node.textContent ?? '', words)) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  }
  return ranges;
}

function foundBoxes(root: Element, words: readonly string[]): FoundBox[] {
  return [...root.querySelectorAll<Box>('input:not([aria-hidden=true]), textarea:not([aria-hidden=true])')].flatMap((box) => {
    // Null for dates, numbers and ticks: nothing can be marked in those.
    if (box.selectionStart === null) return [];
    const places = placesIn(box.value, words).toSorted((a, b) => a[0] - b[0]);
    return places.length === 0 ? [] : [{ box, places }];
  });
}

/** Every place of the words, whatever their case. */
export function foundIn(root: Element, words: readonly string[]): Found {
  const wanted = words.map((word) => word.toLocaleLowerCase());
  return { ranges: textRanges(root, wanted), boxes: foundBoxes(root, wanted) };
}

/** The place where most of the words stand together: by the element that holds them, or in a box. */
export function bestOf({ ranges, boxes }: Found): Range | FoundBox | undefined {
  const weight = (range: Range): number => ranges.filter((other) => range.startContainer.parentElement?.contains(other.startContainer) === true).length;
  const range = ranges.toSorted((a, b) => weight(b) - weight(a))[0];
  const box = boxes.toSorted((a, b) => b.places.length - a.places.length)[0];
  if (range === undefined || box === undefined) return range ?? box;
  return box.places.length > weight(range) ? box : range;
}
