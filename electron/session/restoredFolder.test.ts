// A restored backup is older than what this computer has seen, and that is known; an older state put back later is not.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstRun, PASSPHRASE, startTestApp } from '../ipc/handlersTestKit.ts';
import { details } from '../ipc/testClients.ts';
import { tempFolder } from '../vault/keysTestKit.ts';

describe('a folder restored in this run', () => {
  it('is not asked about at its first opening, and is again when an older state of it is put back', async () => {
    const app = await startTestApp();
    await firstRun(app);
    await app.ok('clients:create', { details: details() });
    const folder = tempFolder();
    app.answers.set('backup', folder);
    const { label } = await app.ok('vault:backup', {});
    const target = join(folder, 'restored');
    app.answers.set('backupToRestore', join(folder, label));
    app.answers.set('restoreTarget', target);
    await app.ok('clients:create', { details: details({ preferredName: 'Later' }) });
    await app.ok('vault:restore', { passphrase: PASSPHRASE });
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect((await app.ok('vault:report', {})).rolledBack).toBe(false);
    await app.ok('vault:lock', {});
    cpSync(target, join(folder, 'old'), { recursive: true });
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    await app.ok('clients:create', { details: details({ preferredName: 'After' }) });
    await app.ok('vault:lock', {});
    rmSync(target, { recursive: true });
    cpSync(join(folder, 'old'), target, { recursive: true });
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect(await app.refusal('clients:list', { status: 'active' })).toBe('OPEN_ROLLBACK');
  });
});
