// The small parts of the session: folders, warnings, waiting, counting, remembering.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ClientId } from '../../shared/brand.ts';
import { tempFolder } from '../vault/keysTestKit.ts';
import { createNodeFs } from '../vault/nodeFs.ts';
import { cloudWarning } from './cloudFolder.ts';
import { createFlushGate } from './flushGate.ts';
import { createFolders, folderLabel, vaultFolderIn } from './folders.ts';
import { createInFlight } from './inFlight.ts';
import { createKeyedSerial } from './keyedSerial.ts';
import { openLocalState } from './localState.ts';
import { idOfContent, newLocalId, newRecordId } from './newId.ts';
import { createPendingVault } from './pendingVault.ts';

describe('warnings about a folder', () => {
  it.each([
    ['/Users/a/OneDrive - Clinic/vault', 'darwin', 'onedrive'], ['C:\\Users\\a\\OneDrive\\vault', 'win32', 'onedrive'], ['C:\\Users\\a\\Dropbox (Personal)\\v', 'win32', 'dropbox'], ['/home/a/Dropbox', 'linux', 'dropbox'],
    ['/Users/a/Library/Mobile Documents/com~apple~CloudDocs/v', 'darwin', 'icloud'], ['C:\\Users\\a\\iCloudDrive\\v', 'win32', 'icloud'], ['/Users/a/Library/CloudStorage/GoogleDrive-a@b.c/My Drive/v', 'darwin', 'googledrive'],
    ['G:\\My Drive\\v', 'win32', 'googledrive'], ['\\\\server\\share\\v', 'win32', 'network'], ['//server/share', 'win32', 'network'], ['\\\\?\\UNC\\server\\share', 'win32', 'network'], ['/run/user/1000/gvfs/smb-share:server=x', 'linux', 'network'],
    ['/Users/a/Library/CloudStorage/Box-Box/v', 'darwin', 'network'],
    ['/home/a/throughline', 'linux', 'none'], ['C:\\Users\\a\\AppData\\Roaming\\Throughline\\vault', 'win32', 'none'], ['\\\\?\\C:\\vault', 'win32', 'none'], ['/home/a/dropbox-notes-of-2019x', 'linux', 'dropbox'],
  ] as const)('%s on %s: %s', (folder, platform, warning) => {
    expect(cloudWarning(folder, platform)).toBe(warning);
  });
});

describe('folders behind tokens', () => {
  const fs = createNodeFs();
  const make = () => {
    let count = 0;
    return createFolders({ fs, home: '/home/ana', platform: 'linux', newToken: () => `token-${(count += 1)}` });
  };

  it('knows only tokens of its own, until a vault was made', async () => {
    const folders = make();
    const folder = join(tempFolder(), 'vault');
    const { token, holdsVault } = await folders.offer(folder);
    expect(holdsVault).toBe(false);
    expect(folders.find(token)).toBe(folder);
    expect(folders.find(token)).toBe(folder);
    expect(() => folders.find('token-99')).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
    folders.forgetAll();
    expect(() => folders.find(token)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
  });

  it('never mixes a vault with other files', async () => {
    const folder = tempFolder();
    expect(await vaultFolderIn(fs, folder)).toBe(folder);
    writeFileSync(join(folder, 'taxes.pdf'), 'x');
    expect(await vaultFolderIn(fs, folder)).toBe(join(folder, 'Throughline'));
    writeFileSync(join(folder, 'header.a'), 'x');
    expect(await vaultFolderIn(fs, folder)).toBe(folder);
  });

  it('refuses what is no folder or cannot be looked into', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), 'x');
    await expect(vaultFolderIn(fs, join(folder, 'file'))).rejects.toMatchObject({ code: 'VAULT_FOLDER_UNUSABLE' });
    await expect(vaultFolderIn(fs, join(folder, 'file', 'inside'))).rejects.toMatchObject({ code: 'VAULT_FOLDER_UNUSABLE' });
    await expect(vaultFolderIn({ ...fs, list: async () => { throw Object.assign(new Error('EACCES'), { code: 'EACCES' }); } }, folder)).rejects.toMatchObject({ code: 'VAULT_FOLDER_UNUSABLE' });
  });

  it('shows a path the way a person knows it', () => {
    expect(folderLabel('/home/ana/vault', '/home/ana')).toBe('~/vault');
    expect(folderLabel('/'.padEnd(900, 'x'), '/home/ana').length).toBeLessThan(200);
  });
});

