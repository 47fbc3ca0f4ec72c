import { describe, expect, it } from 'vitest';
import { firstRun, PASSPHRASE, startTestApp } from './handlersTestKit.ts';

const NEXT = 'nine copper kettles drift slowly';

describe('changing the passphrase of an open vault', () => {
  it('wants the current one and a good new one; afterwards only the new one opens it', async () => {
    const app = await startTestApp();
    await firstRun(app);
    expect(await app.refusal('vault:changePassphrase', { current: PASSPHRASE, passphrase: 'short' })).toBe('PASSPHRASE_SHORT');
    expect(await app.refusal('vault:changePassphrase', { current: 'not the current one at all', passphrase: NEXT })).toBe('UNLOCK_FAILED');
    app.pass(60_000);
    await app.ok('vault:changePassphrase', { current: PASSPHRASE, passphrase: NEXT });
    expect((await app.ok('vault:lock', { toRestore: true })).restoreNext).toBe(true);
    expect(await app.refusal('vault:changePassphrase', { current: NEXT, passphrase: PASSPHRASE })).toBe('LOCKED');
    expect(await app.refusal('vault:unlock', { passphrase: PASSPHRASE })).toBe('UNLOCK_FAILED');
    app.pass(60_000);
    expect((await app.ok('vault:unlock', { passphrase: NEXT })).phase).toBe('open');
  });
});
