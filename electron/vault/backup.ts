// Copies a vault to an empty folder and back again. Refuses to call a copy a backup before it was read back
// from the disk, every frame and every record of it decrypted, and refuses to restore over anything.
import { dirname, join } from 'node:path';
import { AppError, isAppError } from '../../shared/errors.ts';
import { createClientKeys } from './clientKeys.ts';
import { equalBytes, hmacSha256, zero } from './crypto.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { encodeCurrent, readCurrent } from './currentFile.ts';
import type { Current, SegmentEnd } from './currentFile.ts';
import { ensureFolder, listOrNone, readUpTo } from './fsTools.ts';
import { unlockHeader } from './header.ts';
import { HINTS, SEGMENTS, segmentPath, zeroVaultKeys } from './layout.ts';
import type { LogContext } from './layout.ts';
import { errnoCode } from './nodeFs.ts';
import { makeContext } from './openVault.ts';
import type { OpenParts } from './openVault.ts';
import { writePair } from './pairFile.ts';
import { createRecordReader } from './recordSeal.ts';
import { recover } from './recovery.ts';
import { createSegmentFiles } from './segmentFiles.ts';
import type { RecordSchemas, RestoreBackup, VaultDeps } from './types.ts';
import { decodeValue } from './valueCodec.ts';
import type { VaultFs } from './vaultFs.ts';
import { readWhole, writeFully } from './wholeFile.ts';

/** Written last, and only over a copy that was verified: what has no mark is no backup. */
export const BACKUP_MARK = 'backup.mark';
const MARK_MAGIC = Buffer.from('TLBACK01', 'latin1');
const MARK_BYTES = 8 + 16 + 8 + 16 + 8 + 4 + 4;
const HEADER_COPIES = ['header.a', 'header.b'];
const CHUNK_BYTES = 1024 * 1024;
const MAX_SMALL_FILE = 8 * 1024 * 1024;

/** `faults`: damage that the vault had when it was copied, none of it in a live record. A copy with more has been damaged since. */
type Verified = { readonly sequence: number; readonly tag: Uint8Array; readonly records: number; readonly faults: number; readonly revisions: ReadonlyMap<string, number> };
type Mark = Omit<Verified, 'revisions'>;
type SegmentCopy = { readonly number: number; readonly end: SegmentEnd };

/** BACKUP_FAILED where the copy could not be written, BACKUP_NOT_VERIFIED where it did not read back whole. */
export async function writeBackup(deps: VaultDeps, parts: OpenParts, target: string): Promise<{ records: number; bytes: number; sequence: number }> {
  const { context } = parts;
  try {
    await requireEmpty(context.fs, target, 'VAULT_FOLDER_UNUSABLE');
    const targetContext = { ...context, folder: target };
    // Between two saves: the list of segments, the ring keys and the header belong to one moment.
    const moment = async (): Promise<{ segments: readonly SegmentCopy[]; current: Uint8Array; generation: number; headers: Map<string, Uint8Array>; revisions: Map<string, number> }> => {
      const snapshot = parts.log.snapshot();
      const current: Current = { ...snapshot, rings: parts.keys.rings() };
      const revisions = new Map([...parts.directory.all()].map((entry) => [entry.recordId, entry.revision]));
      return { revisions, segments: snapshot.segments, generation: snapshot.generation, current: encodeCurrent(targetContext, current), headers: await readHeaders(context) };
    };
    const taken = parts.committer === null ? await moment() : await parts.committer.queue.exclusive(moment);
    const bytes = await copyInto(context, target, taken.segments, taken.headers);
    await writePair(context.fs, target, 'current', taken.generation, taken.current);
    const verified = await verify(targetContext, deps.schemas);
    const last = taken.segments.at(-1)?.end;
    if (last !== undefined && (verified.sequence !== last.lastSequence || !equalBytes(verified.tag, last.lastTag))) throw new AppError('BACKUP_NOT_VERIFIED');
    // The copy knows only what its frames say; the vault knows also of records whose frame is damaged.
    const lost = [...taken.revisions].filter(([recordId, revision]) => verified.revisions.get(recordId) !== revision).length;
    if (lost > 0 || verified.records !== taken.revisions.size) throw new AppError('BACKUP_NOT_VERIFIED', { damaged: lost });
    if (verified.faults > 0 && verified.faults !== (await faultsOf(context, targetContext))) throw new AppError('BACKUP_NOT_VERIFIED', { damaged: 0 });
    await writeSynced(context.fs, target, BACKUP_MARK, encodeMark(context, verified));
    return { records: verified.records, bytes, sequence: verified.sequence };
  } catch (error) {
    throw isAppError(error) ? error : new AppError('BACKUP_FAILED', { reason: errnoCode(error) ?? 'unknown' }, { cause: error });
  }
}

