// Reads and replaces small files whole (headers, the anchor, the lock). Refuses files over a stated
// size and never overwrites in place, so that a cut at any call leaves the old bytes or the new ones.
import { join } from 'node:path';
import type { VaultFile, VaultFs } from './vaultFs.ts';

/** The path of `name` in `folder`. */
export function inFolder(folder: string, name: string): string {
  return join(folder, name);
}

/** The bytes of a file, or null where it is longer than `maxBytes` (not read then). Errors are Node's own. */
export async function readWhole(fs: VaultFs, path: string, maxBytes: number): Promise<Uint8Array | null> {
  const file = await fs.open(path, 'r');
  try {
    const size = await file.size();
    if (size > maxBytes) return null;
    const bytes = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const got = await file.read(bytes, filled, size - filled, filled);
      // Fewer bytes than the file has: a failing read, and not a shorter file to be believed.
      if (got <= 0) throw Object.assign(new Error('EIO: read ended early'), { code: 'EIO' });
      filled += got;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

/** Writes until every byte is out: a write may be short without an error. */
export async function writeFully(file: VaultFile, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const put = await file.write(bytes, written, bytes.length - written, position + written);
    if (put <= 0) throw Object.assign(new Error('EIO: nothing written'), { code: 'EIO' });
    written += put;
  }
}

/**
 * Replaces `folder/name` with `bytes`: fresh temporary file, fsync, rename, fsync of the folder.
 * Resolves only when the new bytes survive a power cut. One writer per name at a time is the caller's duty.
 */
export async function replaceFile(fs: VaultFs, folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = inFolder(folder, `${name}.new`);
  // Left by a run that was killed between create and rename; its bytes were never counted on.
  if ((await fs.kind(temporary)) !== null) await moveOrRemove(fs, folder, `${name}.new`);
  const file = await fs.open(temporary, 'wx+');
  try {
    await writeFully(file, bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await fs.rename(temporary, inFolder(folder, name));
  await fs.syncFolder(folder);
}

/** Clears the way at `folder/name`: a file is removed; anything else is kept, moved aside under quarantine. */
export async function moveOrRemove(fs: VaultFs, folder: string, name: string): Promise<void> {
  const found = await fs.kind(inFolder(folder, name));
  if (found?.kind === 'file') await fs.remove(inFolder(folder, name));
  else if (found !== null) await moveAside(fs, folder, name);
}

/** Renames `folder/name` to a free name in `folder/quarantine`, so that nothing is destroyed and the name is free. */
export async function moveAside(fs: VaultFs, folder: string, name: string): Promise<void> {
  const quarantine = inFolder(folder, 'quarantine');
  if ((await fs.kind(quarantine)) === null) await fs.makeFolder(quarantine);
  let number = 1;
  while ((await fs.kind(inFolder(quarantine, `${name}.${number}`))) !== null) number += 1;
  await fs.rename(inFolder(folder, name), inFolder(quarantine, `${name}.${number}`));
}
