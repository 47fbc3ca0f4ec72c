// The palette: every command, client and recent note by a few letters, from anywhere while the vault is open.
// Refuses to act before it is closed: the room behind it is left in the usual way.
import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { QUERY_MAX } from '../../shared/search/limits.ts';
import { rankLines } from '../../shared/palette/rank.ts';
import { commandsText } from '../../shared/text/en/commands.ts';
import { api } from '../api.ts';
import { aimAtNote, aimAway } from '../data/noteAhead.ts';
import { sentenceOf } from '../data/sentenceOf.ts';
import { todayHere } from '../data/today.ts';
import type { Go, Route } from '../data/route.ts';
import { CommandBox, type BoxLine } from '../ui/CommandBox.tsx';
import { Notice } from '../ui/Notes.tsx';
import { clientActs, clientLines, commandLines, firstLines, noteLines, type PaletteFacts, type PaletteLine } from './lines.ts';
import { noteUse, usedLines } from './used.ts';
import { useReturn } from './useReturn.ts';

const t = commandsText.palette;
const NO_FACTS: PaletteFacts = { clients: [], notes: [], templates: [], instruments: [] };

function useFacts(clientOpen: boolean): { facts: PaletteFacts; ready: boolean; trouble: string | undefined } {
  const [facts, setFacts] = useState<PaletteFacts>();
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      const [items, templates, instruments] = await Promise.all([api.palette.items({}), clientOpen ? api.templates.list({}) : [], clientOpen ? api.instruments.list({}) : []]);
      return { ...items, templates, instruments };
    };
    ask().then((found) => { if (!gone) setFacts(found); }, (error: unknown) => { if (!gone) setTrouble(sentenceOf(error)); });
    return () => { gone = true; };
  }, [clientOpen]);
  return { facts: facts ?? NO_FACTS, ready: facts !== undefined || trouble !== undefined, trouble };
}

type PaletteProps = { route: Route; go: Go; startNote: (templateId: string) => void; onSearch: (words: string) => void; onClose: () => void };

/** Mounted while it is open. */
export function Palette({ route, go, startNote, onSearch, onClose }: PaletteProps) {
  const [query, setQuery] = useState('');
  // By its name and not its number: lines that arrive later must not put another one under the next press of Enter.
  const [chosen, setChosen] = useState<string>();
  const { facts, ready, trouble } = useFacts('clientId' in route);
  const leave = useReturn(onClose);
  // What can be performed is asked once: the room behind does not change while this is open.
  const [commands] = useState(commandLines);
  const lines = useMemo((): PaletteLine[] => {
    const today = todayHere();
    return [...commands, ...clientActs(facts, { route, go, today, startNote }), ...clientLines(facts.clients, go), ...noteLines(facts.notes, today, go)];
  }, [commands, facts, route, go, startNote]);
  const asked = useDeferredValue(query.trim());
  const groups = useMemo(() => (asked === '' ? firstLines(lines, usedLines(), route) : rankLines(asked, lines, usedLines())), [asked, lines, route]);
  const words = query.trim();
  const search: PaletteLine = { id: 'search-for', group: commandsText.groups.go, label: t.searchFor(words), icon: Search, fields: [], perform: () => onSearch(words) };
  const shown = words === '' ? groups : [...groups, { group: t.everywhere, items: [search] }];
  const flat = shown.flatMap(({ items }) => items);
  const at = Math.max(flat.findIndex(({ id }) => id === chosen), 0);
  const aimed = flat[at]?.noteId;
  useEffect(() => {
    if (aimed === undefined) return undefined;
    aimAtNote(aimed, false);
    return aimAway;
  }, [aimed]);
  const pick = ({ id }: BoxLine) => {
    const line = flat.find((one) => one.id === id);
    if (!line) return;
    if (line !== search) noteUse(line.id);
    leave(line.perform);
  };
  const nothing = ready && asked !== '' && groups.length === 0;
  return (
    <CommandBox title={t.title} label={t.box} placeholder={t.placeholder} results={t.results} closeLabel={t.close} howTo={t.howTo} maxLength={QUERY_MAX}
      query={query} onQuery={(next) => { setQuery(next); setChosen(undefined); }} at={at} onAt={(at) => setChosen(flat[at]?.id)}
      groups={shown.map(({ group, items }) => ({ id: group.replaceAll(' ', '-'), label: group, items }))}
      status={!ready ? t.loading : nothing ? t.nothing(asked) : t.counted(flat.length)}
      notice={trouble ? <Notice tone="error">{trouble}</Notice> : nothing ? <><p>{t.nothing(asked)}</p><p className="quiet small">{t.nothingHint}</p></> : undefined}
      onPick={pick} onClose={() => leave()} />
  );
}
