// Search over a real vault: everything that was there, every save since, nothing after the lock, nothing on the disk.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstRun, PASSPHRASE, startTestApp } from '../ipc/handlersTestKit.ts';
import { recordSchemas, type RecordKind } from '../../shared/vault/recordKinds.ts';
import { isSearched } from './searchKeeper.ts';
import { details } from '../ipc/testClients.ts';

const ASK = { text: '', kinds: [], clientId: null, from: null, to: null };

async function practised() {
  const app = await startTestApp();
  await firstRun(app);
  const { value: client, revision } = await app.ok('clients:create', { details: details({ preferredName: 'Juniper', address: 'Harbour street 4' }) });
  const note = await app.ok('notes:create', { clientId: client.id, templateId: 'cbt_session' });
  const find = async (text: string, over: object = {}) => app.ok('search:query', { ...ASK, text, ...over });
  const kinds = async (text: string, over: object = {}): Promise<string[]> => (await find(text, over)).hits.map((hit) => hit.kind);
  const write = (words: string, at = note.revision) => app.ok('notes:saveDraft', { noteId: note.value.id, revision: at, header: { ...note.value.header, noPlanLinkReason: words }, document: note.value.document });
  return { app, client, clientRevision: revision, note, find, kinds, write };
}

describe('search', () => {
  it('finds what the vault held at unlock, by kind, with the client’s name', async () => {
    const { app, client, kinds, find, write } = await practised();
    await write('The quince tree was mentioned');
    await app.ok('episodes:start', { clientId: client.id, start: { kind: 'byHand', level: 'IOP', start: '2026-11-02' as never, plannedEnd: null, program: 'Quince house' } });
    await app.ok('vault:lock', {});
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    await app.session.practice().search.filled();
    expect(new Set(await kinds('quince'))).toEqual(new Set(['event', 'note']));
    expect(await kinds('quince', { kinds: ['note'] })).toEqual(['note']);
    const answer = await find('harbour');
    expect(answer.hits).toMatchObject([{ kind: 'client', clientId: client.id, clientName: 'Juniper', date: null, fragment: { text: expect.stringContaining('Harbour street 4') } }]);
    expect(answer).toMatchObject({ mode: 'index', more: false, indexed: 3, of: 3 });
    expect(await kinds('', {})).toEqual([]);
  });

  it('never says that everything was searched before it was', async () => {
    const { app, find } = await practised();
    await app.ok('vault:lock', {});
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    const answers = [];
    do answers.push(await find('juniper')); while ((answers.at(-1)?.indexed ?? 0) < (answers.at(-1)?.of ?? 0));
    expect(answers.at(-1)?.of).toBe(2);
    expect(answers.at(-1)?.hits).toHaveLength(1);
  });

  it('keeps in step with saves, also while it is being filled, and with what is removed', async () => {
    const { app, client, clientRevision, note, kinds, find, write } = await practised();
    // The first question begins the filling, and the saves below run beside it.
    await kinds('juniper');
    let { revision } = await write('first plum');
    expect(await kinds('plum')).toEqual(['note']);
    ({ revision } = await write('second pear', revision));
    expect(await kinds('plum')).toEqual([]);
    await app.session.practice().search.filled();
    expect(await kinds('juniper')).toEqual(['client']);
    expect(await kinds('plum')).toEqual([]);
    expect(await kinds('pear')).toEqual(['note']);
    await app.ok('clients:update', { clientId: client.id, revision: clientRevision, details: details({ preferredName: 'Rowan' }) });
    expect((await find('pear')).hits).toMatchObject([{ clientName: 'Rowan' }]);
    await app.ok('notes:discardDraft', { noteId: note.value.id, revision });
    expect(await kinds('pear')).toEqual([]);
    expect(await find('rowan')).toMatchObject({ indexed: 1, of: 1 });
  });

  it('finds the words of measures and of the health record, each at its kind, and not what was entered in error', async () => {
    const { app, client, kinds, find } = await practised();
    await app.session.practice().search.filled();
    const answers = Object.fromEntries(Array.from({ length: 9 }, (_none, index) => [String(index + 1), 0]));
    const { value: measure } = await app.ok('measures:record', { clientId: client.id, instrumentId: 'PHQ-9', mode: 'self', date: '2026-11-22' as never, time: null, answers, note: 'asked beside the persimmon' });
    const { revision } = await app.ok('clinical:apply', { clientId: client.id, revision: 0, command: { kind: 'put', list: 'triggers', entry: { id: 'abcdefghij', note: '', category: 'people', text: 'the medlar corner', intensity: 4, plan: 'call before', active: true } } as never });
    expect(await kinds('persimmon')).toEqual(['measure']);
    expect((await find('phq', { kinds: ['measure'] })).hits).toMatchObject([{ kind: 'measure', recordId: measure.id, date: '2026-11-22' }]);
    expect(await kinds('medlar', { kinds: ['health'] })).toEqual(['health']);
    expect(await kinds('medlar', { kinds: ['note'] })).toEqual([]);
    expect(await kinds('"call before"', { clientId: client.id })).toEqual(['health']);
    await app.ok('clinical:apply', { clientId: client.id, revision, command: { kind: 'markError', list: 'triggers', id: 'abcdefghij' as never } });
    expect(await kinds('medlar')).toEqual([]);
  });

  it('has an answer for each kind of record, and none for what is kept apart', () => {
    expect(Object.keys(recordSchemas).filter((kind) => isSearched(kind as RecordKind)).toSorted()).toEqual(['client', 'clinical', 'episode', 'measure', 'note', 'plan']);
  });

  it('is gone at the lock, and leaves no file', async () => {
    const { app, find } = await practised();
    const before = readdirSync(app.userData, { recursive: true }).toSorted();
    const { search } = app.session.practice();
    await search.filled();
    expect((await find('juniper')).hits).toHaveLength(1);
    expect(readdirSync(app.userData, { recursive: true }).toSorted()).toEqual(before);
    await app.ok('vault:lock', {});
    expect(await app.refusal('search:query', { ...ASK, text: 'juniper' })).toBe('LOCKED');
    await expect(search.query({ ...ASK, text: 'juniper' })).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});
