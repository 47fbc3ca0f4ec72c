// Where a person was when the vault was locked: told before this lock, asked for once, and only while it is there.
import { describe, expect, it } from 'vitest';
import { ClientId, NoteId } from '../../shared/brand.ts';
import { firstRun, PASSPHRASE, startTestApp } from '../ipc/handlersTestKit.ts';
import { details } from '../ipc/testClients.ts';
import { createLastPlace } from './lastPlace.ts';

const gone = { clientId: ClientId.parse('a'.repeat(26)), noteId: NoteId.parse('b'.repeat(26)) };

async function started() {
  const app = await startTestApp();
  await firstRun(app);
  const { value: client } = await app.ok('clients:create', { details: details() });
  const { value: other } = await app.ok('clients:create', { details: details({ preferredName: 'Second' }) });
  const { value: note, revision } = await app.ok('notes:create', { clientId: client.id, templateId: 'cbt_session' });
  /** Locks from a place and says where the next page begins. */
  const after = async (place: Parameters<typeof app.ok<'app:flushed'>>[1]['place']) => {
    await app.ok('app:flushed', { place });
    await app.ok('vault:lock', {});
    await app.ok('vault:unlock', { passphrase: PASSPHRASE });
    return (await app.ok('app:place', {})).place;
  };
  return { app, after, clientId: client.id, otherId: other.id, noteId: note.id, revision };
}

describe('the place before a lock', () => {
  it('is given back once', async () => {
    const { app, after, clientId, noteId } = await started();
    expect(await after({ room: 'note', clientId, noteId })).toEqual({ room: 'note', clientId, noteId });
    expect((await app.ok('app:place', {})).place).toBeNull();
    expect(await after({ room: 'client', clientId, tab: 'health' })).toEqual({ room: 'client', clientId, tab: 'health' });
    expect(await after({ room: 'search' })).toEqual({ room: 'search' });
    expect(await after(null)).toBeNull();
  });

  it('is not told while the vault is locked, and holds no words', async () => {
    const { app, clientId } = await started();
    await app.ok('app:flushed', { place: { room: 'client', clientId, tab: 'plan' } });
    await app.ok('vault:lock', {});
    expect(await app.refusal('app:place', {})).toBe('LOCKED');
    expect(JSON.stringify(await app.ok('app:state', {}))).not.toContain(clientId);
    expect(await app.refusal('app:flushed', { place: { room: 'search', words: 'harbour' } as never })).toBe('BAD_REQUEST');
  });

  it('is the caseload where the client or the note is not there', async () => {
    const { app, after, clientId, otherId, noteId, revision } = await started();
    expect(await after({ room: 'client', clientId: gone.clientId, tab: 'plan' })).toBeNull();
    expect(await after({ room: 'note', clientId, noteId: gone.noteId })).toBeNull();
    expect(await after({ room: 'note', clientId: otherId, noteId })).toBeNull();
    await app.ok('notes:discardDraft', { noteId, revision });
    expect(await after({ room: 'note', clientId, noteId })).toBeNull();
  });

  it('does not come from an earlier lock, which was refused', () => {
    const lastPlace = createLastPlace();
    lastPlace.locking();
    lastPlace.tell({ room: 'settings' });
    lastPlace.locking();
    lastPlace.locked();
    expect(lastPlace.take()).toBeNull();
  });
});
