// One frame of the log: a clear prefix and a sealed body. Refuses a frame that was altered, moved to
// another segment or vault, or given another place in the sequence.
import { crc32 } from 'node:zlib';
import { AuthError, NONCE_BYTES, TAG_BYTES, seal, unseal } from './crypto.ts';
import { FORMAT_VERSION, MAX_FRAME_BYTES } from './layout.ts';

export const PREFIX_BYTES = 48;
export const FRAME_MAGIC = Buffer.from('TLF1', 'latin1');
/** Prefix, and the tag of an empty body. */
export const MIN_FRAME_BYTES = PREFIX_BYTES + TAG_BYTES;

const AT_LENGTH = 4;
const AT_SEQUENCE = 8;
const AT_NONCE = 16;
const AT_PREVIOUS = 28;
const AT_CHECKSUM = 44;
const TWO_32 = 2 ** 32;

export type FramePrefix = {
  /** Prefix and sealed body together, in bytes. */
  readonly length: number;
  readonly sequence: number;
  readonly nonce: Uint8Array;
  readonly previousTag: Uint8Array;
};

/** Where a frame belongs: bound into its seal besides the prefix itself. */
export type FramePlace = { readonly key: Uint8Array; readonly vaultId: Uint8Array; readonly segment: number };

/** The 48 clear bytes in front of a sealed body. */
export function encodePrefix(prefix: FramePrefix): Buffer {
  const bytes = Buffer.alloc(PREFIX_BYTES);
  FRAME_MAGIC.copy(bytes, 0);
  bytes.writeUInt32LE(prefix.length, AT_LENGTH);
  bytes.writeUInt32LE(prefix.sequence % TWO_32, AT_SEQUENCE);
  bytes.writeUInt32LE(Math.floor(prefix.sequence / TWO_32), AT_SEQUENCE + 4);
  bytes.set(prefix.nonce, AT_NONCE);
  bytes.set(prefix.previousTag, AT_PREVIOUS);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, AT_CHECKSUM)), AT_CHECKSUM);
  return bytes;
}

/** null where no believable prefix starts at `at`. The checksum is for finding frames; the seal is what is trusted. */
export function decodePrefix(source: Buffer, at: number): FramePrefix | null {
  if (at + PREFIX_BYTES > source.length) return null;
  const bytes = source.subarray(at, at + PREFIX_BYTES);
  if (!bytes.subarray(0, 4).equals(FRAME_MAGIC)) return null;
  if (bytes.readUInt32LE(AT_CHECKSUM) !== crc32(bytes.subarray(0, AT_CHECKSUM))) return null;
  const length = bytes.readUInt32LE(AT_LENGTH);
  const sequence = bytes.readUInt32LE(AT_SEQUENCE + 4) * TWO_32 + bytes.readUInt32LE(AT_SEQUENCE);
  if (length < MIN_FRAME_BYTES || length > MAX_FRAME_BYTES || !Number.isSafeInteger(sequence)) return null;
  return {
    length,
    sequence,
    nonce: bytes.subarray(AT_NONCE, AT_NONCE + NONCE_BYTES),
    previousTag: bytes.subarray(AT_PREVIOUS, AT_PREVIOUS + TAG_BYTES),
  };
}

/** Additional data of the seal: the whole prefix, format version, vault and segment. */
export function frameAad(prefix: Uint8Array, place: FramePlace): Uint8Array {
  const aad = Buffer.alloc(PREFIX_BYTES + 2 + 16 + 4);
  aad.set(prefix, 0);
  aad.writeUInt16LE(FORMAT_VERSION, PREFIX_BYTES);
  aad.set(place.vaultId, PREFIX_BYTES + 2);
  aad.writeUInt32LE(place.segment, PREFIX_BYTES + 18);
  return aad;
}

/** A whole frame, ready to be appended. Its tag is its last 16 bytes. */
export function sealFrame(place: FramePlace, sequence: number, nonce: Uint8Array, previousTag: Uint8Array, body: Uint8Array): Uint8Array {
  const length = PREFIX_BYTES + body.length + TAG_BYTES;
  const prefix = encodePrefix({ length, sequence, nonce, previousTag });
  return Buffer.concat([prefix, seal(place.key, nonce, frameAad(prefix, place), body)]);
}

/** The body of a frame given whole. Throws AuthError where a single bit of it is not as it was sealed. */
export function openFrame(place: FramePlace, frame: Uint8Array): { readonly prefix: FramePrefix; readonly body: Uint8Array } {
  const bytes = Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength);
  const prefix = decodePrefix(bytes, 0);
  if (prefix === null || prefix.length !== bytes.length) throw new AuthError();
  const aad = frameAad(bytes.subarray(0, PREFIX_BYTES), place);
  return { prefix, body: unseal(place.key, prefix.nonce, aad, bytes.subarray(PREFIX_BYTES)) };
}

/** The tag by which the next frame names this one. A copy, so that the frame can be let go. */
export function frameTag(frame: Uint8Array): Uint8Array {
  return Buffer.from(frame.subarray(frame.length - TAG_BYTES));
}
