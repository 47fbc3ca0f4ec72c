// Writes a file where the person said, whole or not at all: beside it first, then in its place. Refuses to touch what
// stands there before the new bytes are on the disk, and to replace what may not be written to.
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errnoCode } from '../vault/nodeFs.ts';
import type { VaultFs } from '../vault/vaultFs.ts';
import { writeFully } from '../vault/wholeFile.ts';

/** The file behind `path`, by way of links as any program goes; it may be missing. EACCES where it is there and protected. */
async function targetOf(path: string): Promise<string> {
  try {
    const target = await realpath(path);
    await access(target, constants.W_OK);
    return target;
  } catch (error) {
    if (errnoCode(error) !== 'ENOENT') throw error;
    return join(await realpath(dirname(path)), basename(path));
  }
}

/** In sight and named for the app: should the machine die half way, the person finds it and no hidden copy stays behind. */
function nameBeside(): string {
  return `Throughline-${randomBytes(6).toString('hex')}.part`;
}

/** Resolves once the bytes are on the disk under that name, readable by this person only. Errors are Node's own; the file that was there is whole then. */
export async function writeOut(fs: VaultFs, path: string, bytes: Uint8Array): Promise<void> {
  const target = await targetOf(path);
  const beside = join(dirname(target), nameBeside());
  const file = await fs.open(beside, 'wx+');
  try {
    try {
      await writeFully(file, bytes, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await fs.rename(beside, target);
  } catch (error) {
    await removeQuietly(fs, beside);
    throw error;
  }
}

async function removeQuietly(fs: VaultFs, path: string): Promise<void> {
  try {
    await fs.remove(path);
  } catch (error) {
    // The first failure is the one to tell; a disk that fails twice leaves a file in sight.
    if (errnoCode(error) === null) throw error;
  }
}
