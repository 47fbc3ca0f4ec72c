// Open handles of segments, shared by readers and the writer, and closed when nobody uses them.
// Refuses to close a handle under a read that is still going on.
import { segmentPath } from './layout.ts';
import type { LogContext } from './layout.ts';
import type { VaultFile } from './vaultFs.ts';

const MAX_OPEN = 32;

type Shared = { readonly file: Promise<VaultFile>; users: number; retired: boolean; closed: boolean };

export type SegmentFiles = {
  use<T>(segment: number, work: (file: VaultFile) => Promise<T>): Promise<T>;
  /** Shares a file that is being written to. It stays open until the function returned is called, and then as long as it is read. */
  adopt(segment: number, file: VaultFile): () => Promise<void>;
  /** Closed when the last reader is done; the next reader opens it anew. */
  drop(segment: number): Promise<void>;
  /** Closes everything, used or not: only when nobody reads or writes any more. */
  closeAll(): Promise<void>;
};

export function createSegmentFiles(context: LogContext): SegmentFiles {
  // Insertion order is order of use: the first is the one longest unused.
  const open = new Map<number, Shared>();

  const closeIfIdle = async (shared: Shared): Promise<void> => {
    if (!shared.retired || shared.users > 0 || shared.closed) return;
    shared.closed = true;
    // An open or close that fails leaves nothing to give back; the bytes were synced, or never acknowledged.
    await shared.file.then((file) => file.close()).catch(() => undefined);
  };
  const drop = async (segment: number): Promise<void> => {
    const shared = open.get(segment);
    if (shared === undefined) return;
    open.delete(segment);
    shared.retired = true;
    await closeIfIdle(shared);
  };
  const trim = async (): Promise<void> => {
    for (const [segment, shared] of open) {
      if (open.size <= MAX_OPEN) return;
      if (shared.users === 0) await drop(segment);
    }
  };
  const take = (segment: number): Shared => {
    const shared = open.get(segment) ?? { file: context.fs.open(segmentPath(context.folder, segment), 'r'), users: 0, retired: false, closed: false };
    open.delete(segment);
    open.set(segment, shared);
    shared.users += 1;
    return shared;
  };

  return {
    drop,
    adopt: (segment, file) => {
      // The writer counts as a user: making room for readers must not close the file under it.
      const shared = { file: Promise.resolve(file), users: 1, retired: false, closed: false };
      open.set(segment, shared);
      return async () => {
        shared.users -= 1;
        await closeIfIdle(shared);
      };
    },
    use: async (segment, work) => {
      const shared = take(segment);
      try {
        return await work(await shared.file);
      } catch (error) {
        // A handle that failed is not used again; the next reader opens the file anew.
        if (open.get(segment) === shared) open.delete(segment);
        shared.retired = true;
        throw error;
      } finally {
        shared.users -= 1;
        await closeIfIdle(shared);
        await trim();
      }
    },
    closeAll: async () => {
      for (const [segment, shared] of [...open]) {
        shared.users = 0;
        await drop(segment);
      }
    },
  };
}
