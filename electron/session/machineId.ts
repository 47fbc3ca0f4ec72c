// A random number of this computer's own, so that a lock in a synced folder is not taken for ours because two laptops
// have the same name. Refuses to be made from anything of the machine or to go anywhere but into the lock.
import { saveError } from '../vault/ioErrors.ts';
import { errnoCode } from '../vault/nodeFs.ts';
import type { VaultFs } from '../vault/vaultFs.ts';
import { inFolder, readWhole, replaceFile } from '../vault/wholeFile.ts';

const FILE_NAME = 'machine';
const MAX_BYTES = 256;
const ID = /^[0-9a-f]{32}$/;

async function stored(fs: VaultFs, folder: string): Promise<string | null> {
  if ((await fs.kind(inFolder(folder, FILE_NAME)))?.kind !== 'file') return null;
  const bytes = await readWhole(fs, inFolder(folder, FILE_NAME), MAX_BYTES);
  const text = bytes === null ? '' : Buffer.from(bytes).toString('latin1');
  return ID.test(text) ? text : null;
}

/**
 * 32 hex digits, the same at every start. Where the folder cannot be read or written they hold for this run only: a
 * lock that a killed run left is then taken for another computer's, which costs a minute and a question.
 */
export async function readMachineId(fs: VaultFs, folder: string, random: (bytes: number) => Uint8Array): Promise<string> {
  const fresh = Buffer.from(random(16)).toString('hex');
  try {
    const known = await stored(fs, folder);
    if (known === null) await replaceFile(fs, folder, FILE_NAME, Buffer.from(fresh, 'latin1'));
    return known ?? fresh;
  } catch (error) {
    if (errnoCode(error) === null) throw saveError(error);
    return fresh;
  }
}
