// Which lines the palette offers for new notes, with and without a client in front, and whom a note can be begun for.
import { describe, expect, it } from 'vitest';
import type { ClientId, NoteId } from '../../shared/brand.ts';
import { parseLocalDate } from '../../shared/dates.ts';
import { rankLines } from '../../shared/palette/rank.ts';
import { formatDayWithYear } from '../ui/format.ts';
import { commandsText } from '../../shared/text/en/commands.ts';
import { choiceGroups, choiceLines, clientActs, clientLines, firstLines, MOST_CHOICES, noteLines, type PaletteFacts } from './lines.ts';

const t = commandsText.palette;
const client = (name: string, more: { archived?: boolean; legalName?: string } = {}) => ({ clientId: name as ClientId, name, legalName: name, born: parseLocalDate('1980-02-03'), archived: false, ...more });
const ASH = client('Ash');
const GONE = client('Gone', { archived: true });
const facts: PaletteFacts = { clients: [ASH, client('Birch', { legalName: 'Birgitta Vance' }), GONE], notes: [], templates: [{ id: 'cbt_session', title: 'CBT session' }, { id: 'soap', title: 'SOAP note' }], instruments: [{ id: 'phq9', title: 'Patient Health Questionnaire', shortTitle: 'PHQ-9', wording: 'bundled' as never }] };
const begins = { templateId: 'cbt_session', title: 'CBT session', clientId: null };
const go = () => undefined;

describe('new notes', () => {
  const clientsOfNew = (lines: ReturnType<typeof clientActs>) => lines.flatMap((line) => ('begins' in line ? [line.begins.clientId] : []));
  it('are for the client in front of us', () => {
    const lines = clientActs(facts, { room: 'client', clientId: ASH.clientId, tab: 'notes' }, go);
    expect(clientsOfNew(lines)).toEqual([ASH.clientId, ASH.clientId]);
    expect(lines.map(({ group }) => group)).toEqual([t.startNote, t.startNote, t.measures]);
  });
  it.each(['caseload', 'settings', 'search', 'unsigned', 'newClient'] as const)('ask for their client in the room %s, where no questionnaire is offered', (room) => {
    const lines = clientActs(facts, { room }, go);
    expect(clientsOfNew(lines)).toEqual([null, null]);
    expect(lines).toHaveLength(2);
  });
  it('are not offered in a record that is closed', () => {
    expect(clientActs(facts, { room: 'client', clientId: GONE.clientId, tab: 'notes' }, go)).toEqual([]);
  });
  it('come before a note of that kind when the kind alone is typed, also when that was opened last', () => {
    const notes = noteLines([{ noteId: 'n' as NoteId, clientId: ASH.clientId, name: 'Ash', title: 'CBT session', day: parseLocalDate('2026-11-03'), draft: false }], parseLocalDate('2026-11-22'), go);
    const lines = [...clientActs(facts, { room: 'caseload' }, go), ...notes];
    const found = (words: string) => rankLines(words, lines, ['note-n']).flatMap(({ items }) => items.map(({ id }) => id));
    expect(found('cbt')).toEqual(['new-cbt_session', 'note-n']);
    expect(found('ash cbt')).toEqual(['note-n']);
  });
  it('stand before anything is typed, without a client too', () => {
    const lines = [...clientActs(facts, { room: 'caseload' }, go), ...clientLines(facts.clients, go)];
    expect(firstLines(lines, [], { room: 'caseload' }).map(({ group }) => group)).toEqual([t.clients, t.startNote]);
  });
});

describe('whom a note can be begun for', () => {
  const choices = choiceLines(facts.clients, begins);
  it('is every active client, with the day of birth, and with the kind that was chosen', () => {
    expect(choices.map(({ label, detail, aside }) => [label, detail, aside])).toEqual([['Ash', undefined, t.forClient.born(formatDayWithYear(ASH.born))], ['Birch', 'Birgitta Vance', t.forClient.born(formatDayWithYear(ASH.born))]]);
    expect(choices.map((line) => ('begins' in line ? line.begins : null))).toEqual([{ ...begins, clientId: 'Ash' }, { ...begins, clientId: 'Birch' }]);
  });
  it('is found by the name and the legal name', () => {
    const found = (words: string) => choiceGroups(words, choices, []).flatMap(({ items }) => items.map(({ label }) => label));
    expect(found('as')).toEqual(['Ash']);
    expect(found('vance')).toEqual(['Birch']);
    expect(found('gone')).toEqual([]);
  });
  it('begins with whoever was used last, and does not name one twice', () => {
    expect(choiceGroups('', choices, ['new-soap', 'client-Birch', 'client-Gone'])).toEqual([{ group: t.forClient.active, items: [choices[1], choices[0]] }]);
  });
  it('says when there are more than it shows, and shows no empty group', () => {
    const many = choiceLines(Array.from({ length: MOST_CHOICES + 1 }, (_, index) => client(`Person ${String(index)}`)), begins);
    const [group] = choiceGroups('', many, []);
    expect(group?.group).toBe(t.forClient.someOf(MOST_CHOICES, MOST_CHOICES + 1));
    expect(group?.items).toHaveLength(MOST_CHOICES);
    expect(choiceGroups('', [], [])).toEqual([]);
  });
});

describe('what may not be cut', () => {
  const long = 'Aurelia '.repeat(15);
  it('is the kind and the day of a note: the name is what gives way', () => {
    const day = parseLocalDate('2026-11-03');
    const [line] = noteLines([{ noteId: 'n' as NoteId, clientId: 'c' as ClientId, name: long, title: 'SOAP note', day, draft: true }], parseLocalDate('2026-11-22'), go);
    expect(line).toMatchObject({ lead: long, label: t.kindOfNote('SOAP note') });
    expect(line?.detail).toContain(t.draft);
  });
  it('is that a client is archived', () => {
    expect(clientLines([client(long, { archived: true })], go)[0]).toMatchObject({ label: long, aside: t.archived, later: true });
  });
});
