// Which vault, and whether it is open: first run, unlock, lock. Holds the open vault and hands it out
// only while it may be used. Refuses to know windows, dialogs or clinical matters.
import { AppError, isAppError } from '../../shared/errors.ts';
import type { Channel } from '../../shared/ipc/channels.ts';
import type { AppState } from '../../shared/ipc/vaultContract.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import type { Log } from '../log.ts';
import { checkPassphrase } from '../vault/passphrase.ts';
import { newRecoveryCode } from '../vault/recoveryCode.ts';
import type { CreateVault, KdfParams, OpenVault, RestoreBackup, ScrubReport, Vault, VaultDeps, VaultSecret } from '../vault/types.ts';
import type { UnlockBackoff } from '../vault/unlockBackoff.ts';
import type { FlushAnswer } from './flushGate.ts';
import { holdsVault } from './folders.ts';
import { createInFlight, type InFlight } from './inFlight.ts';
import { createKeyedSerial } from './keyedSerial.ts';
import type { LocalState } from './localState.ts';
import { createPendingVault } from './pendingVault.ts';
import { openPractice, type Practice, type SaveNoteOf } from './practice.ts';
import type { SearchKeeperDeps } from './searchKeeper.ts';
import { startScrub, type ScrubDeps, type Scrubber } from './scrubber.ts';

export type SessionDeps = {
  readonly vaultDeps: VaultDeps;
  readonly createVault: CreateVault;
  readonly openVault: OpenVault;
  readonly restoreBackup: RestoreBackup;
  /** Parameters for the slots of a new vault; slow, so asked for only then. */
  readonly calibrate: () => Promise<KdfParams>;
  readonly defaultFolder: string;
  readonly makeFolder: (folder: string) => Promise<void>;
  readonly state: LocalState;
  readonly backoff: UnlockBackoff;
  /** The same for the passphrase of the counseling notes. */
  readonly counsellingBackoff: UnlockBackoff;
  readonly saveNote: SaveNoteOf;
  /** Lets the window save what is being typed. */
  readonly askFlush: () => Promise<FlushAnswer>;
  /** Called after the vault is closed: the window must show nothing of it. */
  readonly onLocked: () => void;
  readonly onOpened: (practice: Practice) => void;
  /** How the open vault is read through in idle time. */
  readonly scrub: Pick<ScrubDeps, 'wait' | 'onDamage'>;
  readonly search: Pick<SearchKeeperDeps, 'makeEngine' | 'wait'>;
  readonly monotonicMs: () => number;
  readonly log: Log;
};

export type VaultSession = {
  readonly phase: () => Promise<AppState['phase']>;
  readonly folder: () => string;
  readonly waitSeconds: () => number;
  /** The open vault; LOCKED otherwise. */
  readonly practice: () => Practice;
  readonly isOpen: () => boolean;
  /** The practice of a vault that is being closed, where text may still be handed to its leftovers; null otherwise. */
  readonly closing: () => Practice | null;
  /** True after a lock that had to happen while some text could be kept nowhere, or while the window did not say that all was saved. */
  readonly textLost: () => boolean;
  /** What reading the open vault through has found; null while that has not ended. */
  readonly scrubbed: () => ScrubReport | null;
  /** True until the person has answered the question about an older vault. */
  readonly rollbackPending: () => boolean;
  /** How long the open vault may lie unused. */
  readonly idleMinutes: () => number;
  /** LOCKED, or OPEN_ROLLBACK until the person has said that a backup was restored. */
  readonly assertOpen: (channel: Channel) => void;
  readonly track: InFlight['track'];
  readonly prepare: (folder: string, passphrase: string) => Promise<string>;
  readonly create: (typedCode: string) => Promise<void>;
  /** Where the folder cannot be written to, the vault is opened for reading only. */
  readonly unlock: (secret: VaultSecret, openAs?: OpenAs) => Promise<void>;
  readonly setPassphrase: (passphrase: string) => Promise<void>;
  /** UNLOCK_FAILED with growing pauses, as at unlock. */
  readonly verifyPassphrase: (passphrase: string) => Promise<void>;
  readonly acceptRollback: () => Promise<void>;
  readonly useFolder: (folder: string) => Promise<void>;
  readonly restore: (backupFolder: string, targetFolder: string, passphrase: string) => Promise<{ readonly records: number }>;
  /**
   * `machine` (idle time, sleep, quitting) always locks. `person` is refused with SAVE_FAILED while the window holds
   * text that could not be saved, unless asked again within LOCK_ANYWAY_MS.
   */
  readonly lock: (cause: LockCause) => Promise<void>;
};

export type LockCause = 'person' | 'machine';

export type OpenAs = 'readOnly' | 'takeOver' | undefined;
type Opened = { readonly practice: Practice; readonly scrubber: Scrubber; mustSetPassphrase: boolean; rollbackPending: boolean };