/** Verifies the backup, copies it to a new or empty folder, and verifies the copy. The backup itself is only read. */
export const restoreBackup: RestoreBackup = async (deps, backupFolder, targetFolder, secret) => {
  const header = await unlockBackup(deps, backupFolder, secret);
  const context = makeContext(deps, backupFolder, header);
  try {
    const mark = await readMark(context);
    if (mark === null) throw new AppError('RESTORE_NOT_A_BACKUP');
    await requireEmpty(deps.fs, targetFolder, 'RESTORE_FOLDER_NOT_EMPTY');
    requireMark(mark, await verify(context, deps.schemas));
    const found = await readCurrent(context);
    if (found === null) throw new AppError('BACKUP_NOT_VERIFIED');
    const target = { ...context, folder: targetFolder };
    const segments = found.value.segments.flatMap((one) => (one.end === null ? [] : [{ number: one.number, end: one.end }]));
    await copyInto(context, targetFolder, segments, new Map());
    await writePair(deps.fs, targetFolder, 'current', found.generation, encodeCurrent(target, found.value));
    const restored = await verify(target, deps.schemas);
    requireMark(mark, restored);
    // The header comes last: a restore that was cut short leaves no vault that could be opened.
    for (const [name, bytes] of await readHeaders(context)) await writeSynced(deps.fs, targetFolder, name, bytes);
    return { records: restored.records };
  } catch (error) {
    throw isAppError(error) ? error : new AppError('BACKUP_FAILED', { reason: errnoCode(error) ?? 'unknown' }, { cause: error });
  } finally {
    zeroVaultKeys(context.keys);
    zero(header.masterKey);
  }
};

async function unlockBackup(deps: VaultDeps, folder: string, secret: Parameters<RestoreBackup>[3]): ReturnType<typeof unlockHeader> {
  const mark = await deps.fs.kind(join(folder, BACKUP_MARK)).catch(() => null);
  if (mark?.kind !== 'file') throw new AppError('RESTORE_NOT_A_BACKUP');
  return unlockHeader(deps, folder, secret);
}

function requireMark(mark: Mark, verified: Verified): void {
  if (mark.sequence !== verified.sequence || mark.records !== verified.records || mark.faults !== verified.faults || !equalBytes(mark.tag, verified.tag)) throw new AppError('BACKUP_NOT_VERIFIED');
}

async function requireEmpty(fs: VaultFs, folder: string, code: 'VAULT_FOLDER_UNUSABLE' | 'RESTORE_FOLDER_NOT_EMPTY'): Promise<void> {
  const found = await fs.kind(folder);
  if (found === null) {
    await fs.makeFolder(folder);
    await fs.syncFolder(dirname(folder));
    return;
  }
  if (found.kind !== 'folder' || (await listOrNone(fs, folder)).length > 0) throw new AppError(code);
}

async function readHeaders(context: LogContext): Promise<Map<string, Uint8Array>> {
  const headers = new Map<string, Uint8Array>();
  for (const name of HEADER_COPIES) {
    if ((await context.fs.kind(join(context.folder, name)))?.kind !== 'file') continue;
    const bytes = await readWhole(context.fs, join(context.folder, name), MAX_SMALL_FILE);
    if (bytes !== null) headers.set(name, bytes);
  }
  return headers;
}

/** Segments up to their acknowledged length, and the headers. Durable when it resolves; gives the bytes copied. */
async function copyInto(context: LogContext, target: string, segments: readonly SegmentCopy[], headers: ReadonlyMap<string, Uint8Array>): Promise<number> {
  const { fs } = context;
  for (const name of [SEGMENTS, HINTS]) await ensureFolder(fs, join(target, name));
  let bytes = 0;
  for (const { number, end } of segments) {
    await copyFile(fs, segmentPath(context.folder, number), segmentPath(target, number), end.length);
    bytes += end.length;
  }
  await fs.syncFolder(join(target, SEGMENTS));
  for (const [name, content] of headers) {
    await writeSynced(fs, target, name, content);
    bytes += content.length;
  }
  await fs.syncFolder(target);
  return bytes;
}

