import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { stoppingFs, tempFolder, testDeps } from './keysTestKit.ts';
import { acquireLock } from './lockFile.ts';
import type { VaultDeps } from './types.ts';

afterEach(() => { vi.useRealTimers(); });

const deadHost = { name: 'desk', pid: 99, isAlive: () => false };
const lockText = (folder: string): { nonce: string; pid: number; host: string; beat: number } => JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')) as never;
/** A lock as another program would have left it, last alive `silentMs` ago. */
function leaveLock(folder: string, host: string, silentMs: number, beatAt = Date.now() - silentMs): void {
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 4711, startTime: 1_700_000_000_000, host, nonce: 'ab'.repeat(16), beat: beatAt }));
  const then = (Date.now() - silentMs) / 1000;
  utimesSync(join(folder, 'lock'), then, then);
}

test('one holder at a time; released, it is free; releasing twice is fine', async () => {
  const folder = tempFolder();
  const deps = testDeps();
  const lock = await acquireLock(deps, folder);
  await lock.check();
  await expect(acquireLock(deps, folder)).rejects.toMatchObject({ code: 'OPEN_LOCKED_ELSEWHERE', facts: { host: 'desk', canTakeOver: false } });
  await expect(acquireLock(deps, folder, { takeOver: true })).rejects.toMatchObject({ code: 'OPEN_LOCKED_ELSEWHERE' });
  await lock.check();
  await Promise.all([lock.release(), lock.release()]);
  await expect(lock.check()).rejects.toMatchObject({ code: 'SAVE_READ_ONLY' });
  await (await acquireLock(deps, folder)).release();
  expect(await deps.fs.list(folder)).toEqual([]);
});

test('of twenty that come at once, one gets it', async () => {
  const folder = tempFolder();
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => acquireLock(testDeps(), folder)));
  const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(won.length).toBe(1);
  await won[0]?.check();
  await won[0]?.release();
});

test('of twenty that find the same dead lock at once, at most one can still write', async () => {
  for (let round = 0; round < 20; round += 1) {
    const folder = tempFolder();
    leaveLock(folder, 'desk', 1000);
    const host = { name: 'desk', pid: 1, isAlive: (pid: number) => pid !== 4711 };
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => acquireLock(testDeps({ host }), folder)));
    const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const checks = await Promise.allSettled(won.map((lock) => lock.check()));
    expect(checks.filter((check) => check.status === 'fulfilled').length).toBeLessThanOrEqual(1);
    await Promise.all(won.map((lock) => lock.release()));
    expect((await testDeps().fs.list(folder)).filter((name) => name.startsWith('lock.'))).toEqual([]);
  }
});

test('a dead process of this host is replaced at once, also one with our own process id', async () => {
  const folder = tempFolder();
  leaveLock(folder, 'desk', 10);
  const lock = await acquireLock(testDeps({ host: deadHost }), folder);
  expect(lockText(folder).pid).toBe(99);
  await lock.release();
  leaveLock(folder, 'desk', 10);
  await (await acquireLock(testDeps({ host: { name: 'desk', pid: 4711, isAlive: () => true } }), folder)).release();
});

test('a lock from before the machine was last started is nobody\'s, even where its process number lives again', async () => {
  const folder = tempFolder();
  leaveLock(folder, 'desk', (uptime() + 120) * 1000);
  await (await acquireLock(testDeps({ host: { name: 'desk', pid: 7, isAlive: () => true } }), folder)).release();
  leaveLock(folder, 'laptop', (uptime() + 120) * 1000);
  await expect(acquireLock(testDeps(), folder)).rejects.toMatchObject({ code: 'OPEN_LOCKED_ELSEWHERE' });
});

