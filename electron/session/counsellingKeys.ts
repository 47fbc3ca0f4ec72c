// The keys of the counseling notes as they lie in the vault: two copies in two records, the newer one believed.
// Refuses to leave a replaced passphrase or code on either copy once a change is acknowledged.
import type { CounsellingKeys } from '../../shared/counselling/counsellingNote.ts';
import { isAppError } from '../../shared/errors.ts';
import { COUNSELLING_KEYS_IDS } from '../../shared/vault/recordKinds.ts';
import type { Vault } from '../vault/types.ts';
import { change, type Change, type Records, type Removal } from './records.ts';

export type CounsellingKeyStore = {
  /** A copy is there, readable or not. */
  readonly present: () => boolean;
  /** The newest copy that can be read; null where there is none. */
  readonly stored: () => Promise<CounsellingKeys | null>;
  /** These in place of whatever is there. Rejects with SAVE_* where nothing was changed. */
  readonly replace: (keys: CounsellingKeys) => Promise<void>;
  /** Both copies are as `keys` again, where the disk takes it. */
  readonly mend: (keys: CounsellingKeys) => Promise<void>;
};

const [MAIN, SPARE] = COUNSELLING_KEYS_IDS;

/** Changes since they were set up; keys from before these were counted come before all others. */
function age(keys: CounsellingKeys): number {
  return keys.changes ?? 0;
}

/** For one open vault. */
export function createCounsellingKeyStore(vault: Vault, records: Records): CounsellingKeyStore {
  const copy = async (id: string): Promise<CounsellingKeys | null> => {
    if (vault.entry(id) === undefined) return null;
    try {
      return (await records.open('counsellingKeys', id)).data;
    } catch (error) {
      if (isAppError(error, 'RECORD_DAMAGED')) return null;
      throw error;
    }
  };
  const becoming = async (id: string, keys: CounsellingKeys): Promise<Change> => {
    const low = vault.entry(id) === undefined ? records.draft('counsellingKeys', id, null, keys) : (await records.openOr('counsellingKeys', id, () => keys)).low;
    return change(low, keys);
  };
  const mend = async (keys: CounsellingKeys): Promise<void> => {
    if (vault.readOnly) return;
    try {
      for (const id of COUNSELLING_KEYS_IDS) if (JSON.stringify(await copy(id)) !== JSON.stringify(keys)) await records.save([await becoming(id, keys)]);
    } catch (error) {
      // One copy is on the disk and opens the notes; the other is written at the next opening.
      if (!isAppError(error)) throw error;
    }
  };
  return {
    present: () => COUNSELLING_KEYS_IDS.some((id) => vault.entry(id) !== undefined),
    async stored() {
      const [main, spare] = [await copy(MAIN), await copy(SPARE)];
      if (main === null || spare === null) return main ?? spare;
      // A scan that passed over a damaged frame finds the copy of before: its passphrase was replaced.
      return age(spare) > age(main) ? spare : main;
    },
    async replace(keys) {
      // One frame takes both old copies away; the spare then follows in a frame of its own, so that one damaged place
      // on the disk does not take every note with it. Where the disk refuses that, it follows at the next opening.
      const entry = vault.entry(SPARE);
      const removed: Removal[] = entry === undefined ? [] : [{ adapter: { address: { recordId: SPARE, kind: 'counsellingKeys' }, revision: entry.revision } }];
      await records.save([await becoming(MAIN, keys)], removed);
      await mend(keys);
    },
    mend,
  };
}
