// Counseling notes over a real vault: kept apart from every other channel, under a passphrase of their own, whole
// across restarts, backups and a new passphrase of the vault, and gone with their client.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ClientId } from '../../shared/brand.ts';
import type { CounsellingNote } from '../../shared/counselling/counsellingNote.ts';
import { parseLocalDate } from '../../shared/dates.ts';
import { COUNSELLING_KEYS_IDS } from '../../shared/vault/recordKinds.ts';
import { change } from '../session/records.ts';
import { tempFolder } from '../vault/keysTestKit.ts';
import { firstRun, PASSPHRASE, startTestApp, type TestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

const OWN = 'eleven paper lanterns drift upstream';
const NEXT = 'quiet copper kettles argue at noon';
const MARKER = 'marmaladeheron';
const TEXT = `${MARKER} spoke of the harbor.\nSecond line.`;

type Ready = { readonly app: TestApp; readonly userData: string; readonly clientId: ClientId; readonly code: string };

async function ready(): Promise<Ready> {
  const userData = tempFolder();
  const app = await startTestApp({ userData });
  await firstRun(app);
  const { value: { id: clientId } } = await app.ok('clients:create', { details: details() });
  expect(await app.ok('counselling:state', { clientId })).toEqual({ phase: 'notSetUp', notes: 0, waitSeconds: 0 });
  const { recoveryCode: code } = await app.ok('counselling:setUp', { passphrase: OWN });
  return { app, userData, clientId, code };
}

const write = (app: TestApp, clientId: ClientId, text = TEXT) => app.ok('counselling:save', { clientId, noteId: null, revision: 0, text });

function holdsInClear(folder: string, word: string): boolean {
  const forms = [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(Buffer.from(word).toString('base64').slice(0, 16))];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile()).some((path) => {
    const bytes = readFileSync(path);
    return forms.some((form) => bytes.includes(form));
  });
}

it('keeps a note, opens it again after a restart, and tells a count only while closed', async () => {
  const { app, userData, clientId } = await ready();
  const first = await write(app, clientId);
  expect(first.revision).toBe(1);
  expect(await app.refusal('counselling:save', { clientId, noteId: first.noteId, revision: 2, text: 'of another state' })).toBe('SAVE_CONFLICT');
  const second = await app.ok('counselling:save', { clientId, noteId: first.noteId, revision: 1, text: `${TEXT} More.` });
  await app.ok('counselling:close', {});
  expect(await app.ok('counselling:state', { clientId })).toEqual({ phase: 'closed', notes: 1, waitSeconds: 0 });
  for (const [channel, input] of [['counselling:list', { clientId }], ['counselling:get', { noteId: first.noteId }], ['counselling:remove', { noteId: first.noteId, revision: 2 }], ['counselling:save', { clientId, noteId: null, revision: 0, text: 'x' }]] as const) {
    expect(await app.refusal(channel, input)).toBe('COUNSELLING_CLOSED');
  }
  await app.ok('counselling:open', { passphrase: OWN });
  await app.ok('vault:lock', {});
  const again = await startTestApp({ userData });
  await again.ok('vault:unlock', { passphrase: PASSPHRASE });
  expect((await again.ok('counselling:state', { clientId })).phase).toBe('closed');
  await again.ok('counselling:open', { passphrase: OWN });
  expect((await again.ok('counselling:list', { clientId })).notes).toMatchObject([{ id: first.noteId, revision: 2 }]);
  expect(await again.ok('counselling:get', { noteId: first.noteId })).toMatchObject({ text: `${TEXT} More.`, revision: second.revision });
  await again.ok('counselling:remove', { noteId: first.noteId, revision: 2 });
  expect(await again.ok('counselling:list', { clientId })).toEqual({ notes: [] });
});

it('counts wrong tries, makes them wait longer, also after a restart, and leaves the vault its own count', async () => {
  const { app, userData, clientId } = await ready();
  await app.ok('counselling:close', {});
  const waits: unknown[] = [];
  for (let tries = 0; tries < 4; tries += 1) {
    const answer = await app.call('counselling:open', { passphrase: PASSPHRASE });
    waits.push(answer.ok ? null : [answer.code, answer.facts['seconds']]);
    expect(await app.refusal('counselling:open', { passphrase: OWN })).toBe('UNLOCK_WAIT');
    app.pass(60_000);
  }
  expect(waits).toEqual([1, 2, 4, 8].map((seconds) => ['COUNSELLING_WRONG', seconds]));
  await app.ok('vault:lock', {});
  const again = await startTestApp({ userData });
  await again.ok('vault:unlock', { passphrase: PASSPHRASE });
  expect((await again.ok('counselling:state', { clientId })).waitSeconds).toBe(8);
  again.pass(8000);
  await again.ok('counselling:open', { passphrase: OWN });
});

