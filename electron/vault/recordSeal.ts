// Seals one record under its client's own key, inside the frame's seal, and finds it again.
// Refuses a record put under another name, kind, client or revision.
import { AppError } from '../../shared/errors.ts';
import { NONCE_BYTES, seal, unseal, zero } from './crypto.ts';
import { ByteWriter } from './bytes.ts';
import type { PlacedEntry } from './directory.ts';
import { openFrame } from './frame.ts';
import type { FrameAt } from './frameBody.ts';
import { isPassingRead, readUpTo, withRetry } from './fsTools.ts';
import { FORMAT_VERSION, segmentKey } from './layout.ts';
import type { LogContext } from './layout.ts';
import type { SegmentFiles } from './segmentFiles.ts';
import type { DirectoryEntry } from './types.ts';

function recordAad(context: LogContext, entry: DirectoryEntry): Uint8Array {
  return new ByteWriter(512).bytes(Buffer.from('TLREC1', 'latin1')).u16(FORMAT_VERSION).bytes(context.vaultId)
    .id(entry.recordId).id(entry.kind).id(entry.clientId ?? '').u32(entry.revision).finish();
}

/** Nonce, ciphertext, tag. */
export function sealRecord(context: LogContext, key: Uint8Array, entry: DirectoryEntry, plain: Uint8Array): Uint8Array {
  const nonce = context.random(NONCE_BYTES);
  return Buffer.concat([nonce, seal(key, nonce, recordAad(context, entry), plain)]);
}

export function openRecord(context: LogContext, key: Uint8Array, entry: DirectoryEntry, sealed: Uint8Array): Uint8Array {
  return unseal(key, sealed.subarray(0, NONCE_BYTES), recordAad(context, entry), sealed.subarray(NONCE_BYTES));
}

export type RecordReader = {
  /** The body of an authentic frame. */
  body(frame: FrameAt): Promise<Uint8Array>;
  /** Plain bytes of a record; the caller zeroes them. Rejects with RECORD_DAMAGED. */
  read(entry: PlacedEntry, keyOf: (clientId: string | null) => Uint8Array | undefined): Promise<Uint8Array>;
  close(): void;
};

/** `saltOf` names the salt of a segment that the log knows. Keeps the last opened frame: an import holds many records in one. */
export function createRecordReader(context: LogContext, files: SegmentFiles, saltOf: (segment: number) => Uint8Array | undefined): RecordReader {
  let last: { readonly segment: number; readonly offset: number; readonly body: Promise<Uint8Array> } | null = null;
  const keys = new Map<number, Uint8Array>();

  const keyOfSegment = (segment: number): Uint8Array => {
    const known = keys.get(segment);
    if (known !== undefined) return known;
    const salt = saltOf(segment);
    if (salt === undefined) throw new Error('segment unknown');
    const key = segmentKey(context.keys, salt);
    keys.set(segment, key);
    return key;
  };
  const readBody = async ({ segment, offset, length }: FrameAt): Promise<Uint8Array> => {
    const frame = await withRetry(() => files.use(segment, (file) => readUpTo(file, offset, length)), isPassingRead);
    return openFrame({ key: keyOfSegment(segment), vaultId: context.vaultId, segment }, frame).body;
  };
  /** The promise is kept and not the bytes: of a thousand cards asked for at once, one reads their frame. */
  const bodyOf = async (entry: PlacedEntry): Promise<Uint8Array> => {
    if (last?.segment === entry.segment && last.offset === entry.frameOffset) return last.body;
    const kept = { segment: entry.segment, offset: entry.frameOffset, body: readBody({ segment: entry.segment, offset: entry.frameOffset, length: entry.frameLength }) };
    last = kept;
    try {
      return await kept.body;
    } catch (error) {
      if (last === kept) last = null;
      throw error;
    }
  };
  return {
    body: readBody,
    read: async (entry, keyOf) => {
      try {
        const body = await bodyOf(entry);
        // Looked up after the wait and used at once: a key handed over earlier might be zeroed by now.
        const key = keyOf(entry.clientId);
        if (key === undefined) throw new Error('no key of the client');
        return openRecord(context, key, entry, body.subarray(entry.at, entry.at + entry.length));
      } catch (cause) {
        throw new AppError('RECORD_DAMAGED', { kind: entry.kind }, { cause });
      }
    },
    close: () => {
      for (const key of keys.values()) zero(key);
      keys.clear();
      last = null;
    },
  };
}
