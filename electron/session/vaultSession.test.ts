// First run, unlock, lock, recovery, backup and restore, over a real vault on the real disk.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstRun, PASSPHRASE, startTestApp } from '../ipc/handlersTestKit.ts';
import { tempFolder } from '../vault/keysTestKit.ts';
import type { FlushAnswer } from './flushGate.ts';
import { LOCK_ANYWAY_MS } from './vaultSession.ts';
import { details } from '../ipc/testClients.ts';

const phase = async (app: Awaited<ReturnType<typeof startTestApp>>): Promise<string> => (await app.ok('app:state', {})).phase;

describe('first run', () => {
  it('writes nothing until the code is typed back, then opens', async () => {
    const app = await startTestApp();
    expect(await phase(app)).toBe('noVault');
    const { token } = await app.ok('app:folders', {});
    const { recoveryCode } = await app.ok('vault:prepare', { folderToken: token, passphrase: PASSPHRASE });
    expect(await phase(app)).toBe('mustTypeRecoveryCode');
    expect(existsSync(join(app.userData, 'vault'))).toBe(false);
    expect(await app.refusal('vault:create', { typedRecoveryCode: recoveryCode.replace(/.$/, (last) => (last === '0' ? '1' : '0')) })).toBe('RECOVERY_CODE_MISTYPED');
    expect(existsSync(join(app.userData, 'vault'))).toBe(false);
    expect((await app.ok('vault:create', { typedRecoveryCode: ` ${recoveryCode.toLowerCase()} ` })).phase).toBe('open');
    expect(await app.ok('clients:list', { status: 'active' })).toEqual([]);
    expect(await app.ok('settings:get', {})).toMatchObject({ idleMinutes: 5 });
  });

  it('lets a person go back and choose another passphrase', async () => {
    const app = await startTestApp();
    const { token } = await app.ok('app:folders', {});
    expect(await app.refusal('vault:prepare', { folderToken: token, passphrase: 'too short' })).toBe('PASSPHRASE_SHORT');
    const first = await app.ok('vault:prepare', { folderToken: token, passphrase: PASSPHRASE });
    const second = await app.ok('vault:prepare', { folderToken: token, passphrase: 'nine orange kettles sing softly' });
    expect(await app.refusal('vault:create', { typedRecoveryCode: first.recoveryCode })).toBe('RECOVERY_CODE_WRONG');
    await app.ok('vault:create', { typedRecoveryCode: second.recoveryCode });
    await app.ok('vault:lock', {});
    await app.ok('vault:unlock', { passphrase: 'nine orange kettles sing softly' });
  });

  it('refuses weak passphrases and a folder that holds a vault', async () => {
    const app = await startTestApp();
    const token = async (): Promise<string> => (await app.ok('app:folders', {})).token;
    expect(await app.refusal('vault:prepare', { folderToken: await token(), passphrase: 'too short' })).toBe('PASSPHRASE_SHORT');
    expect(await app.refusal('vault:prepare', { folderToken: await token(), passphrase: 'passwordpassword' })).toBe('PASSPHRASE_COMMON');
    expect(await app.refusal('vault:prepare', { folderToken: 'made-up', passphrase: PASSPHRASE })).toBe('BAD_REQUEST');
    await firstRun(app);
    await app.ok('vault:lock', {});
    expect(await app.refusal('vault:prepare', { folderToken: await token(), passphrase: PASSPHRASE })).toBe('VAULT_EXISTS');
  });

  it('prints the code only while there is one to print', async () => {
    const app = await startTestApp();
    expect(await app.refusal('vault:printRecoveryCode', { to: 'pdf' })).toBe('FORBIDDEN');
    const { token } = await app.ok('app:folders', {});
    await app.ok('vault:prepare', { folderToken: token, passphrase: PASSPHRASE });
    expect(await app.ok('vault:printRecoveryCode', { to: 'pdf' })).toEqual({ done: true });
    expect(app.printed).toEqual(['recovery-code']);
  });
});

