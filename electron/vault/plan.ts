// Checks each save against the revisions that it will meet, those of saves in the same frame included.
// Refuses with SAVE_CONFLICT and leaves the plan of the others as it was.
import { AppError } from '../../shared/errors.ts';
import type { EncodedOp } from './commit.ts';
import type { Directory } from './directory.ts';
import type { DirectoryEntry } from './types.ts';

/** What the frame will have changed so far; null for a record that it removes. */
export type Plan = { records: Map<string, DirectoryEntry | null>; shredded: Set<string> };

export type PlannedOp = Exclude<EncodedOp, { op: 'put' }> | (Extract<EncodedOp, { op: 'put' }> & { readonly revision: number });

export type Planned = { readonly ops: readonly PlannedOp[]; readonly revisions: Readonly<Record<string, number>> };

/** Adds the job to the plan, all of it or nothing. */
export function planJob(directory: Directory, plan: Plan, job: readonly EncodedOp[]): Planned {
  const records = new Map(plan.records);
  const shredded = new Set(plan.shredded);
  const revisions: Record<string, number> = {};
  const ops: PlannedOp[] = [];
  const now = (recordId: string): DirectoryEntry | null => {
    const planned = records.get(recordId);
    if (planned !== undefined) return planned;
    const entry = directory.get(recordId);
    return entry === undefined || (entry.clientId !== null && shredded.has(entry.clientId)) ? null : entry;
  };
  for (const op of job) {
    if (op.op === 'shred') {
      shredded.add(op.clientId);
      for (const [recordId, entry] of records) if (entry?.clientId === op.clientId) records.set(recordId, null);
      ops.push(op);
      continue;
    }
    const entry = now(op.recordId);
    const current = entry?.revision ?? 0;
    if (op.expectedRevision !== current || (op.op === 'delete' && entry === null)) throw new AppError('SAVE_CONFLICT', { revision: current });
    if (op.op === 'delete') {
      records.set(op.recordId, null);
      ops.push(op);
      continue;
    }
    // A record never changes hands: its client's key and its kind are part of what it is.
    if (entry !== null && (entry.kind !== op.kind || entry.clientId !== op.clientId)) throw new AppError('SAVE_CONFLICT', { revision: current });
    const revision = current + 1;
    records.set(op.recordId, { recordId: op.recordId, kind: op.kind, clientId: op.clientId, revision });
    revisions[op.recordId] = revision;
    ops.push({ ...op, revision });
  }
  plan.records = records;
  plan.shredded = shredded;
  return { ops, revisions };
}
