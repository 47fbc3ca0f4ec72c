// The two passphrases and the two copies of the counseling keys, over a real vault: a replaced passphrase is dead at
// once on both copies, the two passphrases are never the same, and neither is to be guessed by way of the other.
import { expect, it } from 'vitest';
import type { ClientId } from '../../shared/brand.ts';
import { COUNSELLING_KEYS_IDS } from '../../shared/vault/recordKinds.ts';
import { createNodeFs } from '../vault/nodeFs.ts';
import type { VaultFs } from '../vault/vaultFs.ts';
import { firstRun, PASSPHRASE, startTestApp, type TestApp, type TestAppOptions } from './handlersTestKit.ts';
import { details } from './testClients.ts';

const OWN = 'eleven paper lanterns drift upstream';
const NEXT = 'quiet copper kettles argue at noon';

async function ready(options: TestAppOptions = {}): Promise<{ readonly app: TestApp; readonly clientId: ClientId; readonly vaultCode: string }> {
  const app = await startTestApp(options);
  const vaultCode = await firstRun(app);
  const { value: { id: clientId } } = await app.ok('clients:create', { details: details() });
  await app.ok('counselling:setUp', { passphrase: OWN });
  return { app, clientId, vaultCode };
}

/** The real disk; while `full`, no segment takes a byte. */
function fillingDisk(): { readonly fs: VaultFs; full: boolean } {
  const inner = createNodeFs();
  const disk: { fs: VaultFs; full: boolean } = { full: false, fs: { ...inner, async open(path, flag) {
    const file = await inner.open(path, flag);
    if (!path.endsWith('.seg')) return file;
    return { ...file, read: file.read.bind(file), size: file.size.bind(file), truncate: file.truncate.bind(file), close: file.close.bind(file), sync: file.sync.bind(file), async write(...args) {
      if (disk.full) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      return file.write(...args);
    } };
  } } };
  return disk;
}

/** Changes the passphrase of these notes; the disk takes the first save of the change and refuses the next. Closed afterwards, with room again. */
async function changeHalfWay(app: TestApp, disk: { full: boolean }): Promise<void> {
  let saves = 0;
  app.session.practice().records.onSaved((saved) => {
    if (!saved.some(({ kind }) => kind === 'counsellingKeys')) return;
    saves += 1;
    disk.full = saves === 1;
  });
  await app.ok('counselling:changePassphrase', { current: OWN, passphrase: NEXT });
  disk.full = false;
  await app.ok('counselling:close', {});
}

it('leaves no copy of a replaced passphrase behind, also where the disk fills up half way through the change', async () => {
  const disk = fillingDisk();
  const { app } = await ready({ vaultDeps: { fs: disk.fs } });
  const { vault } = app.session.practice();
  await changeHalfWay(app, disk);
  // The spare went in the same frame that brought the new copy: nothing is left that the replaced passphrase opens.
  expect(vault.entry(COUNSELLING_KEYS_IDS[1])).toBeUndefined();
  expect(await app.refusal('counselling:open', { passphrase: OWN })).toBe('COUNSELLING_WRONG');
});

it('writes the spare copy at the next opening where the disk refused it at the change', async () => {
  const disk = fillingDisk();
  const { app, clientId } = await ready({ vaultDeps: { fs: disk.fs } });
  const { records, vault } = app.session.practice();
  await changeHalfWay(app, disk);
  await app.ok('counselling:open', { passphrase: NEXT });
  expect(vault.entry(COUNSELLING_KEYS_IDS[1])).toBeDefined();
  await app.ok('counselling:close', {});
  await records.save([], [await records.open('counsellingKeys', COUNSELLING_KEYS_IDS[0])]);
  await app.ok('counselling:open', { passphrase: NEXT });
  expect((await app.ok('counselling:state', { clientId })).phase).toBe('open');
});