describe('unlock and lock', () => {
  it('asks for the draft, closes, and gives nothing out afterwards', async () => {
    const app = await startTestApp();
    await firstRun(app);
    await app.ok('clients:create', { details: details() });
    expect((await app.ok('vault:lock', {})).phase).toBe('locked');
    expect(app.events).toEqual(['opened', 'flush', 'locked']);
    expect(await app.refusal('clients:list', { status: 'active' })).toBe('LOCKED');
    expect((await app.ok('vault:unlock', { passphrase: PASSPHRASE })).phase).toBe('open');
    expect(await app.ok('clients:list', { status: 'active' })).toHaveLength(1);
  });

  it('lets the window save its draft while locking, and refuses it afterwards', async () => {
    let flush = async (): Promise<FlushAnswer> => 'saved';
    const app = await startTestApp({ onFlush: () => flush() });
    await firstRun(app);
    flush = async () => ((await app.call('clients:create', { details: details() })).ok ? 'saved' : 'unsaved');
    await app.ok('vault:lock', {});
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect(await app.ok('clients:list', { status: 'active' })).toHaveLength(1);
  });

  it('locks once for many causes at the same time', async () => {
    const app = await startTestApp();
    await firstRun(app);
    await Promise.all([app.session.lock('machine'), app.session.lock('person'), app.ok('vault:lock', {})]);
    expect(app.events.filter((event) => event === 'locked')).toHaveLength(1);
  });

  it('does not throw away unsaved text at a person’s first word, but at the second; the machine never waits', async () => {
    const app = await startTestApp({ onFlush: async () => 'unsaved' });
    await firstRun(app);
    expect(await app.refusal('vault:lock', {})).toBe('SAVE_FAILED');
    expect(await phase(app)).toBe('open');
    app.pass(LOCK_ANYWAY_MS + 1);
    expect(await app.refusal('vault:lock', {})).toBe('SAVE_FAILED');
    app.pass(LOCK_ANYWAY_MS - 1);
    expect((await app.ok('vault:lock', {})).phase).toBe('locked');
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    app.pass(LOCK_ANYWAY_MS + 1);
    const [person] = await Promise.allSettled([app.session.lock('person'), app.session.lock('machine')]);
    expect(person.status).toBe('rejected');
    expect(await phase(app)).toBe('locked');
  });

  it('lets a save that has begun finish before the keys go', async () => {
    const app = await startTestApp();
    await firstRun(app);
    const saves = Array.from({ length: 20 }, () => app.call('clients:create', { details: details() }));
    await app.ok('vault:lock', {});
    const saved = (await Promise.all(saves)).filter((answer) => answer.ok).length;
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect(await app.ok('clients:list', { status: 'active' })).toHaveLength(saved);
    expect(saved).toBeGreaterThan(0);
  });

  it('answers a wrong passphrase with growing pauses that outlive a restart, and never with anything else', async () => {
    const app = await startTestApp();
    await firstRun(app);
    await app.ok('vault:lock', {});
    for (const seconds of [1, 2, 4]) {
      expect(await app.call('vault:unlock', { passphrase: 'wrong' })).toEqual({ ok: false, code: 'UNLOCK_FAILED', facts: { seconds } });
      expect(await app.call('vault:unlock', { passphrase: PASSPHRASE })).toEqual({ ok: false, code: 'UNLOCK_WAIT', facts: { seconds } });
      app.pass(seconds * 1000);
    }
    const again = await startTestApp({ userData: app.userData });
    expect(again.session.waitSeconds()).toBe(4);
    expect(await again.refusal('vault:unlock', { passphrase: PASSPHRASE })).toBe('UNLOCK_WAIT');
    again.pass(4000);
    await again.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect(again.session.waitSeconds()).toBe(0);
  });

  it('does not count a typing error in the recovery code as a try', async () => {
    const app = await startTestApp();
    await firstRun(app);
    await app.ok('vault:lock', {});
    expect(await app.refusal('vault:unlockWithCode', { recoveryCode: 'ABCD' })).toBe('RECOVERY_CODE_MISTYPED');
    expect(app.session.waitSeconds()).toBe(0);
  });

  it('after the recovery code lets nothing happen but a new passphrase', async () => {
    const app = await startTestApp();
    const recoveryCode = await firstRun(app);
    await app.ok('vault:lock', {});
    expect((await app.ok('vault:unlockWithCode', { recoveryCode })).phase).toBe('mustSetPassphrase');
    expect(await app.refusal('clients:list', { status: 'active' })).toBe('LOCKED');
    expect(await app.refusal('vault:setPassphrase', { passphrase: 'short' })).toBe('PASSPHRASE_SHORT');
    const next = 'nine orange kettles sing softly';
    expect((await app.ok('vault:setPassphrase', { passphrase: next })).phase).toBe('open');
    expect(await app.refusal('vault:setPassphrase', { passphrase: 'eleven green candles burn slowly' })).toBe('FORBIDDEN');
    await app.ok('vault:lock', {});
    expect(await app.refusal('vault:unlock', { passphrase: PASSPHRASE })).toBe('UNLOCK_FAILED');
    app.pass(1000);
    await app.ok('vault:unlock', { passphrase: next });
  });

  it('gives a new recovery code for the passphrase only, and the old one opens no more', async () => {
    const app = await startTestApp();
    const old = await firstRun(app);
    expect(await app.refusal('vault:newRecoveryCode', { passphrase: 'wrong' })).toBe('UNLOCK_FAILED');
    app.pass(1000);
    const { recoveryCode } = await app.ok('vault:newRecoveryCode', { passphrase: PASSPHRASE });
    await app.ok('vault:lock', {});
    expect(await app.refusal('vault:unlockWithCode', { recoveryCode: old })).toBe('UNLOCK_FAILED');
    app.pass(1000);
    expect((await app.ok('vault:unlockWithCode', { recoveryCode })).phase).toBe('mustSetPassphrase');
  });
});

