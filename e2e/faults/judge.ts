// Opens a damaged vault and says what the user would be told. Refuses wrong plain text, unreported loss, and a second opening that
// goes wrong where the first did not.
import type { OpenReport, Vault } from '../../electron/vault/types.ts';
import type { VaultFs } from '../../electron/vault/vaultFs.ts';
import { openVault } from '../../electron/vault/vault.ts';
import { isAppError, type ErrorCode } from '../../shared/errors.ts';
import { treeHash, type DiskImage } from './disk.ts';
import { canonical, isClean, type ModelState, type Oracle } from './oracle.ts';
import { createPowerLossFs } from './powerLossFs.ts';
import { note, PASSPHRASE, VAULT, vaultDeps } from './world.ts';

export type Truth = { readonly state: ModelState; readonly oracle: Oracle };

export type Verdict = {
  /** Refused with a code, opened with something to tell, or opened as if nothing had happened with everything there. */
  readonly kind: 'refused' | 'told' | 'identical';
  readonly code: ErrorCode | null;
  readonly report: OpenReport | null;
  readonly lost: readonly string[];
  /** Who told first: the report of the opening, a record when it was read, or the full check. */
  readonly told: 'open' | 'read' | 'scrub' | null;
  /** The record that an earlier judgement saved is there. */
  readonly savedSince: boolean;
  readonly problems: readonly string[];
};

/** How the problem of an unreported loss begins. */
export const UNTOLD = 'loss that nobody is told';
const SAVED_SINCE = 'note-saved-since';

type Reading = { readonly lost: string[]; readonly damaged: string[]; readonly problems: string[] };

async function readAll(vault: Vault, truth: Truth): Promise<Reading> {
  const lost: string[] = [];
  const damaged: string[] = [];
  const problems: string[] = [];
  const ids = new Set([...truth.state.keys(), ...vault.entries().map(({ recordId }) => recordId)]);
  for (const id of ids) {
    const want = truth.state.get(id);
    if (id === SAVED_SINCE) continue;
    try {
      const { value, revision } = await vault.read(id);
      if (!truth.oracle.knows(id, value)) problems.push(`wrong plain text in ${id}`);
      if (want === undefined || want.json !== canonical(value) || want.revision !== revision) lost.push(id);
    } catch (error) {
      if (isAppError(error, 'RECORD_DAMAGED')) damaged.push(id);
      else if (!isAppError(error, 'NOT_FOUND')) problems.push(`reading ${id}: ${String(error)}`);
      lost.push(id);
    }
  }
  return { lost, damaged, problems };
}

/** The full check must find at least what reading found. */
async function scrubbed(vault: Vault, reading: Reading): Promise<boolean> {
  const found = await vault.scrub();
  const named = new Set([...found.damagedRecords, ...vault.report.damagedRecords].map(({ recordId }) => recordId));
  const unnamed = reading.damaged.filter((id) => !named.has(id));
  if (unnamed.length > 0) reading.problems.push(`the full check does not name ${unnamed.join(' ')}`);
  return found.chainBreaks > 0 || found.damagedBytes > 0 || found.damagedRecords.length > 0;
}

/** Opens the vault on `fs` (read and closed again) and judges what it says against what is true. */
export async function judge(fs: VaultFs, truth: Truth, options: { readonly folder?: string; readonly anchors?: string; readonly seed?: number; readonly save?: boolean } = {}): Promise<Verdict> {
  let clock = 1_770_000_000_000 + (options.seed ?? 0);
  const deps = vaultDeps(fs, { seed: options.seed ?? 31_000, now: () => { clock += 5; return clock; }, ...(options.anchors === undefined ? {} : { anchors: options.anchors }) });
  let vault: Vault;
  try {
    vault = await openVault(deps, options.folder ?? VAULT, { kind: 'passphrase', text: PASSPHRASE });
  } catch (error) {
    if (isAppError(error)) return { kind: 'refused', code: error.code, report: null, lost: [], told: null, savedSince: false, problems: [] };
    return { kind: 'refused', code: null, report: null, lost: [], told: null, savedSince: false, problems: [`opening: no code: ${error instanceof Error ? error.stack ?? error.message : String(error)}`] };
  }
  const reading = await readAll(vault, truth);
  const { lost, problems } = reading;
  const checked = await scrubbed(vault, reading).catch((error: unknown) => {
    problems.push(`the full check fails: ${String(error)}`);
    return false;
  });
  const savedSince = vault.entry(SAVED_SINCE) !== undefined;
  const told = !isClean(vault.report) ? 'open' : reading.damaged.length > 0 ? 'read' : checked ? 'scrub' : null;
  const silent = lost.filter((id) => !reading.damaged.includes(id));
  // A record that is not where it was needs a word when opening: nobody asks for what is not listed.
  if (told !== 'open' && silent.length > 0) problems.push(`${UNTOLD}: ${silent.join(' ')}`);
  if (options.save === true) await vault.commit([note(SAVED_SINCE, 1, { clientId: null })]).catch((error: unknown) => { problems.push(`cannot save after the damage: ${String(error)}`); });
  await vault.close().catch((error: unknown) => { problems.push(`closing: ${String(error)}`); });
  return { kind: told === null ? 'identical' : 'told', code: null, report: vault.report, lost, told, savedSince, problems };
}

/** The same over a disk image; with `twice`, something is saved, and the second opening must hold it and lose nothing more. */
export async function judgeImage(image: DiskImage, truth: Truth, twice: boolean): Promise<Verdict> {
  const disk = createPowerLossFs(image, () => 1_770_000_000_000);
  const first = await judge(disk, truth, { save: twice });
  if (disk.openHandles() !== 0) return { ...first, problems: [...first.problems, `${disk.openHandles()} files left open`] };
  if (!twice || first.kind === 'refused') return first;
  const second = await judge(disk, truth, { seed: 32_000 });
  const problems = [...first.problems];
  if (second.kind === 'refused') problems.push(`the second opening is refused: ${second.code}`);
  else if (!second.savedSince) problems.push('what was saved after the damage is gone');
  // A loss that the first opening told of may be told again or not; a new one may not appear.
  const fresh = second.lost.filter((id) => !first.lost.includes(id));
  if (fresh.length > 0) problems.push(`the second opening loses more: ${fresh.join(' ')}`);
  problems.push(...second.problems.filter((problem) => !problem.startsWith(UNTOLD)));
  return { ...first, problems };
}

/** Opens to read only and gives what was changed on the disk by that: it must be nothing. */
export async function readOnlyTouches(image: DiskImage): Promise<string[]> {
  const disk = createPowerLossFs(image, () => 1_770_000_000_000);
  const deps = vaultDeps(disk, { seed: 33_000, now: () => 1_770_000_000_000 });
  try {
    const vault = await openVault(deps, VAULT, { kind: 'passphrase', text: PASSPHRASE }, { readOnly: true });
    for (const { recordId } of vault.entries()) await vault.read(recordId).catch(() => undefined);
    await vault.close();
  } catch (error) {
    if (!isAppError(error)) return [`read only: no code: ${String(error)}`];
  }
  if (disk.openHandles() !== 0) return [`read only: ${disk.openHandles()} files left open`];
  return treeHash(disk.image(), '/data') === treeHash(image, '/data') ? [] : ['opening to read only changed the disk'];
}
