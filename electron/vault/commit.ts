// From what a caller wants saved to one frame on the medium: checks, revisions, keys, seals, tries.
// Refuses a save that would overwrite what the caller has not seen, without letting it harm the saves beside it.
import { AppError, isAppError } from '../../shared/errors.ts';
import { zero } from './crypto.ts';
import type { ClientKeys } from './clientKeys.ts';
import { createCommitQueue } from './commitQueue.ts';
import type { CommitQueue, Waiting } from './commitQueue.ts';
import type { Directory } from './directory.ts';
import { applyOps } from './effect.ts';
import { decodeBody, encodeBody } from './frameBody.ts';
import type { FrameAt, FrameOp, WrappedKey } from './frameBody.ts';
import { isPassing, withRetry } from './fsTools.ts';
import { saveError } from './ioErrors.ts';
import { MAX_FRAME_BYTES } from './layout.ts';
import type { LogContext } from './layout.ts';
import type { VaultLock } from './lockFile.ts';
import type { Log } from './log.ts';
import { planJob } from './plan.ts';
import type { Planned, Plan } from './plan.ts';
import { sealRecord } from './recordSeal.ts';
import { quietly } from './segment.ts';
import type { CommitReceipt, RecordSchemas, VaultOp } from './types.ts';
import { encodeValue } from './valueCodec.ts';

/** An operation with its value already checked and turned into bytes, so that the caller may go on changing it. */
export type EncodedOp = Exclude<VaultOp, { op: 'put' }> | (Omit<Extract<VaultOp, { op: 'put' }>, 'value'> & { readonly plain: Uint8Array });

export type Committer = {
  commit(ops: readonly VaultOp[]): Promise<CommitReceipt>;
  readonly queue: CommitQueue<readonly EncodedOp[], CommitReceipt>;
};

export type CommitParts = {
  readonly context: LogContext;
  readonly schemas: RecordSchemas;
  readonly log: Log;
  readonly keys: ClientKeys;
  readonly directory: Directory;
  readonly lock: VaultLock;
  /** After each frame, outside the time a save is waited for. */
  readonly after: () => Promise<void>;
};

type Job = Waiting<readonly EncodedOp[], CommitReceipt>;

/** Waiting saves are joined up to this size; a larger one has a frame to itself. */
const JOIN_BYTES = 1024 * 1024;
const OP_OVERHEAD = 512;
const ID = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,95}$/;
/** The first try, one at once in a new segment, and three more for errors that pass. */
const PAUSES_MS = [0, 0, 5, 20, 80];

export function createCommitter(parts: CommitParts): Committer {
  const queue = createCommitQueue<readonly EncodedOp[], CommitReceipt>(JOIN_BYTES, (batch) => writeBatch(parts, batch), parts.after);
  return {
    queue,
    commit: async (ops) => {
      // Everything in one frame is one state: a shred behind a put would have to undo part of its own frame.
      if (ops.some((op, index) => op.op === 'shred' && index > 0 && ops[index - 1]?.op !== 'shred')) throw new AppError('BAD_REQUEST', { part: 'order' });
      const encoded = ops.map((op) => encodeOp(parts.schemas, op));
      const bytes = encoded.reduce((sum, op) => sum + OP_OVERHEAD + (op.op === 'put' ? op.plain.length : 0), 0);
      if (bytes > MAX_FRAME_BYTES - OP_OVERHEAD) throw new AppError('SAVE_TOO_LARGE', { bytes, limit: MAX_FRAME_BYTES });
      try {
        return await queue.save(encoded, bytes, encoded.some((op) => op.op === 'shred'));
      } finally {
        for (const op of encoded) if (op.op === 'put') zero(op.plain);
      }
    },
  };
}

function encodeOp(schemas: RecordSchemas, op: VaultOp): EncodedOp {
  const ids = op.op === 'put' ? [op.recordId, op.kind, ...(op.clientId === null ? [] : [op.clientId])] : [op.op === 'delete' ? op.recordId : op.clientId];
  if (!ids.every((id) => typeof id === 'string' && ID.test(id))) throw new AppError('BAD_REQUEST', { part: 'id' });
  if (op.op !== 'put') return op;
  const { value, ...rest } = op;
  return { ...rest, plain: encodeValue(schemas, op.kind, value) };
}

async function writeBatch(parts: CommitParts, batch: readonly Job[]): Promise<void> {
  // Asked while the frame is being sealed, and awaited before a byte of it is written.
  const lockHeld = parts.lock.check();
  lockHeld.catch(() => undefined);
  const plan: Plan = { records: new Map(), shredded: new Set() };
  const accepted: { job: Job; planned: Planned }[] = [];
  for (const job of batch) {
    try {
      accepted.push({ job, planned: planJob(parts.directory, plan, job.job) });
    } catch (error) {
      // This caller's conflict; the others' saves go on.
      job.reject(error);
    }
  }
  if (accepted.length === 0) return;
  const ops = accepted.flatMap(({ planned }) => planned.ops);
  const savedAt = parts.context.now();
  const sequence = plan.shredded.size > 0 ? await writeShred(parts, savedAt, ops, plan.shredded) : await writeOps(parts, savedAt, sealOps(parts, ops, new Set()), lockHeld);
  for (const { job, planned } of accepted) job.resolve({ sequence, revisions: planned.revisions, savedAt });
}

