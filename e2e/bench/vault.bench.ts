// Measures the vault on the real disk, without Electron: a save, its slope over the size of the vault, and opening.
// Refuses to judge: it prints figures. `node e2e/bench/vault.bench.ts [--clients 1000] [--notes 50000] [--dir FOLDER]`
import { randomBytes, scryptSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createNodeFs } from '../../electron/vault/nodeFs.ts';
import { newRecoveryCode } from '../../electron/vault/recoveryCode.ts';
import type { Vault, VaultDeps, VaultOp } from '../../electron/vault/types.ts';
import { createVault, openVault } from '../../electron/vault/vault.ts';

const { values: args } = parseArgs({ options: { clients: { type: 'string', default: '1000' }, notes: { type: 'string', default: '50000' }, dir: { type: 'string', default: tmpdir() } } });
const CLIENTS = Number(args.clients);
const NOTES = Number(args.notes);
const PASSPHRASE = 'correct horse battery staple';
const SAVES = 400;
const NOTE_5K = 'Reviewed triggers and practised refusal skills. '.repeat(105);

/** Milliseconds spent in the fsync of a segment, and their number, so that a save can be split into disk and processor. */
const synced = { ms: 0, count: 0 };

function measuredFs(): VaultDeps['fs'] {
  const inner = createNodeFs();
  return {
    ...inner,
    open: async (path, flag) => {
      const file = await inner.open(path, flag);
      return {
        ...file,
        sync: async () => {
          const start = performance.now();
          await file.sync();
          synced.ms += performance.now() - start;
          synced.count += 1;
        },
      };
    },
  };
}

const deps: VaultDeps = {
  fs: measuredFs(), now: Date.now, random: (bytes) => randomBytes(bytes),
  // The key derivation is measured elsewhere; here it must only give the same bytes again.
  deriveKey: async (secret, salt) => scryptSync(secret, salt, 32, { N: 16 }),
  schemas: { client: z.strictObject({ name: z.string() }), note: z.strictObject({ text: z.string() }) },
  newKdfParams: { memoryKiB: 8, passes: 1, lanes: 1 }, testKdf: true, anchorFolder: null,
  host: { name: 'bench', pid: process.pid, isAlive: () => false },
};

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function note(index: number, text: string): VaultOp {
  return { op: 'put', recordId: `note-${index}`, kind: 'note', clientId: `client-${index % CLIENTS}`, expectedRevision: 0, value: { text } };
}

type Tally = { readonly label: string; readonly vault: Vault; next: number; readonly times: number[]; fsyncMs: number; fsyncs: number; processorMs: number };

function tally(label: string, vault: Vault, next: number): Tally {
  return { label, vault, next, times: [], fsyncMs: 0, fsyncs: 0, processorMs: 0 };
}

async function measureSave(at: Tally): Promise<void> {
  synced.ms = 0;
  synced.count = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  await at.vault.commit([note(at.next, NOTE_5K)]);
  at.times.push(performance.now() - start);
  const used = process.cpuUsage(cpu);
  at.next += 1;
  at.fsyncMs += synced.ms;
  at.fsyncs += synced.count;
  at.processorMs += (used.user + used.system) / 1000;
}

function tell({ label, times, fsyncMs, fsyncs, processorMs }: Tally): number {
  const sorted = times.toSorted((a, b) => a - b);
  const median = quantile(sorted, 0.5);
  console.log(`${label}: p50 ${median.toFixed(3)} ms, p95 ${quantile(sorted, 0.95).toFixed(3)} ms; fsync mean ${(fsyncMs / Math.max(1, fsyncs)).toFixed(3)} ms x ${fsyncs} for ${times.length} saves; processor ${(processorMs / times.length).toFixed(3)} ms a save (all threads, kernel and maintenance included)`);
  return median;
}

async function filled(folder: string, notes: number): Promise<Vault> {
  const vault = await createVault(deps, folder, PASSPHRASE, newRecoveryCode(deps.random));
  await vault.commit(Array.from({ length: CLIENTS }, (_, index): VaultOp => ({ op: 'put', recordId: `client-${index}`, kind: 'client', clientId: `client-${index}`, expectedRevision: 0, value: { name: `Client ${index}` } })));
  for (let count = 0; count < notes; count += 200) {
    await vault.commit(Array.from({ length: Math.min(200, notes - count) }, (_, index) => note(count + index, NOTE_5K)));
  }
  return vault;
}

async function main(): Promise<void> {
  const root = mkdtempSync(join(args.dir, 'throughline-bench-'));
  const folder = join(root, 'large');
  const [few, many] = [500, NOTES - SAVES];
  const small = tally(`save of 5 KB at ${few} notes`, await filled(join(root, 'small'), few), few);
  const large = tally(`save of 5 KB at ${many} notes`, await filled(folder, many), many);
  // In turns: a machine that is slower for a while is so for both.
  for (let index = 0; index < SAVES; index++) {
    await measureSave(small);
    await measureSave(large);
  }
  const median = tell(small);
  console.log(`slope: ${(tell(large) / median).toFixed(2)}`);
  await small.vault.close();
  await large.vault.close();
  for (let round = 0; round < 3; round++) await measureOpen(folder);
  if (process.env["KEEP"] === undefined) rmSync(root, { recursive: true });
}

async function measureOpen(folder: string): Promise<void> {
  const start = performance.now();
  const vault = await openVault(deps, folder, { kind: 'passphrase', text: PASSPHRASE });
  const opened = performance.now() - start;
  await Promise.all(vault.entries({ kind: 'client' }).map((entry) => vault.read(entry.recordId)));
  console.log(`open ${vault.entries().length} records: ${opened.toFixed(0)} ms, with every client card read: ${(performance.now() - start).toFixed(0)} ms; heap ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`);
  await vault.close();
}

await main();
