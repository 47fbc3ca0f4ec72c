// The way out of the note by Tab. Left to the browser, Tab in the last text goes to the first control inside the
// editable page, and Shift+Tab in the first control to the page itself: round and round. Refuses to choose within the note.

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

function takesTab(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && !element.matches(':disabled') && element.closest('[inert], [aria-hidden=true]') === null && element.getClientRects().length > 0;
}

/** Focuses what comes after the note on the page, or before it; false where nothing does. */
export function leaveNote(root: HTMLElement, backwards: boolean): boolean {
  const outside = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => !root.contains(element) && !element.contains(root) && takesTab(element));
  const isAfter = (element: HTMLElement) => (root.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const next = backwards ? outside.findLast((element) => !isAfter(element)) : outside.find(isAfter);
  next?.focus();
  return next !== undefined;
}
