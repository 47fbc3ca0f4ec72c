import { appendFileSync, cpSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HEAD_BYTES } from './segmentHead.ts';
import { openVault } from './vault.ts';
import { ALL, CLEAN, FIRST, SECRET, damage, newFolder, offsets, put, sixNotes, textOf, texts } from './vaultTestKit.ts';

test.each(['closed', 'killed'] as const)('a %s vault opens with everything, twice, and says nothing', async (ending) => {
  const { deps, folder } = await sixNotes(ending);
  for (let round = 0; round < 2; round++) {
    const vault = await openVault(deps, folder, SECRET);
    expect(vault.report).toMatchObject({ ...CLEAN, lastSequence: 6, lastSavedAt: 1_700_000_000_000 });
    expect(await texts(vault)).toEqual(ALL);
    expect(await vault.scrub()).toEqual({ frames: 6, chainBreaks: 0, damagedBytes: 0, missingSegments: [], damagedRecords: [] });
    await vault.close();
    expect(existsSync(join(folder, 'hints/00000001.hint'))).toBe(true);
  }
});

test('a torn tail is put in quarantine, cut, and told; the next opening is clean', async () => {
  const { deps, folder } = await sixNotes('killed');
  const file = join(folder, FIRST);
  const last = offsets(file).at(-1);
  const end = (last?.offset ?? 0) + (last?.length ?? 0);
  const torn = Buffer.from(readFileSync(file).subarray(last?.offset, end - 30));
  const bytes = readFileSync(file);
  torn.copy(bytes, end);
  writeFileSync(file, bytes);
  const vault = await openVault(deps, folder, SECRET);
  expect(vault.report).toMatchObject({ ...CLEAN, tornTailBytes: torn.length });
  expect(await texts(vault)).toEqual(ALL);
  await vault.close();
  expect(readFileSync(join(folder, 'quarantine/00000001.seg.tail')).equals(torn)).toBe(true);
  expect(readFileSync(file).length).toBe(end);
  const again = await openVault(deps, folder, SECRET);
  expect(again.report).toMatchObject(CLEAN);
  await again.close();
});

test('a damaged frame in the middle costs its record and nothing else', async () => {
  const { deps, folder } = await sixNotes('killed');
  const hit = offsets(join(folder, FIRST))[2];
  damage(join(folder, FIRST), (hit?.offset ?? 0) + 60);
  const vault = await openVault(deps, folder, SECRET);
  expect(vault.report.chainBreaks).toBe(1);
  expect(await texts(vault)).toEqual(ALL.filter((text) => text !== 'text 2'));
  await vault.close();
});

test.each([0, 4, 8, 20, 30, 45])('a damaged prefix (byte %i) hides no frame behind it', async (byte) => {
  const { deps, folder } = await sixNotes('killed');
  damage(join(folder, FIRST), (offsets(join(folder, FIRST))[1]?.offset ?? 0) + byte);
  const vault = await openVault(deps, folder, SECRET);
  expect(vault.report.chainBreaks).toBe(1);
  expect(await texts(vault)).toEqual(ALL.filter((text) => text !== 'text 1'));
  await vault.close();
});

test('with its hint, a finished segment names the damaged record: when it is read, and by scrub', async () => {
  const { deps, folder } = await sixNotes('closed');
  const hit = offsets(join(folder, FIRST))[3];
  damage(join(folder, FIRST), (hit?.offset ?? 0) + 60);
  const vault = await openVault(deps, folder, SECRET);
  expect(await texts(vault)).toEqual(['n3 RECORD_DAMAGED', ...ALL.filter((text) => text !== 'text 3')]);
  expect(await vault.scrub()).toMatchObject({ frames: 5, chainBreaks: 1, damagedBytes: hit?.length, damagedRecords: [{ recordId: 'n3', kind: 'note', clientId: 'client-1', revision: 1 }] });
  await vault.commit([put('n3', 'from a backup', 1)]);
  expect(await textOf(vault, 'n3')).toBe('from a backup');
  await vault.close();
  const again = await openVault(deps, folder, SECRET);
  expect(await textOf(again, 'n3')).toBe('from a backup');
  await again.close();
});

