// Reading a vault through beside a person's work: saves come first, a lock ends it, damage is named.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openVault } from './vault.ts';
import { FIRST, SECRET, offsets, put, sixNotes } from './vaultTestKit.ts';

test('a save is acknowledged while the reading stands between two frames', async () => {
  const { deps, folder } = await sixNotes('closed');
  const vault = await openVault(deps, folder, SECRET);
  let breaths = 0;
  const saved: number[] = [];
  const found = await vault.scrub(async () => {
    breaths += 1;
    // Would never end if the reading held the queue of saves.
    if (breaths % 4 === 0) saved.push((await vault.commit([put(`new-${breaths}`, 'typed meanwhile')])).sequence);
  });
  expect(saved.length).toBeGreaterThan(1);
  // Six frames and six records, each with a breath of its own.
  expect(breaths).toBeGreaterThanOrEqual(12);
  expect(found).toMatchObject({ frames: 6, chainBreaks: 0, damagedBytes: 0, damagedRecords: [] });
  await vault.close();
});

test('closing ends the reading at the next breath', async () => {
  const { deps, folder } = await sixNotes('closed');
  const vault = await openVault(deps, folder, SECRET);
  let breaths = 0;
  let closed: Promise<void> | null = null;
  const reading = vault.scrub(async () => {
    breaths += 1;
    if (breaths === 3) closed = vault.close();
  });
  await expect(reading).rejects.toMatchObject({ code: 'LOCKED' });
  await closed;
  expect(breaths).toBe(3);
});

test('damage inside a finished segment, unseen at opening, is named', async () => {
  const { deps, folder } = await sixNotes('closed');
  const file = join(folder, FIRST);
  const hit = offsets(file)[2];
  const bytes = readFileSync(file);
  const at = (hit?.offset ?? 0) + (hit?.length ?? 0) - 20;
  bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
  writeFileSync(file, bytes);
  const vault = await openVault(deps, folder, SECRET);
  expect(vault.report.damagedRecords).toEqual([]);
  expect(await vault.scrub(async () => undefined)).toMatchObject({ damagedBytes: hit?.length, damagedRecords: [{ recordId: 'n2' }] });
  await vault.close();
});
