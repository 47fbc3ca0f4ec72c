// Puts text on the clipboard by the copy command itself: the window has no permission for the
// asynchronous clipboard, on purpose. Refuses any format but plain text.

/** True when the text was taken; only inside a click or a key press. */
export function copyText(text: string): boolean {
  let taken = false;
  document.addEventListener('copy', (event) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = event.clipboardData !== null;
  }, { capture: true, once: true });
  document.execCommand('copy');
  return taken;
}
