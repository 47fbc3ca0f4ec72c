// `current`: which segments are live, how long each finished one is and how it ends, and the ring keys.
// The only switch point of the log. Refuses bytes that this vault's key did not seal.
import { NONCE_BYTES, deriveSubkey, seal, unseal, zero } from './crypto.ts';
import { ByteReader, ByteWriter, FormatError } from './bytes.ts';
import type { Ring } from './clientKeys.ts';
import { FORMAT_VERSION } from './layout.ts';
import type { LogContext } from './layout.ts';
import { readPair, writePair } from './pairFile.ts';
import type { PairParse } from './pairFile.ts';
import type { SegmentHead } from './segmentHead.ts';

/** How a finished segment ends. A segment without an ending is (or was, before a crash) the one written to. */
export type SegmentEnd = { readonly length: number; readonly lastSequence: number; readonly lastTag: Uint8Array };

export type SegmentRecord = SegmentHead & { readonly end: SegmentEnd | null };

export type Current = {
  readonly generation: number;
  /** Version of the records' own schema, for migrations. */
  readonly dataVersion: number;
  /** No segment ever gets a number below this one: numbers are never reused. */
  readonly nextSegment: number;
  readonly segments: readonly SegmentRecord[];
  readonly rings: readonly Ring[];
};

const MAGIC = Buffer.from('TLCUR\0\0\0', 'latin1');
const SALT_BYTES = 32;
const CLEAR_BYTES = MAGIC.length + 2 + 2 + 8 + SALT_BYTES + NONCE_BYTES;

/** A key of its own for every writing (32 random bytes of salt), so that no nonce can repeat under it. */
export function encodeCurrent(context: LogContext, current: Current): Uint8Array {
  const salt = context.random(SALT_BYTES);
  const nonce = context.random(NONCE_BYTES);
  const clear = new ByteWriter(CLEAR_BYTES).bytes(MAGIC).u16(FORMAT_VERSION).u16(0).u64(current.generation).bytes(salt).bytes(nonce).finish();
  const body = encodeParts(current);
  const key = deriveSubkey(context.keys.current, 'throughline/1/current-file', salt);
  const sealed = seal(key, nonce, Buffer.concat([clear, context.vaultId]), body);
  zero(key, body);
  return Buffer.concat([clear, sealed]);
}

function encodeParts(current: Current): Uint8Array {
  const out = new ByteWriter(4096).u32(current.dataVersion).u32(current.nextSegment).u32(current.rings.length);
  for (const ring of current.rings) out.u32(ring.id).bytes(ring.key);
  out.u32(current.segments.length);
  for (const segment of current.segments) {
    out.u32(segment.number).bytes(segment.salt).u64(segment.firstSequence).bytes(segment.startTag).u8(segment.end === null ? 0 : 1);
    if (segment.end !== null) out.u32(segment.end.length).u64(segment.end.lastSequence).bytes(segment.end.lastTag);
  }
  return out.finish();
}

/** For `readPair` and `writePair`: null where the bytes are not authentic. */
export function currentParser(context: LogContext): PairParse<Current> {
  return (bytes) => {
    try {
      const current = decodeCurrent(context, bytes);
      return { generation: current.generation, value: current };
    } catch {
      // Not sealed by this vault or not whole: the pair's other copy is asked then.
      return null;
    }
  };
}

function decodeCurrent(context: LogContext, bytes: Uint8Array): Current {
  const clear = new ByteReader(bytes.subarray(0, CLEAR_BYTES));
  if (!Buffer.from(clear.bytes(MAGIC.length)).equals(MAGIC) || clear.u16() !== FORMAT_VERSION || clear.u16() !== 0) throw new FormatError('current');
  const generation = clear.u64();
  const key = deriveSubkey(context.keys.current, 'throughline/1/current-file', clear.bytes(SALT_BYTES));
  const aad = Buffer.concat([bytes.subarray(0, CLEAR_BYTES), context.vaultId]);
  const body = unseal(key, clear.bytes(NONCE_BYTES), aad, bytes.subarray(CLEAR_BYTES));
  zero(key);
  try {
    return { generation, ...decodeParts(new ByteReader(body)) };
  } finally {
    zero(body);
  }
}

function decodeParts(source: ByteReader): Omit<Current, 'generation'> {
  const dataVersion = source.u32();
  const nextSegment = source.u32();
  const rings: Ring[] = [];
  for (let left = source.u32(); left > 0; left--) rings.push({ id: source.u32(), key: copyOf(source.bytes(32)) });
  const segments: SegmentRecord[] = [];
  for (let left = source.u32(); left > 0; left--) segments.push(decodeSegment(source));
  source.end();
  return { dataVersion, nextSegment, rings, segments };
}

function decodeSegment(source: ByteReader): SegmentRecord {
  const head = { number: source.u32(), salt: copyOf(source.bytes(32)), firstSequence: source.u64(), startTag: copyOf(source.bytes(16)) };
  const end = source.u8() === 0 ? null : { length: source.u32(), lastSequence: source.u64(), lastTag: copyOf(source.bytes(16)) };
  return { ...head, end };
}

/** A buffer of its own: never a view of one that is zeroed, nor a slice of the shared pool. */
function copyOf(bytes: Uint8Array): Uint8Array {
  const own = Buffer.alloc(bytes.length);
  own.set(bytes);
  return own;
}

export function readCurrent(context: LogContext): Promise<{ value: Current; generation: number; usedSpare: boolean } | null> {
  return readPair(context.fs, context.folder, 'current', currentParser(context));
}

/** Durable when it resolves. The generation must be above every one that was ever tried. */
export function writeCurrent(context: LogContext, current: Current): Promise<void> {
  return writePair(context.fs, context.folder, 'current', current.generation, encodeCurrent(context, current), currentParser(context));
}
