import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { snapshot } from './keysTestKit.ts';
import { openVault } from './vault.ts';
import { ALL, CLEAN, FIRST, SECRET, damage, newFolder, put, sixNotes, texts } from './vaultTestKit.ts';

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

test('a copy that went on by itself elsewhere is another history, also where the anchor lies inside a segment', async () => {
  const [here, elsewhere] = [newFolder(), newFolder()];
  const { deps, folder } = await sixNotes('closed', { anchorFolder: here });
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  for (const [at, anchorFolder, saves] of [[folder, here, 3], [copy, elsewhere, 9]] as const) {
    const vault = await openVault({ ...deps, anchorFolder }, at, SECRET);
    for (let index = 0; index < saves; index++) await vault.commit([put(`${saves}-${index}`, 'later')]);
    await vault.close();
  }
  const back = await openVault(deps, copy, SECRET);
  expect(back.report.rolledBack).toEqual({ anchorSequence: 9, vaultSequence: 15 });
  await back.close();
});

test('an anchor inside a finished segment of the same history is no cause for alarm', async () => {
  const [anchorFolder, earlier] = [newFolder(), newFolder()];
  const timers: (() => void)[] = [];
  const { deps, folder } = await sixNotes('closed', { anchorFolder, startTimer: (work) => { timers.push(work); return () => undefined; } });
  const vault = await openVault(deps, folder, SECRET);
  await vault.commit([put('m0', 'later'), put('m1', 'later')]);
  await vault.acceptRollback();
  cpSync(anchorFolder, earlier, { recursive: true });
  for (const id of ['m2', 'm3']) await vault.commit([put(id, 'later')]);
  await vault.close();
  const again = await openVault({ ...deps, anchorFolder: earlier }, folder, SECRET);
  expect(again.report).toMatchObject({ ...CLEAN, lastSequence: 9 });
  await again.close();
});

test('saves are witnessed a moment after the first of them, not by the count alone', async () => {
  const anchorFolder = newFolder();
  const timers: (() => void)[] = [];
  const { deps, folder } = await sixNotes('closed', { anchorFolder, startTimer: (work) => { timers.push(work); return () => undefined; } });
  const old = newFolder();
  cpSync(folder, old, { recursive: true });
  timers.length = 0;
  const vault = await openVault(deps, folder, SECRET);
  for (let index = 0; index < 3; index++) await vault.commit([put(`m${index}`, 'later')]);
  await vi.waitFor(() => expect(timers).toHaveLength(1));
  const witnessed = readFileSync(join(anchorFolder, readdirSync(anchorFolder)[0] ?? ''));
  timers[0]?.();
  await vi.waitFor(() => expect(readFileSync(join(anchorFolder, readdirSync(anchorFolder)[0] ?? ''))).not.toEqual(witnessed));
  // As after a kill: nothing was closed.
  const back = await openVault({ ...deps, anchorFolder }, old, SECRET);
  expect(back.report.rolledBack).toMatchObject({ anchorSequence: 9, vaultSequence: 6 });
  await back.close();
  await vault.close();
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

test('openings that saved nothing leave no segment behind, killed or closed', async () => {
  const { deps, folder } = await sixNotes('closed');
  const before = readdirSync(join(folder, 'segments'));
  for (let round = 0; round < 3; round++) {
    const killed = await openVault(deps, folder, SECRET);
    const copy = newFolder();
    cpSync(folder, copy, { recursive: true });
    await killed.close();
    expect(readdirSync(join(folder, 'segments'))).toEqual(before);
    const after = await openVault(deps, copy, SECRET);
    expect(after.report).toMatchObject(CLEAN);
    await after.close();
    expect(readdirSync(join(copy, 'segments'))).toEqual(before);
    expect(existsSync(join(copy, 'quarantine'))).toBe(false);
  }
});
