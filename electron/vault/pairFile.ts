// Small files kept as two copies, <base>.a and <base>.b, of which the newest valid one counts.
// Refuses to touch the newest valid copy: a cut at any call leaves it as it was.
//
// A copy is an envelope around the caller's bytes:
//   "TLPAIR01" | base length u8, base | generation u64 BE | payload length u32 BE | payload | SHA-256 of all before
// The checksum tells damage from age before any key is known; authenticity is the payload's own matter.
// A copy is replaced whole (temporary file, fsync, rename, fsync of the folder) rather than in place: then a
// cut leaves two valid copies, and "the spare was used" means real damage and not an ordinary crash.
import { AppError } from '../../shared/errors.ts';
import { equalBytes, sha256 } from './crypto.ts';
import { errnoCode } from './nodeFs.ts';
import type { VaultFs } from './vaultFs.ts';
import { inFolder, moveAside, readWhole, replaceFile } from './wholeFile.ts';

export type PairBase = 'header' | 'current';
type PairCopy = 'a' | 'b';

/** Gives null for a payload that is not valid or not authentic; may throw an AppError to refuse the whole pair. */
export type PairParse<T> = (bytes: Uint8Array) => { generation: number; value: T } | null;

export type CopyState =
  | { readonly copy: PairCopy; readonly state: 'missing' | 'damaged' }
  | { readonly copy: PairCopy; readonly state: 'whole'; readonly generation: number; readonly payload: Uint8Array };

const MAGIC = Buffer.from('TLPAIR01', 'latin1');
const CHECKSUM_BYTES = 32;
const MAX_FILE_BYTES = 8 * 1024 * 1024;
/** What a thing that is not a readable regular file answers; a copy lost this way is damage and not a reason to stop. */
const DAMAGE_CODES: ReadonlySet<string> = new Set(['ELOOP', 'EISDIR', 'EINVAL', 'EIO']);

/**
 * The newest valid copy, or null where none is. `usedSpare`: the other copy is missing or damaged.
 * An error that may pass (EMFILE, EACCES ...) is thrown rather than taken for damage, because falling
 * back to an older generation on it would forget what the newer one knows.
 */
export async function readPair<T>(fs: VaultFs, folder: string, base: PairBase, parse: PairParse<T>): Promise<{ value: T; generation: number; usedSpare: boolean } | null> {
  const valid = parseCopies(await readCopies(fs, folder, base), parse);
  const newest = valid[0];
  return newest === undefined ? null : { value: newest.value, generation: newest.generation, usedSpare: valid.length < 2 };
}

/**
 * Writes `bytes` as `generation` over the copy that is not the newest valid one, durably; both copies where none is
 * valid yet. With `parse`, a copy counts as valid only when it is also authentic. Refuses a generation that does not grow.
 */
export async function writePair<T>(fs: VaultFs, folder: string, base: PairBase, generation: number, bytes: Uint8Array, parse?: PairParse<T>): Promise<void> {
  const copies = await readCopies(fs, folder, base);
  const valid = parse === undefined ? newestFirst(copies) : parseCopies(copies, parse);
  const newest = valid[0];
  if (newest !== undefined && newest.generation >= generation) throw new AppError('SAVE_FAILED', { reason: 'generation' });
  const file = encode(base, generation, bytes);
  await replaceCopy(fs, folder, base, newest?.copy === 'a' ? 'b' : 'a', file);
  if (newest === undefined) await replaceCopy(fs, folder, base, 'b', file);
}

/**
 * Rewrites the other copy from the newest valid one where it is missing or damaged or, with `alsoOlder`, of an older
 * generation. True where something was written. Call it only while holding the lock.
 */
export async function repairPair<T>(fs: VaultFs, folder: string, base: PairBase, parse: PairParse<T>, alsoOlder = false): Promise<boolean> {
  const valid = parseCopies(await readCopies(fs, folder, base), parse);
  const newest = valid[0];
  if (newest === undefined) return false;
  const other = valid[1];
  if (other !== undefined && (!alsoOlder || equalBytes(other.payload, newest.payload))) return false;
  await replaceCopy(fs, folder, base, newest.copy === 'a' ? 'b' : 'a', encode(base, newest.generation, newest.payload));
  return true;
}

