// One damaged record must cost that record and nothing else, and must be told: bytes of a real vault are
// turned one after the other and the app is started on each.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstRun, PASSPHRASE, startTestApp } from '../ipc/handlersTestKit.ts';
import { details } from '../ipc/testClients.ts';
import { tempFolder } from '../vault/keysTestKit.ts';

const STEP = 389;

async function smallVault() {
  const app = await startTestApp();
  await firstRun(app);
  await app.ok('settings:update', { ...(await app.ok('settings:get', {})), clinicianName: 'Dana Whitlock' });
  const { value } = await app.ok('clients:create', { details: details() });
  await app.ok('notes:create', { clientId: value.id, templateId: 'cbt_session' });
  await app.ok('clients:create', { details: details({ preferredName: 'Second' }) });
  await app.ok('vault:lock', {});
  return { userData: app.userData, clientId: value.id };
}

/** The app on a copy of the vault with one byte turned. */
async function startDamaged(userData: string, at: number, bytes: Buffer) {
  const copy = join(tempFolder(), 'user-data');
  cpSync(userData, copy, { recursive: true });
  rmSync(join(copy, 'throughline.json'));
  const changed = Buffer.from(bytes);
  changed.writeUInt8((changed[at] ?? 0) ^ 0x40, at);
  writeFileSync(join(copy, 'vault', 'segments', '00000001.seg'), changed);
  const app = await startTestApp({ userData: copy });
  await app.ok('vault:unlock', { passphrase: PASSPHRASE });
  return app;
}

describe('a damaged byte', () => {
  it('never keeps the vault shut, never hides a client, and is told where something is missing', async () => {
    const { userData, clientId } = await smallVault();
    const bytes = readFileSync(join(userData, 'vault', 'segments', '00000001.seg'));
    const seen = { standIns: 0, settingsLost: 0, whole: 0 };
    for (let at = 0; at < bytes.length; at += STEP) {
      const app = await startDamaged(userData, at, bytes);
      const rows = await app.ok('clients:list', { status: 'active' });
      const settings = await app.ok('settings:get', {});
      const report = await app.ok('vault:report', {});
      const lost = rows.filter((row) => row.preferredName === 'Name not readable').length;
      const settingsLost = settings.clinicianName === '';
      expect([at, rows.length]).toEqual([at, 2]);
      if (lost > 0 || settingsLost) expect([at, report.clean, report.damagedRecords > 0]).toEqual([at, false, true]);
      seen.standIns += lost;
      seen.settingsLost += settingsLost ? 1 : 0;
      seen.whole += lost === 0 && !settingsLost ? 1 : 0;
      expect((await app.ok('chart:get', { clientId })).client.id).toBe(clientId);
      await app.session.lock('machine');
    }
    expect(seen.standIns).toBeGreaterThan(0);
    expect(seen.whole).toBeGreaterThan(0);
  });

  it('in a card lets nothing but the person’s own entry take its place', async () => {
    const { userData } = await smallVault();
    const bytes = readFileSync(join(userData, 'vault', 'segments', '00000001.seg'));
    let found: Awaited<ReturnType<typeof startDamaged>> | null = null;
    for (let at = bytes.length - 1; found === null && at > 0; at -= STEP) {
      const app = await startDamaged(userData, at, bytes);
      if ((await app.ok('clients:list', { status: 'active' })).some((row) => row.preferredName === 'Name not readable')) found = app;
      else await app.session.lock('machine');
    }
    if (found === null) throw new Error('no byte of a card was met');
    const row = (await found.ok('clients:list', { status: 'active' })).find((one) => one.preferredName === 'Name not readable');
    if (row === undefined) throw new Error('the stand-in is gone');
    const { clientId } = row;
    const { revision } = await found.ok('clients:get', { clientId });
    expect(await found.refusal('clients:archive', { clientId, revision })).toBe('RECORD_DAMAGED');
    await found.ok('notes:create', { clientId, templateId: 'cbt_session' });
    expect((await found.ok('clients:get', { clientId })).revision).toBe(revision);
    await found.ok('clients:update', { clientId, revision, details: details({ preferredName: 'Entered again' }) });
    await found.ok('vault:lock', {});
    await found.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect((await found.ok('clients:list', { status: 'active' })).map((one) => one.preferredName)).toContain('Entered again');
  });
});
