import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder, testDeps } from './keysTestKit.ts';
import { backoffSeconds, createUnlockBackoff } from './unlockBackoff.ts';

const { fs } = testDeps();

test('1, 2, 4 ... 60 seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 1000].map(backoffSeconds)).toEqual([0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('waits grow with wrong tries, end with the right one, and a try that says nothing is not counted', async () => {
  const folder = tempFolder();
  let clock = 0;
  const backoff = await createUnlockBackoff({ fs, folder, monotonicMs: () => clock });
  const waits: number[] = [];
  for (let at = 0; at < 9; at += 1) {
    await backoff.begin();
    await backoff.end('wrong');
    waits.push(backoff.waitSeconds());
    await expect(backoff.begin()).rejects.toMatchObject({ code: 'UNLOCK_WAIT', facts: { seconds: backoff.waitSeconds() } });
    clock += backoff.waitSeconds() * 1000;
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  await backoff.begin();
  await backoff.end('neither');
  expect(backoff.waitSeconds()).toBe(0);
  await backoff.begin();
  await backoff.end('wrong');
  expect(backoff.waitSeconds()).toBe(60);
  clock += 60_000;
  await backoff.begin();
  await backoff.end('right');
  await backoff.begin();
  await backoff.end('wrong');
  expect(backoff.waitSeconds()).toBe(1);
});

test('starting again does not start over, not even when killed before the answer; the file says nothing else', async () => {
  const folder = join(tempFolder(), 'data');
  const first = await createUnlockBackoff({ fs, folder, monotonicMs: () => 500 });
  await first.begin();
  await first.end('wrong');
  const second = await createUnlockBackoff({ fs, folder, monotonicMs: () => 0 });
  expect(second.waitSeconds()).toBe(1);
  const third = await createUnlockBackoff({ fs, folder, monotonicMs: (() => { let at = 0; return () => (at += 1000); })() });
  await third.begin();
  expect((await createUnlockBackoff({ fs, folder, monotonicMs: () => 0 })).waitSeconds()).toBe(2);
  expect(readFileSync(join(folder, 'unlock-tries.json'), 'utf8')).toBe('{"wrongInARow":2}');
});

test.each(['', '{', '{"wrongInARow":-1}', '{"wrongInARow":1e9}', '[]'])('a damaged file %j counts as none', async (content) => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'unlock-tries.json'), content);
  expect((await createUnlockBackoff({ fs, folder, monotonicMs: () => 0 })).waitSeconds()).toBe(0);
});

test('a disk that refuses the file does not keep the right passphrase out, and the count in memory holds', async () => {
  const full = { ...fs, open: async () => { throw Object.assign(new Error('full'), { code: 'ENOSPC' }); } };
  const backoff = await createUnlockBackoff({ fs: full, folder: tempFolder(), monotonicMs: () => 0 });
  await backoff.begin();
  await backoff.end('wrong');
  expect(backoff.waitSeconds()).toBe(1);
});
