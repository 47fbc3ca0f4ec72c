// Every line that the palette can show at the moment, and which of them stand there before anything is typed.
// Refuses to read anything: it is given what main has answered.
import { ChevronRight, FilePlus2, FileText, Gauge, UserRound } from 'lucide-react';
import type { NoteId } from '../../shared/brand.ts';
import type { Instrument } from '../../shared/measures/instrument.ts';
import { keysLabel } from '../../shared/commandKeys.ts';
import type { PaletteClient, PaletteNote } from '../../shared/ipc/paletteContract.ts';
import { isOwnTemplate } from '../../shared/notes/ownTemplateRecord.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import { prepare, type Field } from '../../shared/palette/match.ts';
import type { Ranked, Rankable } from '../../shared/palette/rank.ts';
import { commandsText } from '../../shared/text/en/commands.ts';
import { readyCommands, readyLines } from '../data/commands.ts';
import type { Go, Route } from '../data/route.ts';
import type { BoxLine } from '../ui/CommandBox.tsx';
import { formatDay } from '../ui/format.ts';
import type { LocalDate } from '../../shared/dates.ts';
import { platform } from '../ui/platform.ts';

const t = commandsText.palette;
export type PaletteLine = Rankable & BoxLine & { readonly perform: () => void; /** The note that it opens. */ readonly noteId?: NoteId };
export type PaletteFacts = { readonly clients: readonly PaletteClient[]; readonly notes: readonly PaletteNote[]; readonly templates: readonly Pick<NoteTemplate, 'id' | 'title'>[]; readonly instruments: readonly Pick<Instrument, 'id' | 'title' | 'shortTitle' | 'wording'>[] };
export type PaletteActs = { readonly route: Route; readonly go: Go; readonly today: LocalDate; readonly startNote: (templateId: string) => void };

const fields = (label: string, beside = ''): Field[] => [{ text: prepare(label), weight: 1 }, ...(beside === '' ? [] : [{ text: prepare(beside), weight: 0.7 }])];

/** Commands that can be performed now, and what the screens add. The palette does not name itself. */
export function commandLines(): PaletteLine[] {
  const { groups } = commandsText;
  return [
    ...readyCommands().filter(({ command }) => command.id !== 'palette').map(({ command: { id, label, group, words, keys }, perform }) => ({ id, group: groups[group], label, icon: ChevronRight, keys: keys ? keysLabel(keys, platform) : undefined, fields: fields(label, words), perform })),
    ...readyLines().map(({ id, group, label, words, keys, perform }) => ({ id, group: groups[group], label, icon: ChevronRight, keys: keys ? keysLabel(keys, platform) : undefined, fields: fields(label, words), perform })),
  ];
}

/** What can be begun for the client in front of us; nothing for one whose record is closed. */
export function clientActs({ clients, templates, instruments }: PaletteFacts, { route, go, startNote }: PaletteActs): PaletteLine[] {
  if (!('clientId' in route)) return [];
  const { clientId } = route;
  if (clients.some((client) => client.clientId === clientId && client.archived)) return [];
  return [
    ...templates.map(({ id, title }) => ({ id: `new-${id}`, group: t.startNote, label: t.newNote(title), detail: isOwnTemplate({ id }) ? t.ownTemplate : undefined, icon: FilePlus2, fields: fields(t.newNote(title), isOwnTemplate({ id }) ? t.ownTemplate : ''), perform: () => startNote(id) })),
    ...instruments.filter(({ wording }) => wording !== 'notBundled').map(({ id, title, shortTitle }) => ({ id: `measure-${id}`, group: t.measures, label: t.measure(shortTitle), detail: title === shortTitle ? undefined : title, icon: Gauge, fields: fields(t.measure(shortTitle), title), perform: () => go({ room: 'measure', clientId, instrumentId: id }) })),
  ];
}

export function clientLines(clients: readonly PaletteClient[], go: Go): PaletteLine[] {
  return clients.map(({ clientId, name, legalName, archived }) => {
    const detail = [legalName === name ? '' : legalName, archived ? t.archived : ''].filter((part) => part !== '').join(', ');
    return { id: `client-${clientId}`, group: t.clients, label: name, detail, icon: UserRound, later: archived, fields: fields(name, legalName === name ? '' : legalName), perform: () => go({ room: 'client', clientId, tab: 'timeline' }) };
  });
}

export function noteLines(notes: readonly PaletteNote[], today: LocalDate, go: Go): PaletteLine[] {
  return notes.map(({ noteId, clientId, name, title, day, draft }) => {
    return { id: `note-${noteId}`, noteId, group: t.notes, lead: name, label: t.kindOfNote(title), detail: [formatDay(day, today), draft ? t.draft : ''].filter((part) => part !== '').join(', '), icon: FileText, fields: fields(t.noteOf(name, title)), perform: () => go({ room: 'note', clientId, noteId }) };
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
    : [of(t.clients, 6), of(t.notes, 6)];
  return [{ group: t.recent, items: last }, ...here, of(groups.go, 6), of(groups.app, 6)].filter(({ items }) => items.length > 0);
}
