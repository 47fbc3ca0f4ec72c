// A file dropped on the window must not open in it (SECURITY 2.1, 13). Refuses drops that no editor
// has taken for itself.

/** Stops the browser's own answer to drags and drops anywhere in the window. */
export function refuseDrops(): void {
  for (const kind of ['dragover', 'drop'] as const) {
    globalThis.addEventListener(kind, (event) => {
      if (!event.defaultPrevented) event.preventDefault();
    });
  }
}
