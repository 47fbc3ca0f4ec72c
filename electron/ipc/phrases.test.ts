// Smart phrases over a real vault: kept, checked, and not overwritten unseen.
import { expect, it } from 'vitest';
import { newLocalId } from '../session/newId.ts';
import { firstRun, PASSPHRASE, startTestApp } from './handlersTestKit.ts';

const phrase = (name: string, text: string) => ({ id: newLocalId(), name, text });

it('keeps phrases in the vault, across a lock, and refuses what cannot be expanded', async () => {
  const app = await startTestApp();
  await firstRun(app);
  expect(await app.ok('phrases:list', {})).toEqual({ phrases: [], revision: 0, damaged: false });
  const phrases = [phrase('open', 'Came [[on time]]. {{.mood}}'), phrase('mood', 'Mood [[ ]].')];
  expect(await app.ok('phrases:save', { phrases, revision: 0 })).toEqual({ phrases, revision: 1 });
  expect(await app.refusal('phrases:save', { phrases: [], revision: 0 })).toBe('SAVE_CONFLICT');
  expect(await app.refusal('phrases:save', { phrases: [phrase('a', '{{.b}}'), phrase('b', '{{.a}}')], revision: 1 })).toBe('PHRASE_CYCLE');
  expect(await app.refusal('phrases:save', { phrases: [phrase('a', '{{.c}}')], revision: 1 })).toBe('PHRASE_UNKNOWN');
  expect(await app.refusal('phrases:save', { phrases: [phrase('a', 'x'), phrase('A', 'y')], revision: 1 })).toBe('PHRASE_NAME_TAKEN');
  expect(await app.refusal('phrases:save', { phrases: [phrase('not a name', 'x')], revision: 1 })).toBe('BAD_REQUEST');
  await app.ok('vault:lock', {});
  expect(await app.refusal('phrases:list', {})).toBe('LOCKED');
  await app.ok('vault:unlock', { passphrase: PASSPHRASE });
  expect(await app.ok('phrases:list', {})).toEqual({ phrases, revision: 1, damaged: false });
});
