// Opening a vault that another machine has left open, through the whole session.
import { describe, expect, it } from 'vitest';
import { firstRun, PASSPHRASE, startTestApp } from '../ipc/handlersTestKit.ts';
import { details } from '../ipc/testClients.ts';

describe('a vault left open on another machine', () => {
  it('is taken over at the person’s word only, and the other place can save nothing from then on', async () => {
    const other = await startTestApp();
    await firstRun(other);
    // Two minutes later by the file's own time, so that the other place has been silent for long enough.
    const later = new Date(Date.now() + 120_000).toISOString();
    const here = await startTestApp({ userData: other.userData, startAt: later, vaultDeps: { host: { name: 'laptop', pid: 99, isAlive: () => true } } });
    const answer = await here.call('vault:unlock', { passphrase: PASSPHRASE });
    expect(answer).toMatchObject({ ok: false, code: 'OPEN_LOCKED_ELSEWHERE', facts: { canTakeOver: true } });
    expect(here.session.waitSeconds()).toBe(0);
    expect((await here.ok('vault:unlock', { passphrase: PASSPHRASE, openAs: 'takeOver' })).phase).toBe('open');
    expect(await here.ok('vault:report', {})).toMatchObject({ readOnly: false });
    await here.ok('clients:create', { details: details() });
    expect(await other.refusal('clients:create', { details: details({ preferredName: 'Late' }) })).toBe('SAVE_READ_ONLY');
    await other.session.lock('machine');
    await here.ok('vault:lock', {});
    await here.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect(await here.ok('clients:list', { status: 'active' })).toHaveLength(1);
  });

  it('is not taken over while the other place is heard from', async () => {
    const other = await startTestApp({ startAt: new Date().toISOString() });
    await firstRun(other);
    const here = await startTestApp({ userData: other.userData, startAt: new Date().toISOString(), vaultDeps: { host: { name: 'laptop', pid: 99, isAlive: () => true } } });
    expect(await here.refusal('vault:unlock', { passphrase: PASSPHRASE, openAs: 'takeOver' })).toBe('OPEN_LOCKED_ELSEWHERE');
    await other.session.lock('machine');
  });
});