it('refuses the passphrase of the vault, a weak one, and a second set-up', async () => {
  const app = await startTestApp();
  await firstRun(app);
  expect(await app.refusal('counselling:setUp', { passphrase: PASSPHRASE })).toBe('COUNSELLING_SAME_PASSPHRASE');
  expect(await app.refusal('counselling:setUp', { passphrase: 'short' })).toBe('PASSPHRASE_SHORT');
  expect(await app.refusal('counselling:open', { passphrase: OWN })).toBe('NOT_FOUND');
  await app.ok('counselling:setUp', { passphrase: OWN });
  expect(await app.refusal('counselling:setUp', { passphrase: NEXT })).toBe('COUNSELLING_SET_UP');
});

it('opens with the recovery code and a new passphrase; the old one and a replaced code are dead', async () => {
  const { app, clientId, code } = await ready();
  const { noteId } = await write(app, clientId);
  await app.ok('counselling:close', {});
  expect(await app.refusal('counselling:openWithCode', { recoveryCode: 'ABCD', passphrase: NEXT })).toBe('RECOVERY_CODE_MISTYPED');
  expect(await app.refusal('counselling:openWithCode', { recoveryCode: code, passphrase: PASSPHRASE })).toBe('COUNSELLING_SAME_PASSPHRASE');
  await app.ok('counselling:openWithCode', { recoveryCode: code, passphrase: NEXT });
  expect((await app.ok('counselling:get', { noteId })).text).toBe(TEXT);
  expect(await app.refusal('counselling:open', { passphrase: OWN })).toBe('COUNSELLING_WRONG');
  app.pass(60_000);
  const { recoveryCode } = await app.ok('counselling:newCode', { passphrase: NEXT });
  expect(await app.refusal('counselling:openWithCode', { recoveryCode: code, passphrase: OWN })).toBe('COUNSELLING_WRONG');
  app.pass(60_000);
  await app.ok('counselling:openWithCode', { recoveryCode, passphrase: OWN });
  expect((await app.ok('counselling:get', { noteId })).text).toBe(TEXT);
});

it('changes its passphrase for the current one only, and never to that of the vault', async () => {
  const { app, clientId, code } = await ready();
  const { noteId } = await write(app, clientId);
  expect(await app.refusal('counselling:changePassphrase', { current: PASSPHRASE, passphrase: NEXT })).toBe('COUNSELLING_WRONG');
  app.pass(60_000);
  expect(await app.refusal('counselling:changePassphrase', { current: OWN, passphrase: PASSPHRASE })).toBe('COUNSELLING_SAME_PASSPHRASE');
  await app.ok('counselling:changePassphrase', { current: OWN, passphrase: NEXT });
  await app.ok('counselling:close', {});
  expect(await app.refusal('counselling:open', { passphrase: OWN })).toBe('COUNSELLING_WRONG');
  app.pass(60_000);
  await app.ok('counselling:open', { passphrase: NEXT });
  expect((await app.ok('counselling:get', { noteId })).text).toBe(TEXT);
  await app.ok('counselling:openWithCode', { recoveryCode: code, passphrase: OWN });
});

