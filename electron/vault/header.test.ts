import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { equalBytes, sha256 } from './crypto.ts';
import { createHeader, repairHeader, replaceSlot, unlockHeader, verifySecret } from './header.ts';
import { Stopped, rememberingKdf, snapshot, stoppingFs, tempFolder, testDeps } from './keysTestKit.ts';
import { newRecoveryCode } from './recoveryCode.ts';
import type { VaultSecret } from './types.ts';

const OLD = 'a calm river under seven bridges';
const NEW = 'nine lanterns over the quiet harbour';
const passphrase = (text: string): VaultSecret => ({ kind: 'passphrase', text });

async function newVault() {
  const folder = tempFolder();
  const deps = testDeps();
  const code = newRecoveryCode(deps.random);
  const header = await createHeader(deps, folder, OLD, code);
  return { folder, deps, header, recovery: { kind: 'recoveryCode', text: code } satisfies VaultSecret };
}

/** Changes payload bytes and puts the checksum right again, as someone would who means it. */
function forge(path: string, change: (file: Buffer) => void): void {
  const file = readFileSync(path);
  change(file);
  const body = file.subarray(0, file.length - 32);
  writeFileSync(path, Buffer.concat([body, sha256(body)]));
}

/** Start of the payload in the envelope: magic 8, length 1, "header" 6, generation 8, length 4. */
const PAYLOAD = 27;

test('both secrets give the same master key; another does not and changes nothing', async () => {
  const { folder, deps, header, recovery } = await newVault();
  const before = snapshot(folder);
  const one = await unlockHeader(deps, folder, passphrase(OLD));
  const two = await unlockHeader(deps, folder, recovery);
  expect(equalBytes(one.masterKey, header.masterKey) && equalBytes(two.masterKey, header.masterKey)).toBe(true);
  expect([one.vaultId, one.usedSpare, one.generation]).toEqual([header.vaultId, false, 1]);
  await expect(unlockHeader(deps, folder, passphrase(`${OLD}.`))).rejects.toMatchObject({ code: 'UNLOCK_FAILED' });
  await expect(unlockHeader(deps, folder, { kind: 'recoveryCode', text: newRecoveryCode(deps.random) })).rejects.toMatchObject({ code: 'UNLOCK_FAILED' });
  await expect(createHeader(deps, folder, OLD, recovery.text)).rejects.toMatchObject({ code: 'VAULT_EXISTS' });
  expect(snapshot(folder)).toEqual(before);
});

test('a passphrase typed with combining marks is the same passphrase', async () => {
  const folder = tempFolder();
  const deps = testDeps();
  await createHeader(deps, folder, 'caf\u00e9 \ufb01ve blue windows', newRecoveryCode(deps.random));
  await expect(unlockHeader(deps, folder, passphrase('cafe\u0301 five blue windows'))).resolves.toBeDefined();
});

test('no header, a newer header and a header that nobody could have written', async () => {
  const deps = testDeps();
  await expect(unlockHeader(deps, tempFolder(), passphrase(OLD))).rejects.toMatchObject({ code: 'OPEN_NO_VAULT' });
  const { folder } = await newVault();
  const before = snapshot(folder);
  forge(join(folder, 'header.a'), (file) => { file.writeUInt16BE(2, PAYLOAD + 6); });
  await expect(unlockHeader(deps, folder, passphrase(OLD))).rejects.toMatchObject({ code: 'OPEN_NEWER' });
  writeFileSync(join(folder, 'header.a'), 'x');
  writeFileSync(join(folder, 'header.b'), '');
  await expect(unlockHeader(deps, folder, passphrase(OLD))).rejects.toMatchObject({ code: 'OPEN_DAMAGED' });
  expect(Object.keys(snapshot(folder))).toEqual(Object.keys(before));
});

test('every flipped byte of one copy is noticed, the spare opens, and repair makes both equal', async () => {
  const { folder, deps, header } = await newVault();
  const path = join(folder, 'header.a');
  const good = readFileSync(path);
  let noticed = 0;
  const quick = testDeps({ deriveKey: rememberingKdf() });
  for (let at = 0; at < good.length; at += 1) {
    const bad = Buffer.from(good);
    bad[at] = (bad[at] ?? 0) ^ 0x41;
    writeFileSync(path, bad);
    const opened = await unlockHeader(quick, folder, passphrase(OLD));
    if (opened.usedSpare && equalBytes(opened.masterKey, header.masterKey)) noticed += 1;
  }
  expect(noticed).toBe(good.length);
  expect(await repairHeader(deps, folder, header)).toBe(true);
  expect(readFileSync(path).equals(good)).toBe(true);
  expect(await repairHeader(deps, folder, header)).toBe(false);
});

test('a forged header with a right checksum: the other copy, and without one OPEN_DAMAGED', async () => {
  const { folder, deps } = await newVault();
  const created = PAYLOAD + 32;
  forge(join(folder, 'header.a'), (file) => { file.writeBigUInt64BE(5n, created); });
  expect((await unlockHeader(deps, folder, passphrase(OLD))).usedSpare).toBe(true);
  forge(join(folder, 'header.b'), (file) => { file.writeBigUInt64BE(6n, created); });
  await expect(unlockHeader(deps, folder, passphrase(OLD))).rejects.toMatchObject({ code: 'OPEN_DAMAGED' });
});

