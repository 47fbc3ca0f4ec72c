// What was chosen in the palette, last first, while the vault is open. Refuses to keep it: ids of clients go with the lock.
const MOST = 20;
let used: readonly string[] = [];

export function usedLines(): readonly string[] {
  return used;
}

export function noteUse(id: string): void {
  used = [id, ...used.filter((other) => other !== id)].slice(0, MOST);
}

export function forgetUses(): void {
  used = [];
}
