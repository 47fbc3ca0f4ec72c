// The rules of a power cut: which un-synced writes and folder changes survive, in which pieces. Refuses to touch synced bytes
// outside an un-synced write (powersafe overwrite, the default assumption of SQLite as well; docs/faults.md says why).
import type { Random } from './random.ts';

export type DataOp = { readonly op: 'write'; readonly position: number; readonly bytes: Uint8Array } | { readonly op: 'resize'; readonly length: number };

/** One change of a folder; a rename within a folder is one change, so it is atomic. */
export type EntryOp<N> = { readonly remove: string | null; readonly add: { readonly name: string; readonly node: N } | null };

type Fate = 'kept' | 'dropped' | 'garbled' | 'partial';

function sized(bytes: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  out.set(bytes.subarray(0, Math.min(bytes.length, length)));
  return out;
}

/** All of the pending changes, in order: what a sync makes durable. */
export function replay(durable: Uint8Array, pending: readonly DataOp[]): Uint8Array {
  let length = durable.length;
  let most = length;
  for (const op of pending) {
    length = op.op === 'resize' ? op.length : Math.max(length, op.position + op.bytes.length);
    most = Math.max(most, length);
  }
  const out = new Uint8Array(most);
  out.set(durable);
  let end = durable.length;
  for (const op of pending) {
    if (op.op === 'write') {
      out.set(op.bytes, op.position);
      end = Math.max(end, op.position + op.bytes.length);
    } else {
      if (op.length < end) out.fill(0, op.length, end);
      end = op.length;
    }
  }
  return out.subarray(0, end);
}

function garbage(length: number, random: Random): Uint8Array {
  const style = random.int(3);
  if (style === 0) return new Uint8Array(length);
  if (style === 1) return new Uint8Array(length).fill(0xff);
  return random.bytes(length);
}

/** Applies one write, whole or in pieces of a sector; each piece is kept, dropped or garbled on its own. */
function applyWrite(bytes: Uint8Array, op: Extract<DataOp, { op: 'write' }>, fate: Fate, random: Random): Uint8Array {
  if (fate === 'dropped') return bytes;
  const end = op.position + op.bytes.length;
  const sector = random.chance(0.5) ? 512 : 4096;
  let out = bytes;
  let from = op.position;
  while (from < end) {
    const to = fate === 'kept' ? end : Math.min(end, (Math.floor(from / sector) + 1) * sector);
    const lot = fate === 'partial' ? random.pick(['kept', 'dropped', 'garbled'] as const) : fate;
    if (lot !== 'dropped') {
      // The size on the disk reaches only as far as the last piece that got there.
      if (out.length < to) out = sized(out, to);
      const piece = lot === 'garbled' ? garbage(to - from, random) : op.bytes.subarray(from - op.position, to - op.position);
      out.set(piece, from);
    }
    from = to;
  }
  return out;
}

function fateOf(mode: number, index: number, cut: number, random: Random): Fate {
  if (mode === 0) return 'dropped';
  if (mode === 1) return 'kept';
  if (mode === 2) return index < cut ? 'kept' : index === cut ? 'partial' : 'dropped';
  return random.pick(['kept', 'dropped', 'garbled', 'partial'] as const);
}

/** What a file may hold after the cut, given what was durable and what was not yet. */
export function settleFile(durable: Uint8Array, pending: readonly DataOp[], random: Random): Uint8Array {
  if (pending.length === 0) return durable;
  const mode = random.int(4);
  const cut = random.int(pending.length + 1);
  let out: Uint8Array = durable.slice();
  let furthest = durable.length;
  pending.forEach((op, index) => {
    furthest = Math.max(furthest, op.op === 'write' ? op.position + op.bytes.length : op.length);
    const fate = fateOf(mode, index, cut, random);
    if (op.op === 'write') out = applyWrite(out, op, fate, random);
    else if (fate === 'kept' || (fate !== 'dropped' && random.chance(0.5))) out = sized(out, op.length);
  });
  // Metadata may be ahead of the data (a longer file with zeros or old bytes in the gap) or behind it (a shorter one, never
  // shorter than what was durable unless a cut was itself on its way).
  if (mode === 3 && furthest > out.length && random.chance(0.3)) {
    const from = out.length;
    const length = from + 1 + random.int(furthest - from);
    out = sized(out, length);
    out.set(garbage(length - from, random), from);
  } else if (mode === 3 && out.length > durable.length && random.chance(0.3)) {
    out = out.slice(0, durable.length + random.int(out.length - durable.length + 1));
  }
  return out;
}

/** What a folder may list after the cut: all, none, a prefix, or any subset in any order of what was not yet synced. */
export function settleEntries<N>(durable: ReadonlyMap<string, N>, pending: readonly EntryOp<N>[], random: Random): Map<string, N> {
  const out = new Map(durable);
  if (pending.length === 0) return out;
  const mode = random.int(5);
  let ops: readonly EntryOp<N>[];
  if (mode === 0) ops = [];
  else if (mode === 1) ops = pending;
  else if (mode === 2) ops = pending.slice(0, random.int(pending.length + 1));
  else if (mode === 3) ops = pending.filter(() => random.chance(0.5));
  else ops = random.shuffle(pending.filter(() => random.chance(0.7)));
  for (const op of ops) {
    if (op.remove !== null) out.delete(op.remove);
    if (op.add !== null) out.set(op.add.name, op.add.node);
  }
  return out;
}
