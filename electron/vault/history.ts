// Earlier revisions of a record, found from frame to frame: every put names the frame of the one before it.
// Refuses to give back what its client's key no longer opens, and to hide that a frame on the way is damaged.
import { AppError } from '../../shared/errors.ts';
import { zero } from './crypto.ts';
import type { PlacedEntry } from './directory.ts';
import { entryOf } from './effect.ts';
import { decodeBody } from './frameBody.ts';
import type { FrameAt, FrameBody } from './frameBody.ts';
import { isPassingRead, readUpTo, withRetry } from './fsTools.ts';
import { segmentKey } from './layout.ts';
import type { OpenParts } from './openVault.ts';
import { scanSegment } from './scan.ts';
import type { RecordHistory, RecordSchemas } from './types.ts';
import { decodeEarlierValue } from './valueCodec.ts';

type Found = { readonly entry: PlacedEntry; readonly savedAt: number };
type Walk = { readonly found: readonly Found[]; readonly complete: boolean };
type Parts = Pick<OpenParts, 'context' | 'directory' | 'files' | 'keys' | 'log' | 'migrations' | 'reader'>;

/** Puts of the record in one frame, newest first, and the frame that the oldest of them names. */
function putsIn(frame: FrameAt, body: FrameBody, recordId: string, below: number): { found: Found[]; prior: FrameAt | undefined } {
  const puts = body.ops.flatMap((op) => (op.op === 'put' && op.recordId === recordId && op.revision < below ? [op] : [])).toReversed();
  return { found: puts.map((op) => ({ entry: entryOf(frame, op), savedAt: body.savedAt })), prior: puts.at(-1)?.prior };
}

/** Every older put of the record in the segments up to this one, where the way from frame to frame is broken. */
async function scanFor(parts: Parts, recordId: string, below: number, upTo: number): Promise<Found[]> {
  const byRevision = new Map<number, Found>();
  for (const { number, salt, firstSequence, end } of parts.log.snapshot().segments) {
    if (number > upTo) continue;
    const key = segmentKey(parts.context.keys, salt);
    try {
      const bytes = await withRetry(() => parts.files.use(number, (file) => readUpTo(file, 0, end.length)), isPassingRead);
      const { frames } = scanSegment(bytes, { key, vaultId: parts.context.vaultId, segment: number }, firstSequence);
      for (const { offset, length, body } of frames) {
        // What stood under this name before it was deleted was another record.
        if (body.ops.some((op) => op.op === 'delete' && op.recordId === recordId)) byRevision.clear();
        for (const one of putsIn({ segment: number, offset, length }, body, recordId, below).found) byRevision.set(one.entry.revision, one);
      }
    } catch (error) {
      // A segment that is gone or unreadable costs what stood in it; the numbers missing say so.
      if (!isReadError(error)) throw error;
    } finally {
      zero(key);
    }
  }
  return [...byRevision.values()].toSorted((a, b) => b.entry.revision - a.entry.revision);
}

function isReadError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

async function walk(parts: Parts, recordId: string, stopAt = 1): Promise<Walk> {
  const entry = parts.directory.get(recordId);
  if (entry === undefined) throw new AppError('NOT_FOUND');
  const found: Found[] = [];
  let below = entry.revision + 1;
  let at: FrameAt | undefined = { segment: entry.segment, offset: entry.frameOffset, length: entry.frameLength };
  while (at !== undefined && below > stopAt) {
    const body = await bodyAt(parts, at);
    const step: ReturnType<typeof putsIn> | null = body === null ? null : putsIn(at, body, recordId, below);
    // A put older than the naming of its predecessor ends the way too soon: what is left is looked for.
    if (step === null || step.found.length === 0 || (step.prior === undefined && (step.found.at(-1)?.entry.revision ?? 1) > 1)) {
      if (step !== null) found.push(...step.found);
      found.push(...await scanFor(parts, recordId, found.at(-1)?.entry.revision ?? below, at.segment));
      break;
    }
    found.push(...step.found);
    below = found.at(-1)?.entry.revision ?? 1;
    at = step.prior;
  }
  const last = found.at(-1)?.entry.revision ?? 0;
  return { found, complete: last <= stopAt && found.length === entry.revision - last + 1 };
}

async function bodyAt(parts: Parts, at: FrameAt): Promise<FrameBody | null> {
  try {
    return decodeBody(await parts.reader.body(at));
  } catch {
    // Damaged or gone: the caller looks for older ones another way, and what is missing is told by its number.
    return null;
  }
}

/** Newest first. NOT_FOUND where the record is not there. Reads as many frames as there are revisions; holds nothing in memory between calls. */
export async function historyOf(parts: Parts, recordId: string): Promise<RecordHistory> {
  const { found, complete } = await walk(parts, recordId);
  return { revisions: found.map(({ entry, savedAt }) => ({ revision: entry.revision, savedAt, bytes: entry.length })), complete };
}

/** One revision in today's shape, and when it was saved. NOT_FOUND or RECORD_DAMAGED. */
export async function readRevision(parts: Parts, schemas: RecordSchemas, recordId: string, revision: number): Promise<{ readonly value: unknown; readonly revision: number; readonly savedAt: number }> {
  const { found } = await walk(parts, recordId, revision);
  const one = found.find(({ entry }) => entry.revision === revision);
  if (one === undefined) throw new AppError('NOT_FOUND');
  const plain = await parts.reader.read(one.entry, parts.keys.get);
  try {
    return { value: decodeEarlierValue(schemas, one.entry.kind, plain, parts.migrations), revision, savedAt: one.savedAt };
  } finally {
    zero(plain);
  }
}
