// Puts the parts of an unlocked vault together: recovery, log, keys, queue, anchor, and the report of what was found.
// Refuses to acknowledge anything itself, and leaves no key behind when it fails.
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { MIGRATIONS } from '../../shared/vault/migrations/list.ts';
import type { Migration } from '../../shared/vault/migrations/runner.ts';
import { readAnchor, writeAnchor } from './anchor.ts';
import type { AnchorMark } from './anchor.ts';
import { createClientKeys } from './clientKeys.ts';
import { createCommitter, destroyOldRings } from './commit.ts';
import type { Committer } from './commit.ts';
import { equalBytes } from './crypto.ts';
import { readCurrent } from './currentFile.ts';
import type { Directory } from './directory.ts';
import type { UnlockedHeader } from './header.ts';
import { CREATING, DEFAULT_SIZES, deriveVaultKeys } from './layout.ts';
import type { LogContext } from './layout.ts';
import type { VaultLock } from './lockFile.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import { prepareMigration } from './migrateVault.ts';
import { createRecordReader } from './recordSeal.ts';
import type { RecordReader } from './recordSeal.ts';
import { recover } from './recovery.ts';
import type { Recovered } from './recovery.ts';
import { quietly } from './segment.ts';
import { createSegmentFiles } from './segmentFiles.ts';
import type { SegmentFiles } from './segmentFiles.ts';
import { cutTornTails, tidy } from './settle.ts';
import type { OpenReport, VaultDeps } from './types.ts';
import type { ClientKeys } from './clientKeys.ts';

/** The anchor follows the vault after so many saves or this long after the first it has not seen, and at every close. */
const ANCHOR_EVERY = 64;
const ANCHOR_AFTER_MS = 3000;

export type OpenParts = {
  readonly context: LogContext;
  readonly directory: Directory;
  readonly keys: ClientKeys;
  readonly log: Log;
  readonly files: SegmentFiles;
  readonly reader: RecordReader;
  readonly report: OpenReport;
  readonly anchor: AnchorKeeper;
  /** For revisions from before the last one, which no run brings forward. */
  readonly migrations: readonly Migration[];
  /** null where the vault was opened to read only. */
  readonly committer: Committer | null;
};

export type AnchorKeeper = {
  readonly accept: () => Promise<void>;
  readonly follow: () => Promise<void>;
  /** After a save. */
  readonly step: () => Promise<void>;
  /** No timer reaches for the key any more. */
  readonly stop: () => void;
};

export function makeContext(deps: VaultDeps, folder: string, header: Pick<UnlockedHeader, 'masterKey' | 'vaultIdBytes'>): LogContext {
  return {
    fs: deps.fs, folder, random: deps.random, now: deps.now,
    vaultId: header.vaultIdBytes,
    keys: deriveVaultKeys(header.masterKey, header.vaultIdBytes),
    sizes: deps.sizes ?? DEFAULT_SIZES,
  };
}

/** `lock` null opens to read only: not a byte is written then. Another list of migrations is for their tests. */
export async function openParts(deps: VaultDeps, context: LogContext, header: UnlockedHeader, lock: VaultLock | null, migrations = MIGRATIONS): Promise<OpenParts> {
  const found = await readCurrent(context);
  if (found === null) throw new AppError((await context.fs.kind(join(context.folder, CREATING))) === null ? 'OPEN_DAMAGED' : 'OPEN_NO_VAULT');
  const keys = createClientKeys(context, found.value.rings);
  const recovered = await recover(context, found.value, keys, { trustHints: true, forgiveUnreadable: lock === null });
  const mark = await readAnchor(deps, header.vaultId, context.keys.anchor);
  const report = reportOf(recovered, header, found.usedSpare, mark !== null && await isBehind(recovered, mark) ? mark : null);
  const files = createSegmentFiles(context);
  const log = createLog(context, files, keys, recovered.state);
  const anchor = keepAnchor(deps, header.vaultId, context, { log, lock, rolledBack: report.rolledBack !== null });
  const parts = { context, directory: recovered.directory, keys, log, files, report, anchor, migrations };
  const reader = createRecordReader(context, files, (segment) => log.saltOf(segment));
  try {
    // Before anything is written: a newer version's vault stays as it is.
    const migration = await prepareMigration({ ...parts, reader }, migrations);
    if (lock === null && migration.wanted) throw new AppError('OPEN_FAILED', { reason: 'migration' });
    if (lock === null) return { ...parts, reader, committer: null };
    await settle(context, recovered, parts);
    await migration.run(lock);
    const after = async (): Promise<void> => {
      await quietly(async () => {
        await lock.check();
        await log.maintain();
        await anchor.step();
      });
    };
    return { ...parts, reader, committer: createCommitter({ context, schemas: deps.schemas, log, keys, directory: recovered.directory, lock, after }) };
  } catch (error) {
    log.abandon();
    await files.closeAll();
    reader.close();
    keys.close();
    throw error;
  }
}

