// A cheap look at a message before any schema sees it: plain data only, bounded in depth, size and
// count. Refuses without recursion, so that a hostile shape costs neither the stack nor much time.
import { AppError, type ErrorCode } from '../../shared/errors.ts';

export const GUARD_LIMITS = { depth: 40, textUnits: 12 * 1024 * 1024, nodes: 200_000, arrayLength: 50_000 } as const;

/** Keys that change an object's prototype when copied carelessly. */
const POISON_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Item = { readonly value: unknown; readonly depth: number };

type Reason = 'array' | 'kind' | 'key' | 'depth' | 'nodes' | 'text';

/** Thrown inside only; `guardMessage` turns it into the code of the channel. */
class Refused extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

function refuse(reason: Reason): never {
  throw new Refused(reason);
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) {
    if (value.length > GUARD_LIMITS.arrayLength) refuse('array');
    const keys = Object.keys(value);
    // A hole or a named property makes these differ.
    if (keys.length !== value.length) refuse('array');
    return keys.map((key) => ['', value[Number(key)]] as const);
  }
  if (!isPlainObject(value)) refuse('kind');
  if (Object.getOwnPropertySymbols(value).length > 0) refuse('kind');
  return Object.entries(value);
}

function checkLeaf(value: unknown): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  refuse('kind');
}

/** Codes that say more than BAD_REQUEST, where a person can run into a limit by honest work. */
export type GuardCodes = Readonly<Partial<Record<Reason, ErrorCode>>>;

/**
 * Throws BAD_REQUEST (or the code that `codes` gives for the reason) unless the value is plain data
 * within GUARD_LIMITS. A value that holds itself is refused by its depth.
 */
export function guardMessage(message: unknown, codes: GuardCodes = {}): void {
  try {
    walk(message);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new AppError(codes[error.reason] ?? 'BAD_REQUEST', { reason: error.reason });
  }
}

function walk(message: unknown): void {
  const waiting: Item[] = [{ value: message, depth: 0 }];
  let nodes = 0;
  let textUnits = 0;
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    nodes += 1;
    if (nodes > GUARD_LIMITS.nodes) refuse('nodes');
    const { value, depth } = item;
    if (typeof value === 'string') {
      textUnits += value.length;
      if (textUnits > GUARD_LIMITS.textUnits) refuse('text');
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= GUARD_LIMITS.depth) refuse('depth');
      for (const [key, inner] of entriesOf(value)) {
        if (POISON_KEYS.has(key)) refuse('key');
        textUnits += key.length;
        waiting.push({ value: inner, depth: depth + 1 });
      }
    } else {
      checkLeaf(value);
    }
  }
}
