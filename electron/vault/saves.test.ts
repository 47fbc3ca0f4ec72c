import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newRecoveryCode } from './recoveryCode.ts';
import type { Vault, VaultDeps } from './types.ts';
import { createVault, openVault } from './vault.ts';
import { SECRET, PASSPHRASE, diskError, logDeps, newFolder, put, textOf, watchedFs } from './vaultTestKit.ts';
import type { Call } from './vaultTestKit.ts';

async function newVault(over: Partial<VaultDeps> = {}): Promise<{ vault: Vault; folder: string; deps: VaultDeps }> {
  const deps = logDeps(over);
  const folder = newFolder();
  return { vault: await createVault(deps, folder, PASSPHRASE, newRecoveryCode(deps.random)), folder, deps };
}

/** Waits until the queue has nothing left, what follows a save included. */
async function settled(vault: Vault): Promise<void> {
  await vault.scrub();
}

const BIG = { segmentBytes: 16 * 1024 * 1024, growBytes: 4 * 1024 * 1024 };
const named = (calls: readonly Call[]): string[] => calls.map((call) => `${call.name} ${call.path}`);

test('an acknowledged save costs exactly one fsync, of the live segment, after its write', async () => {
  const { fs, calls } = watchedFs();
  const { vault } = await newVault({ fs, sizes: BIG });
  await vault.commit([put('n0', 'first')]);
  await settled(vault);
  calls.length = 0;
  await vault.commit([put('n1', 'x'.repeat(5000))]);
  expect(named(calls)).toContain('sync 00000001.seg');
  expect(calls.filter((call) => call.name === 'sync' || call.name === 'syncFolder')).toHaveLength(1);
  expect(calls.findIndex((call) => call.name === 'write')).toBeLessThan(calls.findIndex((call) => call.name === 'sync'));
  await vault.close();
});

test('a save at 5,000 records makes the same calls as at 50', async () => {
  const { fs, calls } = watchedFs();
  const { vault } = await newVault({ fs, sizes: BIG });
  const callsOfSave = async (recordId: string): Promise<string[]> => {
    await settled(vault);
    calls.length = 0;
    await vault.commit([put(recordId, 'x'.repeat(1000))]);
    return named(calls);
  };
  const fill = async (from: number, to: number): Promise<void> => {
    await vault.commit(Array.from({ length: to - from }, (_, index) => put(`r${from + index}`, 'filler', 0, `client-${index % 100}`)));
  };
  await fill(0, 50);
  const early = await callsOfSave('early');
  await fill(50, 5000);
  const late = await callsOfSave('late');
  expect(late).toEqual(early);
  expect(vault.entries()).toHaveLength(5002);
  await vault.close();
});

test('saves that wait are joined in one frame: ten at once cost two fsyncs', async () => {
  const { fs, calls } = watchedFs();
  const { vault } = await newVault({ fs, sizes: BIG });
  await settled(vault);
  calls.length = 0;
  const receipts = await Promise.all(Array.from({ length: 10 }, (_, index) => vault.commit([put(`n${index}`, 'x')])));
  expect(calls.filter((call) => call.name === 'sync')).toHaveLength(2);
  expect(new Set(receipts.map((receipt) => receipt.sequence))).toEqual(new Set([1, 2]));
  await vault.close();
});

test('a conflict, a value of the wrong shape and a bad name reject their own caller only', async () => {
  const { vault, folder, deps } = await newVault();
  const results = await Promise.allSettled([
    vault.commit([put('a', 'one')]),
    vault.commit([put('b', 'two'), put('c', 'three', 7)]),
    vault.commit([{ op: 'put', recordId: 'd', kind: 'note', clientId: null, expectedRevision: 0, value: { text: 4 } }]),
    vault.commit([put('../e', 'five')]),
    vault.commit([put('a', 'one again', 1)]),
    vault.commit([put('a', 'stale', 1)]),
    vault.commit([put('f', 'six')]),
  ]);
  expect(results.map((one) => (one.status === 'fulfilled' ? 'saved' : one.reason.code))).toEqual(['saved', 'SAVE_CONFLICT', 'BAD_REQUEST', 'BAD_REQUEST', 'saved', 'SAVE_CONFLICT', 'saved']);
  await vault.close();
  const again = await openVault(deps, folder, SECRET);
  expect(again.entries().map((entry) => [entry.recordId, entry.revision]).toSorted()).toEqual([['a', 2], ['f', 1]]);
  expect(await textOf(again, 'a')).toBe('one again');
  await again.close();
});

test('revisions: 0 for new, the present one to change or delete, and a deleted record is new again', async () => {
  const { vault } = await newVault();
  expect((await vault.commit([put('a', 'one')])).revisions).toEqual({ a: 1 });
  expect((await vault.commit([put('a', 'two', 1), put('a', 'three', 2)])).revisions).toEqual({ a: 3 });
  await expect(vault.commit([put('a', 'x', 2)])).rejects.toMatchObject({ code: 'SAVE_CONFLICT', facts: { revision: 3 } });
  await expect(vault.commit([{ op: 'delete', recordId: 'none', expectedRevision: 0 }])).rejects.toMatchObject({ code: 'SAVE_CONFLICT' });
  await expect(vault.commit([put('a', 'of another client', 3, 'client-2')])).rejects.toMatchObject({ code: 'SAVE_CONFLICT' });
  await vault.commit([{ op: 'delete', recordId: 'a', expectedRevision: 3 }]);
  expect(vault.entry('a')).toBeUndefined();
  await expect(vault.read('a')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await vault.commit([put('a', 'again')])).revisions).toEqual({ a: 1 });
  await vault.close();
});

