// Which keys move the caret without writing. Refuses letters: what is done for these keys costs a letter one look-up.
const CARET_KEYS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);

/** True for a key that moves the caret inside a text or a box. */
export function movesCaret(key: string): boolean {
  return CARET_KEYS.has(key);
}
