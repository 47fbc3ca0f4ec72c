// Every line that the palette can show at the moment, and which of them stand there before anything is typed.
// Refuses to read anything: it is given what main has answered.
import { ChevronRight, FilePlus2, FileText, Gauge, UserRound } from 'lucide-react';
import type { ClientId, NoteId } from '../../shared/brand.ts';
import type { Instrument } from '../../shared/measures/instrument.ts';
import { keysLabel } from '../../shared/commandKeys.ts';
import type { PaletteClient, PaletteNote } from '../../shared/ipc/paletteContract.ts';
import { isOwnTemplate } from '../../shared/notes/ownTemplateRecord.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import { prepare, type Field } from '../../shared/palette/match.ts';
import { rankLines, type Ranked, type Rankable } from '../../shared/palette/rank.ts';
import { commandsText } from '../../shared/text/en/commands.ts';
import { readyCommands, readyLines } from '../data/commands.ts';
import type { Go, Route } from '../data/route.ts';
import type { BoxLine } from '../ui/CommandBox.tsx';
import { formatDay, formatDayWithYear } from '../ui/format.ts';
import type { LocalDate } from '../../shared/dates.ts';
import { platform } from '../ui/platform.ts';

const t = commandsText.palette;
/** Before anything is typed, the second step shows as many clients as a full caseload has. */
export const MOST_CHOICES = 40;
/** A kind of note to begin; null where the client is still to be chosen. */
export type Beginning = { readonly templateId: string; readonly title: string; readonly clientId: ClientId | null };
/** A line opens or does something, or begins a note. */
export type PaletteLine = Rankable & BoxLine & { /** The note that it opens. */ readonly noteId?: NoteId } & ({ readonly perform: () => void } | { readonly begins: Beginning });
export type PaletteFacts = { readonly clients: readonly PaletteClient[]; readonly notes: readonly PaletteNote[]; readonly templates: readonly Pick<NoteTemplate, 'id' | 'title'>[]; readonly instruments: readonly Pick<Instrument, 'id' | 'title' | 'shortTitle' | 'wording'>[] };

const fields = (label: string, beside = ''): Field[] => [{ text: prepare(label), weight: 1 }, ...(beside === '' ? [] : [{ text: prepare(beside), weight: 0.7 }])];

/** Commands that can be performed now, and what the screens add. The palette does not name itself. */
export function commandLines(): PaletteLine[] {
  const { groups } = commandsText;
  return [
    ...readyCommands().filter(({ command }) => command.id !== 'palette').map(({ command: { id, label, group, words, keys }, perform }) => ({ id, group: groups[group], label, icon: ChevronRight, keys: keys ? keysLabel(keys, platform) : undefined, fields: fields(label, words), perform })),
    ...readyLines().map(({ id, group, label, words, keys, perform }) => ({ id, group: groups[group], label, icon: ChevronRight, keys: keys ? keysLabel(keys, platform) : undefined, fields: fields(label, words), perform })),
  ];
}

function newNoteLine({ id, title }: Pick<NoteTemplate, 'id' | 'title'>, clientId: ClientId | null): PaletteLine {
  const beside = isOwnTemplate({ id }) ? t.ownTemplate : '';
  return { id: `new-${id}`, group: t.startNote, label: t.newNote(title), detail: beside === '' ? undefined : beside, icon: FilePlus2, fields: fields(t.newNote(title), beside), begins: { templateId: id, title, clientId } };
}

/** What can be begun: for the client in front of us, or a note for one that is still to be chosen; nothing in a record that is closed. */
export function clientActs({ clients, templates, instruments }: PaletteFacts, route: Route, go: Go): PaletteLine[] {
  if (!('clientId' in route)) return templates.map((template) => newNoteLine(template, null));
  const { clientId } = route;
  if (clients.some((client) => client.clientId === clientId && client.archived)) return [];
  return [
    ...templates.map((template) => newNoteLine(template, clientId)),
    ...instruments.filter(({ wording }) => wording !== 'notBundled').map(({ id, title, shortTitle }) => ({ id: `measure-${id}`, group: t.measures, label: t.measure(shortTitle), detail: title === shortTitle ? undefined : title, icon: Gauge, fields: fields(t.measure(shortTitle), title), perform: () => go({ room: 'measure', clientId, instrumentId: id }) })),
  ];
}

/** How a client is named in a line, and found. */
function who({ clientId, name, legalName }: PaletteClient) {
  const legal = legalName === name ? '' : legalName;
  return { id: `client-${clientId}`, label: name, detail: legal === '' ? undefined : legal, icon: UserRound, fields: fields(name, legal) };
}

export function clientLines(clients: readonly PaletteClient[], go: Go): PaletteLine[] {
  return clients.map((client) => ({ ...who(client), group: t.clients, aside: client.archived ? t.archived : undefined, later: client.archived, perform: () => go({ room: 'client', clientId: client.clientId, tab: 'timeline' }) }));
}

/** The clients a note can be begun for, each with the day of birth: the wrong record is the worst thing this box could open. */
export function choiceLines(clients: readonly PaletteClient[], begins: Beginning): PaletteLine[] {
  return clients.filter(({ archived }) => !archived).map((client) => ({ ...who(client), group: t.forClient.active, aside: t.forClient.born(formatDayWithYear(client.born)), begins: { ...begins, clientId: client.clientId } }));
}

/** The second step: whoever was used last first, then in the order given; with words, who fits them. */
export function choiceGroups(words: string, choices: readonly PaletteLine[], used: readonly string[]): Ranked<PaletteLine>[] {
  if (words !== '') return rankLines(words, choices, used);
  const last = used.flatMap((id) => choices.find((line) => line.id === id) ?? []);
  const items = [...last, ...choices.filter((line) => !last.includes(line))].slice(0, MOST_CHOICES);
  return items.length === 0 ? [] : [{ group: items.length < choices.length ? t.forClient.someOf(items.length, choices.length) : t.forClient.active, items }];
}

export function noteLines(notes: readonly PaletteNote[], today: LocalDate, go: Go): PaletteLine[] {
  return notes.map(({ noteId, clientId, name, title, day, draft }) => {
    return { id: `note-${noteId}`, noteId, group: t.notes, lead: name, label: t.kindOfNote(title), detail: [formatDay(day, today), draft ? t.draft : ''].filter((part) => part !== '').join(', '), icon: FileText, /* Whoever types a kind alone begins one; who wants a note that is there adds the name. */ fields: fields(name, title), perform: () => go({ room: 'note', clientId, noteId }) };
  });
}

/** Before anything is typed: what was used last, then the place one is in, then people and notes, then the rest. */
export function firstLines(lines: readonly PaletteLine[], used: readonly string[], route: Route): Ranked<PaletteLine>[] {
  const { groups } = commandsText;
  const last = used.flatMap((id) => lines.find((line) => line.id === id) ?? []).slice(0, 3);
  const rest = lines.filter((line) => !last.includes(line));
  const of = (group: string, most: number): Ranked<PaletteLine> => ({ group, items: rest.filter((line) => line.group === group).slice(0, most) });
  const here = route.room === 'note' ? [of(groups.note, 8), of(t.clients, 4), of(t.notes, 4), of(groups.client, 8)]
    : 'clientId' in route ? [of(groups.client, 8), of(t.startNote, 5), of(t.notes, 5), of(t.clients, 5)]
    : [of(t.clients, 6), of(t.notes, 6), of(t.startNote, 4)];
  return [{ group: t.recent, items: last }, ...here, of(groups.go, 6), of(groups.app, 6)].filter(({ items }) => items.length > 0);
}