/** A disk that refuses all of this still leaves a vault that can be read, and whose saves fail with their reason. */
async function settle(context: LogContext, recovered: Recovered, parts: { keys: ClientKeys; log: Log }): Promise<void> {
  await cutTornTails(context, recovered);
  if (await quietly(() => parts.log.begin())) await tidy(context, recovered);
  if (parts.keys.rings().length > 1) await destroyOldRings(parts);
  await quietly(async () => {
    const creating = join(context.folder, CREATING);
    if ((await context.fs.kind(creating)) !== null) await context.fs.remove(creating);
  });
}

function reportOf(recovered: Recovered, header: UnlockedHeader, usedSpare: boolean, ahead: AnchorMark | null): OpenReport {
  const { lastSequence } = recovered.state;
  return {
    tornTailBytes: recovered.tornTailBytes,
    damagedRecords: recovered.damaged.map(({ recordId, kind, clientId, revision }) => ({ recordId, kind, clientId, revision })),
    chainBreaks: recovered.chainBreaks,
    missingSegments: recovered.missingSegments,
    usedSpareHeader: header.usedSpare,
    usedSpareCurrent: usedSpare || recovered.currentWasBehind,
    rolledBack: ahead === null ? null : { anchorSequence: ahead.sequence, vaultSequence: lastSequence },
    lastSequence,
    lastSavedAt: recovered.lastSavedAt,
  };
}

/** Behind the witness, or another history than the one it saw, or one that does not show the frame it saw. */
async function isBehind(recovered: Recovered, mark: AnchorMark): Promise<boolean> {
  if (mark.sequence > recovered.state.lastSequence) return true;
  // Witnessed before the first save.
  if (mark.sequence === 0) return false;
  const seen = await recovered.tagAt(mark.sequence);
  return seen === undefined || !equalBytes(seen, mark.tag);
}

type Witnessed = { readonly log: Log; readonly lock: VaultLock | null; readonly rolledBack: boolean };

function keepAnchor(deps: VaultDeps, vaultId: string, context: LogContext, { log, lock, rolledBack }: Witnessed): AnchorKeeper {
  let held = rolledBack;
  let written = log.position().sequence;
  let stopTimer: (() => void) | null = null;
  let stopped = false;
  const stop = (): void => {
    stopTimer?.();
    stopTimer = null;
  };
  const write = async (): Promise<void> => {
    stop();
    const mark = log.position();
    await writeAnchor(deps, vaultId, context.keys.anchor, mark);
    written = mark.sequence;
  };
  const late = async (): Promise<void> => {
    await lock?.check();
    if (!held && !stopped) await write();
  };
  return {
    // Until the person said "I restored a backup", the witness of the newer state stays.
    accept: async () => {
      await write();
      held = false;
    },
    follow: async () => {
      if (!held) await write();
    },
    step: async () => {
      if (held) return;
      if (log.position().sequence - written >= ANCHOR_EVERY) await write();
      // Not begun anew by a later save: somebody who types without a pause is witnessed too.
      else if (!stopped) stopTimer ??= (deps.startTimer ?? realTimer)(() => { stopTimer = null; void quietly(late); }, ANCHOR_AFTER_MS);
    },
    stop: () => {
      stopped = true;
      stop();
    },
  };
}

/** Keeps no process alive. */
function realTimer(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms).unref();
  return () => clearTimeout(timer);
}
