import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newRecoveryCode } from './recoveryCode.ts';
import type { Vault, VaultDeps } from './types.ts';
import { createVault, openVault } from './vault.ts';
import { FIRST, Note, SECRET, PASSPHRASE, damage, logDeps, newFolder, offsets, put, watchedFs } from './vaultTestKit.ts';

async function newVault(over: Partial<VaultDeps> = {}): Promise<{ vault: Vault; folder: string; deps: VaultDeps }> {
  const deps = logDeps(over);
  const folder = newFolder();
  return { vault: await createVault(deps, folder, PASSPHRASE, newRecoveryCode(deps.random)), folder, deps };
}

/** Saves `n1` as "text 1", "text 2" and so on, other records between. */
async function save(vault: Vault, from: number, to: number, filler = ''): Promise<void> {
  for (let revision = from; revision <= to; revision++) {
    await vault.commit([put('n1', `text ${String(revision)}${filler}`, revision - 1)]);
    await vault.commit([put(`other-${String(revision)}`, filler)]);
  }
}

async function textAt(vault: Vault, revision: number): Promise<string> {
  return Note.parse((await vault.readRevision('n1', revision)).value).text;
}

const numbers = async (vault: Vault): Promise<number[]> => (await vault.history('n1')).revisions.map(({ revision }) => revision);

test('every acknowledged save can be read again, newest first, across segments and openings', async () => {
  let now = 1_700_000_000_000;
  const { vault, deps, folder } = await newVault({ now: () => (now += 1000) });
  await save(vault, 1, 30, 'x'.repeat(3000));
  await vault.close();
  const again = await openVault(deps, folder, SECRET);
  await save(again, 31, 35);
  const history = await again.history('n1');
  expect(history.complete).toBe(true);
  expect(history.revisions.map(({ revision }) => revision)).toEqual(Array.from({ length: 35 }, (_, index) => 35 - index));
  expect(history.revisions.map(({ savedAt }) => savedAt)).toEqual(history.revisions.map(({ savedAt }) => savedAt).toSorted((a, b) => b - a));
  expect(await textAt(again, 1)).toBe(`text 1${'x'.repeat(3000)}`);
  expect(await textAt(again, 33)).toBe('text 33');
  expect(await again.readRevision('n1', 7)).toMatchObject({ revision: 7, savedAt: history.revisions.find(({ revision }) => revision === 7)?.savedAt });
  await expect(again.readRevision('n1', 36)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(again.history('nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await again.close();
  await expect(again.history('n1')).rejects.toMatchObject({ code: 'LOCKED' });
});

test('saves that share a frame are all there', async () => {
  const { vault } = await newVault();
  await Promise.all([1, 2, 3, 4, 5].map((revision) => vault.commit([put('n1', `text ${String(revision)}`, revision - 1)])));
  expect(await numbers(vault)).toEqual([5, 4, 3, 2, 1]);
  expect(await Promise.all([1, 2, 3, 4, 5].map((revision) => textAt(vault, revision)))).toEqual(['text 1', 'text 2', 'text 3', 'text 4', 'text 5']);
  await vault.close();
});

test('a record made anew under an old name has no history of the old one', async () => {
  const { vault } = await newVault();
  await save(vault, 1, 3);
  await vault.commit([{ op: 'delete', recordId: 'n1', expectedRevision: 3 }]);
  await vault.commit([put('n1', 'new')]);
  expect(await vault.history('n1')).toMatchObject({ complete: true, revisions: [{ revision: 1 }] });
  await vault.commit([{ op: 'delete', recordId: 'n1', expectedRevision: 1 }, put('n1', 'newer')]);
  expect(await numbers(vault)).toEqual([1]);
  expect(await textAt(vault, 1)).toBe('newer');
  await vault.close();
});

test('a search past damage does not find what an earlier record of this name said', async () => {
  const { vault, folder, deps } = await newVault({ sizes: { segmentBytes: 1024 * 1024, growBytes: 16 * 1024 } });
  await save(vault, 1, 3, ' of the old one');
  await vault.commit([{ op: 'delete', recordId: 'n1', expectedRevision: 3 }]);
  for (let revision = 1; revision <= 4; revision++) await vault.commit([put('n1', `new ${String(revision)}`, revision - 1)]);
  await vault.close();
  // Six frames of the old one and its neighbours, the deletion, then revisions 1 to 4: the third of them is damaged.
  damage(join(folder, FIRST), offsets(join(folder, FIRST))[9]?.offset ?? 0);
  const again = await openVault(deps, folder, SECRET);
  expect(await again.history('n1')).toMatchObject({ complete: false, revisions: [{ revision: 4 }, { revision: 2 }, { revision: 1 }] });
  expect(await textAt(again, 1)).toBe('new 1');
  await again.close();
});

test('a damaged frame on the way costs its revision, which is told, and none before it', async () => {
  const { vault, folder, deps } = await newVault({ sizes: { segmentBytes: 1024 * 1024, growBytes: 16 * 1024 } });
  await save(vault, 1, 9);
  await vault.close();
  // Frames alternate between the record and others: the ninth is revision 5.
  damage(join(folder, FIRST), offsets(join(folder, FIRST))[8]?.offset ?? 0);
  const again = await openVault(deps, folder, SECRET);
  expect(await again.history('n1')).toMatchObject({ complete: false, revisions: [9, 8, 7, 6, 4, 3, 2, 1].map((revision) => ({ revision })) });
  expect(await textAt(again, 2)).toBe('text 2');
  await expect(again.readRevision('n1', 5)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await again.close();
});

test('after a client is shredded nothing of their history opens', async () => {
  const { vault, folder, deps } = await newVault();
  await save(vault, 1, 4);
  await vault.commit([{ op: 'shred', clientId: 'client-1' }]);
  await expect(vault.history('n1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await vault.commit([put('n1', 'someone new')]);
  await vault.close();
  const again = await openVault(deps, folder, SECRET);
  expect(await numbers(again)).toEqual([1]);
  expect(await textAt(again, 1)).toBe('someone new');
  await again.close();
});

test('the way back costs one read for each revision and reads no segment whole', async () => {
  const { fs, calls } = watchedFs();
  const { vault } = await newVault({ fs, sizes: { segmentBytes: 16 * 1024 * 1024, growBytes: 4 * 1024 * 1024 } });
  await save(vault, 1, 20);
  await vault.scrub();
  calls.length = 0;
  expect(await numbers(vault)).toHaveLength(20);
  expect(calls.filter(({ name }) => name === 'read')).toHaveLength(20);
  expect(calls.filter(({ name }) => name === 'write' || name === 'sync')).toEqual([]);
  await vault.close();
});
