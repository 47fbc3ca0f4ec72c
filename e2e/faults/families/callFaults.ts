// F1: an errno, a short call or the end of the process at every file-system call of every scenario. F2: a power cut at every
// call, with many fates of what was not yet synced. Refuses to sample call sites: each is hit.
import { count, newOutcome, oneCase, type Family, type Outcome } from '../family.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import { isAppError } from '../../../shared/errors.ts';
import type { DiskImage } from '../disk.ts';
import { allFaults, createFaultFs, fits, nameOf, ProcessStopped, type Fault, type FsCall } from '../faultFs.ts';
import { createPowerLossFs } from '../powerLossFs.ts';
import { seededRandom, type Random } from '../random.ts';
import { groundOf, SCENARIOS, worldOn, type Ground, type Scenario } from '../scenarios.ts';
import { verify } from '../verify.ts';
import { note, VAULT, vaultDeps, type World } from '../world.ts';

const SEEDS_PER_CUT = 8;
/** Calls of an opening with recovery, and some more. */
const LONGEST_OPENING = 90;

function scenarioOf(job: string): Scenario {
  const scenario = SCENARIOS.find(({ name }) => name === job);
  if (scenario === undefined) throw new Error(`no scenario "${job}"`);
  return scenario;
}

/** Plays a scenario to its end or to the end of the process; the vault may be left open. */
async function play(scenario: Scenario, world: World): Promise<void> {
  try {
    await scenario.act(world);
  } catch (error) {
    if (!(error instanceof ProcessStopped)) throw error;
  }
}

/** A stopped process closes nothing on the disk; this only frees its timers here. */
async function bury(world: World): Promise<void> {
  await world.vault?.close().catch(() => undefined);
}

/** The calls of the scenario when nothing goes wrong. */
async function traceOf(scenario: Scenario, ground: Ground): Promise<readonly FsCall[]> {
  const world = worldOn(ground, null, null);
  await play(scenario, world);
  if (world.problems.length > 0) throw new Error(`"${scenario.name}" fails without any fault: ${world.problems.join('; ')}`);
  const trace = [...world.fs.trace()];
  await world.close();
  if (trace.length === 0) throw new Error(`"${scenario.name}" makes no call`);
  return trace;
}

async function faultCase(scenario: Scenario, ground: Ground, at: number, fault: Fault): Promise<readonly string[]> {
  const world = worldOn(ground, at, fault);
  await play(scenario, world);
  if (world.fs.hit() === null) world.problems.push('the fault never took place');
  let image = world.disk.image();
  if (world.fs.stopped()) await bury(world);
  else {
    world.fs.heal();
    await saveAgain(world);
    await world.close();
    if (world.disk.openHandles() !== 0) world.problems.push(`${world.disk.openHandles()} files left open`);
    image = world.disk.image();
  }
  return [...world.problems, ...await verify(world, image)];
}

/** Once the disk is well again the queue must go on: a save that fails now without having lost the lock is a dead queue. */
async function saveAgain(world: World): Promise<void> {
  if (world.vault === null) return;
  const before = world.codes.length;
  const saved = await world.commit([note('note-healed', 1, { clientId: null })]);
  const code = world.codes[before];
  if (!saved) world.problems.push(`the queue does not go on after the fault: ${code ?? 'no code'}`);
}

async function runFaults(job: string, tell: (name: string) => void): Promise<Outcome> {
  const outcome = newOutcome();
  const scenario = scenarioOf(job);
  const ground = await groundOf(scenario);
  const trace = await traceOf(scenario, ground);
  count(outcome, 'calls', trace.length);
  const faults = allFaults();
  for (let at = 1; at <= trace.length; at += 1) {
    const call = trace[at - 1];
    if (call === undefined) continue;
    for (const fault of faults) {
      // A lasting fault begins where it first fits; beginning it earlier would be the same case again.
      if (!fits(fault, call)) continue;
      await oneCase(outcome, `F1 ${scenario.name}, ${call} at call ${at}, ${nameOf(fault)}`, tell, () => faultCase(scenario, ground, at, fault));
    }
  }
  return outcome;
}

async function cutCase(scenario: Scenario, ground: Ground, at: number, after: boolean, seed: number): Promise<readonly string[]> {
  const world = worldOn(ground, at, { kind: 'stop', after });
  await play(scenario, world);
  const random = seededRandom(seed);
  let image = world.disk.crash(random);
  await bury(world);
  // The power comes back for a moment only: the vault is cut again while it is being opened.
  for (let cuts = seed % 4 === 3 ? 1 + random.int(2) : 0; cuts > 0; cuts -= 1) image = await cutWhileOpening(world, image, random);
  return [...world.problems, ...await verify(world, image)];
}

async function cutWhileOpening(world: World, image: DiskImage, random: Random): Promise<DiskImage> {
  const disk = createPowerLossFs(image, () => world.clock);
  const fs = createFaultFs(disk, 1 + random.int(LONGEST_OPENING), { kind: 'stop', after: random.chance(0.5) });
  fs.arm();
  world.clock += 180_000;
  const deps = vaultDeps(fs, { seed: world.seed + 300_000 + random.int(100_000), now: () => { world.clock += 5; return world.clock; } });
  const [secret] = [...world.secrets.must, ...world.secrets.either];
  if (secret === undefined) throw new Error('a scenario without a secret');
  // Where it stops, or whether it opens at all, is checked by the openings that follow.
  const vault = await openVault(deps, VAULT, secret, { takeOverLock: true }).catch((error: unknown) => {
    if (!fs.stopped() && !isAppError(error)) world.problems.push(`I1 opening after a cut: no code: ${String(error)}`);
    return null;
  });
  const after = disk.crash(random);
  await vault?.close().catch(() => undefined);
  return after;
}

/** An fsync fails and forgets, the app goes on, and then the power goes: what was acknowledged after the failure must be there. */
async function forgetCase(scenario: Scenario, ground: Ground, at: number, seed: number): Promise<readonly string[]> {
  const world = worldOn(ground, at, { kind: 'forget' });
  await play(scenario, world);
  await saveAgain(world);
  const image = world.disk.crash(seededRandom(seed));
  await bury(world);
  return [...world.problems, ...await verify(world, image)];
}

async function runCuts(job: string, tell: (name: string) => void): Promise<Outcome> {
  const outcome = newOutcome();
  const scenario = scenarioOf(job);
  const ground = await groundOf(scenario);
  const trace = await traceOf(scenario, ground);
  count(outcome, 'calls', trace.length);
  for (let at = 1; at <= trace.length; at += 1) {
    for (let seed = 0; seed < SEEDS_PER_CUT; seed += 1) {
      const after = seed % 3 !== 0;
      await oneCase(outcome, `F2 ${scenario.name}, power cut ${after ? 'after' : 'before'} call ${at} (${trace[at - 1]}), seed ${seed}`, tell, () => cutCase(scenario, ground, at, after, at * 1_000 + seed));
      if (trace[at - 1] === 'sync') await oneCase(outcome, `F2 ${scenario.name}, fsync at call ${at} fails and forgets, seed ${seed}`, tell, () => forgetCase(scenario, ground, at, at * 1_000 + seed));
    }
  }
  return outcome;
}

const jobs = SCENARIOS.map(({ name }) => name);
export const F1: Family = { id: 'F1', title: 'fault at every file-system call', minimum: 1_000, jobs, run: runFaults };
export const F2: Family = { id: 'F2', title: 'power cut at every call', minimum: 2_000, jobs, run: runCuts };
