// Keys inside a group of buttons that is one tab stop: arrows, Home, End and the first letters of a
// label. Refuses to change a value: it says which button is meant.

/** Labels as they are matched: lower case, without marks over letters. */
function plain(label: string): string {
  return label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Index of the option that `key` moves to from `current`, or null. Letters look on from the current one. */
export function rovingIndex(key: string, current: number, labels: readonly string[]): number | null {
  const count = labels.length;
  if (count === 0) return null;
  switch (key) {
    case 'ArrowRight': case 'ArrowDown': return (current + 1) % count;
    case 'ArrowLeft': case 'ArrowUp': return (current - 1 + count) % count;
    case 'Home': return 0;
    case 'End': return count - 1;
    default:
  }
  if (key.length !== 1 || !/\p{L}|\p{N}/u.test(key)) return null;
  for (let step = 1; step <= count; step += 1) {
    const index = (current + step) % count;
    if (plain(labels[index] ?? '').startsWith(plain(key))) return index;
  }
  return null;
}
