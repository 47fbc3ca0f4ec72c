// What an app does with a vault, step by step, as ground for faults. Refuses to check anything: verify.ts does, after every case.
import { newRecoveryCode } from '../../electron/vault/recoveryCode.ts';
import { restoreBackup } from '../../electron/vault/backup.ts';
import { openVault } from '../../electron/vault/vault.ts';
import { client, NEW_PASSPHRASE, note, PASSPHRASE, VAULT, World } from './world.ts';
import { EMPTY_DISK } from './world.ts';
import type { DiskImage } from './disk.ts';
import { Oracle } from './oracle.ts';
import { seededRandom } from './random.ts';

export const BACKUP = '/data/backup';
export const RESTORED = '/data/restored';
export const RECOVERY_CODE = newRecoveryCode((bytes) => seededRandom(77).bytes(bytes));

export type Scenario = {
  readonly name: string;
  /** Without faults, once; what it leaves is certain. */
  readonly ground: (world: World) => Promise<void>;
  /** Faults count from `world.fs.arm()` on, which it calls itself. */
  readonly act: (world: World) => Promise<void>;
};

/** The disk and the knowledge that a scenario starts from. */
export type Ground = { readonly image: DiskImage; readonly world: World };

async function small(world: World): Promise<void> {
  await world.create(RECOVERY_CODE);
  await world.commit([client('client-a'), note('note-1', 1), note('note-2', 1)]);
  await world.commit([client('client-b'), note('note-b1', 1, { clientId: 'client-b' })]);
  await world.commit([note('note-1', 2, { revision: 1 })]);
  await world.close();
}

async function nothing(world: World): Promise<void> {
  await world.create(RECOVERY_CODE);
  await world.close();
}

/** A vault whose last run was cut off: the lock is there and the last segment ends in the middle of a frame. */
async function cutOff(world: World): Promise<void> {
  await small(world);
  await world.open();
  await world.commit([note('note-3', 1)]);
  // The process is gone here; nobody closes.
  world.vault = null;
}

async function opened(world: World, perform: () => Promise<unknown>): Promise<void> {
  await world.open();
  world.fs.arm();
  await perform();
}

const createIt: Scenario = {
  name: 'create vault',
  ground: async () => undefined,
  act: async (world) => {
    world.fs.arm();
    await world.create(RECOVERY_CODE);
    await world.commit([client('client-a')]);
  },
};

const firstSave: Scenario = { name: 'first save', ground: nothing, act: (world) => opened(world, () => world.commit([client('client-a'), note('note-1', 1)])) };

const manySaves: Scenario = {
  name: 'many saves',
  ground: small,
  act: (world) => opened(world, async () => {
    let revision = 2;
    for (let n = 3; n < 11; n += 1) if (await world.commit([note('note-1', n, { revision })])) revision += 1;
  }),
};

const concurrent: Scenario = {
  name: 'concurrent saves',
  ground: small,
  act: (world) => opened(world, async () => {
    await world.commit([note('note-1', 3, { revision: 2 })], [note('note-2', 2, { revision: 1 })], [note('note-4', 1)], [note('note-5', 1)]);
    await world.commit([note('note-6', 1)], [note('note-7', 1), note('note-8', 1)]);
  }),
};

const conflict: Scenario = {
  name: 'a conflict among concurrent saves',
  ground: small,
  act: (world) => opened(world, () => world.commit([note('note-4', 1)], [note('note-1', 9, { revision: 1 })], [note('note-5', 1)])),
};

const batch: Scenario = {
  name: 'batch of records',
  ground: small,
  act: (world) => opened(world, async () => {
    await world.commit([note('note-1', 3, { revision: 2 }), note('note-9', 1), { op: 'delete', recordId: 'note-2', expectedRevision: 1 }, note('settings-note', 1, { clientId: null })]);
    await world.commit([note('note-10', 1)]);
  }),
};

const remove: Scenario = {
  name: 'delete a record',
  ground: small,
  act: (world) => opened(world, async () => {
    await world.commit([{ op: 'delete', recordId: 'note-1', expectedRevision: 2 }]);
    await world.commit([note('note-11', 1)]);
  }),
};

const shred: Scenario = {
  name: 'shred a client',
  ground: small,
  act: (world) => opened(world, async () => {
    await world.commit([{ op: 'shred', clientId: 'client-b' }]);
    await world.commit([note('note-12', 1)]);
  }),
};

const changePassphrase: Scenario = {
  name: 'change the passphrase',
  ground: small,
  act: (world) => opened(world, async () => {
    const vault = world.vault;
    if (vault === null) return;
    const before = world.secrets;
    world.secrets = { must: before.must.filter((secret) => secret.kind === 'recoveryCode'), either: [{ kind: 'passphrase', text: PASSPHRASE }, { kind: 'passphrase', text: NEW_PASSPHRASE }], not: [] };
    const done = await world.attempt('change passphrase', async () => { await vault.changePassphrase(NEW_PASSPHRASE); return true; });
    if (done === true) world.secrets = { must: [...world.secrets.must, { kind: 'passphrase', text: NEW_PASSPHRASE }], either: [], not: [{ kind: 'passphrase', text: PASSPHRASE }] };
    await world.commit([note('note-13', 1)]);
  }),
};

