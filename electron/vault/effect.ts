// Sums up what a segment's frames do, and applies such a sum to the directory and the client keys.
// Refuses to look into sealed records.
import type { ClientKeys } from './clientKeys.ts';
import type { Directory, PlacedEntry } from './directory.ts';
import type { FrameAt, PlacedOp, WrappedKey } from './frameBody.ts';
import type { SegmentEffect } from './hint.ts';

export type EffectBuilder = {
  add(frame: FrameAt, savedAt: number, ops: readonly PlacedOp[]): void;
  build(): SegmentEffect;
  /** True while no frame was added. */
  empty(): boolean;
};

export function entryOf(frame: FrameAt, op: Extract<PlacedOp, { op: 'put' }>): PlacedEntry {
  return {
    recordId: op.recordId, kind: op.kind, clientId: op.clientId, revision: op.revision,
    segment: frame.segment, frameOffset: frame.offset, frameLength: frame.length, at: op.at, length: op.sealed.length,
  };
}

/** Collects frames of one segment in their order; only the last word about each record is kept. */
export function createEffectBuilder(): EffectBuilder {
  let savedAt: number | null = null;
  const shreds = new Set<string>();
  const deletes = new Set<string>();
  const keys = new Map<string, WrappedKey>();
  const puts = new Map<string, PlacedEntry>();

  const apply = (frame: FrameAt, op: PlacedOp): void => {
    switch (op.op) {
      case 'put':
        deletes.delete(op.recordId);
        puts.set(op.recordId, entryOf(frame, op));
        return;
      case 'delete':
        puts.delete(op.recordId);
        deletes.add(op.recordId);
        return;
      case 'shred':
        shreds.add(op.clientId);
        keys.delete(op.clientId);
        for (const entry of [...puts.values()]) if (entry.clientId === op.clientId) puts.delete(entry.recordId);
        return;
      case 'clientKey':
        keys.set(op.clientId, { clientId: op.clientId, ring: op.ring, sealed: op.sealed });
    }
  };
  return {
    add: (frame, at, ops) => {
      savedAt = at;
      for (const op of ops) apply(frame, op);
    },
    build: () => ({ savedAt, shreds: [...shreds], deletes: [...deletes], keys: [...keys.values()], puts: [...puts.values()] }),
    empty: () => savedAt === null,
  };
}

/** Brings directory and keys from the state before the segment to the state after it. */
export function applyEffect(effect: SegmentEffect, directory: Directory, keys: ClientKeys): void {
  for (const clientId of effect.shreds) {
    directory.shred(clientId);
    keys.forget(clientId);
  }
  for (const recordId of effect.deletes) directory.remove(recordId);
  for (const key of effect.keys) keys.adopt(key);
  for (const entry of effect.puts) directory.put(entry);
}

/** The same for one frame just written, without copying what stays. */
export function applyOps(frame: FrameAt, ops: readonly PlacedOp[], directory: Directory, keys: ClientKeys): void {
  for (const op of ops) {
    if (op.op === 'put') directory.put(entryOf(frame, op));
    else if (op.op === 'delete') directory.remove(op.recordId);
    else if (op.op === 'clientKey') keys.adopt({ clientId: op.clientId, ring: op.ring, sealed: op.sealed });
    else {
      directory.shred(op.clientId);
      keys.forget(op.clientId);
    }
  }
}
