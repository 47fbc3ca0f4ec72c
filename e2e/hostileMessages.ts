// Messages that no screen of ours would send, as data: wrong counts, wrong kinds, too deep, too long, too
// many, poisoned keys, and random junk from a seed. None is valid for any channel.
import { createHash } from 'node:crypto';

export type Hostile = { name: string; args: unknown[] };

function nested(depth: number, kind: 'array' | 'object'): unknown {
  let value: unknown = 'bottom';
  for (let at = 0; at < depth; at += 1) value = kind === 'array' ? [value] : { inner: value };
  return value;
}

function withKey(key: string, value: unknown): object {
  return Object.defineProperty({}, key, { value, enumerable: true, configurable: true, writable: true });
}

function cyclic(): object {
  const value: Record<string, unknown> = {};
  value['self'] = value;
  return value;
}

/** Shapes that are tried on every channel. */
export function hostileShapes(): Hostile[] {
  const unknownKey = { surprise: true };
  const shapes: [string, unknown[]][] = [
    ['no argument', []], ['two arguments', [{}, {}]], ['ten arguments', Array.from({ length: 10 }, () => ({}))],
    ['undefined', [undefined]], ['null', [null]], ['true', [true]], ['zero', [0]], ['minus zero', [-0]], ['NaN', [NaN]], ['infinity', [Infinity]], ['a number', [42]], ['a big integer', [10n]],
    ['empty text', ['']], ['text', ['text']], ['a path', ['../../etc/passwd']], ['a windows path', ['C:\\Windows\\System32']], ['a file address', ['file:///etc/passwd']],
    ['an empty array', [[]]], ['an array', [[1, 2, 3]]], ['an array of objects', [[{}]]], ['a sparse array', [(() => { const list: unknown[] = []; list[5] = 1; return list; })()]],
    ['a date', [new Date(0)]], ['a bad date', [new Date(NaN)]], ['a map', [new Map([['a', 1]])]], ['a set', [new Set([1])]], ['bytes', [new Uint8Array([1, 2, 3])]], ['an error', [new Error('x')]], ['a pattern', [/x/]],
    ['an unknown key', [unknownKey]], ['a key __proto__', [withKey('__proto__', { admin: true })]], ['a key constructor', [withKey('constructor', { prototype: { admin: true } })]], ['a key prototype', [withKey('prototype', 1)]],
    ['an inner key __proto__', [{ details: withKey('__proto__', { admin: true }) }]], ['a key toString', [withKey('toString', 'x')]], ['a key then', [withKey('then', 'x')]], ['an empty key', [withKey('', 1)]],
    ['a cycle', [cyclic()]], ['objects 41 deep', [nested(41, 'object')]], ['objects 500 deep', [nested(500, 'object')]], ['arrays 500 deep', [{ list: nested(500, 'array') }]],
    ['100,000 entries', [{ list: Array.from({ length: 100_000 }, (_none, at) => at) }]], ['5,000 keys', [Object.fromEntries(Array.from({ length: 5000 }, (_none, at) => [`key${at}`, at]))]],
    ['a long text', [{ text: 'x'.repeat(1_000_000) }]], ['a long key', [withKey('k'.repeat(100_000), 1)]], ['a lone surrogate', [{ text: '\ud800' }]], ['a NUL', [{ text: '\u0000' }]],
    ['a passphrase that is a number', [{ passphrase: 7 }]], ['a passphrase that is a list', [{ passphrase: ['a', 'b'] }]], ['an empty passphrase and more', [{ passphrase: '', more: 1 }]],
    ['an id that is a path', [{ clientId: '../../../../etc/passwd', noteId: '../x', planId: '..', episodeId: '..' }]], ['an id that is an object', [{ clientId: {}, noteId: {}, planId: {}, episodeId: {} }]],
    ['ids of another kind', [{ clientId: 'a'.repeat(26), noteId: 'a'.repeat(26), planId: 'a'.repeat(26), episodeId: 'a'.repeat(26), zone: 1 }]],
    ['a revision below one', [{ revision: 0, noteId: 'a'.repeat(26) }]], ['a revision that is a fraction', [{ revision: 1.5 }]], ['a revision beyond count', [{ revision: Number.MAX_SAFE_INTEGER + 2 }]],
    ['a token that was never given', [{ folderToken: 'x'.repeat(40), passphrase: 'x'.repeat(2000) }]], ['a status of no kind', [{ status: 'everything' }]], ['a list for a status', [{ status: ['active'] }]],
    ['a name to print as', [{ suggestedName: '../../plan' }]], ['a place to print to', [{ to: 'http://evil.example/' }]], ['undefined for a value', [{ clientId: undefined, surprise: undefined }]],
    ['numbers as keys', [{ 0: 'a', 1: 'b', length: 2 }]], ['a settings object half made', [{ idleMinutes: 0, theme: 'pink' }]],
  ];
  return shapes.map(([name, args]) => ({ name, args }));
}

/** A stream of bytes from a seed, the same on every machine. */
function* stream(seed: string): Generator<number> {
  for (let block = 0; ; block += 1) yield* createHash('sha256').update(`${seed}:${String(block)}`).digest();
}

const KEYS = ['clientId', 'noteId', 'planId', 'revision', 'details', 'document', 'header', 'content', 'passphrase', 'start', 'command', 'text', 'reason', 'options', 'value', '__proto__', ''];

/** One random message: plain values and odd ones, never valid because it always has an unknown key. */
export function randomMessage(seed: string): Hostile {
  const bytes = stream(seed);
  const next = (): number => bytes.next().value as number;
  function value(depth: number): unknown {
    switch (next() % (depth > 5 ? 9 : 12)) {
      case 0: return null;
      case 1: return undefined;
      case 2: return next() % 2 === 0;
      case 3: return (next() - 128) * 10 ** (next() % 20);
      case 4: return NaN;
      case 5: return String.fromCharCode(...Array.from({ length: next() % 40 }, () => next() * 256 + next()));
      case 6: return new Date(next() * 1e10);
      case 7: return BigInt(next());
      case 8: return new Uint8Array([next(), next()]);
      case 9: return Array.from({ length: next() % 6 }, () => value(depth + 1));
      default: return object(depth + 1);
    }
  }
  function object(depth: number): object {
    const made = {};
    for (let count = next() % 6; count > 0; count -= 1) Object.defineProperty(made, KEYS[next() % KEYS.length] ?? 'x', { value: value(depth), enumerable: true, configurable: true, writable: true });
    return made;
  }
  return { name: `random ${seed}`, args: [Object.assign(object(0), { [`unknown${String(next())}`]: value(0) })] };
}
