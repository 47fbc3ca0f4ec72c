import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { snapshot } from './keysTestKit.ts';
import { decodePrefix } from './frame.ts';
import { newRecoveryCode } from './recoveryCode.ts';
import { HEAD_BYTES } from './segmentHead.ts';
import type { OpenReport, Vault, VaultDeps } from './types.ts';
import { createVault, openVault } from './vault.ts';
import { SECRET, PASSPHRASE, logDeps, newFolder, put, textOf } from './vaultTestKit.ts';

const CLEAN: Partial<OpenReport> = { tornTailBytes: 0, damagedRecords: [], chainBreaks: 0, missingSegments: [], usedSpareHeader: false, usedSpareCurrent: false, rolledBack: null };
const FIRST = 'segments/00000001.seg';

/** Six saves in one segment, then closed, or left as by a kill. */
async function sixNotes(ending: 'closed' | 'killed', over: Partial<VaultDeps> = {}): Promise<{ deps: VaultDeps; folder: string }> {
  const deps = logDeps(over);
  const source = newFolder();
  const vault = await createVault(deps, source, PASSPHRASE, newRecoveryCode(deps.random));
  for (let index = 0; index < 6; index++) await vault.commit([put(`n${index}`, `text ${index}`)]);
  const folder = newFolder();
  if (ending === 'killed') cpSync(source, folder, { recursive: true });
  await vault.close();
  if (ending === 'closed') cpSync(source, folder, { recursive: true });
  return { deps, folder };
}

function offsets(file: string): { offset: number; length: number }[] {
  const bytes = readFileSync(file);
  const found = [];
  for (let at = HEAD_BYTES; ;) {
    const prefix = decodePrefix(bytes, at);
    if (prefix === null) return found;
    found.push({ offset: at, length: prefix.length });
    at += prefix.length;
  }
}

function damage(file: string, at: number, mask = 0x10): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ mask;
  writeFileSync(file, bytes);
}

async function texts(vault: Vault): Promise<string[]> {
  const read = vault.entries().map((entry) => textOf(vault, entry.recordId).catch((error: { code: string }) => `${entry.recordId} ${error.code}`));
  return (await Promise.all(read)).toSorted();
}

const ALL = [0, 1, 2, 3, 4, 5].map((index) => `text ${index}`);

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

test.each(['current.a', 'current.b'])('either copy of current may be lost (%s): everything is there, and it is told', async (name) => {
  const { deps, folder } = await sixNotes('killed');
  damage(join(folder, name), 100);
  const vault = await openVault(deps, folder, SECRET);
  expect(vault.report).toMatchObject({ ...CLEAN, usedSpareCurrent: true });
  expect(await texts(vault)).toEqual(ALL);
  await vault.close();
  const again = await openVault(deps, folder, SECRET);
  expect(again.report).toMatchObject(CLEAN);
  expect(await texts(again)).toEqual(ALL);
  await again.close();
});

test('an older current put back in both places is seen by the segments behind it', async () => {
  const { deps, folder } = await sixNotes('closed');
  const old = ['current.a', 'current.b'].map((name) => [name, readFileSync(join(folder, name))] as const);
  for (const round of [6, 7]) {
    const vault = await openVault(deps, folder, SECRET);
    await vault.commit([put(`n${round}`, `text ${round}`)]);
    await vault.close();
  }
  for (const [name, bytes] of old) writeFileSync(join(folder, name), bytes);
  const vault = await openVault(deps, folder, SECRET);
  expect(vault.report).toMatchObject({ usedSpareCurrent: true, lastSequence: 8, chainBreaks: 0 });
  expect(await texts(vault)).toEqual([...ALL, 'text 6', 'text 7']);
  await vault.close();
});

test('without any current the vault is not opened, and nothing is made up', async () => {
  const { deps, folder } = await sixNotes('closed');
  for (const name of ['current.a', 'current.b']) rmSync(join(folder, name));
  const before = snapshot(folder);
  await expect(openVault(deps, folder, SECRET)).rejects.toMatchObject({ code: 'OPEN_DAMAGED' });
  expect(snapshot(folder)).toEqual(before);
});

