import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { rememberingKdf, tempFolder, testDeps } from './keysTestKit.ts';
import { createNodeFs } from './nodeFs.ts';
import { newRecoveryCode } from './recoveryCode.ts';
import type { VaultFs } from './vaultFs.ts';
import { createVault, openVault } from './vault.ts';

const PASSPHRASE = 'a calm river under seven bridges';
const NOTE = z.strictObject({ text: z.string() });
const host = { name: 'desk', pid: 1, isAlive: () => false };
const sizes = { segmentBytes: 16 * 1024, growBytes: 8 * 1024 };

// `current` may reach the disk and still report a failure. Whatever it says by then about the end of the
// old segment must stay true, or the next opening cuts acknowledged saves off as a torn tail.
test.each([1, 2, 9])('the folder fsync failing %i times while the log rolls over loses no acknowledged save', async (failures) => {
  const inner = createNodeFs();
  const folder = join(tempFolder(), 'vault');
  let left = 0;
  const fs: VaultFs = { ...inner, syncFolder: async (path) => {
    if (path === folder && left > 0) {
      left -= 1;
      throw Object.assign(new Error('EIO'), { code: 'EIO' });
    }
    await inner.syncFolder(path);
  } };
  const schemas = { note: NOTE };
  const deriveKey = rememberingKdf();
  const deps = testDeps({ fs, schemas, sizes, host, deriveKey });
  const vault = await createVault(deps, folder, PASSPHRASE, newRecoveryCode(deps.random));
  left = failures;
  const acknowledged: string[] = [];
  for (let at = 0; at < 80; at += 1) {
    const recordId = `note${at}`;
    const saved = vault.commit([{ op: 'put', recordId, kind: 'note', clientId: null, expectedRevision: 0, value: { text: 'x'.repeat(at % 2 === 0 ? 300 : 3) } }]);
    await saved.then(() => acknowledged.push(recordId), (error: unknown) => { expect(error).toMatchObject({ code: 'SAVE_FAILED' }); });
    if (left > 0) continue;
    // A kill at this very moment.
    const copy = join(tempFolder(), 'copy');
    cpSync(folder, copy, { recursive: true });
    const again = await openVault(testDeps({ schemas, sizes, host, deriveKey }), copy, { kind: 'passphrase', text: PASSPHRASE });
    expect(acknowledged.filter((id) => again.entry(id) === undefined)).toEqual([]);
    await again.close();
    if (acknowledged.length > 60) break;
  }
  expect(left).toBe(0);
  expect(acknowledged.length).toBeGreaterThan(40);
  await vault.close();
});
