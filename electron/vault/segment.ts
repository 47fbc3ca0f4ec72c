// Makes a segment's file and its zeros. Refuses to put a frame in it: frames wait until `current` names it.
import { basename, dirname, join } from 'node:path';
import { SEGMENTS, segmentPath } from './layout.ts';
import type { LogContext } from './layout.ts';
import { HEAD_BYTES, encodeHead } from './segmentHead.ts';
import type { SegmentHead } from './segmentHead.ts';
import type { VaultFile, VaultFs } from './vaultFs.ts';
import { moveOrRemove, writeFully } from './wholeFile.ts';

const ZEROS = Buffer.alloc(256 * 1024);

/** For steps whose failure costs nothing that was promised: true where it worked. Never for a save. */
export async function quietly(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}

/** The file with its head and its first zeros, durable together with its folder entry. */
export async function createSegmentFile(context: LogContext, head: SegmentHead): Promise<{ file: VaultFile; filled: number }> {
  const path = segmentPath(context.folder, head.number);
  const file = await context.fs.open(path, 'wx+');
  try {
    await writeFully(file, encodeHead(head, context.vaultId, context.keys.head), 0);
    let filled = HEAD_BYTES;
    // A disk too full for the zeros may still have room for a note.
    const zeroed = await quietly(async () => {
      filled = await extendZeros(file, HEAD_BYTES, context.sizes.growBytes);
    });
    if (!zeroed) await quietly(() => file.truncate(HEAD_BYTES));
    await file.sync();
    await context.fs.syncFolder(join(context.folder, SEGMENTS));
    return { file, filled };
  } catch (error) {
    await quietly(() => file.close());
    await quietly(() => context.fs.remove(path));
    throw error;
  }
}

/** Writes zeros from `from` to `to`; not synced, because the next frame's fsync covers them. */
export async function extendZeros(file: VaultFile, from: number, to: number): Promise<number> {
  for (let at = from; at < to; at += ZEROS.length) await writeFully(file, ZEROS.subarray(0, Math.min(ZEROS.length, to - at)), at);
  return Math.max(from, to);
}

/** For files that can be made again from others (hints): replaced, without waiting for the medium. */
export async function replaceUnsynced(fs: VaultFs, path: string, bytes: Uint8Array): Promise<void> {
  await moveOrRemove(fs, dirname(path), basename(path));
  const file = await fs.open(path, 'wx+');
  try {
    await writeFully(file, bytes, 0);
  } finally {
    await file.close();
  }
}
