// Tells open screens that a record has changed so that they ask again. Refuses to carry the record.
import { tellWritten } from './saveState.ts';

const listeners = new Set<() => void>();

/** Has every open screen ask again, where nothing was written here. */
export function askAgain(): void {
  for (const listener of [...listeners]) listener();
}

/** Called after a write has been acknowledged. */
export function announceChange(): void {
  tellWritten(Date.now());
  askAgain();
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
