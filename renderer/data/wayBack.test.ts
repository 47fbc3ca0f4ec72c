// The way back out of a room: where it leads, and what the button says.
import { describe, expect, it } from 'vitest';
import { ClientId, NoteId } from '../../shared/brand.ts';
import { searchText } from '../../shared/text/en/search.ts';
import { wayBackText as t } from '../../shared/text/en/frame.ts';
import type { Route } from './route.ts';
import { arrive, closingOf, wayBackWords } from './wayBack.ts';

const clientId = ClientId.parse('a'.repeat(26));
const other = ClientId.parse('b'.repeat(26));
const [first, second] = [NoteId.parse('c'.repeat(26)), NoteId.parse('d'.repeat(26))];
type Note = Extract<Route, { room: 'note' }>;

/** Through rooms one after the other, from the caseload. */
function through(...rooms: Route[]): Route {
  return rooms.reduce<Route>(arrive, { room: 'caseload' });
}
function wordsAfter(...rooms: Route[]): string {
  const here = through(...rooms) as Note;
  return wayBackWords(closingOf(here), here);
}

describe('the way back from a note', () => {
  it('leads where the note was opened from, and says so', () => {
    const note: Note = { room: 'note', clientId, noteId: first };
    expect(wordsAfter(note)).toBe(t.caseload);
    expect(wordsAfter({ room: 'unsigned' }, note)).toBe(t.unsigned);
    expect(wordsAfter({ room: 'client', clientId, tab: 'timeline' }, note)).toBe(t.tabs.timeline);
    expect(wordsAfter({ room: 'client', clientId: other, tab: 'timeline' }, note)).toBe(t.otherClient);
    expect(wordsAfter({ room: 'measure', clientId, instrumentId: 'PHQ-9' }, note)).toBe(t.tabs.measures);
    expect(wordsAfter({ room: 'search', words: 'harbour' }, note)).toBe(searchText.back);
    expect(through({ room: 'search', words: 'harbour' }, note)).toEqual({ ...note, back: { room: 'search', kept: true } });
  });

  it('is not lost on paper, and not by choosing the same note once more', () => {
    const there = through({ room: 'unsigned' }, { room: 'note', clientId, noteId: first }) as Note;
    const paper = arrive(there, { ...there, room: 'printNote' }) as Extract<Route, { room: 'printNote' }>;
    expect(arrive(paper, closingOf(paper))).toEqual(there);
    expect(arrive(there, { room: 'note', clientId, noteId: first })).toEqual(there);
    expect(arrive(paper, { room: 'note', clientId, noteId: first })).toEqual(there);
  });

  it('remembers one note and where that came from, however often two notes open each other', () => {
    const [a, b]: Note[] = [{ room: 'note', clientId, noteId: first }, { room: 'note', clientId, noteId: second }];
    if (a === undefined || b === undefined) throw new Error('no notes');
    const here = through({ room: 'unsigned' }, a, b, a, b) as Note;
    expect(here).toEqual({ ...b, back: { ...a, back: { room: 'unsigned' } } });
    expect(wayBackWords(closingOf(here), here)).toBe(t.note);
  });
});

describe('the way back to a search', () => {
  it('goes along while one stays with the client, and no further', () => {
    const hit: Route = { room: 'client', clientId, tab: 'plan', back: { room: 'search', kept: true } };
    expect(through(hit, { room: 'client', clientId, tab: 'record' })).toMatchObject({ back: { room: 'search' } });
    const paper = through(hit, { room: 'handout', clientId });
    expect(closingOf(paper as Extract<Route, { room: 'handout' }>)).toEqual({ room: 'client', clientId, tab: 'plan', back: { room: 'search', kept: true } });
    expect(through(hit, { room: 'note', clientId, noteId: first }, { room: 'client', clientId, tab: 'notes' })).toMatchObject({ back: { room: 'search' } });
    expect(through(hit, { room: 'client', clientId: other, tab: 'plan' })).not.toHaveProperty('back');
    expect(through(hit, { room: 'caseload' }, { room: 'client', clientId, tab: 'plan' })).not.toHaveProperty('back.room');
  });
});
