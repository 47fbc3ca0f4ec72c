// One run of a scenario: a disk, a fault, a vault, and the oracle that watches. Refuses to swallow an error that has no code.
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { isAppError, type ErrorCode } from '../../shared/errors.ts';
import type { KdfParams, Vault, VaultDeps, VaultOp, VaultSecret } from '../../electron/vault/types.ts';
import type { VaultFs } from '../../electron/vault/vaultFs.ts';
import { createVault, openVault } from '../../electron/vault/vault.ts';
import { CANARY } from './canary.ts';
import type { DiskImage } from './disk.ts';
import { createFaultFs, ProcessStopped, type Fault, type FaultFs } from './faultFs.ts';
import { Oracle } from './oracle.ts';
import { createPowerLossFs, type PowerLossFs } from './powerLossFs.ts';
import { seededRandom } from './random.ts';

export const VAULT = '/data/vault';
export const ANCHORS = '/data/anchors';
export const PASSPHRASE = 'orchard lantern seventeen violet harbour';
export const NEW_PASSPHRASE = 'copper meadow whistle eleven thimble';
export const EMPTY_DISK: DiskImage = new Map([['/data', { kind: 'folder' }], [ANCHORS, { kind: 'folder' }]]);

/** The least Argon2id that the algorithm allows; the real cost is tested where it belongs. */
export const TINY_KDF: KdfParams = { memoryKiB: 8, passes: 1, lanes: 1 };

/** Several segments in a few KiB, so that "every byte of every file" can be paid for. */
export const TINY_SIZES = { segmentBytes: 6_144, growBytes: 2_048 } as const;

export const SCHEMAS = {
  client: z.strictObject({ name: z.string().max(300) }),
  note: z.strictObject({ n: z.number().int(), text: z.string().max(20_000) }),
  settings: z.strictObject({ clinic: z.string().max(300) }),
} as const;

const derived = new Map<string, Uint8Array>();

/** Real Argon2id, remembered by its inputs: a pure function that thousands of cases ask for the same value. */
export async function deriveKey(secret: Uint8Array, salt: Uint8Array, params: KdfParams): Promise<Uint8Array> {
  const name = `${Buffer.from(secret).toString('hex')}.${Buffer.from(salt).toString('hex')}.${params.memoryKiB}.${params.passes}.${params.lanes}`;
  let key = derived.get(name);
  if (key === undefined) {
    key = await argon2id({ password: secret, salt, memorySize: params.memoryKiB, iterations: params.passes, parallelism: params.lanes, hashLength: 32, outputType: 'binary' });
    if (derived.size > 5_000) derived.clear();
    derived.set(name, key);
  }
  return Uint8Array.from(key);
}

export type HostName = 'here' | 'there';

/** Dependencies of a vault over any file system; every call draws from a stream of its own. */
export function vaultDeps(fs: VaultFs, options: { readonly seed: number; readonly now: () => number; readonly host?: HostName; readonly pid?: number; readonly alive?: boolean; readonly anchors?: string | null }): VaultDeps {
  const random = seededRandom(options.seed);
  return {
    fs,
    now: options.now,
    random: (bytes) => random.bytes(bytes),
    deriveKey,
    schemas: SCHEMAS,
    newKdfParams: TINY_KDF,
    testKdf: true,
    anchorFolder: options.anchors === undefined ? ANCHORS : options.anchors,
    // Never: a case must not hang on how long it took.
    startTimer: () => () => undefined,
    host: { name: options.host ?? 'here', pid: options.pid ?? options.seed, isAlive: () => options.alive ?? false },
    sizes: TINY_SIZES,
  };
}

/** A note whose every text holds the canary; `n` makes it differ from every other. */
export function note(recordId: string, n: number, options: { readonly revision?: number; readonly clientId?: string | null; readonly filler?: number } = {}): VaultOp {
  const text = `${CANARY} ${recordId} ${n} ${'lorem '.repeat(options.filler ?? 4)}`;
  return { op: 'put', recordId, kind: 'note', clientId: options.clientId === undefined ? 'client-a' : options.clientId, expectedRevision: options.revision ?? 0, value: { n, text } };
}

