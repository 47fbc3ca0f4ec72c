// Turns silence into an error: whatever the stand-in does not implement throws when it is touched.
// Refuses nothing that is implemented.
import { notImplemented } from './control.ts';

/** Words that the language itself asks of any object (await, printing, JSON); absent is the right answer. */
const LANGUAGE_PROBES = new Set<string | symbol>(['then', 'toJSON', 'constructor', 'prototype', '$$typeof', 'asymmetricMatch', 'nodeType']);

/** Wraps a part of the stand-in so that reading or writing an unknown member throws. */
export function refuseUnknown<T extends object>(part: T, name: string): T {
  return new Proxy(part, {
    get(target, key) {
      if (!(key in target) && typeof key === 'string' && !LANGUAGE_PROBES.has(key)) throw notImplemented(`${name}.${key} is not implemented`);
      const value: unknown = Reflect.get(target, key, target);
      // Methods run on the part itself, so that private fields work behind the proxy.
      return typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value)) ? bound(target, key, value) : value;
    },
    set(target, key, value) {
      if (!(key in target)) throw notImplemented(`${name}.${String(key)} is not implemented`);
      return Reflect.set(target, key, value, target);
    },
  });
}

const bindings = new WeakMap<object, Map<string | symbol, { from: unknown; bound: unknown }>>();

/** The same bound function for the same member each time, so that listeners can be compared. */
function bound(target: object, key: string | symbol, method: unknown): unknown {
  const table = bindings.get(target) ?? new Map<string | symbol, { from: unknown; bound: unknown }>();
  bindings.set(target, table);
  const known = table.get(key);
  if (known !== undefined && known.from === method) return known.bound;
  const made: unknown = (method as (...args: unknown[]) => unknown).bind(target);
  table.set(key, { from: method, bound: made });
  return made;
}

/** Throws unless every option is one that the stand-in honours or may safely ignore. */
export function refuseUnknownOptions(options: object | undefined, known: readonly string[], name: string): void {
  for (const key of Object.keys(options ?? {})) {
    if (!known.includes(key)) throw notImplemented(`${name} does not know the option "${key}"`);
  }
}