test('a damaged head of a finished segment costs nothing, and scrub tells it', async () => {
  const { deps, folder } = await sixNotes('closed');
  damage(join(folder, FIRST), 40);
  const vault = await openVault(deps, folder, SECRET);
  expect(await texts(vault)).toEqual(ALL);
  expect(await vault.scrub()).toMatchObject({ frames: 6, chainBreaks: 0, damagedBytes: HEAD_BYTES, damagedRecords: [] });
  await vault.close();
});

test('without its hint, damage in a finished segment is told at opening, every time', async () => {
  const { deps, folder } = await sixNotes('closed');
  damage(join(folder, FIRST), (offsets(join(folder, FIRST))[3]?.offset ?? 0) + 60);
  rmSync(join(folder, 'hints/00000001.hint'));
  for (let round = 0; round < 2; round++) {
    const vault = await openVault(deps, folder, SECRET);
    expect(vault.report.chainBreaks).toBe(1);
    expect(await texts(vault)).toEqual(ALL.filter((text) => text !== 'text 3'));
    await vault.close();
  }
});

test('a damaged or foreign hint is not believed and costs nothing', async () => {
  const { deps, folder } = await sixNotes('closed');
  damage(join(folder, 'hints/00000001.hint'), 50);
  const vault = await openVault(deps, folder, SECRET);
  expect(vault.report).toMatchObject(CLEAN);
  expect(await texts(vault)).toEqual(ALL);
  await vault.close();
});

test('a missing segment is named, with the records that were in it', async () => {
  const { deps, folder } = await sixNotes('closed');
  renameSync(join(folder, FIRST), `${folder}.kept`);
  const vault = await openVault(deps, folder, SECRET);
  expect(vault.report.missingSegments).toEqual([1]);
  expect(vault.report.damagedRecords.map((entry) => entry.recordId).toSorted()).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5']);
  await vault.close();
  renameSync(`${folder}.kept`, join(folder, FIRST));
  const again = await openVault(deps, folder, SECRET);
  expect(await texts(again)).toEqual(ALL);
  await again.close();
});

test('every cut of a finished segment is told, and what is before the cut is there', async () => {
  const { deps, folder } = await sixNotes('closed');
  const whole = readFileSync(join(folder, FIRST));
  const frames = offsets(join(folder, FIRST));
  for (const length of [0, 1, HEAD_BYTES - 1, HEAD_BYTES, ...frames.flatMap(({ offset, length: size }) => [offset + 1, offset + 48, offset + size - 1, offset + size])].filter((one) => one < whole.length)) {
    const copy = newFolder();
    cpSync(folder, copy, { recursive: true });
    truncateSync(join(copy, FIRST), length);
    const vault = await openVault(deps, copy, SECRET, { readOnly: true });
    expect(vault.report.missingSegments, `cut at ${length}`).toEqual([1]);
    expect((await texts(vault)).filter((text) => text.startsWith('text'))).toEqual(ALL.slice(0, frames.filter(({ offset, length: size }) => offset + size <= length).length));
    await vault.close();
  }
});

test('bytes added to a finished segment are told, kept and cut', async () => {
  const { deps, folder } = await sixNotes('closed');
  appendFileSync(join(folder, FIRST), Buffer.alloc(40, 7));
  const vault = await openVault(deps, folder, SECRET);
  expect(vault.report.tornTailBytes).toBe(40);
  expect(await texts(vault)).toEqual(ALL);
  await vault.close();
  expect(readFileSync(join(folder, 'quarantine/00000001.seg.tail'))).toHaveLength(40);
});

test('an authentic frame copied to a second place is not believed there', async () => {
  const { deps, folder } = await sixNotes('killed');
  const file = join(folder, FIRST);
  const frames = offsets(file);
  const last = frames.at(-1);
  const bytes = readFileSync(file);
  bytes.copy(bytes, (last?.offset ?? 0) + (last?.length ?? 0), frames[0]?.offset, (frames[0]?.offset ?? 0) + (frames[0]?.length ?? 0));
  writeFileSync(file, bytes);
  const vault = await openVault(deps, folder, SECRET);
  expect(vault.report.tornTailBytes).toBeGreaterThan(0);
  expect(vault.report.lastSequence).toBe(6);
  expect(await texts(vault)).toEqual(ALL);
  await vault.close();
});
