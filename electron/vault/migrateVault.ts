// Applies the migrations of shared/vault to an opened vault. Refuses a vault of a newer version before a byte of it
// is changed, and to let a damaged record keep the others from being brought forward.
//
// While a run is under way, one practice record holds how far it came; it is written in the same frame as each batch
// and is gone when the run is over, before anyone else sees the directory.
import { z } from 'zod';
import { AppError, isAppError } from '../../shared/errors.ts';
import { latestVersion, runMigrations } from '../../shared/vault/migrations/runner.ts';
import type { MigratingRecord, Migration, MigrationProgress, MigrationStore } from '../../shared/vault/migrations/runner.ts';
import { createCommitter } from './commit.ts';
import type { Committer } from './commit.ts';
import { zero } from './crypto.ts';
import type { VaultLock } from './lockFile.ts';
import type { OpenParts } from './openVault.ts';
import { quietly } from './segment.ts';
import type { VaultOp } from './types.ts';

type Parts = Pick<OpenParts, 'context' | 'directory' | 'keys' | 'log' | 'reader'>;

export type PreparedMigration = {
  /** Something is to be done before the vault may be used. */
  readonly wanted: boolean;
  /** Gives the number of records written. Rejects with SAVE_* where the disk refuses; the next opening goes on from there. */
  run(lock: VaultLock): Promise<number>;
};

const PROGRESS_ID = 'vault.migration';
const PROGRESS_KIND = 'migration';

const Progress = z.strictObject({ version: z.int().min(0), target: z.int().min(0), doneThrough: z.string().nullable() });

/** Looks and changes nothing. Throws OPEN_NEWER where the vault, or a run that was begun on it, is ahead of `migrations`. */
export async function prepareMigration(parts: Parts, migrations: readonly Migration[]): Promise<PreparedMigration> {
  const latest = latestVersion(migrations);
  const begun = await readProgress(parts);
  if (begun.version > latest || begun.target > latest) throw new AppError('OPEN_NEWER');
  const wanted = parts.log.dataVersion() < latest || parts.directory.get(PROGRESS_ID) !== undefined;
  return { wanted, run: async (lock) => (wanted ? runOn(parts, migrations, lock) : 0) };
}

async function runOn(parts: Parts, migrations: readonly Migration[], lock: VaultLock): Promise<number> {
  const committer = openCommitter(parts, lock);
  const written = await runMigrations(migrations, storeOver(parts, committer));
  if (parts.log.dataVersion() < latestVersion(migrations)) await parts.log.setDataVersion(latestVersion(migrations));
  const progress = parts.directory.get(PROGRESS_ID);
  if (progress !== undefined) await committer.commit([{ op: 'delete', recordId: PROGRESS_ID, expectedRevision: progress.revision }]);
  return written;
}

/** Writes values of any shape: what is between two versions fits no schema of today. */
function openCommitter(parts: Parts, lock: VaultLock): Committer {
  const kinds = new Set([PROGRESS_KIND, ...[...parts.directory.all()].map((entry) => entry.kind)]);
  const schemas = Object.fromEntries([...kinds].map((kind) => [kind, z.unknown()]));
  const after = async (): Promise<void> => { await quietly(() => parts.log.maintain()); };
  return createCommitter({ ...parts, schemas, lock, after });
}

function storeOver(parts: Parts, committer: Committer): MigrationStore {
  return {
    progress: () => readProgress(parts),
    recordIds: async () => [...parts.directory.all()].map((entry) => entry.recordId).filter((id) => id !== PROGRESS_ID),
    read: (recordId) => readRaw(parts, recordId),
    commit: async (changed, progress) => {
      const ops = changed.map(({ recordId, record }) => putOver(parts, recordId, record));
      await committer.commit([...ops, progressOp(parts, progress)]);
    },
  };
}

function putOver(parts: Parts, recordId: string, record: MigratingRecord): VaultOp {
  const entry = parts.directory.get(recordId);
  if (entry === undefined || entry.kind !== record.kind) throw new AppError('INTERNAL', { part: 'migration' });
  return { op: 'put', recordId, kind: entry.kind, clientId: entry.clientId, expectedRevision: entry.revision, value: record.value };
}

function progressOp(parts: Parts, progress: MigrationProgress): VaultOp {
  const expectedRevision = parts.directory.get(PROGRESS_ID)?.revision ?? 0;
  return { op: 'put', recordId: PROGRESS_ID, kind: PROGRESS_KIND, clientId: null, expectedRevision, value: progress };
}

/** The value as it was written, before any schema; null where the record is damaged. */
async function readRaw(parts: Parts, recordId: string): Promise<MigratingRecord | null> {
  const entry = parts.directory.get(recordId);
  if (entry === undefined) return null;
  let plain: Uint8Array;
  try {
    plain = await parts.reader.read(entry, parts.keys.get);
  } catch (error) {
    if (isAppError(error, 'RECORD_DAMAGED')) return null;
    throw error;
  }
  try {
    const value: unknown = JSON.parse(Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString('utf8'));
    return { kind: entry.kind, value };
  } finally {
    zero(plain);
  }
}

async function readProgress(parts: Parts): Promise<MigrationProgress> {
  const stated = parts.log.dataVersion();
  if (parts.directory.get(PROGRESS_ID) === undefined) return { version: stated, target: stated, doneThrough: null };
  const raw = await readRaw(parts, PROGRESS_ID);
  const parsed = Progress.safeParse(raw?.value);
  // Without it nobody knows which records were brought forward, and guessing would change some of them twice.
  if (!parsed.success) throw new AppError('OPEN_DAMAGED', { part: 'migration' });
  return parsed.data;
}