const replaceCode: Scenario = {
  name: 'replace the recovery code',
  ground: small,
  act: (world) => opened(world, async () => {
    const vault = world.vault;
    if (vault === null) return;
    world.secrets = { must: [{ kind: 'passphrase', text: PASSPHRASE }], either: [], not: [] };
    const code = await world.attempt('replace recovery code', () => vault.replaceRecoveryCode());
    if (code !== null) world.secrets = { must: [...world.secrets.must, { kind: 'recoveryCode', text: code }], either: [], not: [{ kind: 'recoveryCode', text: RECOVERY_CODE }] };
    await world.commit([note('note-14', 1)]);
  }),
};

const reopen: Scenario = {
  name: 'close and reopen',
  ground: small,
  act: (world) => opened(world, async () => {
    await world.commit([note('note-15', 1)]);
    await world.close();
    await world.open();
    await world.commit([note('note-16', 1)]);
    await world.close();
  }),
};

const rollOver: Scenario = {
  name: 'segment roll over',
  ground: small,
  act: (world) => opened(world, async () => {
    for (let n = 1; n < 6; n += 1) await world.commit([note(`long-${n}`, n, { filler: 400 })]);
    await world.commit([note('note-1', 3, { revision: 2 })]);
  }),
};

const backUp: Scenario = {
  name: 'back up',
  ground: small,
  act: (world) => opened(world, async () => {
    const vault = world.vault;
    if (vault === null) return;
    const done = await world.attempt('back up', () => vault.backup(BACKUP));
    if (done !== null) world.finished.add(BACKUP);
    await world.commit([note('note-1', 3, { revision: 2 })]);
  }),
};

const restore: Scenario = {
  name: 'restore',
  ground: async (world) => {
    await small(world);
    await world.open();
    await world.attempt('back up', () => world.vault?.backup(BACKUP) ?? Promise.reject(new Error('no vault')));
    await world.close();
    world.finished.add(BACKUP);
  },
  act: async (world) => {
    world.finished.add(BACKUP);
    world.fs.arm();
    const done = await world.attempt('restore', () => restoreBackup(world.deps(), BACKUP, RESTORED, { kind: 'passphrase', text: PASSPHRASE }));
    if (done !== null) world.finished.add(RESTORED);
  },
};

const takeOver: Scenario = {
  name: 'lock takeover',
  ground: small,
  act: async (world) => {
    await world.open();
    const first = world.vault;
    if (first === null) return;
    await world.commit([note('note-17', 1)]);
    // The first holder sleeps (a laptop with its lid closed): no heartbeat for three minutes.
    world.clock += 180_000;
    world.fs.arm();
    const early = await world.attempt('open beside another host', () => openVault(world.deps({ host: 'there' }), VAULT, { kind: 'passphrase', text: PASSPHRASE }));
    if (early !== null) world.problems.push('I3 a vault held by another host opened without being asked');
    const second = await world.attempt('take over', () => openVault(world.deps({ host: 'there' }), VAULT, { kind: 'passphrase', text: PASSPHRASE }, { takeOverLock: true }));
    world.vault = second;
    await world.commit([note('note-18', 1)]);
    // It wakes up, tries to save, and is closed; the new holder saves on.
    world.vault = first;
    const saved = await world.commit([note('note-19', 1)]);
    if (saved && second !== null) world.problems.push('I3 a holder that lost its lock went on saving');
    await world.attempt('close the first holder', () => first.close());
    world.vault = second;
    await world.commit([note('note-20', 1)]);
  },
};

const afterCrash: Scenario = {
  name: 'open after a crash',
  ground: cutOff,
  act: async (world) => {
    world.fs.arm();
    await world.open();
    await world.commit([note('note-18', 1)]);
  },
};

export const SCENARIOS: readonly Scenario[] = [
  createIt, firstSave, manySaves, concurrent, conflict, batch, remove, shred, changePassphrase, replaceCode, reopen, rollOver, backUp, restore, takeOver, afterCrash,
];

/** Lays the ground of a scenario once, without faults; throws where even that fails. */
export async function groundOf(scenario: Scenario): Promise<Ground> {
  const world = new World(EMPTY_DISK, null, null, {
    oracle: new Oracle(), created: false, clock: 1_760_000_000_000, streams: 1_000,
    secrets: { must: [{ kind: 'passphrase', text: PASSPHRASE }, { kind: 'recoveryCode', text: RECOVERY_CODE }], either: [], not: [] },
  });
  await scenario.ground(world);
  const problem = world.problems[0] ?? world.codes[0];
  if (problem !== undefined) throw new Error(`ground of "${scenario.name}" failed: ${problem}`);
  return { image: world.disk.image(), world };
}

/** A fresh world on that ground. */
export function worldOn(ground: Ground, at: number | null, fault: ConstructorParameters<typeof World>[2]): World {
  return new World(ground.image, at, fault, { oracle: ground.world.oracle, created: ground.world.created, clock: ground.world.clock, streams: ground.world.seed, secrets: ground.world.secrets });
}