/** Both copies as they are on the disk, before anything is known of their authenticity. */
export async function readCopies(fs: VaultFs, folder: string, base: PairBase): Promise<readonly CopyState[]> {
  return [await readCopy(fs, folder, base, 'a'), await readCopy(fs, folder, base, 'b')];
}

type WholeCopy = Extract<CopyState, { state: 'whole' }>;

function newestFirst(copies: readonly CopyState[]): WholeCopy[] {
  return copies.filter((copy) => copy.state === 'whole').toSorted((one, two) => two.generation - one.generation);
}

function parseCopies<T>(copies: readonly CopyState[], parse: PairParse<T>): (WholeCopy & { value: T })[] {
  return newestFirst(copies).flatMap((copy) => {
    const parsed = parse(copy.payload);
    return parsed === null || parsed.generation !== copy.generation ? [] : [{ ...copy, value: parsed.value }];
  });
}

async function readCopy(fs: VaultFs, folder: string, base: PairBase, copy: PairCopy): Promise<CopyState> {
  const path = inFolder(folder, `${base}.${copy}`);
  // A second try, because one bad read must not make the older copy win.
  for (let attempt = 1; ; attempt += 1) {
    try {
      const bytes = await readWhole(fs, path, MAX_FILE_BYTES);
      const decoded = bytes === null ? null : decode(base, bytes);
      return decoded === null ? { copy, state: 'damaged' } : { copy, state: 'whole', ...decoded };
    } catch (error) {
      const code = errnoCode(error) ?? '';
      if (code === 'ENOENT') return { copy, state: 'missing' };
      if (!DAMAGE_CODES.has(code)) throw error;
      if (attempt === 2) return { copy, state: 'damaged' };
    }
  }
}

async function replaceCopy(fs: VaultFs, folder: string, base: PairBase, copy: PairCopy, bytes: Uint8Array): Promise<void> {
  const name = `${base}.${copy}`;
  const found = await fs.kind(inFolder(folder, name));
  // A folder, link or FIFO under this name cannot be renamed over everywhere; it is kept in quarantine.
  if (found !== null && found.kind !== 'file') await moveAside(fs, folder, name);
  await replaceFile(fs, folder, name, bytes);
}

function encode(base: PairBase, generation: number, payload: Uint8Array): Uint8Array {
  const name = Buffer.from(base, 'latin1');
  const front = Buffer.alloc(MAGIC.length + 1 + name.length + 12);
  let at = MAGIC.copy(front, 0);
  at = front.writeUInt8(name.length, at);
  at += name.copy(front, at);
  at = front.writeBigUInt64BE(BigInt(generation), at);
  front.writeUInt32BE(payload.length, at);
  const body = Buffer.concat([front, payload]);
  return Buffer.concat([body, sha256(body)]);
}

function decode(base: PairBase, file: Uint8Array): { generation: number; payload: Uint8Array } | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const frontLength = MAGIC.length + 1 + base.length + 12;
  if (bytes.length < frontLength + CHECKSUM_BYTES) return null;
  const body = bytes.subarray(0, bytes.length - CHECKSUM_BYTES);
  if (!equalBytes(sha256(body), bytes.subarray(body.length))) return null;
  if (!body.subarray(0, MAGIC.length).equals(MAGIC) || body[MAGIC.length] !== base.length) return null;
  const nameAt = MAGIC.length + 1;
  if (body.toString('latin1', nameAt, nameAt + base.length) !== base) return null;
  const generation = Number(body.readBigUInt64BE(frontLength - 12));
  const length = body.readUInt32BE(frontLength - 4);
  if (!Number.isSafeInteger(generation) || length !== body.length - frontLength) return null;
  return { generation, payload: body.subarray(frontLength) };
}
