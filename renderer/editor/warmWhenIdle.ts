// When the editor is warmed: once for a window, while nobody waits for it. Refuses to hold up a press, and to say
// anything where it fails: the first note is opened a little slower then.

/** The mark that is set in the window's timeline once the editor has been drawn ahead. */
const WARMED = 'editor-warmed';

let begun = false;

/** Fetches what draws a note and draws a small one, each in an idle moment. */
export function warmWhenIdle(): void {
  if (begun) return;
  begun = true;
  import('./warmEditor.tsx').then(({ warmEditor }) => requestIdleCallback(() => {
    warmEditor();
    performance.mark(WARMED);
  }), () => { begun = false; });
}
