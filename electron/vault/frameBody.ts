// What a frame says: a list of operations in a compact binary form, still without plaintext of records.
// Refuses an operation it does not know, and bytes left over.
import { ByteReader, ByteWriter, FormatError } from './bytes.ts';

const BODY_VERSION = 1;
const PUT = 1;
const DELETE = 2;
const SHRED = 3;
const CLIENT_KEY = 4;
const PUT_AFTER = 5;

/** A client's data key, sealed under a ring key that is kept in `current` only. */
export type WrappedKey = { readonly clientId: string; readonly ring: number; readonly sealed: Uint8Array };

export const WRAPPED_KEY_BYTES = 12 + 32 + 16;

/** Where a frame lies, for the puts in it. */
export type FrameAt = { readonly segment: number; readonly offset: number; readonly length: number };

export type FrameOp =
  /** `prior`: the frame that holds the revision before this one; absent where there is none, or where it stands in this same frame. */
  | { readonly op: 'put'; readonly recordId: string; readonly kind: string; readonly clientId: string | null; readonly revision: number; readonly prior?: FrameAt | undefined; readonly sealed: Uint8Array }
  | { readonly op: 'delete'; readonly recordId: string }
  | { readonly op: 'shred'; readonly clientId: string }
  | ({ readonly op: 'clientKey' } & WrappedKey);

/** As decoded: a put also knows where in the body its sealed record begins. */
export type PlacedOp = Exclude<FrameOp, { op: 'put' }> | (Extract<FrameOp, { op: 'put' }> & { readonly at: number });

export type FrameBody = { readonly savedAt: number; readonly ops: readonly PlacedOp[] };

export function encodeBody(savedAt: number, ops: readonly FrameOp[]): Uint8Array {
  let size = 64;
  for (const op of ops) size += op.op === 'put' ? op.sealed.length + 320 : 360;
  const out = new ByteWriter(size).u8(BODY_VERSION).f64(savedAt).u32(ops.length);
  for (const op of ops) encodeOp(out, op);
  return out.finish();
}

function encodeOp(out: ByteWriter, op: FrameOp): void {
  switch (op.op) {
    case 'put':
      out.u8(op.prior === undefined ? PUT : PUT_AFTER).id(op.recordId).id(op.kind).id(op.clientId ?? '').u32(op.revision);
      if (op.prior !== undefined) out.u32(op.prior.segment).u32(op.prior.offset).u32(op.prior.length);
      out.u32(op.sealed.length).bytes(op.sealed);
      return;
    case 'delete':
      out.u8(DELETE).id(op.recordId);
      return;
    case 'shred':
      out.u8(SHRED).id(op.clientId);
      return;
    case 'clientKey':
      out.u8(CLIENT_KEY).id(op.clientId).u32(op.ring).bytes(op.sealed);
  }
}

/** Throws FormatError for anything that `encodeBody` does not write. */
export function decodeBody(bytes: Uint8Array): FrameBody {
  const source = new ByteReader(bytes);
  if (source.u8() !== BODY_VERSION) throw new FormatError('body version');
  const savedAt = source.f64();
  const count = source.u32();
  const ops: PlacedOp[] = [];
  for (let index = 0; index < count; index++) ops.push(decodeOp(source));
  source.end();
  return { savedAt, ops };
}

function decodeOp(source: ByteReader): PlacedOp {
  const type = source.u8();
  switch (type) {
    case PUT:
    case PUT_AFTER: {
      const recordId = source.id();
      const kind = source.id();
      const clientId = source.id();
      const revision = source.u32();
      const prior = type === PUT_AFTER ? { segment: source.u32(), offset: source.u32(), length: source.u32() } : undefined;
      const length = source.u32();
      const at = source.at;
      return { op: 'put', recordId, kind, clientId: clientId === '' ? null : clientId, revision, ...(prior === undefined ? {} : { prior }), sealed: source.bytes(length), at };
    }
    case DELETE:
      return { op: 'delete', recordId: source.id() };
    case SHRED:
      return { op: 'shred', clientId: source.id() };
    case CLIENT_KEY:
      return { op: 'clientKey', clientId: source.id(), ring: source.u32(), sealed: Buffer.from(source.bytes(WRAPPED_KEY_BYTES)) };
    default:
      throw new FormatError('unknown operation');
  }
}