test.each(['folder', 'link', 'fifo', 'nothing'])('a %s in place of a segment is told and does not hang', async (what) => {
  const { deps, folder } = await sixNotes('closed');
  const file = join(folder, FIRST);
  renameSync(file, `${folder}.kept`);
  if (what === 'folder') mkdirSync(file);
  if (what === 'link') symlinkSync(`${folder}.kept`, file);
  if (what === 'fifo') execFileSync('mkfifo', [file]);
  const vault = await openVault(deps, folder, SECRET);
  expect(vault.report.missingSegments).toEqual([1]);
  await expect(vault.read('n0')).rejects.toMatchObject({ code: 'RECORD_DAMAGED' });
  await vault.close();
});

test('a read that fails while opening is not taken for a torn tail: nothing is changed', async () => {
  const { deps, folder } = await sixNotes('killed');
  rmSync(join(folder, 'lock'));
  const before = snapshot(folder);
  const fs = { ...deps.fs, open: async (path: string, flag: 'r' | 'r+' | 'wx+') => {
    const file = await deps.fs.open(path, flag);
    return path.endsWith('.seg') ? { ...file, read: () => Promise.resolve(0) } : file;
  } };
  await expect(openVault({ ...deps, fs }, folder, SECRET)).rejects.toMatchObject({ code: 'OPEN_FAILED' });
  expect(snapshot(folder)).toEqual(before);
  const vault = await openVault(deps, folder, SECRET);
  expect(await texts(vault)).toEqual(ALL);
  await vault.close();
});

test('opened to read only, not a byte of the folder changes', async () => {
  const { deps, folder } = await sixNotes('killed');
  const before = snapshot(folder);
  const vault = await openVault(deps, folder, SECRET, { readOnly: true });
  expect(await texts(vault)).toEqual(ALL);
  await expect(vault.commit([put('x', 'y')])).rejects.toMatchObject({ code: 'SAVE_READ_ONLY' });
  await vault.close();
  expect(snapshot(folder)).toEqual(before);
});

test('an old vault put back is seen against the anchor until the person accepts it', async () => {
  const anchorFolder = newFolder();
  const { deps, folder } = await sixNotes('closed', { anchorFolder });
  const old = newFolder();
  cpSync(folder, old, { recursive: true });
  const vault = await openVault(deps, folder, SECRET);
  await vault.commit([put('n6', 'later')]);
  await vault.close();
  for (let round = 0; round < 2; round++) {
    const back = await openVault(deps, old, SECRET);
    expect(back.report.rolledBack).toEqual({ anchorSequence: 7, vaultSequence: 6 });
    await back.close();
  }
  const accepted = await openVault(deps, old, SECRET);
  await accepted.acceptRollback();
  await accepted.close();
  const after = await openVault(deps, old, SECRET);
  expect(after.report.rolledBack).toBeNull();
  await after.commit([put('n6', 'another history')]);
  await after.close();
  // The other branch holds sequence 7 too, but not the frame that the anchor saw.
  const other = await openVault(deps, folder, SECRET);
  expect(other.report.rolledBack).toEqual({ anchorSequence: 7, vaultSequence: 7 });
  await other.close();
});

test('strays in the segments folder are put aside, never read', async () => {
  const { deps, folder } = await sixNotes('closed');
  cpSync(join(folder, FIRST), join(folder, 'segments/00000009.seg'));
  writeFileSync(join(folder, 'segments/notes.txt'), 'not ours');
  const vault = await openVault(deps, folder, SECRET);
  expect(vault.report).toMatchObject(CLEAN);
  expect(await texts(vault)).toEqual(ALL);
  await vault.close();
  expect(readdirSync(join(folder, 'quarantine')).toSorted()).toEqual(['00000009.seg', 'notes.txt']);
});
