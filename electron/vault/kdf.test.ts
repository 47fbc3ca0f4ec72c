import { argon2Sync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { calibrateKdf } from './calibrateKdf.ts';
import { createKdf } from './kdf.ts';
import { KDF_FLOOR, KDF_MAX_MEMORY_KIB, kdfParamsAllowed } from './kdfLimits.ts';
import { tempFolder } from './keysTestKit.ts';

const derive = createKdf(new URL('kdfWorker.ts', import.meta.url));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

test('the second implementation used as a witness gives the Argon2id vector of RFC 9106, 5.3', () => {
  const tag = argon2Sync('argon2id', {
    message: Buffer.alloc(32, 1), nonce: Buffer.alloc(16, 2), secret: Buffer.alloc(8, 3), associatedData: Buffer.alloc(12, 4),
    parallelism: 4, tagLength: 32, memory: 32, passes: 3,
  });
  expect(hex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
});

test('pinned: the vectors of the Argon2 reference implementation (version 0x13), which has neither secret nor data', async () => {
  expect(hex(await derive(text('password'), text('somesalt'), { memoryKiB: 65536, passes: 2, lanes: 1 }))).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  expect(hex(await derive(text('password'), text('somesalt'), { memoryKiB: 256, passes: 2, lanes: 2 }))).toBe('6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037');
  expect(hex(await derive(text('differentpassword'), text('somesalt'), { memoryKiB: 65536, passes: 2, lanes: 1 }))).toBe('0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde');
});

test('pinned: our own vector at the floor, the same in both implementations', async () => {
  const secret = text('correct horse battery staple');
  const salt = Uint8Array.from({ length: 16 }, (_, at) => at);
  const key = await derive(secret, salt, KDF_FLOOR);
  const witness = argon2Sync('argon2id', { message: secret, nonce: salt, parallelism: 1, tagLength: 32, memory: KDF_FLOOR.memoryKiB, passes: KDF_FLOOR.passes });
  expect(hex(key)).toBe(hex(witness));
  expect(hex(key)).toMatchInlineSnapshot(`"0d1a3c6523c8f06e4e0af9c515aa5b5448cfebd6838f2d52c3d8b6ef8ddc3c2e"`);
  expect(hex(secret)).toBe(hex(text('correct horse battery staple')));
});

test('a worker that dies, answers nonsense or gets impossible parameters rejects and hangs nobody', async () => {
  const folder = tempFolder();
  const workers = {
    dies: 'throw new Error("x")', exits: 'process.exit(0)',
    lies: 'import { parentPort } from "node:worker_threads"; parentPort.postMessage({ key: new Uint8Array(31) })',
  };
  for (const [name, body] of Object.entries(workers)) {
    writeFileSync(join(folder, `${name}.mjs`), body);
    await expect(createKdf(pathToFileURL(join(folder, `${name}.mjs`)))(text('a'), text('somesalt'), KDF_FLOOR)).rejects.toMatchObject({ code: 'INTERNAL' });
  }
  await expect(derive(text('a'), text('somesalt'), { memoryKiB: 1, passes: 0, lanes: 9 })).rejects.toMatchObject({ code: 'INTERNAL' });
});

test('limits: 64 MiB to 1 GiB, 3 to 10 passes, 1 to 4 lanes', () => {
  const ok = (memoryKiB: number, passes: number, lanes: number, testKdf = false): boolean => kdfParamsAllowed({ memoryKiB, passes, lanes }, testKdf);
  expect([ok(65536, 3, 1), ok(1048576, 10, 4)]).toEqual([true, true]);
  expect([ok(65535, 3, 1), ok(1048577, 3, 1), ok(65536, 2, 1), ok(65536, 11, 1), ok(65536, 3, 0), ok(65536, 3, 5), ok(Number.NaN, 3, 1), ok(65536.5, 3, 1)]).not.toContain(true);
  expect([ok(8, 1, 1, true), ok(7, 1, 1, true), ok(16, 1, 4, true), ok(2 ** 32 - 1, 1, 1, true), ok(8, 0, 1, true), ok(8, 2 ** 31, 1, true)]).toEqual([true, false, false, false, false, false]);
});

test.each([
  ['a slow machine keeps the floor', 0.05, KDF_FLOOR.memoryKiB, KDF_FLOOR.memoryKiB],
  ['an ordinary one is already within the aim', 0.009, KDF_FLOOR.memoryKiB, KDF_FLOOR.memoryKiB],
  ['a fast one gets more memory', 0.001, 480 * 1024, 1000 * 1024],
  ['no more than 1 GiB', 0.00001, KDF_MAX_MEMORY_KIB, KDF_MAX_MEMORY_KIB],
])('calibration: %s', async (_, msPerKiB, least, most) => {
  let clock = 0;
  let runs = 0;
  const found = await calibrateKdf(async (__, ___, params) => {
    runs += 1;
    clock += params.memoryKiB * msPerKiB;
    return new Uint8Array(32);
  }, () => clock);
  expect(found.memoryKiB).toBeGreaterThanOrEqual(least);
  expect(found.memoryKiB).toBeLessThanOrEqual(most);
  expect(runs).toBeLessThanOrEqual(5);
  expect(kdfParamsAllowed(found, false)).toBe(true);
});
