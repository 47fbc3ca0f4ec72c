import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { tempFolder, testDeps } from './keysTestKit.ts';
import { commitRecords, createRecord, draftRecord, openRecord } from './recordAdapter.ts';
import { newRecoveryCode } from './recoveryCode.ts';
import type { Vault } from './types.ts';
import { createVault, openVault } from './vault.ts';

const Card = z.strictObject({ name: z.string().max(80), visits: z.int().min(0) });
const PASSPHRASE = 'a calm river under seven bridges';
const address = (recordId: string) => ({ recordId, kind: 'card', clientId: 'client1', schema: Card });

async function withVault(work: (vault: Vault, reopen: () => Promise<Vault>) => Promise<void>): Promise<void> {
  const deps = testDeps({ schemas: { card: Card, other: z.strictObject({ text: z.string() }) }, sizes: { segmentBytes: 256 * 1024, growBytes: 16 * 1024 } });
  const folder = join(tempFolder(), 'vault');
  let vault = await createVault(deps, folder, PASSPHRASE, newRecoveryCode(deps.random));
  const reopen = async (): Promise<Vault> => {
    await vault.close();
    vault = await openVault(deps, folder, { kind: 'passphrase', text: PASSPHRASE });
    return vault;
  };
  try {
    await work(vault, reopen);
  } finally {
    await vault.close();
  }
}

test('a record is made, changed through lowdb and found again after the vault was closed', async () => {
  await withVault(async (vault, reopen) => {
    const low = await createRecord(vault, { ...address('one'), value: { name: 'Ann', visits: 0 } });
    expect(low.adapter.revision).toBe(1);
    await low.update((data) => { data.visits += 1; });
    low.data.name = 'Ann Lee';
    await low.write();
    expect(low.adapter.revision).toBe(3);
    const again = await openRecord(await reopen(), address('one'));
    expect([again.data, again.adapter.revision]).toEqual([{ name: 'Ann Lee', visits: 1 }, 3]);
  });
});

test('a record that is not there, of another kind or client, or taken already, is an error and never a default', async () => {
  await withVault(async (vault) => {
    await expect(openRecord(vault, address('nobody'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await createRecord(vault, { ...address('one'), value: { name: 'Ann', visits: 0 } });
    await expect(createRecord(vault, { ...address('one'), value: { name: 'Bob', visits: 0 } })).rejects.toMatchObject({ code: 'SAVE_CONFLICT' });
    await expect(openRecord(vault, { ...address('one'), clientId: 'client2' })).rejects.toMatchObject({ code: 'RECORD_DAMAGED' });
    await expect(openRecord(vault, { ...address('one'), kind: 'other' })).rejects.toMatchObject({ code: 'RECORD_DAMAGED' });
    await expect(openRecord(vault, { ...address('one'), schema: z.strictObject({ text: z.string() }) })).rejects.toMatchObject({ code: 'RECORD_DAMAGED' });
    expect(vault.entries().length).toBe(1);
  });
});

test('a value that does not fit is refused before anything is sealed, and what was there stays', async () => {
  await withVault(async (vault) => {
    const low = await createRecord(vault, { ...address('one'), value: { name: 'Ann', visits: 0 } });
    low.data.visits = -1;
    await expect(low.write()).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(() => draftRecord(vault, { ...address('two'), value: { name: 'x'.repeat(81), visits: 0 } })).toThrow('BAD_REQUEST');
    await low.read();
    expect(low.data).toEqual({ name: 'Ann', visits: 0 });
    expect(vault.entry('one')?.revision).toBe(1);
  });
});

test('writes of one record follow each other, each with the value of its moment', async () => {
  await withVault(async (vault) => {
    const low = await createRecord(vault, { ...address('one'), value: { name: 'Ann', visits: 0 } });
    const writes = Array.from({ length: 20 }, (_, at) => {
      low.data.visits = at;
      return low.write();
    });
    low.data.visits = 999;
    await Promise.all(writes);
    expect(low.adapter.revision).toBe(21);
    expect((await vault.read('one')).value).toEqual({ name: 'Ann', visits: 19 });
  });
});

test('of two that opened the same record, the later writer is told, and a failed write does not stop the next', async () => {
  await withVault(async (vault) => {
    const first = await createRecord(vault, { ...address('one'), value: { name: 'Ann', visits: 0 } });
    const second = await openRecord(vault, address('one'));
    await first.update((data) => { data.visits = 5; });
    await expect(second.update((data) => { data.visits = 7; })).rejects.toMatchObject({ code: 'SAVE_CONFLICT' });
    await second.read();
    expect(second.data.visits).toBe(5);
    await second.update((data) => { data.visits = 7; });
    expect((await vault.read('one')).value).toMatchObject({ visits: 7 });
  });
});

test('several records are written in one frame, all or none', async () => {
  await withVault(async (vault) => {
    const one = draftRecord(vault, { ...address('one'), value: { name: 'Ann', visits: 0 } });
    const two = draftRecord(vault, { recordId: 'two', kind: 'other', clientId: null, schema: z.strictObject({ text: z.string() }), value: { text: 'x' } });
    const receipt = await commitRecords(vault, [one, two]);
    expect(receipt.revisions).toEqual({ one: 1, two: 1 });
    one.data.visits = 1;
    two.data.text = 'y';
    const stale = await openRecord(vault, address('one'));
    await stale.update((data) => { data.visits = 9; });
    await expect(commitRecords(vault, [two, one])).rejects.toMatchObject({ code: 'SAVE_CONFLICT' });
    expect((await vault.read('two')).value).toEqual({ text: 'x' });
    expect([one.adapter.revision, two.adapter.revision]).toEqual([1, 1]);
    await one.read();
    await Promise.all([commitRecords(vault, [one, two]), commitRecords(vault, [two, one]), two.write()]);
    expect([one.adapter.revision, two.adapter.revision]).toEqual([4, 4]);
    await commitRecords(vault, [one], [{ op: 'delete', recordId: 'two', expectedRevision: 4 }]);
    expect(vault.entry('two')).toBeUndefined();
  });
});
