// Tells main that this window has put something on the system's clipboard, so that main can take it back.
// Refuses to send what it was.
import { api } from '../api.ts';

/** The browser fills the clipboard after the event has run its way. */
const FILLED_AFTER_MS = 100;

/** Listens to every copy and cut anywhere in the window. */
export function tellCopies(): void {
  for (const kind of ['copy', 'cut'] as const) {
    globalThis.addEventListener(kind, () => {
      setTimeout(() => {
        // A locked or closing main has cleared what it knew of; there is no one to tell.
        api.app.copied({}).then(undefined, () => undefined);
      }, FILLED_AFTER_MS);
    }, { capture: true });
  }
}
