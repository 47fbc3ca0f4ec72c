// Test helper for the log: a vault on the real disk with small segments, and a file system that writes down its calls.
// Not imported by the product.
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { decodePrefix } from './frame.ts';
import { createNodeFs } from './nodeFs.ts';
import { newRecoveryCode } from './recoveryCode.ts';
import { HEAD_BYTES } from './segmentHead.ts';
import type { OpenReport, Vault, VaultDeps, VaultOp } from './types.ts';
import { createVault } from './vault.ts';
import type { VaultFile, VaultFs } from './vaultFs.ts';

export const PASSPHRASE = 'correct horse battery staple';
export const SECRET = { kind: 'passphrase', text: PASSPHRASE } as const;
export const SMALL = { segmentBytes: 64 * 1024, growBytes: 16 * 1024 };

export const Note = z.strictObject({ text: z.string() });
export const Tree = z.strictObject({ tree: z.unknown() });

export function newFolder(): string {
  return join(mkdtempSync(join(tmpdir(), 'throughline-log-')), 'vault');
}

export function logDeps(over: Partial<VaultDeps> = {}): VaultDeps {
  return {
    fs: createNodeFs(), now: () => 1_700_000_000_000, random: (bytes) => Uint8Array.from(randomBytes(bytes)),
    // The same function without its worker thread: some of these tests open a hundred vaults.
    deriveKey: (password, salt, { memoryKiB, passes, lanes }) =>
      argon2id({ password, salt, memorySize: memoryKiB, iterations: passes, parallelism: lanes, hashLength: 32, outputType: 'binary' }),
    schemas: { note: Note, tree: Tree },
    newKdfParams: { memoryKiB: 8, passes: 1, lanes: 1 }, testKdf: true, anchorFolder: null,
    host: { name: 'desk', pid: 4711, isAlive: () => false }, sizes: SMALL, ...over,
  };
}

export function put(recordId: string, text: string, expectedRevision = 0, clientId: string | null = 'client-1'): VaultOp {
  return { op: 'put', recordId, kind: 'note', clientId, expectedRevision, value: { text } };
}

export async function textOf(vault: Vault, recordId: string): Promise<string> {
  return Note.parse((await vault.read(recordId)).value).text;
}

export type Call = { readonly name: string; readonly path: string };

/** Every call on its way to the disk, by name and file; `before` may fail it. */
export function watchedFs(before: (call: Call) => void = () => undefined, inner: VaultFs = createNodeFs()): { fs: VaultFs; calls: Call[] } {
  const calls: Call[] = [];
  const step = async <T>(name: string, path: string, work: () => Promise<T>): Promise<T> => {
    const call = { name, path: basename(path) };
    calls.push(call);
    before(call);
    return work();
  };
  const wrap = (path: string, file: VaultFile): VaultFile => ({
    read: (...args) => step('read', path, () => file.read(...args)),
    write: (...args) => step('write', path, () => file.write(...args)),
    sync: () => step('sync', path, () => file.sync()),
    truncate: (length) => step('truncate', path, () => file.truncate(length)),
    size: () => step('size', path, () => file.size()),
    close: () => step('close', path, () => file.close()),
  });
  return {
    calls,
    fs: {
      open: (path, flag) => step('open', path, async () => wrap(path, await inner.open(path, flag))),
      kind: (path) => step('kind', path, () => inner.kind(path)),
      list: (folder) => step('list', folder, () => inner.list(folder)),
      makeFolder: (path) => step('makeFolder', path, () => inner.makeFolder(path)),
      rename: (from, to) => step('rename', to, () => inner.rename(from, to)),
      remove: (path) => step('remove', path, () => inner.remove(path)),
      syncFolder: (path) => step('syncFolder', path, () => inner.syncFolder(path)),
    },
  };
}

/** A disk error as Node throws it. */
export function diskError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}

export const CLEAN: Partial<OpenReport> = { tornTailBytes: 0, damagedRecords: [], chainBreaks: 0, missingSegments: [], usedSpareHeader: false, usedSpareCurrent: false, rolledBack: null };
export const FIRST = 'segments/00000001.seg';

/** Six saves in one segment, then closed, or left as by a kill. */
export async function sixNotes(ending: 'closed' | 'killed', over: Partial<VaultDeps> = {}): Promise<{ deps: VaultDeps; folder: string }> {
  const deps = logDeps(over);
  const source = newFolder();
  const vault = await createVault(deps, source, PASSPHRASE, newRecoveryCode(deps.random));
  for (let index = 0; index < 6; index++) await vault.commit([put(`n${index}`, `text ${index}`)]);
  const folder = newFolder();
  if (ending === 'killed') cpSync(source, folder, { recursive: true });
  await vault.close();
  if (ending === 'closed') cpSync(source, folder, { recursive: true });
  return { deps, folder };
}

/** Every frame of a segment, by its clear prefix. */
export function offsets(file: string): { offset: number; length: number }[] {
  const bytes = readFileSync(file);
  const found = [];
  for (let at = HEAD_BYTES; ;) {
    const prefix = decodePrefix(bytes, at);
    if (prefix === null) return found;
    found.push({ offset: at, length: prefix.length });
    at += prefix.length;
  }
}

/** Changes one byte in place. */
export function damage(file: string, at: number, mask = 0x10): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ mask;
  writeFileSync(file, bytes);
}

/** What reads, or the refusal of what does not. */
export async function texts(vault: Vault): Promise<string[]> {
  const read = vault.entries().map((entry) => textOf(vault, entry.recordId).catch((error: { code: string }) => `${entry.recordId} ${error.code}`));
  return (await Promise.all(read)).toSorted();
}

export const ALL = [0, 1, 2, 3, 4, 5].map((index) => `text ${index}`);

