// Carries structured-cloneable values over a text channel without losing their types, so that the
// stand-in's process border behaves like Electron's. Refuses everything structured clone refuses,
// and host objects (Blob, ImageData) that Electron's channel refuses too.

export type Codec = { encode: (value: unknown) => string; decode: (text: string) => unknown };

/**
 * Builds the codec. Self-contained on purpose: the same source text also runs inside the page, so
 * it may use nothing but the language and `structuredClone`.
 *
 * Plain trees travel as JSON; all else becomes a flat table, walked without recursion: depth costs no stack.
 */
export function makeCodec(): Codec {
  type Row = [tag: string, ...parts: unknown[]];
  const UNDEFINED = -1, HOLE = -2, NAN = -3, INFINITE = -4, NEGATIVE_INFINITE = -5, NEGATIVE_ZERO = -6;
  const VIEWS = ['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array',
    'Float16Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'DataView'];
  const ERRORS = ['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];

  function refuse(): never {
    throw new Error('An object could not be cloned.');
  }

  function toBase64(bytes: Uint8Array): string {
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);
  }

  function fromBase64(text: string): ArrayBuffer {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes.buffer;
  }

  const PLAIN_DEPTH = 100;

  /** A tree that JSON gives back as it is: most of what an app sends. The table below takes several times as long. */
  function isPlain(root: unknown): boolean {
    const seen = new Set<object>();
    let level: unknown[] = [root];
    for (let depth = 0; level.length > 0; depth += 1) {
      if (depth > PLAIN_DEPTH) return false;
      const next: unknown[] = [];
      for (const item of level) {
        if (item === null || typeof item === 'string' || typeof item === 'boolean') continue;
        if (typeof item === 'number') {
          if (!Number.isFinite(item) || Object.is(item, -0)) return false;
          continue;
        }
        if (typeof item !== 'object' || seen.has(item)) return false;
        seen.add(item);
        if (Array.isArray(item)) {
          // Places come before names: so many keys, and the last of them a place, leave room for neither hole nor name.
          const keys = Object.keys(item);
          if (keys.length !== item.length || (keys.length > 0 && keys[keys.length - 1] !== String(item.length - 1))) return false;
        } else if (Object.getPrototypeOf(item) !== Object.prototype || 'toJSON' in item) return false;
        for (const entry of Object.values(item) as unknown[]) next.push(entry);
      }
      level = next;
    }
    return true;
  }

  function encode(value: unknown): string {
    const root: unknown = structuredClone(value);
    if (isPlain(root)) return JSON.stringify({ plain: root });
    const rows: unknown[] = [];
    const seen = new Map<object, number>();
    const waiting: (() => void)[] = [];

    function place(item: unknown): number {
      if (item === undefined) return UNDEFINED;
      if (typeof item === 'number') {
        if (Number.isNaN(item)) return NAN;
        if (item === Infinity) return INFINITE;
        if (item === -Infinity) return NEGATIVE_INFINITE;
        if (Object.is(item, -0)) return NEGATIVE_ZERO;
      }
      if (typeof item === 'bigint') return rows.push(['bigint', item.toString()]) - 1;
      if (typeof item !== 'object' || item === null) return rows.push(item) - 1;
      const known = seen.get(item);
      if (known !== undefined) return known;
      const at = rows.push(null) - 1;
      seen.set(item, at);
      waiting.push(() => { rows[at] = describe(item); });
      return at;
    }

    function describe(item: object): Row {
      const kind = Object.prototype.toString.call(item).slice(8, -1);
      if (Array.isArray(item)) {
        const parts: unknown[] = ['array', item.length];
        const keys = Object.keys(item);
        if (keys.length === item.length && keys.every((key, index) => key === String(index))) return [...parts, 'dense', item.map(place)] as unknown[] as Row;
        return [...parts, 'sparse', keys.flatMap((key) => [key, place((item as unknown as Record<string, unknown>)[key])])] as unknown[] as Row;
      }
      if (ArrayBuffer.isView(item)) return ['view', kind, toBase64(new Uint8Array(item.buffer, item.byteOffset, item.byteLength))];
      if (item instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(item))];
      if (item instanceof Date) return ['date', place(item.getTime())];
      if (item instanceof RegExp) return ['regexp', item.source, item.flags];
      if (item instanceof Map) return ['map', [...item].flatMap(([key, entry]) => [place(key), place(entry)])];
      if (item instanceof Set) return ['set', [...item].map(place)];
      if (item instanceof Error) return ['error', item.name, item.message, place(item.stack)];
      if (item instanceof Number || item instanceof String || item instanceof Boolean || item instanceof BigInt) return ['boxed', place(item.valueOf())];
      if (kind !== 'Object') return refuse();
      return ['object', Object.entries(item).flatMap(([key, entry]) => [key, place(entry)])];
    }

    const first = place(root);
    for (const next of waiting) next(); // grows while it is walked
    return JSON.stringify([first, rows]);
  }

  function decode(text: string): unknown {
    const read = JSON.parse(text) as { plain: unknown } | [number, unknown[]];
    if (!Array.isArray(read)) return read.plain;
    const [first, rows] = read;
    const made: unknown[] = [];
    const fill: (() => void)[] = [];

    function take(at: unknown): unknown {
      switch (at) {
        case UNDEFINED: case HOLE: return undefined;
        case NAN: return NaN;
        case INFINITE: return Infinity;
        case NEGATIVE_INFINITE: return -Infinity;
        case NEGATIVE_ZERO: return -0;
        default: return made[at as number];
      }
    }

    // A plain assignment to `__proto__` would change the prototype instead of keeping the key.
    function put(target: object, key: string, entry: unknown): void {
      Object.defineProperty(target, key, { value: entry, writable: true, enumerable: true, configurable: true });
    }

    function build([tag, ...parts]: Row): unknown {
      const list = parts as [never, never, never];
      switch (tag) {
        case 'bigint': return BigInt(parts[0] as string);
        case 'buffer': return fromBase64(parts[0] as string);
        case 'date': return new Date(NaN);
        case 'regexp': return new RegExp(parts[0] as string, parts[1] as string);
        case 'view': {
          const name = VIEWS.find((view) => view === parts[0]) ?? refuse();
          const View = (globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => object>)[name] ?? refuse();
          return new View(fromBase64(parts[1] as string));
        }
        case 'error': {
          const name = ERRORS.find((error) => error === parts[0]) ?? 'Error';
          const Constructor = (globalThis as unknown as Record<string, ErrorConstructor>)[name] ?? Error;
          const error = new Constructor(parts[1] as string);
          fill.push(() => { Object.defineProperty(error, 'stack', { value: take(parts[2]), writable: true, configurable: true }); });
          return error;
        }
        case 'boxed': return { boxed: parts[0] };
        case 'array': {
          const array: unknown[] = [];
          array.length = list[0];
          const entries = parts[2] as unknown[];
          fill.push(() => {
            if (parts[1] === 'dense') entries.forEach((entry, index) => { array[index] = take(entry); });
            else for (let at = 0; at < entries.length; at += 2) put(array, entries[at] as string, take(entries[at + 1]));
          });
          return array;
        }
        case 'map': {
          const map = new Map<unknown, unknown>();
          const entries = parts[0] as unknown[];
          fill.push(() => { for (let at = 0; at < entries.length; at += 2) map.set(take(entries[at]), take(entries[at + 1])); });
          return map;
        }
        case 'set': {
          const set = new Set<unknown>();
          fill.push(() => { for (const entry of parts[0] as unknown[]) set.add(take(entry)); });
          return set;
        }
        case 'object': {
          const object = {};
          const entries = parts[0] as unknown[];
          fill.push(() => { for (let at = 0; at < entries.length; at += 2) put(object, entries[at] as string, take(entries[at + 1])); });
          return object;
        }
        default: return refuse();
      }
    }

    for (const row of rows) made.push(Array.isArray(row) ? build(row as Row) : row);
    rows.forEach((row, at) => {
      if (!Array.isArray(row)) return;
      if (row[0] === 'boxed') made[at] = Object(take(row[1]));
      if (row[0] === 'date') (made[at] as Date).setTime(take(row[1]) as number);
    });
    for (const next of fill) next();
    return take(first);
  }

  return { encode, decode };
}
