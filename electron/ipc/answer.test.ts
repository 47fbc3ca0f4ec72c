// One call from end to end without Electron: order of the checks, envelope, and nothing but codes coming back.
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { CHANNELS, type Channel } from '../../shared/ipc/channels.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { createAnswer, type AnswerDeps } from './answer.ts';
import { prechecks } from './prechecks.ts';
import { isTrustedSender } from './sender.ts';

const EVENT = { senderFrame: { url: 'app://bundle/index.html', parent: null }, sender: { id: 1 } };

function deps(over: Partial<AnswerDeps> = {}): AnswerDeps & { readonly lines: string[] } {
  const lines: string[] = [];
  let now = 0;
  return {
    lines, isTrusted: (event) => isTrustedSender(event, 1), assertOpen: () => undefined, track: (work) => work, prechecks, monotonicMs: () => (now += 1000),
    log: (code, facts = {}) => { lines.push(`${code} ${JSON.stringify(facts)}`); }, ...over,
  };
}

describe('one call', () => {
  it('answers with the value that the output schema allows', async () => {
    const answer = createAnswer('vault:checkPassphrase', async () => ({ acceptable: true, reason: null, score: 4, words: 5, characters: 30 }), deps());
    expect(await answer(EVENT, [{ passphrase: 'x' }])).toEqual({ ok: true, value: { acceptable: true, reason: null, score: 4, words: 5, characters: 30 } });
  });

  it('runs no handler for a frame that is not ours', async () => {
    let calls = 0;
    const answer = createAnswer('app:flushed', async () => { calls += 1; return {}; }, deps());
    expect(await answer({ ...EVENT, senderFrame: null }, [{}])).toEqual({ ok: false, code: 'FORBIDDEN', facts: {} });
    expect(await answer({ ...EVENT, senderFrame: { url: 'https://evil.example/', parent: null } }, [{}])).toMatchObject({ code: 'FORBIDDEN' });
    expect(calls).toBe(0);
  });

  it.each([[[]], [[{}, {}]], [[null]], [[[]]], [['text']], [[undefined]]])('refuses a wrong number or kind of arguments: %j', async (args) => {
    expect(await createAnswer('app:flushed', async () => ({}), deps())(EVENT, args)).toMatchObject({ ok: false, code: 'BAD_REQUEST' });
  });

  it('refuses keys that the schema does not have, and logs where without saying what', async () => {
    const used = deps();
    const answer = createAnswer('clients:get', async () => ({}), used);
    expect(await answer(EVENT, [{ clientId: 'Ana Maria', extra: 1 }])).toEqual({ ok: false, code: 'BAD_REQUEST', facts: { reason: 'schema' } });
    expect(used.lines.join()).toContain('clientId');
    expect(used.lines.join()).not.toContain('Ana');
  });

  it('asks for an open vault only on channels that need one', async () => {
    const closed = deps({ assertOpen: () => { throw new AppError('LOCKED'); } });
    expect(await createAnswer('clients:list', async () => [], closed)(EVENT, [{ status: 'active' }])).toMatchObject({ code: 'LOCKED' });
    expect(await createAnswer('app:flushed', async () => ({}), closed)(EVENT, [{}])).toEqual({ ok: true, value: {} });
  });

  it('lets no message, path or stack of an unexpected error out', async () => {
    const used = deps();
    const answer = createAnswer('app:flushed', async () => { throw new TypeError('ENOENT /home/ana/vault'); }, used);
    expect(await answer(EVENT, [{}])).toEqual({ ok: false, code: 'INTERNAL', facts: {} });
    expect(used.lines.join()).toContain('TypeError');
    expect(used.lines.join()).not.toContain('ana');
  });

  it('refuses to hand out what the output schema does not allow', async () => {
    expect(await createAnswer('app:flushed', async () => ({ secret: 1 }), deps())(EVENT, [{}])).toEqual({ ok: false, code: 'INTERNAL', facts: {} });
  });

  it('limits how often a channel is called', async () => {
    const answer = createAnswer('vault:prepare', async () => ({ recoveryCode: 'x' }), deps({ monotonicMs: () => 5 }));
    const codes = [];
    for (let call = 0; call < 4; call += 1) codes.push((await answer(EVENT, [{ folderToken: 't', passphrase: 'p' }])).ok);
    expect(codes).toEqual([true, true, false, false]);
  });

  it('calls a note nested too deeply by its own name, before any schema walks it', async () => {
    let deep: unknown = { text: 'x' };
    for (let level = 0; level < 15; level += 1) deep = { type: 'quote', children: [deep] };
    const answer = createAnswer('notes:saveDraft', async () => ({}), deps());
    expect(await answer(EVENT, [{ noteId: 'a'.repeat(26), revision: 1, header: {}, document: [deep] }])).toMatchObject({ code: 'NOTE_TOO_DEEP' });
    for (let level = 0; level < 3000; level += 1) deep = { type: 'quote', children: [deep] };
    expect(await answer(EVENT, [{ noteId: 'a'.repeat(26), revision: 1, header: {}, document: [deep] }])).toMatchObject({ code: 'NOTE_TOO_DEEP' });
  });

  it('needs the vault for everything that names a client', () => {
    const open = CHANNELS.filter((channel: Channel) => !contract[channel].needsVault);
    expect(open.every((channel) => channel.startsWith('app:') || channel.startsWith('vault:'))).toBe(true);
  });
});
