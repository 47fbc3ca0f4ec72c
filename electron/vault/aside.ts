// Words that the vault's own disk could not take when it had to be closed, kept in the app's data folder, sealed with
// a key that only this vault's passphrase gives. Refuses to be more than a stopgap: one file, one value.
//
// aside-<vaultId>: "TLASIDE1" | nonce 12 | sealed JSON. Additional data: magic and vaultId.
import { NONCE_BYTES, AuthError, seal, unseal, zero } from './crypto.ts';
import { saveError } from './ioErrors.ts';
import { errnoCode } from './nodeFs.ts';
import type { VaultDeps } from './types.ts';
import { inFolder, readWhole, replaceFile } from './wholeFile.ts';

type AsideDeps = Pick<VaultDeps, 'fs' | 'anchorFolder' | 'random'>;

const MAGIC = Buffer.from('TLASIDE1', 'latin1');
const MAX_BYTES = 64 * 1024 * 1024;

function fileName(vaultId: string): string {
  return `aside-${vaultId}`;
}

function boundTo(vaultId: string): Uint8Array {
  return Buffer.concat([MAGIC, Buffer.from(vaultId, 'hex')]);
}

/** Replaces what was kept. Rejects with SAVE_*, also where there is no folder to keep it in. */
export async function writeAside(deps: AsideDeps, vaultId: string, key: Uint8Array, value: unknown): Promise<void> {
  const folder = deps.anchorFolder;
  const plain = Buffer.from(JSON.stringify(value), 'utf8');
  try {
    if (folder === null) throw new Error('no folder');
    const nonce = deps.random(NONCE_BYTES);
    const bytes = Buffer.concat([MAGIC, nonce, seal(key, nonce, boundTo(vaultId), plain)]);
    if ((await deps.fs.kind(folder)) === null) await deps.fs.makeFolder(folder);
    await replaceFile(deps.fs, folder, fileName(vaultId), bytes);
  } catch (error) {
    throw saveError(error);
  } finally {
    zero(plain);
  }
}

/** What was kept, or null where there is nothing or nothing of this vault's. */
export async function readAside(deps: AsideDeps, vaultId: string, key: Uint8Array): Promise<unknown> {
  if (deps.anchorFolder === null) return null;
  try {
    const bytes = await readWhole(deps.fs, inFolder(deps.anchorFolder, fileName(vaultId)), MAX_BYTES);
    if (bytes === null || bytes.length < MAGIC.length + NONCE_BYTES || !Buffer.from(bytes.subarray(0, MAGIC.length)).equals(MAGIC)) return null;
    const nonce = bytes.subarray(MAGIC.length, MAGIC.length + NONCE_BYTES);
    return JSON.parse(Buffer.from(unseal(key, nonce, boundTo(vaultId), bytes.subarray(MAGIC.length + NONCE_BYTES))).toString('utf8')) as unknown;
  } catch (error) {
    // A damaged stopgap must not keep the vault shut.
    if (error instanceof AuthError || errnoCode(error) !== null) return null;
    throw error;
  }
}

/** Removes it; nothing to remove is fine. */
export async function removeAside(deps: AsideDeps, vaultId: string): Promise<void> {
  if (deps.anchorFolder === null) return;
  try {
    const path = inFolder(deps.anchorFolder, fileName(vaultId));
    if ((await deps.fs.kind(path)) === null) return;
    await deps.fs.remove(path);
    await deps.fs.syncFolder(deps.anchorFolder);
  } catch (error) {
    throw saveError(error);
  }
}
