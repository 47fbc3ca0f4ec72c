import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { firstFormat } from '../../shared/vault/migrations/0001-first-format.ts';
import type { Migration } from '../../shared/vault/migrations/runner.ts';
import { rememberingKdf, snapshot, stoppingFs, tempFolder, testDeps } from './keysTestKit.ts';
import { unlockHeader } from './header.ts';
import { readRevision } from './history.ts';
import { acquireLock } from './lockFile.ts';
import { makeContext, openParts } from './openVault.ts';
import { newRecoveryCode } from './recoveryCode.ts';
import type { VaultDeps } from './types.ts';
import { createVault, openVault } from './vault.ts';

const PASSPHRASE = 'a calm river under seven bridges';
const COUNT = 9;
const secret = { kind: 'passphrase', text: PASSPHRASE } as const;
const host = { name: 'desk', pid: 1, isAlive: () => false };
const deriveKey = rememberingKdf();
const Old = z.strictObject({ name: z.string(), phone: z.int() });
const New = z.strictObject({ given: z.string(), family: z.string(), phone: z.string() });
const sizes = { segmentBytes: 32 * 1024, growBytes: 8 * 1024 };
const depsWith = (card: z.ZodType, over: Partial<VaultDeps> = {}): VaultDeps => testDeps({ schemas: { card }, host, deriveKey, sizes, ...over });

// A made-up version 2: the name in two parts and the phone as text.
const nameInTwo: Migration = { to: 2, name: 'name-in-two', migrate: (record) => {
  const old = record.value as { name?: string; phone: number };
  if (record.kind !== 'card' || old.name === undefined) return record;
  const [given = '', family = ''] = old.name.split(' ');
  return { kind: 'card', value: { given, family, phone: String(old.phone) } };
} };
const LIST = [firstFormat, nameInTwo];

async function oldVault(): Promise<string> {
  const folder = join(tempFolder(), 'vault');
  const deps = depsWith(Old);
  const vault = await createVault(deps, folder, PASSPHRASE, newRecoveryCode(deps.random));
  for (let at = 0; at < COUNT; at += 1) {
    await vault.commit([{ op: 'put', recordId: `card${at}`, kind: 'card', clientId: `client${at % 3}`, expectedRevision: 0, value: { name: `Ann${at} Lee`, phone: at } }]);
  }
  await vault.close();
  return folder;
}

/** Opens as the vault does, with a list of this test's own, and gives every value as it lies there then. */
async function openWith(deps: VaultDeps, folder: string, list: readonly Migration[]): Promise<{ dataVersion: number; revisions: number[]; values: Map<string, unknown> }> {
  const header = await unlockHeader(deps, folder, secret);
  const lock = await acquireLock(deps, folder, {});
  try {
    const parts = await openParts(deps, makeContext(deps, folder, header), header, lock, list);
    const values = new Map<string, unknown>();
    for (const entry of parts.directory.list()) {
      values.set(entry.recordId, JSON.parse(Buffer.from(await parts.reader.read(entry, parts.keys.get)).toString('utf8')));
    }
    const revisions = parts.directory.list().map((entry) => entry.revision);
    await parts.log.finish();
    await parts.files.closeAll();
    return { dataVersion: parts.log.dataVersion(), revisions, values };
  } finally {
    await lock.release().catch(() => undefined);
  }
}

function expectBroughtForward(found: Awaited<ReturnType<typeof openWith>>): void {
  expect(found.dataVersion).toBe(2);
  expect(found.values.size).toBe(COUNT);
  for (let at = 0; at < COUNT; at += 1) expect(New.parse(found.values.get(`card${at}`))).toEqual({ given: `Ann${at}`, family: 'Lee', phone: String(at) });
  // Written once each, and no trace of the run is left among the records.
  expect(new Set(found.revisions)).toEqual(new Set([2]));
}

test('records of an older version are brought forward inside the real vault, once, and the vault says so', async () => {
  const folder = await oldVault();
  expectBroughtForward(await openWith(depsWith(New), folder, LIST));
  expectBroughtForward(await openWith(depsWith(New), folder, LIST));
});

test('a vault of a newer version is refused by openVault, to write and to read, and nothing is written', async () => {
  const folder = await oldVault();
  await openWith(depsWith(New), folder, LIST);
  const before = snapshot(folder);
  await expect(openVault(depsWith(Old), folder, secret)).rejects.toMatchObject({ code: 'OPEN_NEWER' });
  await expect(openVault(depsWith(Old), folder, secret, { readOnly: true })).rejects.toMatchObject({ code: 'OPEN_NEWER' });
  expect(snapshot(folder)).toEqual(before);
});

test('to read only, an older version is refused and not changed', async () => {
  const folder = await oldVault();
  const deps = depsWith(New);
  const header = await unlockHeader(deps, folder, secret);
  await expect(openParts(deps, makeContext(deps, folder, header), header, null, LIST)).rejects.toMatchObject({ code: 'OPEN_FAILED' });
});

test('killed at every call it resumes, and an older release refuses what is half done', async () => {
  const start = await oldVault();
  const counted = stoppingFs(Number.POSITIVE_INFINITY);
  const dry = join(tempFolder(), 'vault');
  cpSync(start, dry, { recursive: true });
  await openWith(depsWith(New, { fs: counted.fs }), dry, LIST);
  let refused = 0;
  for (let stopAt = 1; stopAt <= counted.calls(); stopAt += 1) {
    const folder = join(tempFolder(), 'vault');
    cpSync(start, folder, { recursive: true });
    const killed = stoppingFs(stopAt);
    await openWith(depsWith(New, { fs: killed.fs }), folder, LIST).catch(() => undefined);
    await killed.closeFiles();
    await openWith(depsWith(Old), folder, [firstFormat]).catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'OPEN_NEWER' });
      refused += 1;
    });
    expectBroughtForward(await openWith(depsWith(New), folder, LIST));
    rmSync(folder, { recursive: true });
  }
  expect(counted.calls()).toBeGreaterThan(80);
  expect(refused).toBeGreaterThan(20);
});

test('an earlier revision, which no run brings forward, is read in today’s shape', async () => {
  const folder = join(tempFolder(), 'vault');
  const old = depsWith(Old);
  const vault = await createVault(old, folder, PASSPHRASE, newRecoveryCode(old.random));
  const put = (expectedRevision: number, name: string) => vault.commit([{ op: 'put', recordId: 'card', kind: 'card', clientId: 'client', expectedRevision, value: { name, phone: expectedRevision } }]);
  await put(0, 'Ann Lee');
  await put(1, 'Ann Ray');
  await vault.close();
  const deps = depsWith(New);
  const header = await unlockHeader(deps, folder, secret);
  const lock = await acquireLock(deps, folder, {});
  const parts = await openParts(deps, makeContext(deps, folder, header), header, lock, LIST);
  expect(await readRevision(parts, deps.schemas, 'card', 1)).toMatchObject({ value: { given: 'Ann', family: 'Lee', phone: '0' }, revision: 1 });
  expect(await readRevision(parts, deps.schemas, 'card', 2)).toMatchObject({ value: { family: 'Ray', phone: '1' } });
  // Written by the run, in today's shape already.
  expect(await readRevision(parts, deps.schemas, 'card', 3)).toMatchObject({ value: { family: 'Ray', phone: '1' } });
  // No step makes it fit.
  await expect(readRevision(parts, { card: z.strictObject({ other: z.string() }) }, 'card', 1)).rejects.toMatchObject({ code: 'RECORD_DAMAGED' });
  await parts.files.closeAll();
  await lock.release();
});
