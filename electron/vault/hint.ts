// The sealed directory of one finished segment, so that opening need not read the segment itself.
// Refuses a hint made for another state of the segment; a lost hint costs a scan and nothing else.
import { NONCE_BYTES, seal, unseal, zero } from './crypto.ts';
import { ByteReader, ByteWriter, FormatError } from './bytes.ts';
import type { SegmentEnd } from './currentFile.ts';
import type { PlacedEntry } from './directory.ts';
import { WRAPPED_KEY_BYTES } from './frameBody.ts';
import type { WrappedKey } from './frameBody.ts';
import { FORMAT_VERSION, hintKey } from './layout.ts';
import type { LogContext } from './layout.ts';

/** What a segment does to everything before it: first shreds, then deletes, then keys, then puts. */
export type SegmentEffect = {
  readonly savedAt: number | null;
  readonly shreds: readonly string[];
  readonly deletes: readonly string[];
  readonly keys: readonly WrappedKey[];
  readonly puts: readonly PlacedEntry[];
};

const MAGIC = Buffer.from('TLHNT\0\0\0', 'latin1');

function hintAad(context: LogContext, segment: number, end: SegmentEnd): Uint8Array {
  return new ByteWriter(80).bytes(MAGIC).u16(FORMAT_VERSION).bytes(context.vaultId).u32(segment).u32(end.length).u64(end.lastSequence).bytes(end.lastTag).finish();
}

export function encodeHint(context: LogContext, segment: number, salt: Uint8Array, end: SegmentEnd, effect: SegmentEffect): Uint8Array {
  const nonce = context.random(NONCE_BYTES);
  const key = hintKey(context.keys, salt);
  const sealed = seal(key, nonce, hintAad(context, segment, end), encodeEffect(effect));
  zero(key);
  return Buffer.concat([MAGIC, nonce, sealed]);
}

/** null where the hint is not authentic or not of this state of the segment. */
export function decodeHint(context: LogContext, segment: number, salt: Uint8Array, end: SegmentEnd, bytes: Uint8Array): SegmentEffect | null {
  const key = hintKey(context.keys, salt);
  try {
    const source = new ByteReader(bytes);
    if (!Buffer.from(source.bytes(MAGIC.length)).equals(MAGIC)) return null;
    const nonce = source.bytes(NONCE_BYTES);
    return decodeEffect(unseal(key, nonce, hintAad(context, segment, end), source.bytes(source.left)), segment);
  } catch {
    // Damaged, cut or of another state: the segment is scanned instead.
    return null;
  } finally {
    zero(key);
  }
}

function encodeEffect(effect: SegmentEffect): Uint8Array {
  const words = new Map<string, number>();
  const word = (text: string): number => {
    const known = words.get(text);
    if (known !== undefined) return known;
    words.set(text, words.size);
    return words.size - 1;
  };
  const puts = new ByteWriter(64 + effect.puts.length * 80).u32(effect.puts.length);
  for (const put of effect.puts) {
    puts.id(put.recordId).u32(word(put.kind)).u32(word(put.clientId ?? '')).u32(put.revision);
    puts.u32(put.frameOffset).u32(put.frameLength).u32(put.at).u32(put.length);
  }
  const out = new ByteWriter(puts.length + 4096).f64(effect.savedAt ?? Number.NaN);
  for (const list of [effect.shreds, effect.deletes, [...words.keys()]]) {
    out.u32(list.length);
    for (const text of list) out.id(text);
  }
  out.u32(effect.keys.length);
  for (const key of effect.keys) out.id(key.clientId).u32(key.ring).bytes(key.sealed);
  return out.bytes(puts.finish()).finish();
}

function decodeEffect(bytes: Uint8Array, segment: number): SegmentEffect {
  const source = new ByteReader(bytes);
  const savedAt = source.f64();
  const list = (): string[] => Array.from({ length: source.u32() }, () => source.id());
  const shreds = list();
  const deletes = list();
  const words = list();
  const keys = Array.from({ length: source.u32() }, () => ({ clientId: source.id(), ring: source.u32(), sealed: Buffer.from(source.bytes(WRAPPED_KEY_BYTES)) }));
  const wordAt = (index: number): string => {
    const found = words[index];
    if (found === undefined) throw new FormatError('word');
    return found;
  };
  const puts = Array.from({ length: source.u32() }, (): PlacedEntry => {
    const recordId = source.id();
    const kind = wordAt(source.u32());
    const clientId = wordAt(source.u32());
    return {
      recordId, kind, clientId: clientId === '' ? null : clientId, revision: source.u32(),
      segment, frameOffset: source.u32(), frameLength: source.u32(), at: source.u32(), length: source.u32(),
    };
  });
  source.end();
  return { savedAt: Number.isNaN(savedAt) ? null : savedAt, shreds, deletes, keys, puts };
}
