// Gives a box that opens the keyboard at once. The library does so a frame later, and on a busy machine the next letters
// would be written into what stands behind it: a note. Refuses to scroll the page: the box is not at its place yet.

/** For `initialFocus`: true where the library still has to find something to focus. */
export function focusNow(element: HTMLElement | null | undefined): boolean {
  if (!element) return true;
  const before = document.activeElement;
  element.focus({ preventScroll: true });
  // Whoever waited for the focus to come may have led it on from there; it stays with them.
  return document.activeElement === before && before !== element;
}
