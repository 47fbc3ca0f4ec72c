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

async function measureSaves(vault: Vault, from: number, label: string): Promise<number> {
  const times: number[] = [];
  synced.ms = 0;
  synced.count = 0;
  const cpu = process.cpuUsage();
  for (let index = 0; index < SAVES; index++) {
    const start = performance.now();
    await vault.commit([note(from + index, NOTE_5K)]);
    times.push(performance.now() - start);
  }
  const used = process.cpuUsage(cpu);
  const sorted = times.toSorted((a, b) => a - b);
  const median = quantile(sorted, 0.5);
  console.log(`${label}: p50 ${median.toFixed(3)} ms, p95 ${quantile(sorted, 0.95).toFixed(3)} ms; fsync mean ${(synced.ms / Math.max(1, synced.count)).toFixed(3)} ms x ${synced.count} for ${SAVES} saves; processor ${((used.user + used.system) / 1000 / SAVES).toFixed(3)} ms a save (all threads, kernel and maintenance included)`);
  return median;
}

async function main(): Promise<void> {
  const folder = join(mkdtempSync(join(args.dir, 'throughline-bench-')), 'vault');
  const vault = await createVault(deps, folder, PASSPHRASE, newRecoveryCode(deps.random));
  await vault.commit(Array.from({ length: CLIENTS }, (_, index): VaultOp => ({ op: 'put', recordId: `client-${index}`, kind: 'client', clientId: `client-${index}`, expectedRevision: 0, value: { name: `Client ${index}` } })));
  for (let index = 0; index < 500; index++) await vault.commit([note(index, 'warm')]);
  const small = await measureSaves(vault, 500, 'save of 5 KB at 500 notes');
  let count = 500 + SAVES;
  while (count < NOTES - SAVES) {
    const step = Math.min(200, NOTES - SAVES - count);
    await vault.commit(Array.from({ length: step }, (_, index) => note(count + index, NOTE_5K)));
    count += step;
  }
  const large = await measureSaves(vault, count, `save of 5 KB at ${count} notes`);
  console.log(`slope: ${(large / small).toFixed(2)}`);
  await vault.close();
  for (let round = 0; round < 3; round++) await measureOpen(folder);
  if (process.env["KEEP"] === undefined) rmSync(join(folder, '..'), { recursive: true });
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
