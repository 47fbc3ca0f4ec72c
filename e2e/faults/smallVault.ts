// A vault of a few KiB with several segments, and its disk at each step of its life. Refuses to be large: it is damaged byte by byte.
import type { VaultOp } from '../../electron/vault/types.ts';
import { createVault, openVault } from '../../electron/vault/vault.ts';
import type { DiskImage } from './disk.ts';
import { Oracle, type ModelState } from './oracle.ts';
import { createPowerLossFs } from './powerLossFs.ts';
import { RECOVERY_CODE } from './scenarios.ts';
import { client, EMPTY_DISK, note, PASSPHRASE, VAULT, vaultDeps } from './world.ts';

export type Moment = { readonly image: DiskImage; readonly state: ModelState; readonly closed: boolean };
export type SmallVault = { readonly image: DiskImage; readonly state: ModelState; readonly oracle: Oracle; readonly moments: readonly Moment[] };

/** One list per run of the app; each inner list is one commit. */
const RUNS: readonly (readonly (readonly VaultOp[])[])[] = [
  [[client('client-a'), note('note-1', 1), note('note-2', 1)], [note('note-1', 2, { revision: 1 })]],
  [[note('note-3', 1), note('settings-note', 1, { clientId: null })], [note('note-2', 2, { revision: 1 })], [client('client-b'), note('note-b', 1, { clientId: 'client-b' })]],
  [[note('note-1', 3, { revision: 2 })], [{ op: 'delete', recordId: 'note-3', expectedRevision: 1 }], [note('note-4', 1)]],
];

/** The same vault each time for the same `seed`. */
export async function buildSmallVault(seed = 9_000): Promise<SmallVault> {
  let clock = 1_760_000_000_000;
  const disk = createPowerLossFs(EMPTY_DISK, () => clock);
  const oracle = new Oracle();
  const moments: Moment[] = [];
  const see = (closed: boolean): void => { moments.push({ image: disk.image(), state: oracle.acknowledged(), closed }); };
  for (const [index, commits] of RUNS.entries()) {
    const deps = vaultDeps(disk, { seed: seed + index, now: () => { clock += 5; return clock; } });
    const vault = index === 0 ? await createVault(deps, VAULT, PASSPHRASE, RECOVERY_CODE) : await openVault(deps, VAULT, { kind: 'passphrase', text: PASSPHRASE });
    for (const ops of commits) {
      const watched = oracle.begin(ops);
      watched.acknowledged(await vault.commit(ops));
      see(false);
    }
    await vault.close();
    see(true);
  }
  return { image: disk.image(), state: oracle.acknowledged(), oracle, moments };
}
