// Proves that values keep their types and shapes over the border, and that what Electron refuses is refused.
import { describe, expect, it } from 'vitest';
import { makeCodec } from './codec.ts';

const { encode, decode } = makeCodec();
const trip = (value: unknown): unknown => decode(encode(value));

describe('values over the process border', () => {
  it('keeps typed values', () => {
    const value = {
      nothing: undefined, none: null, nan: NaN, minusZero: -0, infinite: [Infinity, -Infinity], big: 12n,
      date: new Date(86_400_000), badDate: new Date(NaN), pattern: /a+/gi, bytes: new Uint8Array([0, 255, 7]), floats: new Float64Array([1.5]),
      buffer: new Uint8Array([1, 2]).buffer, map: new Map<unknown, unknown>([['k', { deep: [1] }]]), set: new Set([1, 'two']), error: new RangeError('far'),
      lone: '\ud800', text: 'Ω naïve 🌱',
    };
    expect(trip(value)).toEqual(value);
    expect(Object.is((trip(value) as { minusZero: number }).minusZero, -0)).toBe(true);
    expect('nothing' in (trip(value) as object)).toBe(true);
    expect(trip(undefined)).toBeUndefined();
    expect((trip(Object('boxed')) as object).toString()).toBe('boxed');
    expect((trip(Object('boxed')))).toBeInstanceOf(String);
  });

  it('keeps holes, cycles, shared references and own __proto__ keys', () => {
    const sparse = [1, , 3]; // oxlint-disable-line no-sparse-arrays -- the hole is what is tested
    expect(1 in (trip(sparse) as unknown[])).toBe(false);
    expect((trip(sparse) as unknown[]).length).toBe(3);
    const loop: { self?: unknown; pair: unknown[] } = { pair: [] };
    loop.self = loop;
    loop.pair.push(loop.pair);
    const back = trip(loop) as typeof loop;
    expect(back.self).toBe(back);
    expect(back.pair[0]).toBe(back.pair);
    const hostile: unknown = JSON.parse('{"__proto__":{"polluted":true}}');
    const landed = trip(hostile) as object;
    expect(Object.keys(landed)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(landed)).toBe(Object.prototype);
  });

  it('keeps plain trees and tells them from what only looks plain', () => {
    const plain = { a: [1, 'x', null, true, { b: {} }, []], '': 0, toJSON: 'a word' };
    expect(trip(plain)).toEqual(plain);
    const named = Object.assign([1, 2], { name: 'n' });
    expect((trip(named) as typeof named).name).toBe('n');
    const holed = Object.assign([, 1], { name: 'n' }); // oxlint-disable-line no-sparse-arrays -- as many keys as places
    expect(0 in (trip(holed) as unknown[])).toBe(false);
    expect((trip(holed) as unknown as typeof named).name).toBe('n');
    let deep: unknown = 'bottom';
    for (let level = 0; level < 2_000; level += 1) deep = [deep];
    let back = trip(deep);
    for (let level = 0; level < 2_000; level += 1) back = (back as unknown[])[0];
    expect(back).toBe('bottom');
  });

  it('drops prototypes and refuses what cannot be cloned', () => {
    class Client { name = 'A'; greet(): string { return this.name; } }
    expect(Object.getPrototypeOf(trip(new Client()))).toBe(Object.prototype);
    for (const bad of [() => 1, Symbol('s'), { inner: () => 1 }, new WeakMap(), Promise.resolve(1), new Blob(['x'])]) {
      expect(() => encode(bad)).toThrow();
    }
  });
});