test('a slot from another vault and planted parameters are refused like a wrong passphrase', async () => {
  const mine = await newVault();
  const theirs = await newVault();
  const slotAt = PAYLOAD + 41;
  const slot = readFileSync(join(theirs.folder, 'header.a')).subarray(slotAt, slotAt + 139);
  for (const copy of ['header.a', 'header.b']) forge(join(mine.folder, copy), (file) => { slot.copy(file, slotAt); });
  await expect(unlockHeader(mine.deps, mine.folder, passphrase(OLD))).rejects.toMatchObject({ code: 'UNLOCK_FAILED' });
  let derivations = 0;
  const counting = testDeps({ deriveKey: async (...args) => {
    derivations += 1;
    expect(args[2].memoryKiB).toBeLessThan(1024);
    return mine.deps.deriveKey(...args);
  } });
  for (const copy of ['header.a', 'header.b']) forge(join(theirs.folder, copy), (file) => { file.writeUInt32BE(4_000_000, slotAt + 19); });
  await expect(unlockHeader(counting, theirs.folder, passphrase(OLD))).rejects.toMatchObject({ code: 'UNLOCK_FAILED' });
  expect(derivations).toBe(1);
});

test('a release build refuses to make or open a slot with test parameters', async () => {
  const { folder, deps } = await newVault();
  const { testKdf, ...release } = testDeps({ deriveKey: deps.deriveKey });
  expect(testKdf).toBe(true);
  await expect(createHeader(release, tempFolder(), OLD, newRecoveryCode(deps.random))).rejects.toMatchObject({ code: 'SAVE_FAILED' });
  await expect(unlockHeader({ ...release, deriveKey: async () => new Uint8Array(32) }, folder, passphrase(OLD))).rejects.toMatchObject({ code: 'UNLOCK_FAILED' });
});

test('a changed passphrase works, the old one opens neither copy, the recovery code stays', async () => {
  const { folder, deps, header, recovery } = await newVault();
  const changed = await replaceSlot(deps, folder, header, 'passphrase', NEW);
  expect(readFileSync(join(folder, 'header.a')).equals(readFileSync(join(folder, 'header.b')))).toBe(true);
  for (const gone of ['header.a', 'header.b', null]) {
    const copy = tempFolder();
    cpSync(folder, copy, { recursive: true });
    if (gone !== null) rmSync(join(copy, gone));
    expect((await unlockHeader(deps, copy, passphrase(NEW))).usedSpare).toBe(gone !== null);
    await expect(unlockHeader(deps, copy, passphrase(OLD))).rejects.toMatchObject({ code: 'UNLOCK_FAILED' });
    await expect(unlockHeader(deps, copy, recovery)).resolves.toBeDefined();
  }
  expect(await verifySecret(deps, changed, passphrase(NEW))).toBe(true);
  expect(await verifySecret(deps, changed, passphrase(OLD))).toBe(false);
  expect(await verifySecret(deps, changed, passphrase(''))).toBe(false);
  expect(await verifySecret(deps, changed, { kind: 'recoveryCode', text: 'ABCD' })).toBe(false);
});

test('a changed passphrase is never cheaper to guess than the old one was', async () => {
  const folder = tempFolder();
  const calibrated = testDeps({ newKdfParams: { memoryKiB: 64, passes: 2, lanes: 1 } });
  const header = await createHeader(calibrated, folder, OLD, newRecoveryCode(calibrated.random));
  const changed = await replaceSlot(testDeps(), folder, header, 'passphrase', NEW);
  expect(changed.slots[0]?.params).toEqual({ memoryKiB: 64, passes: 2, lanes: 1 });
  const raised = await replaceSlot(testDeps({ newKdfParams: { memoryKiB: 128, passes: 2, lanes: 1 } }), folder, changed, 'passphrase', OLD);
  expect(raised.slots[0]?.params.memoryKiB).toBe(128);
});

test('a passphrase change stopped at every call leaves the old or the new one working, and always the recovery code', async () => {
  const { folder, deps, header, recovery } = await newVault();
  const quick = { ...deps, deriveKey: rememberingKdf() };
  const counted = stoppingFs(Number.POSITIVE_INFINITY);
  const dry = tempFolder();
  cpSync(folder, dry, { recursive: true });
  await replaceSlot({ ...deps, fs: counted.fs }, dry, header, 'passphrase', NEW);
  const total = counted.calls();
  const opens = async (copy: string, secret: VaultSecret): Promise<boolean> => {
    try {
      const opened = await unlockHeader(quick, copy, secret);
      return equalBytes(opened.masterKey, header.masterKey);
    } catch (error) {
      expect(error).toMatchObject({ code: 'UNLOCK_FAILED' });
      return false;
    }
  };
  const seen = new Set<string>();
  for (let stopAt = 1; stopAt <= total; stopAt += 1) {
    const copy = tempFolder();
    cpSync(folder, copy, { recursive: true });
    await expect(replaceSlot({ ...deps, fs: stoppingFs(stopAt).fs }, copy, header, 'passphrase', NEW)).rejects.toMatchObject({ code: 'SAVE_FAILED', cause: expect.any(Stopped) as Stopped });
    const works = [await opens(copy, passphrase(OLD)), await opens(copy, passphrase(NEW)), await opens(copy, recovery)];
    expect(works).toContain(true);
    expect(works[0] !== works[1]).toBe(true);
    expect(works[2]).toBe(true);
    seen.add(works.join());
    rmSync(copy, { recursive: true });
  }
  expect(total).toBeGreaterThan(20);
  expect(seen.size).toBe(2);
});