test('a process really killed on the real disk leaves a lock that the next one replaces', async () => {
  const folder = tempFolder();
  const script = `import { acquireLock } from ${JSON.stringify(new URL('lockFile.ts', import.meta.url).href)};
    import { createNodeFs } from ${JSON.stringify(new URL('nodeFs.ts', import.meta.url).href)};
    import { randomBytes } from 'node:crypto';
    const host = { name: 'desk', pid: process.pid, isAlive: () => true };
    await acquireLock({ fs: createNodeFs(), now: Date.now, random: randomBytes, host }, ${JSON.stringify(folder)});
    process.stdout.write('held'); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => { child.stdout.once('data', resolve); });
  const isAlive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  const deps = testDeps({ host: { name: 'desk', pid: process.pid, isAlive } });
  await expect(acquireLock(deps, folder)).rejects.toMatchObject({ code: 'OPEN_LOCKED_ELSEWHERE' });
  const gone = new Promise((resolve) => { child.once('exit', resolve); });
  child.kill('SIGKILL');
  await gone;
  await (await acquireLock(deps, folder)).release();
});

test('another host: never by itself, after 60 s of silence with the person\'s word', async () => {
  const folder = tempFolder();
  leaveLock(folder, 'laptop', 59_000);
  await expect(acquireLock(testDeps({ host: deadHost }), folder, { takeOver: true })).rejects.toMatchObject({ code: 'OPEN_LOCKED_ELSEWHERE', facts: { canTakeOver: false } });
  leaveLock(folder, 'laptop', 61_000);
  const before = readFileSync(join(folder, 'lock'));
  await expect(acquireLock(testDeps({ host: deadHost }), folder)).rejects.toMatchObject({ facts: { host: 'laptop', sinceMs: 1_700_000_000_000, canTakeOver: true } });
  expect(readFileSync(join(folder, 'lock')).equals(before)).toBe(true);
  await (await acquireLock(testDeps({ host: deadHost }), folder, { takeOver: true })).release();
});

test('clocks that disagree: a fresh file time protects the holder; a holder far in our future needs the person\'s word', async () => {
  const folder = tempFolder();
  leaveLock(folder, 'laptop', 1000, Date.now() - 10 * 60_000);
  await expect(acquireLock(testDeps(), folder, { takeOver: true })).rejects.toMatchObject({ code: 'OPEN_LOCKED_ELSEWHERE' });
  leaveLock(folder, 'laptop', -3_600_000);
  await expect(acquireLock(testDeps(), folder)).rejects.toMatchObject({ code: 'OPEN_LOCKED_ELSEWHERE' });
  await (await acquireLock(testDeps(), folder, { takeOver: true })).release();
});

test('a holder that lost its lock writes no more and does not remove the successor\'s', async () => {
  const folder = tempFolder();
  const first = await acquireLock(testDeps(), folder);
  const second = await acquireLock(testDeps({ host: deadHost }), folder);
  const nonce = lockText(folder).nonce;
  await expect(first.check()).rejects.toMatchObject({ code: 'SAVE_READ_ONLY' });
  await expect(first.check()).rejects.toMatchObject({ code: 'SAVE_READ_ONLY' });
  await first.release();
  expect(lockText(folder).nonce).toBe(nonce);
  await second.check();
  await second.release();
});

test('the heartbeat goes on while the lock is held, into our own file only, and stops with it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const folder = tempFolder();
  let now = 1_000_000;
  const lock = await acquireLock(testDeps({ now: () => now }), folder);
  const settle = async (): Promise<void> => { for (let turn = 0; turn < 50; turn += 1) await testDeps().fs.kind(folder); };
  now += 5000;
  vi.advanceTimersByTime(5000);
  await settle();
  expect(lockText(folder).beat).toBe(1_005_000);
  const second = await acquireLock(testDeps({ host: deadHost }), folder);
  const successor = readFileSync(join(folder, 'lock'));
  now += 10_000;
  vi.advanceTimersByTime(5000);
  await settle();
  expect(lockText(folder).nonce).toBe((JSON.parse(successor.toString()) as { nonce: string }).nonce);
  await lock.release();
  await second.release();
  expect(vi.getTimerCount()).toBe(0);
});

test.each([['empty', ''], ['no JSON', 'not json'], ['another shape', '{"pid":1}'], ['zeros', '\0'.repeat(700)], ['too long', 'x'.repeat(9000)]])('a torn lock holds nobody up: %s', async (_, content) => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'lock'), content);
  await (await acquireLock(testDeps(), folder)).release();
});

test('a folder in place of the lock is moved to quarantine', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'lock'));
  await (await acquireLock(testDeps(), folder)).release();
  expect(await testDeps().fs.list(join(folder, 'quarantine'))).toEqual(['lock.1']);
});

test('check makes one call to the disk and no fsync', async () => {
  const folder = tempFolder();
  const counting = stoppingFs(Number.POSITIVE_INFINITY);
  const lock = await acquireLock(testDeps({ fs: counting.fs }), folder);
  await lock.check();
  const before = counting.calls();
  for (let at = 0; at < 10; at += 1) await lock.check();
  expect(counting.calls() - before).toBe(10);
  await lock.release();
});

test('killed at every call while taking it, the lock never keeps the next run of the same machine out', async () => {
  const alive: VaultDeps['host'] = { name: 'desk', pid: 1, isAlive: (pid) => pid !== 4711 };
  const counting = stoppingFs(Number.POSITIVE_INFINITY);
  const dry = tempFolder();
  leaveLock(dry, 'desk', 10);
  await (await acquireLock(testDeps({ fs: counting.fs, host: alive }), dry)).release();
  for (let stopAt = 1; stopAt <= counting.calls(); stopAt += 1) {
    const folder = tempFolder();
    leaveLock(folder, 'desk', 10);
    const killed = { name: 'desk', pid: 4711, isAlive: (pid: number) => pid !== 4711 };
    await acquireLock(testDeps({ fs: stoppingFs(stopAt).fs, host: killed }), folder).then((lock) => lock.release()).catch(() => undefined);
    await (await acquireLock(testDeps({ host: alive }), folder)).release();
  }
});

test('another computer of the same name is not taken for this one, whatever its process numbers', async () => {
  const folder = tempFolder();
  const host = (machine: string, pid: number) => ({ name: 'MacBook-Pro.local', machine, pid, isAlive: (other: number) => other === pid });
  const first = await acquireLock(testDeps({ host: host('11'.repeat(16), 501) }), folder);
  await expect(acquireLock(testDeps({ host: host('22'.repeat(16), 777) }), folder)).rejects.toMatchObject({ code: 'OPEN_LOCKED_ELSEWHERE', facts: { canTakeOver: false } });
  await first.check();
  // Killed, and started again on the same computer.
  const again = await acquireLock(testDeps({ host: host('11'.repeat(16), 502) }), folder);
  await again.release();
  await first.release();
});
