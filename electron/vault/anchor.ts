// The outside witness against rollback: the last sequence number and frame tag of a vault, kept in the app's
// own data folder. Refuses to block an opening: what is missing, damaged or not authentic counts as not there.
//
// anchor-<vaultId>: "TLANCH01" | vaultId 16 | sequence u64 BE | tag length u8, tag | HMAC-SHA256 of all before.
import { equalBytes, hmacSha256 } from './crypto.ts';
import { saveError } from './ioErrors.ts';
import { errnoCode } from './nodeFs.ts';
import type { VaultDeps } from './types.ts';
import { inFolder, readWhole, replaceFile } from './wholeFile.ts';

export type AnchorMark = { readonly sequence: number; readonly tag: Uint8Array };

type AnchorDeps = Pick<VaultDeps, 'fs' | 'anchorFolder'>;

const MAGIC = Buffer.from('TLANCH01', 'latin1');
const MAC_BYTES = 32;
const FRONT_BYTES = MAGIC.length + 16 + 8 + 1;
const MAX_BYTES = 512;

/** Writers of one file, one after the other: the temporary name is fixed. */
const queues = new Map<string, Promise<void>>();

/** What was last witnessed of the vault, or null. `key` is the vault's anchor key; `vaultId` 32 hex digits. Never rejects for a bad file. */
export async function readAnchor(deps: AnchorDeps, vaultId: string, key: Uint8Array): Promise<AnchorMark | null> {
  if (deps.anchorFolder === null) return null;
  try {
    const bytes = await readWhole(deps.fs, inFolder(deps.anchorFolder, fileName(vaultId)), MAX_BYTES);
    return bytes === null ? null : decode(bytes, vaultId, key);
  } catch (error) {
    // No anchor is less protection and not a reason to keep a counsellor from the notes.
    if (errnoCode(error) !== null) return null;
    throw error;
  }
}

/** Replaces the mark durably (two fsyncs: never on the path of a save). Rejects with SAVE_*; does nothing without an anchor folder. */
export function writeAnchor(deps: AnchorDeps, vaultId: string, key: Uint8Array, mark: AnchorMark): Promise<void> {
  const folder = deps.anchorFolder;
  if (folder === null) return Promise.resolve();
  // Encoded now, while the caller's key is surely not zeroed yet.
  const bytes = encode(mark, vaultId, key);
  const path = inFolder(folder, fileName(vaultId));
  const written = (queues.get(path) ?? Promise.resolve()).then(() => replaceIn(deps, folder, fileName(vaultId), bytes));
  const settled = written.then(() => undefined, () => undefined);
  queues.set(path, settled);
  void settled.then(() => { if (queues.get(path) === settled) queues.delete(path); });
  return written;
}

async function replaceIn(deps: AnchorDeps, folder: string, name: string, bytes: Uint8Array): Promise<void> {
  try {
    if ((await deps.fs.kind(folder)) === null) await deps.fs.makeFolder(folder);
    await replaceFile(deps.fs, folder, name, bytes);
  } catch (error) {
    throw saveError(error);
  }
}

function fileName(vaultId: string): string {
  return `anchor-${vaultId}`;
}

function encode(mark: AnchorMark, vaultId: string, key: Uint8Array): Uint8Array {
  const front = Buffer.alloc(FRONT_BYTES);
  MAGIC.copy(front, 0);
  front.write(vaultId, MAGIC.length, 'hex');
  front.writeBigUInt64BE(BigInt(mark.sequence), MAGIC.length + 16);
  front.writeUInt8(mark.tag.length, MAGIC.length + 24);
  const signed = Buffer.concat([front, mark.tag]);
  return Buffer.concat([signed, hmacSha256(key, signed)]);
}

function decode(file: Uint8Array, vaultId: string, key: Uint8Array): AnchorMark | null {
  const bytes = Buffer.from(file);
  if (bytes.length < FRONT_BYTES + MAC_BYTES) return null;
  const signed = bytes.subarray(0, bytes.length - MAC_BYTES);
  if (!equalBytes(hmacSha256(key, signed), bytes.subarray(signed.length))) return null;
  if (!signed.subarray(0, MAGIC.length).equals(MAGIC) || signed.toString('hex', MAGIC.length, MAGIC.length + 16) !== vaultId) return null;
  const tag = signed.subarray(FRONT_BYTES);
  const sequence = Number(signed.readBigUInt64BE(MAGIC.length + 16));
  return signed.readUInt8(MAGIC.length + 24) !== tag.length || !Number.isSafeInteger(sequence) ? null : { sequence, tag: Uint8Array.from(tag) };
}
