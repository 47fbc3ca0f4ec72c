// The list of unsigned notes, notes that share their time, and text that a change elsewhere has overtaken: over a real vault.
import { describe, expect, it } from 'vitest';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import { documentText } from '../../shared/notes/plainText.ts';
import { errorSentence } from '../../shared/text/errorSentence.ts';
import { firstRun, PASSPHRASE, startTestApp, type TestApp, type TestAppOptions } from './handlersTestKit.ts';
import { details } from './testClients.ts';

type ClientIdOf = ChannelInput<'clients:get'>['clientId'];
type Open = ChannelOutput<'notes:get'>;
const HOUR = 3_600_000;
const WORDS = 'She walked by the river and rang her sister';

async function begin(options: TestAppOptions = {}): Promise<{ app: TestApp; clientId: ClientIdOf }> {
  const app = await startTestApp(options);
  await firstRun(app);
  const { value } = await app.ok('clients:create', { details: details() });
  return { app, clientId: value.id };
}

async function timed(app: TestApp, clientId: ClientIdOf, startTime: string, endTime: string, more: Partial<Open['value']['header']> = {}): Promise<Open> {
  const note = await app.ok('notes:create', { clientId, templateId: 'soap' });
  const header = { ...note.value.header, startTime: startTime as never, endTime: endTime as never, ...more };
  await app.ok('notes:saveDraft', { noteId: note.value.id, revision: note.revision, header, document: note.value.document });
  return app.ok('notes:get', { noteId: note.value.id });
}

/** A draft with a word in it, so that it waits for a signature. */
async function written(app: TestApp, clientId: ClientIdOf, templateId: string): Promise<Open> {
  const note = await app.ok('notes:create', { clientId, templateId });
  await app.ok('notes:saveDraft', { noteId: note.value.id, revision: note.revision, header: { ...note.value.header, interpreter: 'Spanish' }, document: note.value.document });
  return app.ok('notes:get', { noteId: note.value.id });
}

function typed(note: Open, text: string): Open['value']['document'] {
  return note.value.document.map((section) => ({ ...section, children: section.children.map((child) => (child.type === 'textField' && child.fieldId === 'client_report' ? { ...child, children: [{ type: 'paragraph' as const, children: [{ text }] }] } : child)) }));
}

/** A visit that did not happen may be signed without an answer. */
async function signed(app: TestApp, note: Open): Promise<Open> {
  const { revision } = await app.ok('notes:saveDraft', { noteId: note.value.id, revision: note.revision, header: { ...note.value.header, serviceType: 'no_show' }, document: note.value.document });
  return app.ok('notes:sign', { noteId: note.value.id, revision, name: 'Dana', credentials: '', passphrase: PASSPHRASE });
}

describe('the list of unsigned notes', () => {
  it('names drafts of every active client, the longest wait first, and marks what is past the practice\'s limit and no earlier', async () => {
    const { app, clientId } = await begin();
    const other = await app.ok('clients:create', { details: details({ preferredName: 'Otto', legalName: 'Otto' }) });
    const old = await written(app, clientId, 'soap');
    app.pass(24 * HOUR);
    const middle = await written(app, other.value.id, 'dap');
    const done = await signed(app, await app.ok('notes:create', { clientId, templateId: 'soap' }));
    app.pass(24 * HOUR);
    const edge = await app.ok('notes:unsigned', {});
    expect(edge.notes.map(({ head, preferredName, hours, late }) => [head.id, preferredName, hours, late])).toEqual([[old.value.id, 'Marisol', 48, false], [middle.value.id, 'Otto', 24, false]]);
    expect(edge.notes.some(({ head }) => head.id === done.value.id)).toBe(false);
    app.pass(1);
    const later = await app.ok('notes:unsigned', {});
    expect(later).toMatchObject({ limitHours: 48, archived: 0, unreadable: 0 });
    expect(later.notes.map(({ late }) => late)).toEqual([true, false]);
    await signed(app, old);
    expect((await app.ok('notes:unsigned', {})).notes.map(({ head }) => head.id)).toEqual([middle.value.id]);
  });

  it('counts drafts of archived clients apart, and lists them again once the client is back, also after a restart', async () => {
    const { app, clientId } = await begin();
    const note = await written(app, clientId, 'soap');
    const { revision } = await app.ok('clients:get', { clientId });
    await app.ok('clients:archive', { clientId, revision });
    expect(await app.ok('notes:unsigned', {})).toMatchObject({ notes: [], archived: 1 });
    await app.ok('clients:restore', { clientId, revision: revision + 1 });
    await app.ok('vault:lock', {});
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect(await app.ok('notes:unsigned', {})).toMatchObject({ notes: [{ head: { id: note.value.id } }], archived: 0 });
  });
});

describe('notes that share their time', () => {
  it('are named with their times for what stands on the screen, saved or not, and nothing is refused', async () => {
    const { app, clientId } = await begin();
    const first = await timed(app, clientId, '14:00', '14:50');
    const second = await timed(app, clientId, '15:00', '15:50');
    const stranger = await app.ok('clients:create', { details: details({ preferredName: 'Otto' }) });
    await timed(app, stranger.value.id, '14:00', '16:00');
    const ask = async (startTime: string, endTime: string, serviceType: Open['value']['header']['serviceType'] = 'individual') => (await app.ok('notes:overlaps', { noteId: second.value.id, serviceDate: second.value.header.serviceDate, startTime: startTime as never, endTime: endTime as never, serviceType })).notes;
    expect(await ask('15:00', '15:50')).toEqual([]);
    // One that begins as the other ends.
    expect(await ask('14:50', '15:40')).toEqual([]);
    expect(await ask('14:49', '15:40')).toEqual([{ noteId: first.value.id, title: 'SOAP note', serviceDate: first.value.header.serviceDate, startTime: '14:00', endTime: '14:50', signed: false }]);
    expect(await ask('14:10', '14:20')).toHaveLength(1);
    expect(await ask('14:20', '14:10')).toEqual([]);
    expect(await ask('14:10', '14:20', 'no_show')).toEqual([]);
    await app.ok('notes:saveDraft', { noteId: second.value.id, revision: second.revision, header: { ...second.value.header, startTime: '14:10' as never }, document: second.value.document });
    expect((await app.ok('rules:get', { clientId })).map(({ id }) => id)).toContain('R-DOC1');
    expect(await app.refusal('notes:overlaps', { noteId: 'n'.repeat(26), serviceDate: '2026-11-22', startTime: null, endTime: null, serviceType: 'individual' })).toBe('NOT_FOUND');
  });
});