/** What may be used before the person has answered the question about an older vault. */
const DURING_ROLLBACK: ReadonlySet<Channel> = new Set<Channel>(['vault:report', 'vault:acceptRollback', 'settings:get']);
/** Saves of text, which is still kept while the vault is being closed. */
const WHILE_CLOSING: ReadonlySet<Channel> = new Set<Channel>(['notes:saveDraft', 'counselling:save']);
const SETTLE_LIMIT_MS = 5000;
export const LOCK_ANYWAY_MS = 30_000;

/** Throws PASSPHRASE_SHORT or PASSPHRASE_COMMON. */
async function assertGoodPassphrase(passphrase: string): Promise<void> {
  const { acceptable, reason } = await checkPassphrase(passphrase);
  if (!acceptable) throw new AppError(reason === 'common' ? 'PASSPHRASE_COMMON' : 'PASSPHRASE_SHORT');
}

/** Makes the session of one run of the app. */
export function createVaultSession(deps: SessionDeps): VaultSession {
  const { state, backoff, vaultDeps } = deps;
  const pending = createPendingVault();
  const inFlight = createInFlight();
  const oneTry = createKeyedSerial();
  let opened: Opened | null = null;
  let locking: Promise<void> | null = null;
  let calibrated: Promise<KdfParams> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let textLost = false;
  /** The practice of a vault that is being closed: words that arrive now are still kept somewhere. */
  let closingPractice: Practice | null = null;
  let lockAnywayUntil = Number.NEGATIVE_INFINITY;
  /** The folder restored into by this run: that it is older than what was used here is known, so nobody is asked. */
  let justRestored: string | null = null;

  /** One change of state at a time: two unlocks at once would open the vault twice. */
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.then(() => undefined, () => undefined);
    return mine;
  };
  const folder = (): string => state.get().vaultFolder ?? deps.defaultFolder;

  const enter = async (vault: Vault, mustSetPassphrase: boolean): Promise<void> => {
    try {
      if (vault.report.rolledBack !== null && justRestored === folder() && !vault.readOnly) await vault.acceptRollback();
      const practice = await openPractice(vault, { ...deps.search, saveNote: deps.saveNote, monotonicMs: deps.monotonicMs, log: deps.log, counselling: { keys: vaultDeps, calibrate: deps.calibrate, backoff: deps.counsellingBackoff } });
      const scrubber = startScrub(vault, { ...deps.scrub, monotonicMs: deps.monotonicMs, log: deps.log });
      textLost = false;
      opened = { practice, scrubber, mustSetPassphrase, rollbackPending: vault.report.rolledBack !== null && justRestored !== folder() };
      // Known of this one opening only: whoever puts an older state back later is to be noticed again.
      justRestored = null;
      deps.onOpened(practice);
    } catch (error) {
      await vault.close();
      throw error;
    }
  };

  /** A try at a secret, counted; a wrong one says how long to wait. One at a time, or two would share a count. */
  const guarded = <T>(attempt: () => Promise<T>): Promise<T> => oneTry('secret', async () => {
    await backoff.begin();
    try {
      const result = await attempt();
      await backoff.end('right');
      return result;
    } catch (error) {
      await backoff.end(isAppError(error, 'UNLOCK_FAILED') ? 'wrong' : 'neither');
      if (isAppError(error, 'UNLOCK_FAILED')) throw new AppError('UNLOCK_FAILED', { ...error.facts, seconds: backoff.waitSeconds() }, { cause: error });
      throw error;
    }
  });

  const openOrRead = async (secret: VaultSecret, openAs: OpenAs): Promise<Vault> => {
    try {
      return await deps.openVault(vaultDeps, folder(), secret, { readOnly: openAs === 'readOnly', takeOverLock: openAs === 'takeOver' });
    } catch (error) {
      // A folder without write permission (a backup on a read-only disk): better to read than to be shut out.
      if (openAs === undefined && isAppError(error, 'OPEN_DENIED')) return deps.openVault(vaultDeps, folder(), secret, { readOnly: true });
      throw error;
    }
  };

  const practice = (): Practice => {
    if (opened === null || opened.mustSetPassphrase) throw new AppError('LOCKED');
    return opened.practice;
  };

  const closeNow = async (cause: LockCause): Promise<void> => {
    if (opened === null) return;
    const word = await deps.askFlush();
    if (word !== 'saved') deps.log(word === 'silent' ? 'FLUSH_UNANSWERED' : 'FLUSH_UNSAVED');
    if (word === 'unsaved' && cause === 'person' && deps.monotonicMs() > lockAnywayUntil) {
      lockAnywayUntil = deps.monotonicMs() + LOCK_ANYWAY_MS;
      throw new AppError('SAVE_FAILED', { locking: true });
    }
    const closing = opened;
    const mayKeep = !closing.mustSetPassphrase && !closing.rollbackPending;
    // From here on no new call gets the vault; those that have it are let finish.
    opened = null;
    if (mayKeep) closingPractice = closing.practice;
    await inFlight.settled(SETTLE_LIMIT_MS);
    const kept = await closing.practice.leftovers.keep();
    closingPractice = null;
    // A person who asked twice knows what is given up.
    const untold = word === 'silent' || (word === 'unsaved' && cause === 'machine');
    textLost = kept === 'lost' || (untold && kept === 'nothing');
    closing.practice.forget();
    try {
      await closing.practice.vault.close();
    } finally {
      deps.onLocked();
    }
  };

  const lock = (cause: LockCause): Promise<void> => {
    pending.forget();
    // A lock that must happen does not end with the refusal of one that only should.
    if (locking !== null) return cause === 'machine' ? locking.catch(() => lock('machine')) : locking;
    locking = exclusively(() => closeNow(cause)).finally(() => { locking = null; });
    return locking;
  };

  return {
    async phase() {
      if (opened !== null) return opened.mustSetPassphrase ? 'mustSetPassphrase' : 'open';
      if (pending.isThere()) return 'mustTypeRecoveryCode';
      // A vault that was chosen once and is missing now (an unplugged disk) is "locked": unlocking says what is wrong.
      return state.get().vaultFolder !== null || await holdsVault(vaultDeps.fs, deps.defaultFolder) ? 'locked' : 'noVault';
    },
    folder,
    waitSeconds: () => backoff.waitSeconds(),
    practice,
    isOpen: () => opened !== null,
    textLost: () => textLost,
    scrubbed: () => opened?.scrubber.findings() ?? null,
    rollbackPending: () => opened?.rollbackPending === true,
    idleMinutes: () => opened?.practice.settings.data.idleMinutes ?? DEFAULT_SETTINGS.idleMinutes,
    closing: () => closingPractice,
    assertOpen(channel) {
      if (WHILE_CLOSING.has(channel) && closingPractice !== null) return;
      practice();
      if (opened?.rollbackPending === true && !DURING_ROLLBACK.has(channel)) throw new AppError('OPEN_ROLLBACK');
    },
    track: inFlight.track,
    prepare: (target, passphrase) => exclusively(async () => {
      if (opened !== null) throw new AppError('FORBIDDEN');
      if (await holdsVault(vaultDeps.fs, target)) throw new AppError('VAULT_EXISTS');
      await assertGoodPassphrase(passphrase);
      const recoveryCode = newRecoveryCode(vaultDeps.random);
      pending.begin(target, passphrase, recoveryCode);
      // Begun now, so that it is done by the time the person has written the code down.
      calibrated ??= deps.calibrate();
      calibrated.catch(() => { calibrated = null; });
      return recoveryCode;
    }),
    create: (typedCode) => exclusively(async () => {
      const { folder: target, passphrase, recoveryCode } = pending.confirm(typedCode);
      const newKdfParams = await (calibrated ?? deps.calibrate());
      await deps.makeFolder(target).catch((error: unknown) => { throw new AppError('VAULT_FOLDER_UNUSABLE', {}, { cause: error }); });
      const vault = await deps.createVault({ ...vaultDeps, newKdfParams }, target, passphrase, recoveryCode);
      // The vault is on the disk now, whatever happens next: the code must not be asked for again.
      pending.forget();
      try {
        await state.update({ vaultFolder: target });
      } catch (error) {
        await vault.close();
        throw error;
      }
      await enter(vault, false);
    }),
    unlock: (secret, openAs) => exclusively(async () => {
      if (opened !== null) return;
      const vault = await guarded(() => openOrRead(secret, openAs));
      await enter(vault, secret.kind === 'recoveryCode' && !vault.readOnly);
    }),
    setPassphrase: (passphrase) => exclusively(async () => {
      if (opened === null || !opened.mustSetPassphrase) throw new AppError('FORBIDDEN');
      await assertGoodPassphrase(passphrase);
      const { counselling, vault } = opened.practice;
      await counselling.changeForVault(passphrase, () => vault.changePassphrase(passphrase));
      opened.mustSetPassphrase = false;
    }),
    verifyPassphrase: (passphrase) => guarded(async () => {
      if (!await practice().vault.verifyPassphrase(passphrase)) throw new AppError('UNLOCK_FAILED', { why: 'check' });
    }),
    async acceptRollback() {
      await practice().vault.acceptRollback();
      if (opened !== null) opened.rollbackPending = false;
    },
    useFolder: (chosen) => exclusively(async () => {
      if (opened !== null) throw new AppError('FORBIDDEN');
      if (!await holdsVault(vaultDeps.fs, chosen)) throw new AppError('OPEN_NO_VAULT');
      pending.forget();
      await state.update({ vaultFolder: chosen });
    }),
    async restore(backupFolder, targetFolder, passphrase) {
      const restored = await guarded(() => deps.restoreBackup(vaultDeps, backupFolder, targetFolder, { kind: 'passphrase', text: passphrase }));
      await lock('machine');
      await state.update({ vaultFolder: targetFolder });
      justRestored = targetFolder;
      return restored;
    },
    lock,
  };
}
