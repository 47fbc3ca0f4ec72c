import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restoreBackup } from './backup.ts';
import { snapshot } from './keysTestKit.ts';
import { newRecoveryCode } from './recoveryCode.ts';
import type { Vault, VaultDeps } from './types.ts';
import { createVault, openVault } from './vault.ts';
import { ALL, FIRST, SECRET, PASSPHRASE, logDeps, newFolder, offsets, put, sixNotes, textOf, texts } from './vaultTestKit.ts';

async function filled(over: Partial<VaultDeps> = {}): Promise<{ vault: Vault; deps: VaultDeps; folder: string }> {
  const deps = logDeps(over);
  const folder = newFolder();
  const vault = await createVault(deps, folder, PASSPHRASE, newRecoveryCode(deps.random));
  for (let index = 0; index < 30; index++) await vault.commit([put(`n${index}`, `${index} `.repeat(1500), 0, `client-${index % 3}`)]);
  await vault.commit([{ op: 'delete', recordId: 'n0', expectedRevision: 1 }]);
  return { vault, deps, folder };
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

test('a backup made while saving goes on is whole, restores into a new folder, and both open', async () => {
  const { vault, deps } = await filled();
  const target = newFolder();
  const saves = Promise.all(Array.from({ length: 20 }, (_, index) => vault.commit([put(`later${index}`, 'x')])));
  const [made] = await Promise.all([vault.backup(target), saves]);
  expect(made.records).toBeGreaterThanOrEqual(29);
  expect(made.sequence).toBeGreaterThanOrEqual(31);
  await vault.close();
  const before = snapshot(target);
  const restored = newFolder();
  expect(await restoreBackup(deps, target, restored, SECRET)).toEqual({ records: made.records });
  expect(snapshot(target)).toEqual(before);
  const again = await openVault(deps, restored, SECRET);
  expect(again.report).toMatchObject({ chainBreaks: 0, tornTailBytes: 0, usedSpareCurrent: false, usedSpareHeader: false, lastSequence: made.sequence });
  expect(again.entries()).toHaveLength(made.records);
  expect(await textOf(again, 'n29')).toBe('29 '.repeat(1500));
  expect(again.entry('n0')).toBeUndefined();
  await again.commit([put('n0', 'the restored vault is a vault')]);
  await again.close();
});

test('an empty vault can be backed up, and a vault opened to read only too', async () => {
  const deps = logDeps();
  const folder = newFolder();
  const vault = await createVault(deps, folder, PASSPHRASE, newRecoveryCode(deps.random));
  expect(await vault.backup(newFolder())).toMatchObject({ records: 0, sequence: 0 });
  await vault.close();
  const reading = await openVault(deps, folder, SECRET, { readOnly: true });
  const target = newFolder();
  expect(await reading.backup(target)).toMatchObject({ records: 0 });
  await reading.close();
  expect(await restoreBackup(deps, target, newFolder(), SECRET)).toEqual({ records: 0 });
});

test('a folder that holds anything is neither backed up into nor restored into', async () => {
  const { vault, deps } = await filled();
  const occupied = newFolder();
  mkdirSync(occupied);
  writeFileSync(join(occupied, 'letter.txt'), 'mine');
  await expect(vault.backup(occupied)).rejects.toMatchObject({ code: 'VAULT_FOLDER_UNUSABLE' });
  const target = newFolder();
  await vault.backup(target);
  await vault.close();
  await expect(restoreBackup(deps, target, occupied, SECRET)).rejects.toMatchObject({ code: 'RESTORE_FOLDER_NOT_EMPTY' });
  expect(snapshot(occupied)).toEqual({ 'letter.txt': Buffer.from('mine').toString('hex') });
});

test('what is not a backup is not restored: a vault, a backup without its mark, a wrong secret', async () => {
  const { vault, deps, folder } = await filled();
  const target = newFolder();
  await vault.backup(target);
  await vault.close();
  await expect(restoreBackup(deps, folder, newFolder(), SECRET)).rejects.toMatchObject({ code: 'RESTORE_NOT_A_BACKUP' });
  await expect(restoreBackup(deps, target, newFolder(), { kind: 'passphrase', text: 'another passphrase' })).rejects.toMatchObject({ code: 'UNLOCK_FAILED' });
  flip(join(target, 'backup.mark'), 40);
  await expect(restoreBackup(deps, target, newFolder(), SECRET)).rejects.toMatchObject({ code: 'RESTORE_NOT_A_BACKUP' });
  rmSync(join(target, 'backup.mark'));
  await expect(restoreBackup(deps, target, newFolder(), SECRET)).rejects.toMatchObject({ code: 'RESTORE_NOT_A_BACKUP' });
});

test('a backup that was damaged or cut is refused, and leaves no vault behind', async () => {
  const { vault, deps } = await filled();
  const target = newFolder();
  await vault.backup(target);
  await vault.close();
  for (const at of [200, 3000, readFileSync(join(target, 'segments/00000001.seg')).length - 1]) {
    const copy = newFolder();
    cpSync(target, copy, { recursive: true });
    flip(join(copy, 'segments/00000001.seg'), at);
    const restored = newFolder();
    await expect(restoreBackup(deps, copy, restored, SECRET)).rejects.toMatchObject({ code: 'BACKUP_NOT_VERIFIED' });
    expect(existsSync(join(restored, 'header.a'))).toBe(false);
  }
  rmSync(join(target, 'segments/00000002.seg'));
  await expect(restoreBackup(deps, target, newFolder(), SECRET)).rejects.toMatchObject({ code: 'BACKUP_NOT_VERIFIED' });
});

test('a copy that the disk garbled on the way is not called a backup', async () => {
  const deps = logDeps();
  let garble = false;
  const fs = { ...deps.fs, open: async (path: string, flag: 'r' | 'r+' | 'wx+') => {
    const file = await deps.fs.open(path, flag);
    if (!garble || flag !== 'wx+' || !path.endsWith('00000001.seg')) return file;
    return { ...file, write: (buffer: Uint8Array, offset: number, length: number, position: number) => {
      const changed = Buffer.from(buffer);
      changed[offset + 300] = (changed[offset + 300] ?? 0) ^ 1;
      return file.write(changed, offset, length, position);
    } };
  } };
  const { vault } = await filled({ fs });
  garble = true;
  const target = newFolder();
  await expect(vault.backup(target)).rejects.toMatchObject({ code: 'BACKUP_NOT_VERIFIED' });
  expect(existsSync(join(target, 'backup.mark'))).toBe(false);
  await vault.close();
});

test('damage that no live record needs does not stop backups; damage in a live one is told, and ends when it is saved again', async () => {
  const { deps, folder } = await sixNotes('closed');
  const hit = offsets(join(folder, FIRST))[2];
  flip(join(folder, FIRST), (hit?.offset ?? 0) + 60);
  const vault = await openVault(deps, folder, SECRET);
  await expect(vault.backup(newFolder())).rejects.toMatchObject({ code: 'BACKUP_NOT_VERIFIED', facts: { damaged: 1 } });
  await vault.commit([put('n2', 'typed again', 1)]);
  const target = newFolder();
  expect(await vault.backup(target)).toMatchObject({ records: 6 });
  await vault.close();
  const restored = newFolder();
  expect(await restoreBackup(deps, target, restored, SECRET)).toEqual({ records: 6 });
  const again = await openVault(deps, restored, SECRET);
  expect((await texts(again)).toSorted()).toEqual([...ALL.filter((text) => text !== 'text 2'), 'typed again'].toSorted());
  await again.close();
  // One more damaged byte than when it was made is one too many.
  flip(join(target, FIRST), (offsets(join(target, FIRST))[0]?.offset ?? 0) + 60);
  await expect(restoreBackup(deps, target, newFolder(), SECRET)).rejects.toMatchObject({ code: 'BACKUP_NOT_VERIFIED' });
});
