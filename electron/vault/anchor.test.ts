import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAnchor, writeAnchor } from './anchor.ts';
import { stoppingFs, tempFolder, testDeps } from './keysTestKit.ts';

const vaultId = '0123456789abcdef'.repeat(2);
const key = new Uint8Array(32).fill(9);
const mark = (sequence: number): { sequence: number; tag: Uint8Array } => ({ sequence, tag: new Uint8Array(16).fill(sequence % 256) });

test('gives back the last mark; another vault, another key and no folder give none', async () => {
  const deps = testDeps({ anchorFolder: join(tempFolder(), 'anchors') });
  expect(await readAnchor(deps, vaultId, key)).toBeNull();
  await Promise.all([1, 2, 3, 2 ** 40].map((sequence) => writeAnchor(deps, vaultId, key, mark(sequence))));
  expect(await readAnchor(deps, vaultId, key)).toEqual(mark(2 ** 40));
  expect(await readAnchor(deps, vaultId, new Uint8Array(32))).toBeNull();
  expect(await readAnchor(deps, 'f'.repeat(32), key)).toBeNull();
  await writeAnchor({ ...deps, anchorFolder: null }, vaultId, key, mark(1));
  expect(await readAnchor({ ...deps, anchorFolder: null }, vaultId, key)).toBeNull();
});

test('every flipped byte and every shorter length counts as no anchor, and is no reason to stop', async () => {
  const folder = tempFolder();
  const deps = testDeps({ anchorFolder: folder });
  await writeAnchor(deps, vaultId, key, mark(77));
  const path = join(folder, `anchor-${vaultId}`);
  const good = readFileSync(path);
  for (let at = 0; at < good.length; at += 1) {
    const flipped = Buffer.from(good);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    for (const bad of [flipped, good.subarray(0, at)]) {
      writeFileSync(path, bad);
      expect(await readAnchor(deps, vaultId, key)).toBeNull();
    }
  }
});

test('a cut at every call leaves the old mark or the new one', async () => {
  const counting = stoppingFs(Number.POSITIVE_INFINITY);
  const dry = testDeps({ fs: counting.fs, anchorFolder: tempFolder() });
  await writeAnchor(dry, vaultId, key, mark(1));
  const seen = new Set<number | undefined>();
  for (let stopAt = 1; stopAt <= counting.calls(); stopAt += 1) {
    const deps = testDeps({ anchorFolder: tempFolder() });
    await writeAnchor(deps, vaultId, key, mark(1));
    await expect(writeAnchor({ ...deps, fs: stoppingFs(stopAt).fs }, vaultId, key, mark(2))).rejects.toMatchObject({ code: 'SAVE_FAILED' });
    seen.add((await readAnchor(deps, vaultId, key))?.sequence);
    await writeAnchor(deps, vaultId, key, mark(3));
    expect((await readAnchor(deps, vaultId, key))?.sequence).toBe(3);
  }
  expect([...seen].toSorted()).toEqual([1, 2]);
});