test('what the caller changes after asking is not what is saved', async () => {
  const { vault } = await newVault();
  const value = { text: 'as asked' };
  const saved = vault.commit([{ op: 'put', recordId: 'a', kind: 'note', clientId: null, expectedRevision: 0, value }]);
  value.text = 'changed since';
  await saved;
  expect(await textOf(vault, 'a')).toBe('as asked');
  await vault.close();
});

test('a batch that cannot fit a frame is refused before anything is written', async () => {
  const { fs, calls } = watchedFs();
  const { vault } = await newVault({ fs });
  await settled(vault);
  calls.length = 0;
  const large = 'x'.repeat(4 * 1024 * 1024);
  await expect(vault.commit([0, 1, 2, 3].map((index) => put(`n${index}`, large)))).rejects.toMatchObject({ code: 'SAVE_TOO_LARGE' });
  expect(calls).toEqual([]);
  await vault.close();
});

test.each([
  ['ENOSPC', 'SAVE_FULL'], ['EDQUOT', 'SAVE_FULL'], ['EACCES', 'SAVE_DENIED'], ['EPERM', 'SAVE_DENIED'],
  ['EROFS', 'SAVE_DENIED'], ['EBUSY', 'SAVE_BUSY'], ['EMFILE', 'SAVE_BUSY'], ['EIO', 'SAVE_FAILED'],
])('a disk that answers %s to every write rejects the save once with %s, and the next save works', async (code, refusal) => {
  let broken = false;
  const { fs } = watchedFs((call) => {
    if (broken && (call.name === 'write' || call.name === 'sync')) throw diskError(code);
  });
  const { vault, folder, deps } = await newVault({ fs });
  await vault.commit([put('a', 'before')]);
  broken = true;
  await expect(vault.commit([put('b', 'during')])).rejects.toMatchObject({ code: refusal });
  expect(vault.entry('b')).toBeUndefined();
  broken = false;
  await vault.commit([put('c', 'after')]);
  await vault.close();
  const again = await openVault(deps, folder, SECRET);
  expect(again.entries().map((entry) => entry.recordId).toSorted()).toEqual(['a', 'c']);
  expect(again.report).toMatchObject({ chainBreaks: 0, missingSegments: [], damagedRecords: [] });
  await again.close();
});

test('a frame whose fsync failed is written again in a new segment, and counts once', async () => {
  let failures = 0;
  const { fs, calls } = watchedFs((call) => {
    if (failures > 0 && call.name === 'sync' && call.path === '00000001.seg') {
      failures -= 1;
      throw diskError('EIO');
    }
  });
  const { vault, folder, deps } = await newVault({ fs });
  await vault.commit([put('a', 'one')]);
  failures = 1;
  const receipt = await vault.commit([put('b', 'two')]);
  expect(receipt.sequence).toBe(2);
  expect(named(calls)).toContain('sync 00000002.seg');
  await vault.commit([put('b', 'three', 1)]);
  // As after a kill: not closed, its lock left to a dead process.
  const again = await openVault(deps, folder, SECRET);
  expect(again.report).toMatchObject({ lastSequence: 3, chainBreaks: 0, missingSegments: [] });
  expect(await textOf(again, 'b')).toBe('three');
  await again.close();
  await vault.close();
});

test('segments roll over, and their numbers are never used again', async () => {
  const { vault, folder, deps } = await newVault();
  for (let index = 0; index < 40; index++) await vault.commit([put(`n${index}`, 'x'.repeat(5000))]);
  await vault.close();
  expect(existsSync(`${folder}/segments/00000003.seg`)).toBe(true);
  const numbers = new Set<string>();
  for (let round = 0; round < 3; round++) {
    const { fs, calls } = watchedFs();
    const again = await openVault({ ...deps, fs }, folder, SECRET);
    expect(again.entries()).toHaveLength(40);
    expect(again.report).toMatchObject({ chainBreaks: 0, tornTailBytes: 0 });
    await again.close();
    const made = calls.find((call) => call.name === 'syncFolder' && call.path === 'segments');
    expect(made).toBeDefined();
    for (const call of calls) if (call.name === 'write' && call.path.endsWith('.seg')) numbers.add(call.path);
  }
  expect(numbers.size).toBe(3);
});

test('nothing is answered after close, and closing twice is closing once', async () => {
  const { vault } = await newVault();
  const last = vault.commit([put('a', 'on its way')]);
  await Promise.all([vault.close(), vault.close()]);
  expect((await last).sequence).toBe(1);
  await expect(vault.read('a')).rejects.toMatchObject({ code: 'LOCKED' });
  await expect(vault.commit([put('b', 'late')])).rejects.toMatchObject({ code: 'LOCKED' });
});

test('reading from many segments does not close the one that is written to', async () => {
  const { vault, folder, deps } = await newVault({ sizes: { segmentBytes: 4096, growBytes: 4096 } });
  for (let index = 0; index < 45; index++) await vault.commit([put(`n${index}`, 'x'.repeat(3500))]);
  await vault.close();
  const { fs, calls } = watchedFs();
  const again = await openVault({ ...deps, fs }, folder, SECRET);
  await Promise.all(again.entries().map((entry) => again.read(entry.recordId)));
  calls.length = 0;
  await again.commit([put('last', 'y')]);
  expect(calls.filter((call) => call.name === 'open' && call.path.endsWith('.seg'))).toEqual([]);
  expect(calls.filter((call) => call.name === 'sync')).toHaveLength(1);
  await again.close();
});
