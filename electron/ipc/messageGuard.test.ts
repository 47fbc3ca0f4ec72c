// The guard before the schemas: what gets through, what is refused, and that size costs neither stack nor time.
import { describe, expect, it } from 'vitest';
import { isAppError } from '../../shared/errors.ts';
import { GUARD_LIMITS, guardMessage, type GuardCodes } from './messageGuard.ts';

function refusedWith(message: unknown, codes?: GuardCodes): string {
  try {
    guardMessage(message, codes);
  } catch (error) {
    if (isAppError(error)) return `${error.code}/${String(error.facts['reason'])}`;
    throw error;
  }
  return 'accepted';
}

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
}

function holes(length: number): unknown[] {
  const array: unknown[] = [];
  array.length = length;
  return array;
}

describe('the guard', () => {
  it('lets plain data through', () => {
    expect(refusedWith({ a: 1, b: [null, true, 'text', { c: -1.5 }], d: {}, e: [] })).toBe('accepted');
    expect(refusedWith(Object.assign(Object.create(null), { a: 1 }))).toBe('accepted');
  });

  it.each([
    ['undefined', { a: undefined }], ['NaN', { a: NaN }], ['infinity', { a: Infinity }], ['a bigint', { a: 1n }], ['a symbol', { a: Symbol('s') }], ['a function', { a: () => 1 }],
    ['a date', { a: new Date(0) }], ['a map', { a: new Map([['k', 1]]) }], ['a set', { a: new Set([1]) }], ['bytes', { a: new Uint8Array(4) }], ['an error', { a: new Error('x') }],
    ['a boxed string', { a: Object('x') }], ['a regular expression', { a: /x/ }], ['a symbol key', { [Symbol('s')]: 1 }], ['an object of a class', { a: new (class Box { v = 1; })() }],
  ])('refuses %s', (_name, message) => {
    expect(refusedWith(message)).toBe('BAD_REQUEST/kind');
  });

  it('refuses keys that would change a prototype', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) expect(refusedWith(JSON.parse(`{"a":{"${key}":{"x":1}}}`))).toBe('BAD_REQUEST/key');
  });

  it('refuses arrays with holes, with names, and longer than the limit', () => {
    const named = Object.assign([1], { extra: 1 });
    expect(refusedWith({ a: holes(1) })).toBe('BAD_REQUEST/array');
    expect(refusedWith({ a: holes(4_294_967_295) })).toBe('BAD_REQUEST/array');
    expect(refusedWith({ a: named })).toBe('BAD_REQUEST/array');
    expect(refusedWith({ a: holes(GUARD_LIMITS.arrayLength + 1).fill(0) })).toBe('BAD_REQUEST/array');
  });

  it('stops at the depth limit, however deep it goes on', () => {
    expect(refusedWith(nested(GUARD_LIMITS.depth, (inner) => ({ inner })))).toBe('accepted');
    expect(refusedWith(nested(GUARD_LIMITS.depth + 1, (inner) => ({ inner })))).toBe('BAD_REQUEST/depth');
    expect(refusedWith(nested(200_000, (inner) => [inner]))).toBe('BAD_REQUEST/depth');
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(refusedWith(loop)).toBe('BAD_REQUEST/depth');
  });

  it('counts text and nodes', () => {
    expect(refusedWith({ a: 'x'.repeat(GUARD_LIMITS.textUnits + 1) })).toBe('BAD_REQUEST/text');
    expect(refusedWith({ a: Array.from({ length: 100 }, () => holes(2100).fill(0)) })).toBe('BAD_REQUEST/nodes');
  });

  it('gives the code of the channel where a person can meet the limit', () => {
    expect(refusedWith(nested(60, (inner) => [inner]), { depth: 'NOTE_TOO_DEEP' })).toBe('NOTE_TOO_DEEP/depth');
  });
});
