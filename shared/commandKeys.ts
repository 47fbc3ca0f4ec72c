// How a key of the command table is read, shown and matched. Refuses to know any command.

/** Mod is Ctrl, or Command on a Mac. Ends with a letter, a digit, or the sign itself. */
export type Keys = `Mod+${string}` | `Alt+${string}` | '?';
export type Platform = 'mac' | 'windows' | 'linux';
export type KeyPress = { readonly key: string; readonly code: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean; readonly altKey: boolean };

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' };
// The order in which Macs write them.
const MAC_ORDER = ['Alt', 'Shift', 'Mod'];

// The sign + stands for itself when nothing follows it.
function partsOf(keys: Keys): string[] {
  return keys.split(/\+(?=.)/);
}

/** As people of this platform write it: `Ctrl+Shift+F`, `⇧⌘F`. */
export function keysLabel(keys: Keys, platform: Platform): string {
  const parts = partsOf(keys);
  if (platform !== 'mac') return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
  const held = MAC_ORDER.filter((part) => parts.includes(part)).map((part) => MAC_SIGNS[part]);
  const key = parts.at(-1) ?? '';
  return `${held.join('')}${MAC_SIGNS[key] ?? key}`;
}

/** As Electron's menus want it. */
export function accelerator(keys: Keys): string {
  return keys.replace('Mod', 'CmdOrCtrl');
}

// Digits by their place on the keyboard, letters by what they type; where that is no Latin letter, by their place.
function keyOf(press: KeyPress): string {
  if (press.code.startsWith('Digit')) return press.code.slice(5);
  if (press.code.startsWith('Key') && !/^[a-z]$/i.test(press.key)) return press.code.slice(3);
  return press.key.length === 1 ? press.key.toUpperCase() : press.key;
}

/** Whether a press asks for these keys; nothing more may be held. */
export function pressed(keys: Keys, press: KeyPress, platform: Platform): boolean {
  if (keys === '?') return press.key === '?' && !press.ctrlKey && !press.metaKey && !press.altKey;
  const parts = partsOf(keys);
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey;
  const other = platform === 'mac' ? press.ctrlKey : press.metaKey;
  return !other && mod === parts.includes('Mod') && press.shiftKey === parts.includes('Shift') && press.altKey === parts.includes('Alt') && keyOf(press) === parts.at(-1);
}