it('is told by no other channel, and lies nowhere in clear', async () => {
  const { app, userData, clientId } = await ready();
  const { noteId } = await write(app, clientId);
  const episode = await app.ok('episodes:start', { clientId, start: { kind: 'byHand', level: 'IOP', start: parseLocalDate('2026-11-02'), plannedEnd: null, program: '' } });
  const plan = await app.ok('plans:create', { clientId });
  const note = await app.ok('notes:create', { clientId, templateId: 'cbt_session' });
  const header = note.value.header;
  const answers = [
    await app.call('clients:list', { status: 'active' }), await app.call('clients:get', { clientId }), await app.call('chart:get', { clientId }),
    await app.call('episodes:list', { clientId }), await app.call('plans:list', { clientId }), await app.call('plans:get', { planId: plan.value.id }),
    await app.call('notes:list', { clientId }), await app.call('notes:get', { noteId: note.value.id }), await app.call('notes:unsigned', {}), await app.call('notes:similarity', { noteId: note.value.id }),
    await app.call('notes:previous', { noteId: note.value.id }), await app.call('notes:overlaps', { noteId: note.value.id, serviceDate: header.serviceDate, startTime: header.startTime, endTime: header.endTime, serviceType: header.serviceType }),
    await app.call('notes:leftovers', {}), await app.call('rules:get', { clientId }), await app.call('clinical:get', { clientId }), await app.call('measures:list', { clientId }), await app.call('measures:fromNotes', { clientId }),
    await app.call('palette:items', {}), await app.call('phrases:list', {}), await app.call('settings:get', {}), await app.call('vault:report', {}), await app.call('app:state', {}),
    await app.call('search:query', { text: MARKER, kinds: [], clientId: null, from: null, to: null }),
  ];
  const told = JSON.stringify(answers);
  expect(told).not.toContain(MARKER);
  expect(told).not.toContain(noteId);
  expect(episode.revision).toBe(1);
  // The channels of other kinds do not open it by its id.
  expect(await app.refusal('notes:get', { noteId })).toBe('NOT_FOUND');
  expect(await app.refusal('notes:previous', { noteId })).toBe('NOT_FOUND');
  expect(await app.refusal('notes:versions', { noteId })).toBe('NOT_FOUND');
  expect(await app.refusal('notes:version', { noteId, version: 1 })).not.toBe('accepted');
  expect(await app.refusal('notes:discardDraft', { noteId, revision: 1 })).toBe('NOT_FOUND');
  // What the vault's own key opens holds no word of it either.
  const { value } = await app.session.practice().vault.read(noteId);
  expect(Object.keys(value as CounsellingNote).toSorted()).toEqual(['author', 'clientId', 'createdAt', 'format', 'id', 'sealed', 'updatedAt']);
  expect(Buffer.from((value as CounsellingNote).sealed, 'base64').includes(MARKER)).toBe(false);
  await app.ok('vault:lock', {});
  expect(holdsInClear(userData, MARKER)).toBe(false);
  expect(app.logs.join()).not.toContain(MARKER);
});

it('refuses swapped, cut and altered notes and loses nothing else; they can be removed', async () => {
  const { app, clientId } = await ready();
  const { value: { id: otherClient } } = await app.ok('clients:create', { details: details({ preferredName: 'Ilse' }) });
  const [one, two, three] = [await write(app, clientId, 'one'), await write(app, clientId, 'two'), await write(app, otherClient, 'three')];
  const { records } = app.session.practice();
  const put = async (noteId: string, sealed: (own: string) => string): Promise<void> => {
    const low = await records.open('counsellingNote', noteId);
    await records.save([change(low, { ...low.data, sealed: sealed(low.data.sealed) })]);
  };
  const bytesOf = (text: string) => Buffer.from(text, 'base64');
  const own = (await records.open('counsellingNote', one.noteId)).data.sealed;
  const altered = [...bytesOf(own).keys()].filter((at) => at % 97 === 0 || at < 30 || at === bytesOf(own).length - 1).map((at) => () => {
    const bytes = bytesOf(own);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    return bytes.toString('base64');
  });
  const swaps = await Promise.all([two, three].map(async ({ noteId }) => (await records.open('counsellingNote', noteId)).data.sealed));
  for (const make of [...altered, () => swaps[0] ?? '', () => swaps[1] ?? '', () => bytesOf(own).subarray(0, 40).toString('base64'), () => bytesOf(own).subarray(0, -1).toString('base64'), () => '']) {
    await put(one.noteId, make);
    expect(await app.refusal('counselling:get', { noteId: one.noteId })).toBe('RECORD_DAMAGED');
  }
  const { notes } = await app.ok('counselling:list', { clientId });
  expect(notes.map(({ id, createdAt }) => [id, createdAt === null])).toEqual([[two.noteId, false], [one.noteId, true]]);
  expect((await app.ok('counselling:get', { noteId: three.noteId })).text).toBe('three');
  // Its own earlier bytes are not those of the newest revision.
  await put(one.noteId, () => own);
  expect(await app.refusal('counselling:get', { noteId: one.noteId })).toBe('RECORD_DAMAGED');
  expect(await app.refusal('counselling:save', { clientId, noteId: one.noteId, revision: 1, text: 'over it' })).toBe('RECORD_DAMAGED');
  const revision = (await app.ok('counselling:list', { clientId })).notes.find(({ id }) => id === one.noteId)?.revision ?? 0;
  await app.ok('counselling:remove', { noteId: one.noteId, revision });
  expect((await app.ok('counselling:list', { clientId })).notes.map(({ id }) => id)).toEqual([two.noteId]);
});

