// Tells open screens that a record has changed so that they ask again. Refuses to carry the record.
const listeners = new Set<() => void>();

/** Called after a write has been acknowledged. */
export function announceChange(): void {
  for (const listener of [...listeners]) listener();
}

/** Calls back after every write of this window, and when the window comes back to the front (a day may have passed). */
export function onChange(listener: () => void): () => void {
  const onFocus = () => listener();
  listeners.add(listener);
  globalThis.addEventListener('focus', onFocus);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener('focus', onFocus);
  };
}
