import { cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createClientKeys } from './clientKeys.ts';
import { readCurrent } from './currentFile.ts';
import { unlockHeader } from './header.ts';
import { stoppingFs } from './keysTestKit.ts';
import { makeContext } from './openVault.ts';
import { newRecoveryCode } from './recoveryCode.ts';
import { recover } from './recovery.ts';
import type { VaultDeps } from './types.ts';
import { createVault, openVault } from './vault.ts';
import { SECRET, PASSPHRASE, logDeps, newFolder, put, textOf, watchedFs } from './vaultTestKit.ts';

async function threeClients(over: Partial<VaultDeps> = {}): Promise<{ deps: VaultDeps; folder: string }> {
  const deps = logDeps(over);
  const folder = newFolder();
  const vault = await createVault(deps, folder, PASSPHRASE, newRecoveryCode(deps.random));
  for (const client of ['a', 'b', 'c']) await vault.commit([put(`${client}-card`, `card of ${client}`, 0, client), put(`${client}-note`, `note of ${client}`, 0, client)]);
  await vault.commit([put('settings', 'of the practice', 0, null)]);
  await vault.close();
  return { deps, folder };
}

/** Every wrapped key that lies in the segments of a vault, tried with every ring key that `current` still has. */
async function keysThatOpen(deps: VaultDeps, folder: string, clientId: string): Promise<number> {
  const header = await unlockHeader(deps, folder, SECRET);
  const context = makeContext(deps, folder, header);
  let opened = 0;
  const copies = await readCurrent(context);
  for (const current of copies === null ? [] : [copies.value]) {
    const keys = createClientKeys(context, current.rings);
    const watching = { ...keys, adopt: (wrapped: Parameters<typeof keys.adopt>[0]) => {
      keys.adopt(wrapped);
      if (wrapped.clientId === clientId && keys.get(clientId) !== undefined) opened += 1;
    } };
    await recover(context, current, watching, { trustHints: false, forgiveUnreadable: false });
  }
  return opened;
}

test('a shredded client is gone at once and for good; everyone else is untouched', async () => {
  const { deps, folder } = await threeClients();
  expect(await keysThatOpen(deps, folder, 'b')).toBeGreaterThan(0);
  const vault = await openVault(deps, folder, SECRET);
  await vault.commit([{ op: 'shred', clientId: 'b' }]);
  expect(vault.entries({ clientId: 'b' })).toEqual([]);
  expect(await textOf(vault, 'a-note')).toBe('note of a');
  await vault.commit([put('c-note', 'changed after', 1, 'c')]);
  await vault.close();
  expect(await keysThatOpen(deps, folder, 'b')).toBe(0);
  const again = await openVault(deps, folder, SECRET);
  expect(again.report).toMatchObject({ chainBreaks: 0, damagedRecords: [] });
  expect(again.entries().map((entry) => entry.recordId).toSorted()).toEqual(['a-card', 'a-note', 'c-card', 'c-note', 'settings']);
  expect(await Promise.all(['a-note', 'c-note', 'settings'].map((id) => textOf(again, id)))).toEqual(['note of a', 'changed after', 'of the practice']);
  await again.close();
});

test('a client shredded and taken up again begins anew, in one batch too', async () => {
  const { deps, folder } = await threeClients();
  const vault = await openVault(deps, folder, SECRET);
  await vault.commit([{ op: 'shred', clientId: 'b' }, put('b-card', 'back again', 0, 'b'), put('a-note', 'changed beside', 1, 'a')]);
  await vault.close();
  const again = await openVault(deps, folder, SECRET);
  expect(again.entries({ clientId: 'b' }).map((entry) => entry.recordId)).toEqual(['b-card']);
  expect(await Promise.all(['b-card', 'a-note', 'a-card'].map((id) => textOf(again, id)))).toEqual(['back again', 'changed beside', 'card of a']);
  await expect(again.commit([put('x', 'y'), { op: 'shred', clientId: 'b' }])).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await again.close();
});

test('killed at any call of a shred, the client is all there or all gone, and nobody else is harmed', async () => {
  const { deps, folder } = await threeClients();
  const run = async (stopAt: number): Promise<{ calls: number; acknowledged: boolean; copy: string }> => {
    const copy = newFolder();
    cpSync(folder, copy, { recursive: true });
    const stopping = stoppingFs(stopAt);
    const vault = await openVault({ ...deps, fs: stopping.fs }, copy, SECRET).catch(() => null);
    const acknowledged = vault !== null && (await vault.commit([{ op: 'shred', clientId: 'b' }]).then(() => true, () => false));
    const calls = stopping.calls();
    // With nothing reaching the disk any more, this only gives the handles back.
    if (Number.isFinite(stopAt)) await vault?.close();
    return { calls, acknowledged, copy };
  };
  const { calls } = await run(Number.POSITIVE_INFINITY);
  let gone = 0;
  for (let stopAt = 1; stopAt <= calls; stopAt++) {
    const { acknowledged, copy } = await run(stopAt);
    const vault = await openVault(deps, copy, SECRET);
    const left = vault.entries({ clientId: 'b' }).length;
    expect([0, 2]).toContain(left);
    if (acknowledged) expect(left).toBe(0);
    if (left === 0) gone += 1;
    else expect(await textOf(vault, 'b-note')).toBe('note of b');
    expect(await Promise.all(['a-note', 'c-card', 'settings'].map((id) => textOf(vault, id)))).toEqual(['note of a', 'card of c', 'of the practice']);
    await vault.close();
    if (left === 0) expect(await keysThatOpen(deps, copy, 'b')).toBe(0);
  }
  expect(gone).toBeGreaterThan(0);
  expect(gone).toBeLessThan(calls);
});

test('a ring key that could not be destroyed at once is destroyed at the next opening', async () => {
  let shredding = false;
  let renames = 0;
  const { fs } = watchedFs((call) => {
    if (!shredding || call.name !== 'rename') return;
    renames += 1;
    if (renames > 2) throw Object.assign(new Error('EIO'), { code: 'EIO' });
  });
  const { deps, folder } = await threeClients();
  const vault = await openVault({ ...deps, fs }, folder, SECRET);
  shredding = true;
  await vault.commit([{ op: 'shred', clientId: 'b' }]);
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  expect(await keysThatOpen(deps, copy, 'b')).toBeGreaterThan(0);
  await (await openVault(deps, copy, SECRET)).close();
  expect(await keysThatOpen(deps, copy, 'b')).toBe(0);
  shredding = false;
  await vault.close();
});
