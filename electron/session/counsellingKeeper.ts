// The key of the counseling notes while they are open: set up, opened, closed, and gone with the lock. Refuses to hand
// the key out, and to set anything up over keys that are there.
import { LocalId } from '../../shared/brand.ts';
import type { CounsellingKeys } from '../../shared/counselling/counsellingNote.ts';
import { AppError, isAppError, type ErrorCode } from '../../shared/errors.ts';
import type { CounsellingState } from '../../shared/ipc/counsellingContract.ts';
import { newAuthorKeys, openAuthorKey, openNoteText, sealNoteText, withNewSecret, type AuthorKeyDeps, type NoteBinding, type StoredAuthorKeys } from '../vault/authorKey.ts';
import { zero, zeroedUnlessDone } from '../vault/crypto.ts';
import { checkPassphrase } from '../vault/passphrase.ts';
import { newRecoveryCode } from '../vault/recoveryCode.ts';
import type { KdfParams, Vault, VaultSecret } from '../vault/types.ts';
import type { UnlockBackoff } from '../vault/unlockBackoff.ts';
import { createCounsellingKeyStore } from './counsellingKeys.ts';
import { createKeyedSerial } from './keyedSerial.ts';
import { newLocalId } from './newId.ts';
import type { Records } from './records.ts';

export type CounsellingDeps = {
  readonly keys: AuthorKeyDeps;
  /** Slow: the parameters of new slots, measured on this machine. */
  readonly calibrate: () => Promise<KdfParams>;
  /** A count of its own: wrong tries here say nothing about the vault. */
  readonly backoff: UnlockBackoff;
};

/** What the seal of a note is bound to, but for the vault, which is known here. */
type Place = Omit<NoteBinding, 'vaultId'>;

export type CounsellingKeeper = {
  readonly phase: () => Promise<CounsellingState['phase']>;
  readonly waitSeconds: () => number;
  readonly setUp: (passphrase: string) => Promise<{ readonly recoveryCode: string }>;
  readonly open: (passphrase: string) => Promise<void>;
  readonly openWithCode: (recoveryCode: string, passphrase: string) => Promise<void>;
  readonly changePassphrase: (current: string, passphrase: string) => Promise<void>;
  /** Another code in place of the one that was told before; asks for the passphrase again. */
  readonly newCode: (passphrase: string) => Promise<{ readonly recoveryCode: string }>;
  /**
   * Makes this the vault's passphrase by `change`, in a turn with every change of theirs, so that the two are never the same.
   * VAULT_SAME_PASSPHRASE for what opens these notes, or UNLOCK_WAIT {seconds}: asking counts as a wrong try unless it does.
   */
  readonly changeForVault: (passphrase: string, change: () => Promise<void>) => Promise<void>;
  readonly close: () => void;
  /** COUNSELLING_CLOSED while they are. */
  readonly assertOpen: () => void;
  /** COUNSELLING_CLOSED. */
  readonly author: () => LocalId;
  /** null while they are closed. */
  readonly authorIfOpen: () => LocalId | null;
  readonly sealText: (place: Place, text: string) => string;
  /** RECORD_DAMAGED for a note of another author too: it is not this key's to open. */
  readonly openText: (place: Place, sealed: string) => string;
  /** At the lock: the key goes, and one that is still being derived does not come back. */
  readonly forget: () => void;
};

async function assertGood(passphrase: string, vault: Vault): Promise<void> {
  const { acceptable, reason } = await checkPassphrase(passphrase);
  if (!acceptable) throw new AppError(reason === 'common' ? 'PASSPHRASE_COMMON' : 'PASSPHRASE_SHORT');
  // With the vault's own passphrase they would be kept apart from nobody.
  if (await vault.verifyPassphrase(passphrase)) throw new AppError('COUNSELLING_SAME_PASSPHRASE');
}

/** Refusals at set-up that tell nothing about the vault's passphrase, or all of it. */
const SAYS_NOTHING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['PASSPHRASE_SHORT', 'PASSPHRASE_COMMON', 'COUNSELLING_SAME_PASSPHRASE']);

/** The keys with one secret replaced, as the newer of any two copies. */
function nextKeys(before: CounsellingKeys, slots: StoredAuthorKeys): CounsellingKeys {
  return { ...before, ...slots, changes: (before.changes ?? 0) + 1 };
}

