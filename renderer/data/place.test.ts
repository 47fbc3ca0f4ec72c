// What is told to main of the place one was in: ids, and none of the words.
import { describe, expect, it } from 'vitest';
import { ClientId, NoteId } from '../../shared/brand.ts';
import { Place } from '../../shared/ipc/place.ts';
import { startRoute } from './handed.ts';
import { placeOf } from './place.ts';
import type { Route } from './route.ts';
import { arrive, closingOf } from './wayBack.ts';

const clientId = ClientId.parse('a'.repeat(26));
const noteId = NoteId.parse('b'.repeat(26));

it.each<[Route, Place | null]>([
  [{ room: 'caseload' }, null],
  [{ room: 'newClient' }, null],
  [{ room: 'search', words: 'harbour' }, { room: 'search' }],
  [{ room: 'search', kept: true }, { room: 'search' }],
  [{ room: 'settings', part: 'backup' }, { room: 'settings' }],
  [{ room: 'client', clientId, tab: 'health', find: ['harbour'], at: 'entry', back: { room: 'search', kept: true } }, { room: 'client', clientId, tab: 'health' }],
  [{ room: 'note', clientId, noteId, find: ['harbour'], back: { room: 'search', words: 'harbour' } }, { room: 'note', clientId, noteId }],
  [{ room: 'printNote', clientId, noteId }, { room: 'note', clientId, noteId }],
  [{ room: 'counselling', clientId }, { room: 'client', clientId, tab: 'notes' }],
  [{ room: 'measure', clientId, instrumentId: 'PHQ-9' }, { room: 'client', clientId, tab: 'measures' }],
  [{ room: 'handout', clientId }, { room: 'client', clientId, tab: 'plan' }],
  [{ room: 'editClient', clientId }, { room: 'client', clientId, tab: 'record' }],
])('%j', (route, place) => {
  expect(placeOf(route)).toEqual(place);
  if (place !== null) expect(Place.parse(place)).toEqual(place);
});

describe('a note that one is back in after a lock', () => {
  it('is left for the notes of its client, also after another note was opened from it', () => {
    const begun = startRoute({ room: 'note', clientId, noteId });
    const back = (here: Route): Route => (here.room === 'note' ? arrive(here, closingOf(here)) : here);
    const other = arrive(begun, { room: 'note', clientId, noteId: NoteId.parse('c'.repeat(26)) });
    expect(back(begun)).toMatchObject({ room: 'client', tab: 'notes' });
    expect(back(back(other))).toMatchObject({ room: 'client', tab: 'notes' });
  });
});
