// Brings a vault's records from one data version to the next, in numbered steps. Refuses a vault of a newer
// version and a list with a gap, and never writes a record that its migration left as it was.
//
// How the vault applies it (electron/vault/migrateVault.ts): `current` holds the vault's dataVersion. On a writable
// open, after the log was replayed and before anything else may read or write, the vault hands over a MigrationStore:
// record values unsealed but not yet parsed by today's schemas, and a commit that writes a batch and the progress in
// ONE frame. A kill between two frames therefore resumes after the last whole batch. When the run is over the new
// dataVersion goes into `current`. A read-only open of an older version is refused instead of migrated.
import { AppError } from '../../errors.ts';

/** A record as a migration sees it: `value` is plain JSON of the version before. The kind of a record never changes. */
export type MigratingRecord = { readonly kind: string; readonly value: unknown };

/**
 * One step from version `to - 1` to `to`. Pure and idempotent: given what it made itself, it gives the same
 * back. It declares its own old and new types and imports nothing current, so that it means the same for ever. A step
 * that changes what a value means changes its shape too: earlier revisions of a record are read through the fewest
 * steps after which they fit.
 */
export type Migration = {
  readonly to: number;
  readonly name: string;
  readonly migrate: (record: MigratingRecord) => MigratingRecord;
};

export type MigrationProgress = {
  /** Every record is at least at this version. */
  readonly version: number;
  /** Version that a begun run brings records to; equal to `version` where none is under way. */
  readonly target: number;
  /** Records up to and including this id (in string order) are at `target`; null where none is. */
  readonly doneThrough: string | null;
};

export type MigrationStore = {
  progress(): Promise<MigrationProgress>;
  recordIds(): Promise<readonly string[]>;
  /** null for a record that is damaged: it stays as it is, and keeps nobody from the others. */
  read(recordId: string): Promise<MigratingRecord | null>;
  /** All of it in one atomic, durable frame. */
  commit(changed: readonly { readonly recordId: string; readonly record: MigratingRecord }[], progress: MigrationProgress): Promise<void>;
};

/** A batch is one frame: this many records, or fewer large ones. */
const BATCH_RECORDS = 200;
const BATCH_CHARS = 2 * 1024 * 1024;

/** The version that a list of migrations leads to. */
export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.length;
}

/**
 * Applies the steps from `from` up to `to` to one record. Throws OPEN_NEWER where `from` is above what the list knows,
 * INTERNAL where the list is not numbered 1, 2, 3 ...
 */
export function migrateRecord(migrations: readonly Migration[], record: MigratingRecord, from: number, to = latestVersion(migrations)): MigratingRecord {
  checkNumbers(migrations);
  if (from > latestVersion(migrations) || to > latestVersion(migrations)) throw new AppError('OPEN_NEWER');
  return migrations.slice(from, to).reduce((current, step) => step.migrate(current), record);
}

/**
 * Brings every record to the latest version, in batches, resuming a run that was cut short; gives the number of
 * records written. Throws OPEN_NEWER, having written nothing, where the vault is ahead of the list.
 */
export async function runMigrations(migrations: readonly Migration[], store: MigrationStore): Promise<number> {
  checkNumbers(migrations);
  const latest = latestVersion(migrations);
  let progress = await store.progress();
  if (progress.version > latest || progress.target > latest) throw new AppError('OPEN_NEWER');
  let written = 0;
  while (progress.version < latest) {
    // A run that an older release began is first finished to where that release was going: only so far is
    // it known which records it has reached.
    const target: number = progress.target > progress.version ? progress.target : latest;
    written += await runTo(migrations, store, { ...progress, target });
    progress = { version: target, target, doneThrough: null };
    await store.commit([], progress);
  }
  return written;
}

async function runTo(migrations: readonly Migration[], store: MigrationStore, begun: MigrationProgress): Promise<number> {
  const { version, target } = begun;
  const ids = (await store.recordIds()).filter((id) => begun.doneThrough === null || id > begun.doneThrough).toSorted(byCode);
  let written = 0;
  let changed: { recordId: string; record: MigratingRecord }[] = [];
  let chars = 0;
  for (const [at, recordId] of ids.entries()) {
    const before = await store.read(recordId);
    const record = before === null ? null : migrateRecord(migrations, before, version, target);
    if (record !== null && record !== before) {
      changed.push({ recordId, record });
      chars += JSON.stringify(record.value).length;
    }
    if (at + 1 < ids.length && (at + 1) % BATCH_RECORDS !== 0 && chars < BATCH_CHARS) continue;
    await store.commit(changed, { version, target, doneThrough: recordId });
    written += changed.length;
    changed = [];
    chars = 0;
  }
  return written;
}

/** By code unit, as `>` compares: never by the language of the machine, which may change between two runs. */
function byCode(one: string, two: string): number {
  return one < two ? -1 : one > two ? 1 : 0;
}

function checkNumbers(migrations: readonly Migration[]): void {
  if (migrations.some((migration, at) => migration.to !== at + 1)) throw new AppError('INTERNAL', { part: 'migrations' });
}
