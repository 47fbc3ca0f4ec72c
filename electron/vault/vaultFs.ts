// The file system as the vault sees it: the few calls it needs, so that tests can fail, shorten or
// cut power at any of them. Refuses to offer anything that the commit protocol does not use.

/** An open file. Positions and lengths are bytes. `read`/`write` may be short; callers loop. */
export type VaultFile = {
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<number>;
  write(buffer: Uint8Array, offset: number, length: number, position: number): Promise<number>;
  /** fsync: data and metadata are on the medium when it resolves. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
};

export type VaultFileKind = 'file' | 'folder' | 'other';

/**
 * - `r` read, `r+` read and write an existing file, `wx+` create (fails with EEXIST) read and write.
 * Every open refuses symbolic links and anything that is not a regular file (FIFO, device), without blocking.
 */
export type VaultOpenFlag = 'r' | 'r+' | 'wx+';

/** All paths are absolute. Errors are Node's own, with `code` (ENOSPC, EIO, EACCES, ...). */
export type VaultFs = {
  open(path: string, flag: VaultOpenFlag): Promise<VaultFile>;
  /** `lstat`: null where nothing is. A symbolic link counts as `other`. */
  kind(path: string): Promise<{ kind: VaultFileKind; size: number; modifiedMs: number } | null>;
  list(folder: string): Promise<string[]>;
  makeFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** fsync of a folder; a no-op where the platform has none (Windows). */
  syncFolder(path: string): Promise<void>;
};
