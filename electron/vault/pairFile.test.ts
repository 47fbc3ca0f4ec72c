import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Stopped, snapshot, stoppingFs, tempFolder } from './keysTestKit.ts';
import { createNodeFs } from './nodeFs.ts';
import { readPair, repairPair, writePair } from './pairFile.ts';
import type { PairParse } from './pairFile.ts';

const fs = createNodeFs();
/** Payload: the generation and a word. "bad" stands for a payload that is whole and not authentic. */
const parse: PairParse<string> = (bytes) => {
  const [generation, word] = Buffer.from(bytes).toString('utf8').split(' ');
  return word === undefined || word === 'bad' ? null : { generation: Number(generation), value: word };
};
const write = (folder: string, generation: number, word: string, on = fs): Promise<void> => writePair(on, folder, 'current', generation, Buffer.from(`${generation} ${word}`), parse);
const read = (folder: string): ReturnType<typeof readPair<string>> => readPair(fs, folder, 'current', parse);

async function pairAt(generation: number): Promise<string> {
  const folder = tempFolder();
  for (let at = 1; at <= generation; at += 1) await write(folder, at, `word${at}`);
  return folder;
}

test('nothing there is null; the newest of two counts; the first writing makes both', async () => {
  const folder = tempFolder();
  expect(await read(folder)).toBeNull();
  await write(folder, 1, 'word1');
  expect(Object.keys(snapshot(folder))).toEqual(['current.a', 'current.b']);
  expect(await read(folder)).toEqual({ generation: 1, value: 'word1', usedSpare: false });
  await write(folder, 2, 'word2');
  await write(folder, 3, 'word3');
  expect(await read(folder)).toEqual({ generation: 3, value: 'word3', usedSpare: false });
  await expect(write(folder, 3, 'again')).rejects.toMatchObject({ code: 'SAVE_FAILED' });
});

test('the newest valid copy is never the one written, even after the copies were swapped by hand', async () => {
  const folder = await pairAt(3);
  const [a, b] = [readFileSync(join(folder, 'current.a')), readFileSync(join(folder, 'current.b'))];
  writeFileSync(join(folder, 'current.a'), b);
  writeFileSync(join(folder, 'current.b'), a);
  const newest = readFileSync(join(folder, 'current.a')).includes('word3') ? 'current.a' : 'current.b';
  const before = readFileSync(join(folder, newest));
  await write(folder, 4, 'word4');
  expect(readFileSync(join(folder, newest)).equals(before)).toBe(true);
  expect((await read(folder))?.value).toBe('word4');
});

test('a copy that is whole but not authentic is the one to be overwritten', async () => {
  const folder = await pairAt(2);
  await writePair(fs, folder, 'current', 99, Buffer.from('99 bad'));
  expect(await read(folder)).toEqual({ generation: 2, value: 'word2', usedSpare: true });
  await write(folder, 3, 'word3');
  expect(await read(folder)).toEqual({ generation: 3, value: 'word3', usedSpare: false });
});

test('a cut at every call leaves the old or the new, and the next write succeeds', async () => {
  const start = await pairAt(3);
  const counted = stoppingFs(Number.POSITIVE_INFINITY);
  const dry = tempFolder();
  cpSync(start, dry, { recursive: true });
  await write(dry, 4, 'word4', counted.fs);
  const values = new Set<string | undefined>();
  for (let stopAt = 1; stopAt <= counted.calls(); stopAt += 1) {
    const folder = tempFolder();
    cpSync(start, folder, { recursive: true });
    await expect(write(folder, 4, 'word4', stoppingFs(stopAt).fs)).rejects.toBeInstanceOf(Stopped);
    const found = await read(folder);
    values.add(found?.value);
    // An ordinary crash is not damage.
    expect(found?.usedSpare).toBe(false);
    await write(folder, 5, 'word5');
    expect((await read(folder))?.value).toBe('word5');
    expect(Object.keys(snapshot(folder))).toEqual(['current.a', 'current.b']);
    rmSync(folder, { recursive: true });
  }
  expect([...values].toSorted()).toEqual(['word3', 'word4']);
});

test('every flipped byte, every shorter length and added bytes are noticed, and repair brings the copy back', async () => {
  const folder = await pairAt(3);
  const newest = ['current.a', 'current.b'].find((name) => readFileSync(join(folder, name)).includes('word3')) ?? '';
  const path = join(folder, newest);
  const good = readFileSync(path);
  const bad: Buffer[] = [Buffer.concat([good, Buffer.alloc(1)]), Buffer.alloc(good.length), Buffer.alloc(9 * 1024 * 1024)];
  for (let at = 0; at < good.length; at += 1) {
    const flipped = Buffer.from(good);
    flipped[at] = (flipped[at] ?? 0) ^ 0x20;
    bad.push(flipped, good.subarray(0, at));
  }
  for (const bytes of bad) {
    writeFileSync(path, bytes);
    expect(await read(folder)).toEqual({ generation: 2, value: 'word2', usedSpare: true });
  }
  expect(await repairPair(fs, folder, 'current', parse)).toBe(true);
  expect(await read(folder)).toEqual({ generation: 2, value: 'word2', usedSpare: false });
  expect(await repairPair(fs, folder, 'current', parse)).toBe(false);
});

test('a header copied to the place of current is damage', async () => {
  const folder = await pairAt(1);
  await writePair(fs, folder, 'header', 9, Buffer.from('9 header'));
  cpSync(join(folder, 'header.a'), join(folder, 'current.a'));
  expect(await read(folder)).toEqual({ generation: 1, value: 'word1', usedSpare: true });
});

test.skipIf(process.platform === 'win32')('a folder or a link in place of a copy: the other counts, and repair moves the stranger to quarantine', async () => {
  for (const put of [(path: string) => { mkdirSync(path); }, (path: string) => { symlinkSync('/etc/hostname', path); }]) {
    const folder = await pairAt(1);
    rmSync(join(folder, 'current.b'));
    put(join(folder, 'current.b'));
    expect((await read(folder))?.usedSpare).toBe(true);
    await repairPair(fs, folder, 'current', parse);
    expect((await read(folder))?.usedSpare).toBe(false);
    expect((await fs.list(join(folder, 'quarantine'))).length).toBe(1);
  }
});

test('an error that may pass is thrown and not taken for damage; a bad sector is damage after a second try', async () => {
  const folder = await pairAt(3);
  const failing = (code: string, times: number): typeof fs => {
    let left = times;
    return { ...fs, open: async (path, flag) => {
      if (path.endsWith('current.a') && left > 0) {
        left -= 1;
        throw Object.assign(new Error(code), { code });
      }
      return fs.open(path, flag);
    } };
  };
  await expect(readPair(failing('EMFILE', 9), folder, 'current', parse)).rejects.toMatchObject({ code: 'EMFILE' });
  expect((await readPair(failing('EIO', 1), folder, 'current', parse))?.usedSpare).toBe(false);
  expect((await readPair(failing('EIO', 9), folder, 'current', parse))?.usedSpare).toBe(true);
});
