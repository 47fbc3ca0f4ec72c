// What the rest of the main process may know of the vault. Refuses to show bytes, keys or file names.
import type { ZodType } from 'zod';
import type { VaultFs } from './vaultFs.ts';

/** One schema per record kind; a value that does not fit is neither written nor returned. */
export type RecordSchemas = Readonly<Record<string, ZodType>>;

/** What is held in memory about a record; the value stays sealed on disk until it is read. */
export type DirectoryEntry = {
  readonly recordId: string;
  readonly kind: string;
  /** null for records that belong to the practice (settings, templates), sealed with the vault's own data key. */
  readonly clientId: string | null;
  readonly revision: number;
};

export type VaultOp =
  /** `expectedRevision` is 0 for a new record; anything else than the current revision rejects with SAVE_CONFLICT. */
  | { readonly op: 'put'; readonly recordId: string; readonly kind: string; readonly clientId: string | null; readonly expectedRevision: number; readonly value: unknown }
  | { readonly op: 'delete'; readonly recordId: string; readonly expectedRevision: number }
  /** Destroys the client's data key and every record of that client. */
  | { readonly op: 'shred'; readonly clientId: string };

/** Given only after the fsync. */
export type CommitReceipt = {
  readonly sequence: number;
  /** Revision now current for each put, by recordId. */
  readonly revisions: Readonly<Record<string, number>>;
  /** Milliseconds since the epoch, from the injected clock. */
  readonly savedAt: number;
};

/** What opening found; every non-empty field is told to the user. */
export type OpenReport = {
  readonly tornTailBytes: number;
  readonly damagedRecords: readonly DirectoryEntry[];
  readonly chainBreaks: number;
  readonly missingSegments: readonly number[];
  readonly usedSpareHeader: boolean;
  readonly usedSpareCurrent: boolean;
  /** Set when the outside anchor has seen more than this vault holds. */
  readonly rolledBack: { readonly anchorSequence: number; readonly vaultSequence: number } | null;
  readonly lastSequence: number;
  readonly lastSavedAt: number | null;
};

/** What a complete reading of a vault found; nothing is written. */
export type ScrubReport = {
  readonly frames: number;
  readonly chainBreaks: number;
  /** Bytes in segments that belong to no authentic frame. */
  readonly damagedBytes: number;
  readonly missingSegments: readonly number[];
  readonly damagedRecords: readonly DirectoryEntry[];
};

/** Awaited between frames and records of a long reading, so that saves and the window come first. */
export type Breathe = () => Promise<void>;

/** What the vault still holds of one record, newest first. `complete` is false where a damaged frame hides a revision. */
export type RecordHistory = { readonly revisions: readonly { readonly revision: number; readonly savedAt: number; /** Length of the sealed record. */ readonly bytes: number }[]; readonly complete: boolean };

export type RecordValue = { readonly value: unknown; readonly revision: number };

