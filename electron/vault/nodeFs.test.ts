import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from './keysTestKit.ts';
import { createNodeFs, errnoCode, retryBusy } from './nodeFs.ts';

const fs = createNodeFs();
const failing = (code: string): Error => Object.assign(new Error(code), { code });

const notOnWindows = test.skipIf(process.platform === 'win32');

notOnWindows('writes, reads, truncates and renames a file that only its owner may read', async () => {
  const folder = join(tempFolder(), 'vault');
  await fs.makeFolder(folder);
  const file = await fs.open(join(folder, 'one'), 'wx+');
  expect(await file.write(Uint8Array.of(1, 2, 3, 4), 1, 3, 0)).toBe(3);
  await file.sync();
  await file.truncate(2);
  expect(await file.size()).toBe(2);
  const buffer = new Uint8Array(4);
  expect(await file.read(buffer, 0, 4, 0)).toBe(2);
  expect([...buffer]).toEqual([2, 3, 0, 0]);
  await file.close();
  await fs.rename(join(folder, 'one'), join(folder, 'two'));
  await fs.syncFolder(folder);
  expect(await fs.list(folder)).toEqual(['two']);
  expect(statSync(join(folder, 'two')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  await expect(fs.open(join(folder, 'two'), 'wx+')).rejects.toMatchObject({ code: 'EEXIST' });
  await fs.remove(join(folder, 'two'));
  expect(await fs.kind(join(folder, 'two'))).toBeNull();
  await expect(fs.open(join(folder, 'two'), 'r')).rejects.toMatchObject({ code: 'ENOENT' });
});

notOnWindows('refuses links, folders, FIFOs and devices, without waiting for anybody', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'real'), 'x');
  symlinkSync(join(folder, 'real'), join(folder, 'link'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
  mkdirSync(join(folder, 'folder'));
  execFileSync('mkfifo', [join(folder, 'fifo')]);
  const expected = { link: 'ELOOP', dangling: 'ELOOP', folder: 'EISDIR', fifo: 'EINVAL' };
  for (const [name, code] of Object.entries(expected)) {
    await expect(fs.open(join(folder, name), 'r')).rejects.toMatchObject({ code });
    await expect(fs.open(join(folder, name), 'r+')).rejects.toMatchObject({ code });
    await expect(fs.open(join(folder, name), 'wx+')).rejects.toMatchObject({ code: 'EEXIST' });
    expect((await fs.kind(join(folder, name)))?.kind).toBe(name === 'folder' ? 'folder' : 'other');
  }
  await expect(fs.open('/dev/null', 'r+')).rejects.toMatchObject({ code: 'EINVAL' });
  await expect(fs.syncFolder(join(folder, 'link'))).rejects.toMatchObject({ code: expect.stringMatching(/ENOTDIR|ELOOP/) as string });
  linkSync(join(folder, 'real'), join(folder, 'hard'));
  expect((await fs.kind(join(folder, 'hard')))?.kind).toBe('file');
});

test.each(['EPERM', 'EACCES', 'EBUSY'])('a rename that is busy with %s is tried again', async (code) => {
  let tries = 0;
  const waits: number[] = [];
  const result = await retryBusy(async () => {
    tries += 1;
    if (tries < 4) throw failing(code);
    return 'done';
  }, async (ms) => { waits.push(ms); });
  expect([result, tries, waits]).toEqual(['done', 4, [10, 20, 40]]);
});

test('tries end after ten seconds of waiting, and other errors are not tried again', async () => {
  let waited = 0;
  await expect(retryBusy(async () => { throw failing('EBUSY'); }, async (ms) => { waited += ms; })).rejects.toMatchObject({ code: 'EBUSY' });
  expect(waited).toBeGreaterThan(9000);
  expect(waited).toBeLessThanOrEqual(10_000);
  let tries = 0;
  await expect(retryBusy(async () => { tries += 1; throw failing('ENOSPC'); }, async () => undefined)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(tries).toBe(1);
  expect([errnoCode(failing('EIO')), errnoCode(new Error('x')), errnoCode('EIO')]).toEqual(['EIO', null, null]);
});
