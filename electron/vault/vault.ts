// The vault as the rest of the main process sees it: made, opened, read, saved to, backed up, closed.
// Refuses everything after `close`, and hands out neither bytes nor keys.
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { readAside, removeAside, writeAside } from './aside.ts';
import { writeBackup } from './backup.ts';
import { createClientKeys } from './clientKeys.ts';
import { zero } from './crypto.ts';
import { writeCurrent } from './currentFile.ts';
import { ensureFolder, withRetry } from './fsTools.ts';
import { createHeader, repairHeader, replaceSlot, unlockHeader, verifySecret } from './header.ts';
import type { UnlockedHeader } from './header.ts';
import { historyOf, readRevision } from './history.ts';
import { openError, saveError } from './ioErrors.ts';
import { CREATING, HINTS, SEGMENTS, zeroVaultKeys } from './layout.ts';
import { acquireLock } from './lockFile.ts';
import type { VaultLock } from './lockFile.ts';
import { makeContext, openParts } from './openVault.ts';
import type { OpenParts } from './openVault.ts';
import { errnoCode } from './nodeFs.ts';
import { newRecoveryCode } from './recoveryCode.ts';
import { quietly } from './segment.ts';
import { scrub } from './scrub.ts';
import type { CreateVault, DirectoryEntry, OpenVault, Vault, VaultDeps } from './types.ts';
import type { VaultFs } from './vaultFs.ts';
import { decodeValue } from './valueCodec.ts';
import { replaceFile } from './wholeFile.ts';

/** Version of the records' own shape that a new vault starts with. */
const FIRST_DATA_VERSION = 1;

/** Makes a vault in a new or empty folder and opens it. VAULT_EXISTS, VAULT_FOLDER_UNUSABLE, or SAVE_* where the disk refuses. */
export const createVault: CreateVault = async (deps, folder, passphrase, recoveryCode) => {
  await prepareFolder(deps, folder);
  const header = await createHeader(deps, folder, passphrase, recoveryCode);
  const context = makeContext(deps, folder, header);
  const keys = createClientKeys(context, []);
  try {
    keys.addRing(keys.newRing());
    // Last: a folder without `current` was never a vault, and making it can begin again.
    await withRetry(() => writeCurrent(context, { generation: 1, dataVersion: FIRST_DATA_VERSION, nextSegment: 1, segments: [], rings: keys.rings() }));
    await deps.fs.remove(join(folder, CREATING));
    await deps.fs.syncFolder(folder);
  } catch (error) {
    zero(header.masterKey);
    throw saveError(error);
  } finally {
    keys.close();
    zeroVaultKeys(context.keys);
  }
  return openUnlocked(deps, folder, header, {});
};

/** Opens a vault with a passphrase or recovery code. `report` says what had to be repaired or was lost. */
export const openVault: OpenVault = async (deps, folder, secret, options = {}) => openUnlocked(deps, folder, await unlockHeader(deps, folder, secret), options);

async function openUnlocked(deps: VaultDeps, folder: string, header: UnlockedHeader, options: { readonly readOnly?: boolean; readonly takeOverLock?: boolean }): Promise<Vault> {
  const context = makeContext(deps, folder, header);
  let lock: VaultLock | null = null;
  try {
    lock = options.readOnly === true ? null : await acquireLock(deps, folder, { takeOver: options.takeOverLock === true });
    if (lock !== null) await quietly(() => repairHeader(deps, folder, header));
    return assemble(deps, folder, header, lock, await openParts(deps, context, header, lock));
  } catch (error) {
    const held = lock;
    if (held !== null) await quietly(() => held.release());
    zeroVaultKeys(context.keys);
    zero(header.masterKey);
    throw openError(error);
  }
}

