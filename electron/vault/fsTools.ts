// Small helpers over VaultFs for the log: ranged reads, bounded tries, folders that may be there already.
// Refuses to hide an error: what does not pass is thrown as it came.
import { errnoCode } from './nodeFs.ts';
import type { VaultFile, VaultFs } from './vaultFs.ts';

/** Errors that a virus scanner or an indexer causes for a moment; worth another try, a bounded one. */
const PASSING: ReadonlySet<string> = new Set(['EBUSY', 'EMFILE', 'ENFILE', 'EAGAIN', 'EACCES', 'EPERM']);
const PAUSES_MS = [5, 20, 80];

export function isPassing(error: unknown): boolean {
  return PASSING.has(errnoCode(error) ?? '');
}

/** Tries again after 5, 20 and 80 ms where the error is one that passes; a failed read may be one too. */
export async function withRetry<T>(work: () => Promise<T>, passes: (error: unknown) => boolean = isPassing): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await work();
    } catch (error) {
      if (!passes(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return work();
}

/** As `isPassing`, for reads: a medium that failed once is asked again before anything is believed of it. */
export function isPassingRead(error: unknown): boolean {
  return isPassing(error) || errnoCode(error) === 'EIO';
}

/** `length` bytes from `position`, or as many as there are. */
export async function readUpTo(file: VaultFile, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = await file.read(buffer, done, length - done, position + done);
    if (count <= 0) break;
    done += count;
  }
  return buffer.subarray(0, done);
}

/**
 * The whole file, or null where it is larger than `maxBytes`. A read that gives less than the file's size is EIO:
 * taken for the end, a passing fault would look like a torn tail, and what was saved would be cut off.
 */
export async function readFileExactly(fs: VaultFs, path: string, maxBytes: number): Promise<Buffer | null> {
  const file = await fs.open(path, 'r');
  try {
    const size = await file.size();
    if (size > maxBytes) return null;
    const bytes = await readUpTo(file, 0, size);
    if (bytes.length < size) throw Object.assign(new Error('EIO: cut short'), { code: 'EIO' });
    return bytes;
  } finally {
    await file.close();
  }
}

/** Makes the folder unless it is there. Something else under the name is an error of the file system's own. */
export async function ensureFolder(fs: VaultFs, path: string): Promise<void> {
  if ((await fs.kind(path))?.kind !== 'folder') await fs.makeFolder(path);
}

/** Names in a folder, sorted; none where the folder is not there. */
export async function listOrNone(fs: VaultFs, folder: string): Promise<string[]> {
  if ((await fs.kind(folder))?.kind !== 'folder') return [];
  return (await fs.list(folder)).toSorted();
}