describe('what is remembered while locked', () => {
  it('survives a restart and holds nothing else', async () => {
    const folder = tempFolder();
    const state = await openLocalState(createNodeFs(), folder);
    await Promise.all([state.update({ vaultFolder: '/somewhere' }), state.update({ theme: 'dark' })]);
    expect((await openLocalState(createNodeFs(), folder)).get()).toEqual({ version: 1, vaultFolder: '/somewhere', theme: 'dark' });
    expect(Object.keys(JSON.parse(readFileSync(join(folder, 'throughline.json'), 'utf8')))).toEqual(['version', 'vaultFolder', 'theme']);
  });

  it('starts empty from a damaged or strange file', async () => {
    for (const text of ['', '{', 'null', '{"version":2}', '{"version":1,"vaultFolder":"/x","theme":"system","client":"Ana"}']) {
      const folder = tempFolder();
      writeFileSync(join(folder, 'throughline.json'), text);
      expect((await openLocalState(createNodeFs(), folder)).get().vaultFolder).toBeNull();
    }
    const folder = tempFolder();
    mkdirSync(join(folder, 'throughline.json'));
    expect((await openLocalState(createNodeFs(), folder)).get().vaultFolder).toBeNull();
  });
});

describe('waiting for the window', () => {
  it('resolves on its word, on the time limit, and at once without a window', async () => {
    let fire = (): void => undefined;
    const timer = (work: () => void) => { fire = work; return () => undefined; };
    const gate = createFlushGate(() => true, timer);
    const first = gate.ask();
    gate.flushed(true);
    expect(await first).toBe('saved');
    const second = gate.ask();
    fire();
    expect(await second).toBe('silent');
    gate.flushed(true);
    const third = gate.ask();
    gate.flushed(false);
    expect(await third).toBe('unsaved');
    expect(await createFlushGate(() => false, timer).ask()).toBe('silent');
  });
});

describe('order and counting', () => {
  it('runs work of one key in order, and goes on after a failure', async () => {
    const serial = createKeyedSerial();
    const order: string[] = [];
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => { release = resolve; });
    const first = serial('a', async () => { await gate; order.push('a1'); throw new Error('x'); });
    const second = serial('a', async () => { order.push('a2'); });
    await serial('b', async () => { order.push('b'); });
    release();
    await expect(first).rejects.toThrow('x');
    await second;
    expect(order).toEqual(['b', 'a1', 'a2']);
  });

  it('waits for what is running, but not for ever', async () => {
    const inFlight = createInFlight();
    await inFlight.settled(1_000_000);
    let done = (): void => undefined;
    void inFlight.track(new Promise<void>((resolve) => { done = resolve; }));
    await inFlight.settled(1);
    const settled = inFlight.settled(1_000_000);
    done();
    await settled;
  });
});

describe('ids', () => {
  it('are 26 characters of the alphabet and differ', () => {
    const ids = new Set(Array.from({ length: 2000 }, () => newRecordId(ClientId)));
    expect(ids.size).toBe(2000);
    expect(newLocalId()).toMatch(/^[a-z2-7]{26}$/);
  });

  it('of content are the same for the same text; pinned', () => {
    expect(idOfContent(ClientId, 'abc')).toBe('xj4bnp4pahh6uqkbidpf3lrceo');
    expect(idOfContent(ClientId, 'abc')).not.toBe(idOfContent(ClientId, 'abd'));
  });
});

describe('a vault in the making', () => {
  const CODE = /^[0-9A-Z-]+$/;

  it('is given out only for the code that was shown', async () => {
    const { newRecoveryCode } = await import('../vault/recoveryCode.ts');
    const random = (bytes: number) => new Uint8Array(bytes).fill(7);
    const code = newRecoveryCode(random);
    const other = newRecoveryCode((bytes) => new Uint8Array(bytes).fill(8));
    expect(code).toMatch(CODE);
    const pending = createPendingVault();
    expect(() => pending.confirm(code)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    pending.begin('/vault', 'pässphrase', code);
    expect(() => pending.confirm('0000')).toThrow(expect.objectContaining({ code: 'RECOVERY_CODE_MISTYPED' }));
    expect(() => pending.confirm(other)).toThrow(expect.objectContaining({ code: 'RECOVERY_CODE_WRONG' }));
    expect(pending.confirm(code.toLowerCase().replaceAll('-', ' '))).toEqual({ folder: '/vault', passphrase: 'pässphrase', recoveryCode: code });
    pending.forget();
    expect(pending.isThere()).toBe(false);
  });
});
