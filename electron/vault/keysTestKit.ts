// Test helper for the key files: dependencies over the real disk with tiny key derivation, and a file system
// that stops for good at a given call. Not imported by the product.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createKdf } from './kdf.ts';
import { createNodeFs } from './nodeFs.ts';
import type { DeriveKey, VaultDeps } from './types.ts';
import type { VaultFile, VaultFs } from './vaultFs.ts';

export const TINY_KDF = { memoryKiB: 8, passes: 1, lanes: 1 } as const;

const made: string[] = [];
afterAll(() => { for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true }); });

/** A folder of its own, removed when the test file is through. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-keys-'));
  made.push(folder);
  return folder;
}

export function testDeps(over: Partial<VaultDeps> = {}): VaultDeps {
  return {
    fs: createNodeFs(), now: Date.now, random: (bytes) => Uint8Array.from(randomBytes(bytes)),
    deriveKey: createKdf(new URL('kdfWorker.ts', import.meta.url)), schemas: {}, newKdfParams: TINY_KDF, testKdf: true,
    anchorFolder: null, host: { name: 'desk', pid: 4711, isAlive: () => true }, ...over,
  };
}

/** The real derivation, remembered per secret and salt: for tests whose point lies elsewhere. */
export function rememberingKdf(): DeriveKey {
  const derive = createKdf(new URL('kdfWorker.ts', import.meta.url));
  const known = new Map<string, Uint8Array>();
  return async (secret, salt, params) => {
    const id = `${Buffer.from(secret).toString('hex')}/${Buffer.from(salt).toString('hex')}/${JSON.stringify(params)}`;
    const key = known.get(id) ?? (await derive(secret, salt, params));
    known.set(id, Uint8Array.from(key));
    return Uint8Array.from(key);
  };
}

export class Stopped extends Error {}

/** Counts every call to the disk; from call `stopAt` on nothing reaches it any more, as after a kill. */
export function stoppingFs(stopAt: number, inner: VaultFs = createNodeFs()): { fs: VaultFs; calls: () => number; closeFiles: () => Promise<void> } {
  let calls = 0;
  const open = new Set<VaultFile>();
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls >= stopAt) throw new Stopped(`stopped at call ${stopAt}`);
    return work();
  };
  const wrap = (file: VaultFile): VaultFile => ({
    read: (...args) => step(() => file.read(...args)),
    write: (...args) => step(() => file.write(...args)),
    sync: () => step(() => file.sync()),
    truncate: (length) => step(() => file.truncate(length)),
    size: () => step(() => file.size()),
    // A killed process has its files closed for it.
    close: async () => {
      open.delete(file);
      await file.close();
      await step(async () => undefined);
    },
  });
  return {
    calls: () => calls,
    /** What the system does for a killed process. */
    closeFiles: async () => { for (const file of open) await file.close(); },
    fs: {
      open: (path, flag) => step(async () => {
        const file = await inner.open(path, flag);
        open.add(file);
        return wrap(file);
      }),
      kind: (path) => step(() => inner.kind(path)),
      list: (folder) => step(() => inner.list(folder)),
      makeFolder: (path) => step(() => inner.makeFolder(path)),
      rename: (from, to) => step(() => inner.rename(from, to)),
      remove: (path) => step(() => inner.remove(path)),
      syncFolder: (path) => step(() => inner.syncFolder(path)),
    },
  };
}

/** Every file under a folder with its bytes, to prove that nothing changed. */
export function snapshot(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const path = join(folder, name);
    files[name] = statSync(path).isFile() ? readFileSync(path, 'hex') : 'folder';
  }
  return files;
}