export type Vault = {
  readonly vaultId: string;
  readonly readOnly: boolean;
  readonly report: OpenReport;
  entry(recordId: string): DirectoryEntry | undefined;
  entries(filter?: { kind?: string; clientId?: string | null }): DirectoryEntry[];
  /** What `read` has parsed the values of a kind with; undefined for a kind that is not declared. */
  schemaOf(kind: string): ZodType | undefined;
  /** Rejects with NOT_FOUND or RECORD_DAMAGED. */
  read(recordId: string): Promise<RecordValue>;
  /** Every revision of a record that is still there, the current one included. Rejects with NOT_FOUND. */
  history(recordId: string): Promise<RecordHistory>;
  /** The record as it was at a revision, checked like any other. Rejects with NOT_FOUND or RECORD_DAMAGED. */
  readRevision(recordId: string, revision: number): Promise<RecordValue & { readonly savedAt: number }>;
  /** One atomic frame; concurrent calls are coalesced; resolves only after the fsync. Rejects exactly once with a SAVE_* code. */
  commit(ops: readonly VaultOp[]): Promise<CommitReceipt>;
  /** Checks a passphrase against the slots, as for signing. Same back-off rules as unlock are the caller's. */
  verifyPassphrase(passphrase: string): Promise<boolean>;
  changePassphrase(newPassphrase: string): Promise<void>;
  /** New code, replacing the old recovery slot; returned once. */
  replaceRecoveryCode(): Promise<string>;
  /** The user said "I restored a backup": the anchor follows the vault. */
  acceptRollback(): Promise<void>;
  /** Copy to an empty folder, reopened from disk with every frame and record decrypted before it resolves. */
  backup(targetFolder: string): Promise<{ readonly records: number; readonly bytes: number; readonly sequence: number }>;
  /**
   * Decrypts every frame of every segment and every live record, for idle time: damage that opening by hints does not see.
   * Rejects with LOCKED soon after `close` was called, and with whatever `breathe` rejects with.
   */
  scrub(breathe?: Breathe): Promise<ScrubReport>;
  /** Seals `value` into one file outside the vault's folder, for text that the vault could not take. Rejects with SAVE_*. */
  keepAside(value: unknown): Promise<void>;
  /** What `keepAside` kept, perhaps in an earlier run; null where there is nothing that this vault can open. */
  aside(): Promise<unknown>;
  dropAside(): Promise<void>;
  /** Waits for the queue, writes the hint, releases the lock, zeroes every key. Idempotent. */
  close(): Promise<void>;
};

export type KdfParams = { readonly memoryKiB: number; readonly passes: number; readonly lanes: number };

/** Argon2id in a worker thread: 32 bytes. The caller zeroes what it gets. */
export type DeriveKey = (secret: Uint8Array, salt: Uint8Array, params: KdfParams) => Promise<Uint8Array>;

export type VaultDeps = {
  readonly fs: VaultFs;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly deriveKey: DeriveKey;
  readonly schemas: RecordSchemas;
  /** Parameters for new slots; the release uses the calibrated ones, tests tiny ones (guarded by `testKdf`). */
  readonly newKdfParams: KdfParams;
  /** Allows KDF parameters under the release floor. Never set by main.ts. */
  readonly testKdf?: boolean;
  /** Folder for the outside anchor; null in tests that do not need it. */
  readonly anchorFolder: string | null;
  /** `machine` is a random number of this computer's own; without one the name alone says whose a lock is. */
  readonly host: { readonly name: string; readonly machine?: string; readonly pid: number; readonly isAlive: (pid: number) => boolean };
  /** Runs `work` once after `ms` unless the function returned is called first; must not keep the process alive. Absent: the system's timers. */
  readonly startTimer?: (work: () => void, ms: number) => () => void;
  /** Bytes; small in tests, so that a vault of a few KiB has several segments. Absent: 16 MiB segments, 4 MiB steps. */
  readonly sizes?: VaultSizes;
};

/** `segmentBytes`: no segment grows past it by choice. `growBytes`: how far the live segment is zero-filled ahead. */
export type VaultSizes = { readonly segmentBytes: number; readonly growBytes: number };

export type VaultSecret = { readonly kind: 'passphrase'; readonly text: string } | { readonly kind: 'recoveryCode'; readonly text: string };

/** Functions exported by `electron/vault/vault.ts`. */
export type CreateVault = (deps: VaultDeps, folder: string, passphrase: string, recoveryCode: string) => Promise<Vault>;
export type OpenVault = (deps: VaultDeps, folder: string, secret: VaultSecret, options?: { readonly readOnly?: boolean; readonly takeOverLock?: boolean }) => Promise<Vault>;
export type NewRecoveryCode = (random: (bytes: number) => Uint8Array) => string;
export type RestoreBackup = (deps: VaultDeps, backupFolder: string, targetFolder: string, secret: VaultSecret) => Promise<{ readonly records: number }>;
