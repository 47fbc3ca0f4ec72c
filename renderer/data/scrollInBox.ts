// Scrolls a long text inside its own box to a place in it. The browser does so for typing only, so the height of the
// text before the place is measured in a sheet of the same shape. Refuses to change the text.

const SHAPE = ['font-family', 'font-size', 'font-weight', 'line-height', 'letter-spacing', 'padding', 'direction', 'unicode-bidi', 'text-align', 'tab-size'] as const;

/** A sheet on which text breaks as in the box. It stands nowhere yet. */
export function sheetOf(box: HTMLInputElement | HTMLTextAreaElement): HTMLDivElement {
  const sheet = document.createElement('div');
  const style = getComputedStyle(box);
  for (const name of SHAPE) sheet.style.setProperty(name, style.getPropertyValue(name));
  Object.assign(sheet.style, { position: 'absolute', boxSizing: 'border-box', inlineSize: `${String(box.clientWidth)}px`, whiteSpace: 'pre-wrap', overflowWrap: 'break-word' });
  return sheet;
}

/** Brings the sign at `at` to the middle of the box. One line scrolls by itself. */
export function scrollInBox(box: HTMLInputElement | HTMLTextAreaElement, at: number): void {
  if (box.scrollHeight <= box.clientHeight) return;
  const sheet = sheetOf(box);
  sheet.style.visibility = 'hidden';
  sheet.textContent = box.value.slice(0, at);
  document.body.append(sheet);
  box.scrollTop = sheet.scrollHeight - box.clientHeight / 2;
  sheet.remove();
}
