// The vault's file system over the real disk. Refuses symbolic links, FIFOs, devices and sockets,
// and refuses to hide an error: only a rename that Windows reports as busy is tried again.
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { VaultFile, VaultFileKind, VaultFs, VaultOpenFlag } from './vaultFs.ts';

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const ON_WINDOWS = process.platform === 'win32';

/** O_NOFOLLOW closes the gap between lstat and open; O_NONBLOCK keeps a FIFO put there in that gap from hanging us. Windows has neither. */
const SAFE_OPEN = ON_WINDOWS ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK;
const FLAGS: Readonly<Record<VaultOpenFlag, number>> = {
  r: constants.O_RDONLY | SAFE_OPEN,
  'r+': constants.O_RDWR | SAFE_OPEN,
  'wx+': constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | SAFE_OPEN,
};

/** What a virus scanner or an indexer holding a file looks like on Windows; nothing else is worth a second try. */
const BUSY_CODES: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);
const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 640;
const TOTAL_WAIT_MS = 10_000;

/** The real disk. Files are created 0600 and folders 0700; every error is Node's own, with its `code`. */
export function createNodeFs(): VaultFs {
  return {
    open: openRegular,
    kind: kindOf,
    list: (folder) => readdir(folder),
    makeFolder: async (path) => { await mkdir(path, { mode: FOLDER_MODE }); },
    rename: (from, to) => (ON_WINDOWS ? retryBusy(() => rename(from, to), wait) : rename(from, to)),
    remove: (path) => unlink(path),
    syncFolder,
  };
}

/**
 * Repeats `action` while it fails with EPERM, EACCES or EBUSY: 10, 20 ... 640 ms apart, 10 s at most,
 * then throws the last error. Any other error is thrown at once.
 */
export async function retryBusy<T>(action: () => Promise<T>, pause: (ms: number) => Promise<unknown>): Promise<T> {
  let waited = 0;
  for (let delay = FIRST_WAIT_MS; ; delay = Math.min(delay * 2, LONGEST_WAIT_MS)) {
    try {
      return await action();
    } catch (error) {
      if (waited + delay > TOTAL_WAIT_MS || !BUSY_CODES.has(errnoCode(error) ?? '')) throw error;
    }
    await pause(delay);
    waited += delay;
  }
}

/** Node's `code` of a system error, or null for anything else. */
export function errnoCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

async function openRegular(path: string, flag: VaultOpenFlag): Promise<VaultFile> {
  if (flag !== 'wx+') {
    // Before the open, because opening some devices already does something (rewinds a tape, locks a port).
    const before = await lstat(path);
    if (!before.isFile()) throw notRegular(path, before.isSymbolicLink() ? 'ELOOP' : before.isDirectory() ? 'EISDIR' : 'EINVAL');
  }
  const handle = await open(path, FLAGS[flag], FILE_MODE);
  try {
    if (!(await handle.stat()).isFile()) throw notRegular(path, 'EINVAL');
  } catch (error) {
    await handle.close();
    throw error;
  }
  return fileOver(handle);
}

function fileOver(handle: FileHandle): VaultFile {
  return {
    read: async (buffer, offset, length, position) => (await handle.read(buffer, offset, length, position)).bytesRead,
    write: async (buffer, offset, length, position) => (await handle.write(buffer, offset, length, position)).bytesWritten,
    sync: () => handle.sync(),
    truncate: (length) => handle.truncate(length),
    size: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}

async function kindOf(path: string): Promise<{ kind: VaultFileKind; size: number; modifiedMs: number } | null> {
  try {
    const found = await lstat(path);
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    return { kind, size: found.size, modifiedMs: found.mtimeMs };
  } catch (error) {
    if (errnoCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder as a file. Skipped by platform and not by swallowing the error,
  // so that a folder that will not sync elsewhere is a failed save.
  if (ON_WINDOWS) return;
  const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function notRegular(path: string, code: 'ELOOP' | 'EISDIR' | 'EINVAL'): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: not a regular file`), { code, path, syscall: 'open' });
}