/** For one open vault. */
export function createCounsellingKeeper(vault: Vault, records: Records, deps: CounsellingDeps): CounsellingKeeper {
  const turns = createKeyedSerial();
  const store = createCounsellingKeyStore(vault, records);
  let held: { readonly key: Uint8Array; readonly author: LocalId } | null = null;
  /** Grows with each closing, so that a key derived before it is not taken in after it. */
  let closings = 0;

  /** One at a time; `since` is taken when it is asked, not when its turn comes. */
  const oneTry = <T>(work: (since: number) => Promise<T>): Promise<T> => {
    const since = closings;
    return turns('key', () => work(since));
  };
  const close = (): void => {
    closings += 1;
    if (held !== null) zero(held.key);
    held = null;
  };
  const hold = (key: Uint8Array, author: LocalId, since: number): void => {
    if (since !== closings) {
      zero(key);
      throw new AppError('COUNSELLING_CLOSED');
    }
    if (held !== null) zero(held.key);
    held = { key, author };
  };
  const mine = (): { readonly key: Uint8Array; readonly author: LocalId } => {
    if (held === null) throw new AppError('COUNSELLING_CLOSED');
    return held;
  };
  const needed = async (): Promise<CounsellingKeys> => {
    const keys = await store.stored();
    if (keys === null) throw new AppError(store.present() ? 'RECORD_DAMAGED' : 'NOT_FOUND', { kind: 'counsellingKeys' });
    return keys;
  };
  /** A try at a secret, counted before it is made. */
  const tried = async (keys: CounsellingKeys, secret: VaultSecret): Promise<Uint8Array> => {
    await deps.backoff.begin();
    try {
      const key = await openAuthorKey(deps.keys, keys, secret);
      await deps.backoff.end(key === null ? 'wrong' : 'right');
      if (key !== null) return key;
    } catch (error) {
      await deps.backoff.end('neither');
      throw error;
    }
    throw new AppError('COUNSELLING_WRONG', { seconds: deps.backoff.waitSeconds() });
  };

  /** Behind the right secret, another one of the kind that `next` gives. */
  const replaced = async (secret: VaultSecret, next: () => Promise<VaultSecret>): Promise<void> => {
    const keys = await needed();
    const key = await tried(keys, secret);
    try {
      await store.replace(nextKeys(keys, await withNewSecret(deps.keys, keys, key, await next())));
    } finally {
      zero(key);
    }
  };

  /** A new passphrase of the vault is held against the slot, like any other try: otherwise it would be a way to guess theirs without pauses. */
  const refuseTheirs = async (keys: CounsellingKeys, passphrase: string): Promise<void> => {
    await deps.backoff.begin();
    let key: Uint8Array | null = null;
    try {
      key = await openAuthorKey(deps.keys, keys, { kind: 'passphrase', text: passphrase });
    } finally {
      await deps.backoff.end(key === null ? 'wrong' : 'neither');
    }
    if (key === null) return;
    zero(key);
    throw new AppError('VAULT_SAME_PASSPHRASE');
  };

  const newlySetUp = async (passphrase: string, since: number): Promise<{ readonly recoveryCode: string }> => {
    await assertGood(passphrase, vault);
    const recoveryCode = newRecoveryCode(deps.keys.random);
    const { key, stored: slots } = await newAuthorKeys({ ...deps.keys, newKdfParams: await deps.calibrate() }, passphrase, recoveryCode);
    const author = newLocalId();
    await zeroedUnlessDone(key, () => store.replace({ format: 1, author, ...slots, changes: 0 }));
    // Locked meanwhile: what was set up is on the disk and opens with the passphrase.
    if (since === closings) hold(key, author, since);
    else zero(key);
    return { recoveryCode };
  };

  return {
    async phase() {
      if (held !== null) return 'open';
      if (await store.stored() !== null) return 'closed';
      return store.present() || records.entries('counsellingNote').length > 0 ? 'damaged' : 'notSetUp';
    },
    waitSeconds: () => deps.backoff.waitSeconds(),
    setUp: (passphrase) => oneTry(async (since) => {
      if (vault.readOnly) throw new AppError('SAVE_READ_ONLY');
      if (store.present() || records.entries('counsellingNote').length > 0) throw new AppError('COUNSELLING_SET_UP');
      // Counted like a try: where the disk refuses to set anything up, this would ask about the vault's passphrase without end.
      await deps.backoff.begin();
      try {
        const made = await newlySetUp(passphrase, since);
        await deps.backoff.end('right');
        return made;
      } catch (error) {
        await deps.backoff.end(isAppError(error) && SAYS_NOTHING.has(error.code) ? 'neither' : 'wrong');
        throw error;
      }
    }),
    open: (passphrase) => oneTry(async (since) => {
      const keys = await needed();
      hold(await tried(keys, { kind: 'passphrase', text: passphrase }), keys.author, since);
      await store.mend(keys);
    }),
    openWithCode: (recoveryCode, passphrase) => oneTry(async (since) => {
      const keys = await needed();
      const key = await tried(keys, { kind: 'recoveryCode', text: recoveryCode });
      await zeroedUnlessDone(key, async () => {
        // Only behind the right code: otherwise this would be a way to ask about the vault's passphrase without pauses.
        await assertGood(passphrase, vault);
        await store.replace(nextKeys(keys, await withNewSecret(deps.keys, keys, key, { kind: 'passphrase', text: passphrase })));
      });
      hold(key, keys.author, since);
    }),
    changePassphrase: (current, passphrase) => oneTry(() => replaced({ kind: 'passphrase', text: current }, async () => {
      await assertGood(passphrase, vault);
      return { kind: 'passphrase', text: passphrase };
    })),
    changeForVault: (passphrase, change) => oneTry(async () => {
      const keys = await store.stored();
      // Where no keys can be read there is nothing to compare with.
      if (keys !== null) await refuseTheirs(keys, passphrase);
      await change();
    }),
    newCode: (passphrase) => oneTry(async () => {
      const recoveryCode = newRecoveryCode(deps.keys.random);
      await replaced({ kind: 'passphrase', text: passphrase }, async () => ({ kind: 'recoveryCode', text: recoveryCode }));
      return { recoveryCode };
    }),
    close,
    assertOpen: () => { mine(); },
    author: () => mine().author,
    authorIfOpen: () => held?.author ?? null,
    sealText: (place, text) => sealNoteText(deps.keys.random, mine().key, { ...place, vaultId: vault.vaultId }, text),
    openText(place, sealed) {
      const { key, author } = mine();
      if (place.author !== author) throw new AppError('RECORD_DAMAGED', { kind: 'counsellingNote' });
      return openNoteText(key, { ...place, vaultId: vault.vaultId }, sealed);
    },
    forget: close,
  };
}
