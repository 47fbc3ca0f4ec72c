import { expect, it } from 'vitest';
import { firstRun, PASSPHRASE, startTestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

it('checks words in a worker, knows the names of the client, and keeps own words in the vault', async () => {
  const app = await startTestApp();
  await firstRun(app);
  const { value } = await app.ok('clients:create', { details: details({ preferredName: 'Zephyrinequill', legalName: 'Zephyrinequill Mora' }) });
  const check = async (words: string[]) => (await app.ok('spelling:check', { language: 'en-US', clientId: value.id, words })).unknown;
  expect(await check(['session', 'sesion', 'Zephyrinequill', 'zephyrinequill’s', 'buprenorphine', 'Larkmoor'])).toEqual(['sesion', 'Larkmoor']);
  expect((await app.ok('spelling:suggest', { language: 'en-US', word: 'sesion' })).suggestions).toContain('session');
  expect(await app.ok('spelling:addWord', { word: 'Larkmoor' })).toEqual({ words: ['Larkmoor'] });
  expect(await app.ok('spelling:addWord', { word: 'larkmoor' })).toEqual({ words: ['Larkmoor'] });
  expect(await check(['Larkmoor', 'Larkmoor’s'])).toEqual([]);
  await app.ok('vault:lock', {});
  expect(await app.refusal('spelling:words', {})).toBe('LOCKED');
  await app.ok('vault:unlock', { passphrase: PASSPHRASE });
  expect(await app.ok('spelling:words', {})).toEqual({ words: ['Larkmoor'] });
  expect(await app.ok('spelling:removeWord', { word: 'larkmoor' })).toEqual({ words: [] });
  expect(await check(['Larkmoor'])).toEqual(['Larkmoor']);
});

it('refuses what is not one word', async () => {
  const app = await startTestApp();
  await firstRun(app);
  for (const word of ['two words', 'x', 'a'.repeat(60), '', '12']) expect(await app.refusal('spelling:addWord', { word })).toBe('BAD_REQUEST');
});