async function copyFile(fs: VaultFs, from: string, to: string, length: number): Promise<void> {
  const source = await fs.open(from, 'r');
  try {
    const copy = await fs.open(to, 'wx+');
    try {
      for (let at = 0; at < length; at += CHUNK_BYTES) {
        const wanted = Math.min(CHUNK_BYTES, length - at);
        const chunk = await readUpTo(source, at, wanted);
        if (chunk.length < wanted) throw new AppError('BACKUP_NOT_VERIFIED');
        await writeFully(copy, chunk, at);
      }
      await copy.sync();
    } finally {
      await copy.close();
    }
  } finally {
    await source.close();
  }
}

async function writeSynced(fs: VaultFs, folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(join(folder, name), 'wx+');
  try {
    await writeFully(file, bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await fs.syncFolder(folder);
}

/** Reads a closed copy from the disk without any hint: BACKUP_NOT_VERIFIED unless every segment is there and every live record opens. */
async function verify(context: LogContext, schemas: RecordSchemas): Promise<Verified> {
  const found = await readCurrent(context);
  if (found === null) throw new AppError('BACKUP_NOT_VERIFIED');
  const keys = createClientKeys(context, found.value.rings);
  const files = createSegmentFiles(context);
  const salts = new Map(found.value.segments.map((one) => [one.number, one.salt]));
  const reader = createRecordReader(context, files, (segment) => salts.get(segment));
  try {
    const recovered = await recover(context, found.value, keys, { trustHints: false, forgiveUnreadable: false });
    const broken = recovered.missingSegments.length + recovered.cuts.length;
    if (broken > 0 || found.usedSpare || recovered.currentWasBehind) throw new AppError('BACKUP_NOT_VERIFIED', { segments: broken });
    const revisions = new Map<string, number>();
    for (const entry of recovered.directory.all()) {
      const plain = await reader.read(entry, keys.get);
      decodeValue(schemas, entry.kind, plain);
      zero(plain);
      revisions.set(entry.recordId, entry.revision);
    }
    return { sequence: recovered.state.lastSequence, tag: recovered.state.lastTag, records: recovered.directory.size, faults: recovered.chainBreaks + recovered.damagedBytes, revisions };
  } catch (error) {
    throw isAppError(error, 'RECORD_DAMAGED') ? new AppError('BACKUP_NOT_VERIFIED', {}, { cause: error }) : error;
  } finally {
    await files.closeAll();
    reader.close();
    keys.close();
  }
}

/** Damage in those stretches of the vault that were copied: the copy may have this much and no more. */
async function faultsOf(context: LogContext, copy: LogContext): Promise<number> {
  const found = await readCurrent(copy);
  if (found === null) throw new AppError('BACKUP_NOT_VERIFIED');
  const keys = createClientKeys(context, found.value.rings);
  try {
    const recovered = await recover(context, found.value, keys, { trustHints: false, forgiveUnreadable: false, onlyListed: true });
    return recovered.chainBreaks + recovered.damagedBytes;
  } finally {
    keys.close();
  }
}

function encodeMark(context: LogContext, mark: Mark): Uint8Array {
  const signed = new ByteWriter(MARK_BYTES).bytes(MARK_MAGIC).bytes(context.vaultId).u64(mark.sequence).bytes(mark.tag).f64(context.now()).u32(mark.records).u32(mark.faults).finish();
  return Buffer.concat([signed, hmacSha256(context.keys.backup, signed)]);
}

/** null where there is no mark, or none that this vault's key made. */
async function readMark(context: LogContext): Promise<Mark | null> {
  const bytes = await readWhole(context.fs, join(context.folder, BACKUP_MARK), 4096);
  if (bytes === null || bytes.length !== MARK_BYTES + 32) return null;
  const signed = bytes.subarray(0, MARK_BYTES);
  if (!equalBytes(hmacSha256(context.keys.backup, signed), bytes.subarray(MARK_BYTES))) return null;
  const source = new ByteReader(signed);
  if (!equalBytes(source.bytes(8), MARK_MAGIC) || !equalBytes(source.bytes(16), context.vaultId)) return null;
  const sequence = source.u64();
  const tag = Buffer.from(source.bytes(16));
  source.f64();
  return { sequence, tag, records: source.u32(), faults: source.u32() };
}