describe('a note that has moved on without this window', () => {
  /** Two windows hold the same draft; `typing` is what the second one sends when the lock asks for it. */
  async function twoWindows() {
    let lastWords: (() => Promise<boolean>) | null = null;
    const { app, clientId } = await begin({ onFlush: async () => (lastWords === null || await lastWords() ? 'saved' : 'unsaved') });
    const note = await app.ok('notes:create', { clientId, templateId: 'soap' });
    const stale = { noteId: note.value.id, revision: note.revision, header: note.value.header, document: typed(note, WORDS) };
    return { app, clientId, note, stale, typing: (on: boolean) => { lastWords = on ? async () => (await app.call('notes:saveDraft', stale)).ok : null; } };
  }

  async function offeredText(app: TestApp): Promise<string[]> {
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    const heads = await app.ok('notes:leftovers', {});
    return Promise.all(heads.map(async ({ noteId, at }) => (await app.ok('notes:leftoverText', { noteId, at })).text));
  }

  it('changed elsewhere: the save is refused with a sentence, the newer text stands, and the typed text outlives a lock once', async () => {
    const { app, note, stale, typing } = await twoWindows();
    await app.ok('notes:saveDraft', { ...stale, document: typed(note, 'From the other window') });
    expect(await app.refusal('notes:saveDraft', stale)).toBe('SAVE_CONFLICT');
    expect(errorSentence('SAVE_CONFLICT', {})).toContain('Your text is safe');
    typing(true);
    await app.session.lock('machine');
    typing(false);
    expect(await offeredText(app)).toEqual([expect.stringContaining(WORDS)]);
    const now = await app.ok('notes:get', { noteId: note.value.id });
    expect(documentText(now.value.document, now.template)).toContain('From the other window');
    // Putting it back is refused too, and does not make a second copy of it.
    const [offered] = await app.ok('notes:leftovers', {});
    if (offered === undefined) throw new Error('nothing offered');
    app.pass(HOUR);
    expect(await app.refusal('notes:putBack', { noteId: offered.noteId, at: offered.at })).toBe('SAVE_CONFLICT');
    await app.session.lock('machine');
    expect(await offeredText(app)).toHaveLength(1);
    await app.ok('notes:dropLeftover', { noteId: offered.noteId, at: offered.at });
    expect(await app.ok('notes:leftovers', {})).toEqual([]);
  });

  it('signed elsewhere: refused at the old revision and at the new one, the signature stands, the typed text is kept', async () => {
    const { app, note, stale, typing } = await twoWindows();
    const done = await signed(app, note);
    expect(await app.refusal('notes:saveDraft', stale)).toBe('SAVE_CONFLICT');
    expect(await app.refusal('notes:saveDraft', { ...stale, revision: done.revision })).toBe('NOTE_SIGNED');
    expect(await app.refusal('notes:sign', { noteId: note.value.id, revision: note.revision, name: 'Dana', credentials: '', passphrase: PASSPHRASE })).toBe('SAVE_CONFLICT');
    typing(true);
    await app.session.lock('machine');
    typing(false);
    expect(await offeredText(app)).toEqual([expect.stringContaining(WORDS)]);
    expect((await app.ok('notes:get', { noteId: note.value.id })).value).toEqual(done.value);
  });

  it('of a client archived meanwhile: refused with a sentence for every kind of writing, the typed text is kept and goes back after the restore', async () => {
    const { app, clientId, note, stale, typing } = await twoWindows();
    const { revision } = await app.ok('clients:get', { clientId });
    await app.ok('clients:archive', { clientId, revision });
    expect(await app.refusal('notes:create', { clientId, templateId: 'soap' })).toBe('CLIENT_ARCHIVED');
    expect(await app.refusal('notes:saveDraft', stale)).toBe('CLIENT_ARCHIVED');
    expect(await app.refusal('notes:convert', { noteId: note.value.id, revision: note.revision, templateId: 'dap' })).toBe('CLIENT_ARCHIVED');
    expect(await app.refusal('notes:sign', { noteId: note.value.id, revision: note.revision, name: 'Dana', credentials: '', passphrase: PASSPHRASE })).toBe('CLIENT_ARCHIVED');
    expect(errorSentence('CLIENT_ARCHIVED', {})).toContain('Restore the client');
    await app.session.lock('machine');
    typing(false);
    expect(await offeredText(app)).toHaveLength(1);
    await app.ok('clients:restore', { clientId, revision: revision + 1 });
    const [offered] = await app.ok('notes:leftovers', {});
    if (offered === undefined) throw new Error('nothing offered');
    await app.ok('notes:putBack', { noteId: offered.noteId, at: offered.at });
    const now = await app.ok('notes:get', { noteId: note.value.id });
    expect(documentText(now.value.document, now.template)).toContain(WORDS);
  });
});