it('stays readable when one of the two copies of the keys is lost, and mends it', async () => {
  const { app, clientId } = await ready();
  const { noteId } = await write(app, clientId);
  for (const id of COUNSELLING_KEYS_IDS) {
    const { records, vault } = app.session.practice();
    const low = await records.open('counsellingKeys', id);
    await records.save([], [low]);
    await app.ok('counselling:close', {});
    await app.ok('counselling:open', { passphrase: OWN });
    expect((await app.ok('counselling:get', { noteId })).text).toBe(TEXT);
    expect(vault.entry(id)).toBeDefined();
  }
  await app.ok('counselling:close', {});
  const { records } = app.session.practice();
  await records.save([], await Promise.all(COUNSELLING_KEYS_IDS.map((id) => records.open('counsellingKeys', id))));
  expect((await app.ok('counselling:state', { clientId })).phase).toBe('damaged');
  expect(await app.refusal('counselling:setUp', { passphrase: OWN })).toBe('COUNSELLING_SET_UP');
});

it('stays readable across a new passphrase of the vault, a backup and its restore', async () => {
  const { app, clientId } = await ready();
  const { noteId } = await write(app, clientId);
  await app.ok('vault:changePassphrase', { current: PASSPHRASE, passphrase: NEXT });
  const backups = tempFolder();
  app.answers.set('backup', backups);
  await app.ok('vault:backup', {});
  await app.ok('counselling:remove', { noteId, revision: 1 });
  const [name = ''] = readdirSync(backups);
  app.answers.set('backupToRestore', join(backups, name));
  app.answers.set('restoreTarget', tempFolder());
  await app.ok('vault:restore', { passphrase: NEXT });
  await app.ok('vault:unlock', { passphrase: NEXT });
  // The new passphrase of the vault was held against theirs, which counted as a try.
  app.pass(60_000);
  expect(await app.refusal('counselling:open', { passphrase: NEXT })).toBe('COUNSELLING_WRONG');
  app.pass(60_000);
  await app.ok('counselling:open', { passphrase: OWN });
  expect((await app.ok('counselling:get', { noteId })).text).toBe(TEXT);
});

it('is read-only for an archived client, and gone once the client is destroyed', async () => {
  const { app, clientId } = await ready();
  const { noteId } = await write(app, clientId);
  const { revision } = await app.ok('clients:get', { clientId });
  await app.ok('clients:archive', { clientId, revision });
  expect((await app.ok('counselling:get', { noteId })).text).toBe(TEXT);
  expect(await app.refusal('counselling:save', { clientId, noteId, revision: 1, text: 'x' })).toBe('CLIENT_ARCHIVED');
  expect(await app.refusal('counselling:remove', { noteId, revision: 1 })).toBe('CLIENT_ARCHIVED');
  const { vault } = app.session.practice();
  await vault.commit([{ op: 'shred', clientId }]);
  expect(await app.refusal('counselling:get', { noteId })).toBe('NOT_FOUND');
  expect((await app.ok('counselling:state', { clientId })).notes).toBe(0);
});

it('closes with the lock, also while the passphrase is being tried', async () => {
  const { app, clientId } = await ready();
  const { counselling } = app.session.practice();
  await app.ok('counselling:close', {});
  const trying = counselling.open(OWN);
  counselling.forget();
  await expect(trying).rejects.toMatchObject({ code: 'COUNSELLING_CLOSED' });
  await app.ok('counselling:open', { passphrase: OWN });
  await app.ok('vault:lock', {});
  expect(() => counselling.assertOpen()).toThrow('COUNSELLING_CLOSED');
  await app.ok('vault:unlock', { passphrase: PASSPHRASE });
  expect((await app.ok('counselling:state', { clientId })).phase).toBe('closed');
});
