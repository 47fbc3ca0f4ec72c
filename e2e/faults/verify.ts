// The invariants I1 to I6 over a disk after a fault. Refuses to trust one opening: it opens, writes, closes, and opens again.
import { isAppError } from '../../shared/errors.ts';
import type { Vault, VaultSecret } from '../../electron/vault/types.ts';
import { restoreBackup } from '../../electron/vault/backup.ts';
import { createVault, openVault } from '../../electron/vault/vault.ts';
import { holdsCanary } from './canary.ts';
import type { DiskImage } from './disk.ts';
import { isClean, stateOf } from './oracle.ts';
import { createPowerLossFs, type PowerLossFs } from './powerLossFs.ts';
import { BACKUP, RECOVERY_CODE, RESTORED } from './scenarios.ts';
import { note, PASSPHRASE, VAULT, vaultDeps, type World } from './world.ts';

const LAST_NOTE = 'note-after';

type Check = { readonly world: World; readonly problems: string[]; readonly disk: PowerLossFs; stream: number };

function deps(check: Check, host: 'here' | 'there' = 'here') {
  check.stream += 1;
  const { world } = check;
  return vaultDeps(check.disk, { seed: check.stream, host, now: () => { world.clock += 5; return world.clock; } });
}

async function tryOpen(check: Check, secret: VaultSecret, folder = VAULT): Promise<Vault | string> {
  try {
    // Another host may have been the last holder; whoever restarts says so, as the app lets the user do.
    check.world.clock += 180_000;
    return await openVault(deps(check), folder, secret, { takeOverLock: true });
  } catch (error) {
    if (isAppError(error)) return error.code;
    check.problems.push(`I1 open: no code: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
    return 'INTERNAL';
  }
}

/** The first secret that opens; every one of `must` has to. */
async function openWithAny(check: Check, label: string): Promise<Vault | null> {
  const { secrets } = check.world;
  const answers: string[] = [];
  for (const secret of [...secrets.must, ...secrets.either]) {
    const vault = await tryOpen(check, secret);
    if (typeof vault !== 'string') return vault;
    answers.push(`${secret.kind} ${vault}`);
  }
  check.problems.push(`${label}: nothing opens the vault: ${answers.join(', ')}`);
  return null;
}

async function checkReport(check: Check, vault: Vault, label: string, clean: boolean): Promise<void> {
  const { report } = vault;
  if (report.rolledBack !== null) check.problems.push(`${label}: false alarm of a rollback (${report.rolledBack.anchorSequence} > ${report.rolledBack.vaultSequence})`);
  if (report.damagedRecords.length > 0) check.problems.push(`${label}: ${report.damagedRecords.length} records damaged`);
  if (report.missingSegments.length > 0) check.problems.push(`${label}: segments missing: ${report.missingSegments.join(' ')}`);
  if (clean && !isClean(report)) check.problems.push(`I5 ${label}: the second opening still reports ${JSON.stringify(report)}`);
}

async function closeAll(check: Check, vault: Vault, label: string): Promise<void> {
  await vault.close();
  if (check.disk.openHandles() !== 0) check.problems.push(`${label}: ${check.disk.openHandles()} files left open after close`);
}

/** Where nothing was promised: a typed answer to opening, and a second try at creating. */
async function checkUncreated(check: Check): Promise<void> {
  const opened = await tryOpen(check, { kind: 'passphrase', text: PASSPHRASE });
  if (typeof opened !== 'string') {
    const wrong = await check.world.oracle.compare(opened);
    if (wrong !== null) check.problems.push(`I3 half-created vault: ${wrong}`);
    await closeAll(check, opened, 'half-created vault');
    return;
  }
  try {
    const vault = await createVault(deps(check), VAULT, PASSPHRASE, RECOVERY_CODE);
    await closeAll(check, vault, 'second creation');
  } catch (error) {
    if (!isAppError(error)) check.problems.push(`I1 second creation: no code: ${String(error)}`);
  }
}

async function checkSecrets(check: Check): Promise<void> {
  const { secrets } = check.world;
  for (const secret of secrets.must) {
    const vault = await tryOpen(check, secret);
    if (typeof vault === 'string') check.problems.push(`secret: ${secret.kind} that must open gives ${vault}`);
    else await closeAll(check, vault, 'secret');
  }
  for (const secret of secrets.not) {
    const vault = await tryOpen(check, secret);
    if (typeof vault === 'string') continue;
    check.problems.push(`secret: replaced ${secret.kind} still opens`);
    await vault.close();
  }
}

/** A copy that was said to be finished holds everything; one that was not is refused or whole. */
async function checkCopies(check: Check, before: ReadonlyMap<string, unknown>): Promise<void> {
  const { world } = check;
  if (check.disk.image().has(BACKUP)) {
    const outcome = await restoreBackup(deps(check), BACKUP, '/data/again', { kind: 'passphrase', text: PASSPHRASE }).then(() => 'restored', (error: unknown) => (isAppError(error) ? error.code : `no code: ${String(error)}`));
    if (world.finished.has(BACKUP) && outcome !== 'restored') check.problems.push(`backup: finished, but restoring gives ${outcome}`);
    if (outcome.startsWith('no code')) check.problems.push(`I1 restore: ${outcome}`);
    if (outcome === 'restored') await checkCopy(check, '/data/again', before);
  }
  if (check.disk.image().has(RESTORED)) {
    const copy = await tryOpen(check, { kind: 'passphrase', text: PASSPHRASE }, RESTORED);
    if (typeof copy !== 'string') {
      await copy.close();
      await checkCopy(check, RESTORED, before);
    } else if (world.finished.has(RESTORED)) check.problems.push(`restore: finished, but opening gives ${copy}`);
  }
}

async function checkCopy(check: Check, folder: string, before: ReadonlyMap<string, unknown>): Promise<void> {
  const copy = await tryOpen(check, { kind: 'passphrase', text: PASSPHRASE }, folder);
  if (typeof copy === 'string') {
    check.problems.push(`copy at ${folder}: ${copy}`);
    return;
  }
  const state = await stateOf(copy);
  const same = state.size === before.size && [...state].every(([id, record]) => JSON.stringify(record) === JSON.stringify(before.get(id)));
  if (!same) check.problems.push(`copy at ${folder}: holds something else than what was backed up`);
  await copy.close();
}

/** Checks a disk after a fault; gives the problems found, empty when every invariant holds. */
export async function verify(world: World, image: DiskImage): Promise<string[]> {
  const check: Check = { world, problems: [], disk: createPowerLossFs(image, () => world.clock), stream: world.seed + 500_000 };
  for (const [path, node] of image) if (node.kind === 'file' && holdsCanary(node.bytes)) check.problems.push(`I4 plain text on the disk, in ${path}`);
  const backedUp = world.oracle.ground();
  if (!world.created) {
    await checkUncreated(check);
    return check.problems;
  }
  const first = await openWithAny(check, 'I2 first opening');
  if (first === null) return check.problems;
  const wrong = await world.oracle.compare(first).catch((error: unknown) => `reading fails: ${String(error)}`);
  if (wrong !== null) check.problems.push(`I2/I3 ${wrong}`);
  await checkReport(check, first, 'first opening', false);
  const held = wrong === null ? await stateOf(first) : null;
  const saved = await first.commit([note(LAST_NOTE, 1, { clientId: null })]).then(() => null, (error: unknown) => String(error));
  if (saved !== null) check.problems.push(`first opening: cannot save: ${saved}`);
  await closeAll(check, first, 'first opening');

  const second = await openWithAny(check, 'I5 second opening');
  if (second === null) return check.problems;
  await checkReport(check, second, 'second opening', true);
  const again = await stateOf(second);
  if (saved === null && !again.has(LAST_NOTE)) check.problems.push('I5 the save after recovery is gone');
  if (held !== null && [...held].some(([id, record]) => JSON.stringify(again.get(id)) !== JSON.stringify(record))) check.problems.push('I5 the second opening shows another state');
  await closeAll(check, second, 'second opening');
  await checkSecrets(check);
  await checkCopies(check, backedUp);
  return check.problems;
}
