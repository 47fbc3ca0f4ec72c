// The key of the counseling notes while they are open: set up, opened, closed, and gone with the lock. Refuses to hand
// the key out, and to set anything up over keys that are there.
import { LocalId } from '../../shared/brand.ts';
import type { CounsellingKeys } from '../../shared/counselling/counsellingNote.ts';
import { AppError, isAppError } from '../../shared/errors.ts';
import type { CounsellingState } from '../../shared/ipc/counsellingContract.ts';
import { COUNSELLING_KEYS_IDS } from '../../shared/vault/recordKinds.ts';
import { newAuthorKeys, openAuthorKey, openNoteText, sealNoteText, withNewSecret, type AuthorKeyDeps, type NoteBinding } from '../vault/authorKey.ts';
import { zero } from '../vault/crypto.ts';
import { checkPassphrase } from '../vault/passphrase.ts';
import { newRecoveryCode } from '../vault/recoveryCode.ts';
import type { KdfParams, Vault, VaultSecret } from '../vault/types.ts';
import type { UnlockBackoff } from '../vault/unlockBackoff.ts';
import { createKeyedSerial } from './keyedSerial.ts';
import { newLocalId } from './newId.ts';
import { change, type Records } from './records.ts';

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
  readonly close: () => void;
  /** COUNSELLING_CLOSED while they are. */
  readonly assertOpen: () => void;
  /** COUNSELLING_CLOSED. */
  readonly author: () => LocalId;
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

/** For one open vault. */
export function createCounsellingKeeper(vault: Vault, records: Records, deps: CounsellingDeps): CounsellingKeeper {
  const turns = createKeyedSerial();
  let held: { readonly key: Uint8Array; readonly author: LocalId } | null = null;
  /** Grows with each closing, so that a key derived before it is not taken in after it. */
  let closings = 0;

  /** One at a time; `since` is taken when it is asked, not when its turn comes. */
  const oneTry = <T>(work: (since: number) => Promise<T>): Promise<T> => {
    const since = closings;
    return turns('key', () => work(since));
  };
  const present = (): boolean => COUNSELLING_KEYS_IDS.some((id) => vault.entry(id) !== undefined);
  const copy = async (id: string): Promise<CounsellingKeys | null> => {
    if (vault.entry(id) === undefined) return null;
    try {
      return (await records.open('counsellingKeys', id)).data;
    } catch (error) {
      if (isAppError(error, 'RECORD_DAMAGED')) return null;
      throw error;
    }
  };
  /** The first of the two copies that can be read; null where there is none. */
  const stored = async (): Promise<CounsellingKeys | null> => await copy(COUNSELLING_KEYS_IDS[0]) ?? copy(COUNSELLING_KEYS_IDS[1]);
  const write = async (id: string, keys: CounsellingKeys): Promise<void> => {
    const low = vault.entry(id) === undefined ? records.draft('counsellingKeys', id, null, keys) : (await records.openOr('counsellingKeys', id, () => keys)).low;
    await records.save([change(low, keys)]);
  };
  /** Two copies in two frames: one damaged place on the disk does not take every note with it. */
  const mend = async (keys: CounsellingKeys): Promise<void> => {
    if (vault.readOnly) return;
    try {
      for (const id of COUNSELLING_KEYS_IDS) if (JSON.stringify(await copy(id)) !== JSON.stringify(keys)) await write(id, keys);
    } catch (error) {
      // One copy is on the disk and opens the notes; the other is written at the next opening.
      if (!isAppError(error)) throw error;
    }
  };
  const store = async (keys: CounsellingKeys): Promise<void> => {
    await write(COUNSELLING_KEYS_IDS[0], keys);
    await mend(keys);
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
    const keys = await stored();
    if (keys === null) throw new AppError(present() ? 'RECORD_DAMAGED' : 'NOT_FOUND', { kind: 'counsellingKeys' });
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
      await store({ ...keys, ...await withNewSecret(deps.keys, keys, key, await next()) });
    } finally {
      zero(key);
    }
  };

  return {
    async phase() {
      if (held !== null) return 'open';
      if (await stored() !== null) return 'closed';
      return present() || records.entries('counsellingNote').length > 0 ? 'damaged' : 'notSetUp';
    },
    waitSeconds: () => deps.backoff.waitSeconds(),
    setUp: (passphrase) => oneTry(async (since) => {
      if (present() || records.entries('counsellingNote').length > 0) throw new AppError('COUNSELLING_SET_UP');
      await assertGood(passphrase, vault);
      const recoveryCode = newRecoveryCode(deps.keys.random);
      const { key, stored: slots } = await newAuthorKeys({ ...deps.keys, newKdfParams: await deps.calibrate() }, passphrase, recoveryCode);
      const author = newLocalId();
      await store({ format: 1, author, ...slots });
      // Locked meanwhile: what was set up is on the disk and opens with the passphrase.
      if (since === closings) hold(key, author, since);
      else zero(key);
      return { recoveryCode };
    }),
    open: (passphrase) => oneTry(async (since) => {
      const keys = await needed();
      hold(await tried(keys, { kind: 'passphrase', text: passphrase }), keys.author, since);
      await mend(keys);
    }),
    openWithCode: (recoveryCode, passphrase) => oneTry(async (since) => {
      const keys = await needed();
      const key = await tried(keys, { kind: 'recoveryCode', text: recoveryCode });
      try {
        // Only behind the right code: otherwise this would be a way to ask about the vault's passphrase without pauses.
        await assertGood(passphrase, vault);
        await store({ ...keys, ...await withNewSecret(deps.keys, keys, key, { kind: 'passphrase', text: passphrase }) });
      } catch (error) {
        zero(key);
        throw error;
      }
      hold(key, keys.author, since);
    }),
    changePassphrase: (current, passphrase) => oneTry(() => replaced({ kind: 'passphrase', text: current }, async () => {
      await assertGood(passphrase, vault);
      return { kind: 'passphrase', text: passphrase };
    })),
    newCode: (passphrase) => oneTry(async () => {
      const recoveryCode = newRecoveryCode(deps.keys.random);
      await replaced({ kind: 'passphrase', text: passphrase }, async () => ({ kind: 'recoveryCode', text: recoveryCode }));
      return { recoveryCode };
    }),
    close,
    assertOpen: () => { mine(); },
    author: () => mine().author,
    sealText: (place, text) => sealNoteText(deps.keys.random, mine().key, { ...place, vaultId: vault.vaultId }, text),
    openText(place, sealed) {
      const { key, author } = mine();
      if (place.author !== author) throw new AppError('RECORD_DAMAGED', { kind: 'counsellingNote' });
      return openNoteText(key, { ...place, vaultId: vault.vaultId }, sealed);
    },
    forget: close,
  };
}