/** Every frame restates the keys of its clients, so that one damaged frame never costs a client's other records. */
function sealOps(parts: CommitParts, ops: readonly EncodedOpAt[], shredded: ReadonlySet<string>): FrameOp[] {
  const { context, keys } = parts;
  const used = new Map<string, { key: Uint8Array; wrapped: WrappedKey }>();
  const created: Uint8Array[] = [];
  const keyFor = (clientId: string | null): Uint8Array => {
    const known = clientId === null ? undefined : used.get(clientId)?.key;
    if (known !== undefined) return known;
    const key = clientId !== null && shredded.has(clientId) ? undefined : keys.get(clientId);
    if (clientId === null) return key ?? context.keys.practice;
    const wrapped = keys.wrapped(clientId);
    if (key !== undefined && wrapped !== undefined) {
      used.set(clientId, { key, wrapped });
      return key;
    }
    const fresh = keys.create(clientId);
    created.push(fresh.key);
    used.set(clientId, fresh);
    return fresh.key;
  };
  const seen = new Set<string>();
  /** Where the revision before lies, so that earlier versions are found without a list of them in memory. */
  const priorOf = (recordId: string): FrameAt | undefined => {
    const entry = seen.has(recordId) ? undefined : parts.directory.get(recordId);
    seen.add(recordId);
    if (entry === undefined || (entry.clientId !== null && shredded.has(entry.clientId))) return undefined;
    return { segment: entry.segment, offset: entry.frameOffset, length: entry.frameLength };
  };
  const sealed = ops.map((op): FrameOp => {
    if (op.op === 'delete') seen.add(op.recordId);
    if (op.op !== 'put') return op.op === 'delete' ? { op: 'delete', recordId: op.recordId } : op;
    const { recordId, kind, clientId, revision, plain } = op;
    const prior = priorOf(recordId);
    return { op: 'put', recordId, kind, clientId, revision, ...(prior === undefined ? {} : { prior }), sealed: sealRecord(context, keyFor(clientId), { recordId, kind, clientId, revision }, plain) };
  });
  // Opened again from its sealed form, once that is on the medium.
  zero(...created);
  const shreds = sealed.filter((op) => op.op === 'shred');
  return [...shreds, ...[...used.values()].map(({ wrapped }) => ({ op: 'clientKey' as const, ...wrapped })), ...sealed.filter((op) => op.op !== 'shred')];
}

type EncodedOpAt = Planned['ops'][number];

/** Resolves after the fsync, with memory brought up to what the medium holds. */
async function writeOps(parts: CommitParts, savedAt: number, ops: readonly FrameOp[], lockHeld: Promise<void> = parts.lock.check()): Promise<number> {
  const body = encodeBody(savedAt, ops);
  const placed = decodeBody(body).ops;
  let last: unknown;
  for (const [attempt, pause] of PAUSES_MS.entries()) {
    if (attempt > 1 && !isPassing(last)) break;
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      await (attempt === 0 ? lockHeld : parts.lock.check());
      const { frame, sequence } = await parts.log.append(body, (at, effect) => effect.add(at.frame, savedAt, placed));
      applyOps(frame, placed, parts.directory, parts.keys);
      return sequence;
    } catch (error) {
      if (isAppError(error)) throw error;
      last = error;
    }
  }
  throw saveError(last);
}

/**
 * A new ring key is made durable first, then one frame shreds the client and restates every other client's key under
 * it, then the old ring key is destroyed in both copies of `current`. Cut anywhere, the next opening finishes it.
 */
async function writeShred(parts: CommitParts, savedAt: number, ops: readonly EncodedOpAt[], shredded: ReadonlySet<string>): Promise<number> {
  const { keys, log, lock } = parts;
  try {
    await lock.check();
    keys.addRing(keys.newRing());
    await withRetry(() => log.saveCurrent());
    await withRetry(() => log.saveCurrent());
    const ring = keys.rings().at(-1);
    if (ring === undefined) throw new Error('no ring key');
    const rest: FrameOp[] = keys.rewrap(ring, shredded).map((wrapped) => ({ op: 'clientKey', ...wrapped }));
    const first = sealOps(parts, ops, shredded);
    const sequence = await writeOps(parts, savedAt, [...first.filter((op) => op.op === 'shred'), ...rest, ...withoutOld(first, ring.id)]);
    // Twice, because from here on these keys are nowhere else.
    const doubled = rest.length === 0 || (await quietly(() => writeOps(parts, savedAt, rest)));
    if (doubled) await destroyOldRings(parts);
    return sequence;
  } catch (error) {
    keys.dropUnusedRings();
    throw saveError(error);
  }
}

/** Keys restated under the old ring would undo the rewrapping: only those just made stay. */
function withoutOld(ops: readonly FrameOp[], ring: number): FrameOp[] {
  return ops.filter((op) => op.op !== 'shred' && (op.op !== 'clientKey' || op.ring === ring));
}

/** Both copies of `current` forget every ring key that no client needs. What fails is done at the next opening. */
export async function destroyOldRings(parts: Pick<CommitParts, 'keys' | 'log'>): Promise<void> {
  if (!parts.keys.dropUnusedRings()) return;
  await quietly(async () => {
    await withRetry(() => parts.log.saveCurrent());
    await withRetry(() => parts.log.saveCurrent());
  });
}