it('believes the newer of two copies that differ, whichever it is', async () => {
  const { app } = await ready();
  const { records } = app.session.practice();
  const [first, spare] = COUNSELLING_KEYS_IDS;
  const before = (await records.open('counsellingKeys', first)).data;
  await app.ok('counselling:changePassphrase', { current: OWN, passphrase: NEXT });
  await app.ok('counselling:close', {});
  for (const id of [first, spare]) {
    // As a scan finds it where the newest frame of this record is damaged: the one before it.
    const low = await records.open('counsellingKeys', id);
    await records.save([{ low: low as never, value: before }]);
    expect(await app.refusal('counselling:open', { passphrase: OWN })).toBe('COUNSELLING_WRONG');
    app.pass(60_000);
    await app.ok('counselling:open', { passphrase: NEXT });
    await app.ok('counselling:close', {});
    expect((await records.open('counsellingKeys', id)).data).not.toEqual(before);
  }
});

it('refuses the passphrase of the counseling notes as the new one of the vault', async () => {
  const { app } = await ready();
  expect(await app.refusal('vault:changePassphrase', { current: PASSPHRASE, passphrase: OWN })).toBe('VAULT_SAME_PASSPHRASE');
  await app.ok('counselling:close', {});
  expect(await app.refusal('vault:changePassphrase', { current: PASSPHRASE, passphrase: OWN })).toBe('VAULT_SAME_PASSPHRASE');
  await app.ok('vault:changePassphrase', { current: PASSPHRASE, passphrase: NEXT });
  await app.ok('vault:lock', {});
  await app.ok('vault:unlock', { passphrase: NEXT });
});

it('refuses it after the recovery code too, and the vault stays shut until another one is chosen', async () => {
  const { app, vaultCode } = await ready();
  await app.ok('vault:lock', {});
  await app.ok('vault:unlockWithCode', { recoveryCode: vaultCode });
  expect(await app.refusal('vault:setPassphrase', { passphrase: OWN })).toBe('VAULT_SAME_PASSPHRASE');
  expect((await app.ok('app:state', {})).phase).toBe('mustSetPassphrase');
  await app.ok('vault:setPassphrase', { passphrase: NEXT });
  expect((await app.ok('app:state', {})).phase).toBe('open');
});

it('is no way to guess the counseling passphrase: a new passphrase of the vault counts as a try at it', async () => {
  const { app, clientId } = await ready();
  await app.ok('counselling:close', {});
  let current = PASSPHRASE;
  const waits: number[] = [];
  for (const guess of ['ten slow barges carry gravel north', 'blue herons wait beside the lock', 'nobody painted the shed that year']) {
    await app.ok('vault:changePassphrase', { current, passphrase: guess });
    current = guess;
    waits.push((await app.ok('counselling:state', { clientId })).waitSeconds);
    expect(await app.refusal('vault:changePassphrase', { current, passphrase: OWN })).toBe('UNLOCK_WAIT');
    app.pass(60_000);
  }
  expect(waits).toEqual([1, 2, 4]);
  // A wrong current passphrase asks nothing about the other one.
  expect(await app.refusal('vault:changePassphrase', { current: PASSPHRASE, passphrase: OWN })).toBe('UNLOCK_FAILED');
});

it('asks nothing about the vault where nothing can be set up: a vault for reading only, and a disk that refuses', async () => {
  const disk = fillingDisk();
  const app = await startTestApp({ vaultDeps: { fs: disk.fs } });
  await firstRun(app);
  disk.full = true;
  expect(await app.refusal('counselling:setUp', { passphrase: OWN })).toBe('SAVE_FULL');
  expect(await app.refusal('counselling:setUp', { passphrase: PASSPHRASE })).toBe('UNLOCK_WAIT');
  app.pass(60_000);
  disk.full = false;
  await app.ok('vault:lock', {});
  await app.ok('vault:unlock', { passphrase: PASSPHRASE, openAs: 'readOnly' });
  expect(await app.refusal('counselling:setUp', { passphrase: PASSPHRASE })).toBe('SAVE_READ_ONLY');
});