export function client(clientId: string, revision = 0): VaultOp {
  return { op: 'put', recordId: clientId, kind: 'client', clientId, expectedRevision: revision, value: { name: `${CANARY} ${clientId} v${revision}` } };
}

/** Which secrets must open the vault now, may open it, and must not. */
export type Secrets = { must: VaultSecret[]; either: VaultSecret[]; not: VaultSecret[] };

export class World {
  readonly disk: PowerLossFs;
  readonly fs: FaultFs;
  readonly oracle: Oracle;
  readonly problems: string[] = [];
  readonly codes: ErrorCode[] = [];
  /** What the app was told about creating the vault: nothing is promised before the answer. */
  created: boolean;
  vault: Vault | null = null;
  secrets: Secrets;
  clock: number;
  /** Set by scenarios that copy: what was said to be finished. */
  readonly finished = new Set<string>();
  private streams: number;

  constructor(image: DiskImage, at: number | null, fault: Fault | null, from: { readonly oracle: Oracle; readonly secrets: Secrets; readonly created: boolean; readonly clock: number; readonly streams: number }) {
    this.clock = from.clock;
    this.disk = createPowerLossFs(image, () => this.clock);
    this.fs = createFaultFs(this.disk, at, fault);
    this.oracle = from.oracle.fork();
    this.secrets = { must: [...from.secrets.must], either: [...from.secrets.either], not: [...from.secrets.not] };
    this.created = from.created;
    this.streams = from.streams;
  }

  get seed(): number {
    return this.streams;
  }

  deps(options: { readonly host?: HostName; readonly alive?: boolean } = {}): VaultDeps {
    this.streams += 1;
    return vaultDeps(this.fs, { ...options, seed: this.streams, now: () => { this.clock += 5; return this.clock; } });
  }

  /** One step of a scenario. A refusal with a code is an answer; anything else is a problem, the end of the process excepted. */
  async attempt<T>(step: string, perform: () => Promise<T>): Promise<T | null> {
    try {
      return await perform();
    } catch (error) {
      if (this.fs.stopped()) throw new ProcessStopped();
      if (isAppError(error)) this.codes.push(error.code);
      else this.problems.push(`I1 ${step}: no code: ${String(error)}`);
      return null;
    }
  }

  async create(recoveryCode: string): Promise<void> {
    this.vault = await this.attempt('create', () => createVault(this.deps(), VAULT, PASSPHRASE, recoveryCode));
    if (this.vault !== null) this.created = true;
  }

  async open(secret: VaultSecret = { kind: 'passphrase', text: PASSPHRASE }): Promise<void> {
    this.vault = await this.attempt('open', () => openVault(this.deps(), VAULT, secret));
  }

  /** Commits under the oracle's eyes, each of `batches` on its own, all at once. True when all were acknowledged. */
  async commit(...batches: VaultOp[][]): Promise<boolean> {
    const vault = this.vault;
    if (vault === null) return false;
    this.oracle.nextWave();
    const waits = batches.map(async (ops) => {
      const watched = this.oracle.begin(ops);
      const receipt = await vault.commit(ops).catch((error: unknown) => {
        // A process that has stopped gives no answer to anybody: the commit stays in flight.
        if (!this.fs.stopped()) watched.refused(error);
        throw error;
      });
      watched.acknowledged(receipt);
    });
    const results = await Promise.allSettled(waits);
    if (this.fs.stopped()) throw new ProcessStopped();
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      await this.attempt('commit', () => Promise.reject(result.reason));
    }
    return results.every((result) => result.status === 'fulfilled');
  }

  async close(): Promise<void> {
    const vault = this.vault;
    this.vault = null;
    if (vault !== null) await this.attempt('close', () => vault.close());
  }
}