function assemble(deps: VaultDeps, folder: string, firstHeader: UnlockedHeader, lock: VaultLock | null, parts: OpenParts): Vault {
  const { context, directory, keys, files, reader, anchor, committer } = parts;
  let header = firstHeader;
  let closing: Promise<void> | null = null;
  /** Work that needs the keys and does not go through the queue: closing waits for it. */
  const busy = new Set<Promise<unknown>>();

  const guarded = <T>(work: () => Promise<T>): Promise<T> => {
    if (closing !== null) return Promise.reject(new AppError('LOCKED'));
    const running = work();
    busy.add(running);
    const done = (): void => {
      busy.delete(running);
    };
    running.then(done, done);
    return running;
  };
  const writable = (): NonNullable<OpenParts['committer']> => {
    if (committer === null) throw new AppError('SAVE_READ_ONLY');
    return committer;
  };
  const replace = (kind: 'passphrase' | 'recoveryCode', text: string): Promise<void> => writable().queue.exclusive(async () => {
    try {
      await withRetry(async () => lock?.check());
      header = await replaceSlot(deps, folder, header, kind, text);
    } catch (error) {
      throw saveError(error);
    }
  });
  const closeNow = async (): Promise<void> => {
    anchor.stop();
    await Promise.allSettled([...busy]);
    if (committer !== null && lock !== null) await committer.queue.exclusive(() => finishWriting(parts, lock));
    parts.log.abandon();
    await files.closeAll();
    reader.close();
    keys.close();
    zeroVaultKeys(context.keys);
    zero(header.masterKey);
    if (lock !== null) await quietly(() => lock.release());
  };

  return {
    vaultId: header.vaultId,
    readOnly: committer === null,
    report: parts.report,
    entry: (recordId) => outside(directory.get(recordId)),
    entries: (filter) => directory.list(filter).flatMap((entry) => outside(entry) ?? []),
    schemaOf: (kind) => (Object.hasOwn(deps.schemas, kind) ? deps.schemas[kind] : undefined),
    read: (recordId) => guarded(async () => {
      const entry = directory.get(recordId);
      if (entry === undefined) throw new AppError('NOT_FOUND');
      const plain = await reader.read(entry, keys.get);
      try {
        return { value: decodeValue(deps.schemas, entry.kind, plain), revision: entry.revision };
      } finally {
        zero(plain);
      }
    }),
    history: (recordId) => guarded(() => historyOf(parts, recordId)),
    readRevision: (recordId, revision) => guarded(() => readRevision(parts, deps.schemas, recordId, revision)),
    commit: (ops) => guarded(async () => writable().commit(ops)),
    verifyPassphrase: (passphrase) => guarded(() => verifySecret(deps, header, { kind: 'passphrase', text: passphrase })),
    changePassphrase: (passphrase) => guarded(async () => replace('passphrase', passphrase)),
    replaceRecoveryCode: () => guarded(async () => {
      const code = newRecoveryCode(deps.random);
      await replace('recoveryCode', code);
      return code;
    }),
    acceptRollback: () => guarded(async () => anchor.accept()),
    backup: (target) => guarded(() => writeBackup(deps, parts, target)),
    scrub: (breathe) => guarded(() => scrub(deps.schemas, parts, async () => {
      await breathe?.();
      // Closing waits for this reading; it must not wait for the rest of the vault.
      if (closing !== null) throw new AppError('LOCKED');
    })),
    keepAside: (value) => guarded(() => writeAside(deps, header.vaultId, context.keys.aside, value)),
    aside: () => guarded(() => readAside(deps, header.vaultId, context.keys.aside)),
    dropAside: () => guarded(() => removeAside(deps, header.vaultId)),
    close: () => (closing ??= closeNow()),
  };
}

/** Everything here can be made up for at the next opening: every acknowledged save is on the medium already. */
async function finishWriting(parts: OpenParts, lock: VaultLock): Promise<void> {
  await quietly(async () => {
    // Whoever took the lock over counts on `current` as it was left then.
    await lock.check();
    await parts.log.finish();
    await parts.anchor.follow();
  });
}

function outside(entry: DirectoryEntry | undefined): DirectoryEntry | undefined {
  return entry === undefined ? undefined : { recordId: entry.recordId, kind: entry.kind, clientId: entry.clientId, revision: entry.revision };
}

/** Names that a file manager leaves in an otherwise empty folder. */
const LITTER: ReadonlySet<string> = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db', '.directory']);

async function prepareFolder(deps: VaultDeps, folder: string): Promise<void> {
  const { fs } = deps;
  try {
    const found = await fs.kind(folder);
    if (found !== null && found.kind !== 'folder') throw new AppError('VAULT_FOLDER_UNUSABLE');
    if (found === null) {
      await fs.makeFolder(folder);
      await fs.syncFolder(dirname(folder));
    }
    await clearUnfinished(fs, folder);
    await replaceFile(fs, folder, CREATING, new Uint8Array([1]));
    for (const name of [SEGMENTS, HINTS]) await ensureFolder(fs, join(folder, name));
    await fs.syncFolder(folder);
  } catch (error) {
    if (errnoCode(error) === 'ENOENT' || errnoCode(error) === 'ENOTDIR') throw new AppError('VAULT_FOLDER_UNUSABLE', {}, { cause: error });
    throw saveError(error);
  }
}

/** Takes away what a creation that was cut short left, and refuses a folder that holds anything else. */
async function clearUnfinished(fs: VaultFs, folder: string): Promise<void> {
  const names = (await fs.list(folder)).filter((name) => !LITTER.has(name));
  const isVault = names.some((name) => /^current\.[ab]$/.test(name)) || (!names.includes(CREATING) && names.some((name) => /^header\.[ab]$/.test(name)));
  if (isVault) throw new AppError('VAULT_EXISTS');
  const leftover = names.includes(CREATING) || names.every((name) => name === `${CREATING}.new`);
  const ours = /^(creating|creating\.new|header\.[ab](\.new)?|current\.[ab]\.new|segments|hints)$/;
  if (!leftover || !names.every((name) => ours.test(name))) throw new AppError('VAULT_FOLDER_UNUSABLE');
  // Nothing was ever kept in it: frames need a segment that `current` names, and there is no `current`.
  for (const name of names) if (/^(header|current)\./.test(name)) await fs.remove(join(folder, name));
}
