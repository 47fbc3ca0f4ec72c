// The first 128 bytes of a segment: whose it is, which one, the salt of its key, and where in the chain it begins.
// Refuses a head that this vault's key did not sign, or that lies under another number.
import { equalBytes, hmacSha256 } from './crypto.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { FORMAT_VERSION } from './layout.ts';

export const HEAD_BYTES = 128;
const SIGNED_BYTES = 96;
const MAGIC = Buffer.from('TLSEG\0\0\0', 'latin1');

export type SegmentHead = {
  readonly number: number;
  /** 32 random bytes; the segment's own key is derived from them. */
  readonly salt: Uint8Array;
  /** Sequence of the first frame this segment may hold. A frame of an earlier segment from here on is void. */
  readonly firstSequence: number;
  /** Tag of the frame before its first; zeros at the start of the log. */
  readonly startTag: Uint8Array;
};

export function encodeHead(head: SegmentHead, vaultId: Uint8Array, headKey: Uint8Array): Uint8Array {
  const signed = new ByteWriter(HEAD_BYTES)
    .bytes(MAGIC).u16(FORMAT_VERSION).u16(0).u32(head.number)
    .bytes(vaultId).bytes(head.salt).u64(head.firstSequence).bytes(head.startTag).u64(0)
    .finish();
  return Buffer.concat([signed, hmacSha256(headKey, signed)]);
}

/** null where these bytes are not the head of segment `number` of this vault. */
export function decodeHead(bytes: Uint8Array, number: number, vaultId: Uint8Array, headKey: Uint8Array): SegmentHead | null {
  if (bytes.length < HEAD_BYTES) return null;
  const signed = bytes.subarray(0, SIGNED_BYTES);
  if (!equalBytes(hmacSha256(headKey, signed), bytes.subarray(SIGNED_BYTES, HEAD_BYTES))) return null;
  const source = new ByteReader(signed);
  if (!equalBytes(source.bytes(MAGIC.length), MAGIC) || source.u16() !== FORMAT_VERSION || source.u16() !== 0) return null;
  if (source.u32() !== number || !equalBytes(source.bytes(16), vaultId)) return null;
  const salt = Buffer.from(source.bytes(32));
  const firstSequence = source.u64();
  return { number, salt, firstSequence, startTag: Buffer.from(source.bytes(16)) };
}
