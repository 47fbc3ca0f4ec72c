// Seeded pseudo-randomness, so that every failing case can be run again by its number. Refuses to be used for keys of real data.

export type Random = {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, below). */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  bytes(length: number): Uint8Array;
  shuffle<T>(items: readonly T[]): T[];
};

/** xorshift128 seeded by splitmix: same seed, same stream, on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const mix = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  let a = mix(), b = mix(), c = mix(), d = mix() | 1;
  const word = (): number => {
    let t = d;
    const s = a;
    d = c; c = b; b = s;
    t ^= t << 11; t ^= t >>> 8;
    a = (t ^ s ^ (s >>> 19)) >>> 0;
    return a;
  };
  const int = (below: number): number => (below <= 0 ? 0 : word() % below);
  return {
    next: () => word() / 0x1_0000_0000,
    int,
    chance: (probability) => word() / 0x1_0000_0000 < probability,
    pick: (items) => {
      const item = items[int(items.length)];
      if (item === undefined) throw new RangeError('pick from an empty list');
      return item;
    },
    bytes: (length) => {
      const out = new Uint8Array(length);
      for (let i = 0; i < length; i += 1) out[i] = word() & 0xff;
      return out;
    },
    shuffle: (items) => {
      const out = [...items];
      for (let i = out.length - 1; i > 0; i -= 1) {
        const j = int(i + 1);
        [out[i], out[j]] = [out[j] as typeof out[number], out[i] as typeof out[number]];
      }
      return out;
    },
  };
}