describe('another folder, backup and restore', () => {
  it('backs up into a named folder, says so in the settings only then, and restores into a new one', async () => {
    const app = await startTestApp();
    await firstRun(app);
    await app.ok('clients:create', { details: details({ preferredName: 'Before' }) });
    const shelf = tempFolder();
    app.answers.set('backup', shelf);
    const { label, records } = await app.ok('vault:backup', {});
    expect(label).toBe('Throughline-backup-2026-11-22-140000');
    expect(readdirSync(shelf)).toEqual([label]);
    expect(await app.ok('settings:get', {})).toMatchObject({ lastBackupAt: '2026-11-22T14:00:00.000Z', lastBackupRecords: records });
    await app.ok('clients:create', { details: details({ preferredName: 'After' }) });

    const target = join(tempFolder(), 'restored');
    mkdirSync(target);
    app.answers.set('backupToRestore', join(shelf, label)).set('restoreTarget', target);
    expect(await app.refusal('vault:restore', { passphrase: 'wrong' })).toBe('UNLOCK_FAILED');
    app.pass(1000);
    expect((await app.ok('vault:restore', { passphrase: PASSPHRASE })).records).toBe(records);
    expect((await app.ok('app:state', {})).phase).toBe('locked');
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect((await app.ok('clients:list', { status: 'active' })).map((row) => row.preferredName)).toEqual(['Before']);
    // The vault that was there before is untouched.
    expect(existsSync(join(app.userData, 'vault', 'header.a'))).toBe(true);
  });

  it('refuses a backup inside the vault, a restore over other files, and what is no backup', async () => {
    const app = await startTestApp();
    await firstRun(app);
    app.answers.set('backup', join(app.userData, 'vault'));
    expect(await app.refusal('vault:backup', {})).toBe('BACKUP_FAILED');
    expect((await app.ok('settings:get', {})).lastBackupAt).toBeNull();
    app.answers.set('backupToRestore', tempFolder()).set('restoreTarget', tempFolder());
    expect(await app.refusal('vault:restore', { passphrase: PASSPHRASE })).toBe('RESTORE_NOT_A_BACKUP');
    const shelf = tempFolder();
    app.answers.set('backup', shelf);
    const { label } = await app.ok('vault:backup', {});
    app.answers.set('backupToRestore', join(shelf, label)).set('restoreTarget', app.userData);
    app.pass(60_000);
    expect(await app.refusal('vault:restore', { passphrase: PASSPHRASE })).toBe('RESTORE_FOLDER_NOT_EMPTY');
  });

  it('opens a vault that is elsewhere, and refuses a folder without one', async () => {
    const first = await startTestApp();
    await firstRun(first);
    await first.ok('vault:lock', {});
    const app = await startTestApp();
    app.answers.set('openVault', tempFolder());
    expect(await app.refusal('vault:openOther', {})).toBe('OPEN_NO_VAULT');
    app.answers.set('openVault', join(first.userData, 'vault'));
    expect((await app.ok('vault:openOther', {})).phase).toBe('locked');
    expect((await app.ok('vault:unlock', { passphrase: PASSPHRASE })).phase).toBe('open');
    expect(await app.refusal('vault:openOther', {})).toBe('FORBIDDEN');
  });

  it('says that a vault is open elsewhere, and opens it for reading only on request', async () => {
    const first = await startTestApp();
    await firstRun(first);
    await first.ok('clients:create', { details: details() });
    const app = await startTestApp({ vaultDeps: { host: { name: 'other-desk', pid: 1, isAlive: () => true } } });
    app.answers.set('openVault', join(first.userData, 'vault'));
    await app.ok('vault:openOther', {});
    expect(await app.call('vault:unlock', { passphrase: PASSPHRASE })).toMatchObject({ code: 'OPEN_LOCKED_ELSEWHERE', facts: { host: 'desk' } });
    expect(app.session.waitSeconds()).toBe(0);
    await app.ok('vault:unlock', { passphrase: PASSPHRASE, openAs: 'readOnly' });
    expect(await app.ok('vault:report', {})).toMatchObject({ readOnly: true, clean: false });
    expect(await app.refusal('clients:create', { details: details() })).toBe('SAVE_READ_ONLY');
    expect(await app.ok('clients:list', { status: 'active' })).toHaveLength(1);
  });

  it('keeps the place of the vault and the theme, and nothing about clients, outside it', async () => {
    const app = await startTestApp();
    await firstRun(app);
    await app.ok('clients:create', { details: details({ preferredName: 'Zephyrine' }) });
    await app.ok('settings:update', { ...(await app.ok('settings:get', {})), theme: 'dark', clinicianName: 'Dana', lastBackupAt: '2020-01-01' });
    expect((await app.ok('settings:get', {})).lastBackupAt).toBeNull();
    const outside = readdirSync(app.userData, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    for (const name of outside) expect(readFileSync(join(app.userData, name), 'utf8')).not.toMatch(/Zephyrine|Dana/);
    expect((await (await startTestApp({ userData: app.userData })).ok('app:state', {})).theme).toBe('dark');
  });
});

describe('a vault older than the one last used here', () => {
  it('stops everything until the person has said why', async () => {
    const app = await startTestApp();
    await firstRun(app);
    await app.ok('vault:lock', {});
    const { cpSync, rmSync } = await import('node:fs');
    const vault = join(app.userData, 'vault');
    const copy = join(tempFolder(), 'copy');
    cpSync(vault, copy, { recursive: true });
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    await app.ok('clients:create', { details: details() });
    await app.ok('vault:lock', {});
    rmSync(vault, { recursive: true });
    cpSync(copy, vault, { recursive: true });
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect(await app.ok('vault:report', {})).toMatchObject({ rolledBack: true });
    expect(await app.refusal('clients:list', { status: 'active' })).toBe('OPEN_ROLLBACK');
    expect(await phase(app)).toBe('open');
    await app.ok('vault:acceptRollback', {});
    expect(await app.ok('vault:report', {})).toMatchObject({ rolledBack: false });
    expect(await app.ok('clients:list', { status: 'active' })).toEqual([]);
  });
});
