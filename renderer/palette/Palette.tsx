// The palette: every command, client and recent note by a few letters, from anywhere while the vault is open; a note
// that is begun where no client is open asks for one in a second step. Refuses to act before it is closed (the room
// behind it is left in the usual way), except to begin a note: until that is there, the keyboard stays here.
import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ClientId } from '../../shared/brand.ts';
import { QUERY_MAX } from '../../shared/search/limits.ts';
import { rankLines } from '../../shared/palette/rank.ts';
import { commandsText } from '../../shared/text/en/commands.ts';
import { aimAtNote, aimAway } from '../data/noteAhead.ts';
import { sentenceOf } from '../data/sentenceOf.ts';
import { todayHere } from '../data/today.ts';
import type { Go, Route } from '../data/route.ts';
import { useStillHere } from '../data/useStillHere.ts';
import { CommandBox, type BoxLine } from '../ui/CommandBox.tsx';
import { Notice } from '../ui/Notes.tsx';
import { choiceGroups, choiceLines, clientActs, clientLines, commandLines, firstLines, noteLines, type Beginning, type PaletteLine } from './lines.ts';
import { noteUse, usedLines } from './used.ts';
import { useLateEnter } from './useLateEnter.ts';
import { usePaletteFacts } from './usePaletteFacts.ts';
import { useReturn } from './useReturn.ts';

const t = commandsText.palette;

/** Makes the note and goes to it; what refuses it goes to `refuse`. */
export type StartNote = (clientId: ClientId, templateId: string, refuse: (error: unknown) => void) => void;
/** What is typed, and the line that is marked by its name and not its number: lines that arrive later must not put another one under the next press of Enter. Null marks none. */
type Typed = { readonly query: string; readonly chosen: string | null | undefined };
const NOTHING_TYPED: Typed = { query: '', chosen: undefined };
type PaletteProps = { route: Route; go: Go; startNote: StartNote; /** Tells of a refusal once the palette is gone. */ refuse: (error: unknown) => void; onSearch: (words: string) => void; onClose: () => void };

/** Mounted while it is open. */
export function Palette({ route, go, startNote, refuse, onSearch, onClose }: PaletteProps) {
  const [{ query, chosen }, setTyped] = useState(NOTHING_TYPED);
  const [step, setStep] = useState<{ readonly begins: Beginning; readonly before: Typed } | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [mustChoose, setMustChoose] = useState(false);
  const { facts, ready, trouble, askAgain } = usePaletteFacts('clientId' in route);
  const leave = useReturn(onClose);
  const stillHere = useStillHere();
  // What can be performed is asked once: the room behind does not change while this is open.
  const [commands] = useState(commandLines);
  const lines = useMemo((): PaletteLine[] => [...commands, ...clientActs(facts, route, go), ...clientLines(facts.clients, go), ...noteLines(facts.notes, todayHere(), go)], [commands, facts, route, go]);
  const words = query.trim();
  const asked = useDeferredValue(words);
  const found = useMemo(() => (asked === '' ? firstLines(lines, usedLines(), route) : rankLines(asked, lines, usedLines())), [asked, lines, route]);
  const choices = useMemo(() => (step ? choiceLines(facts.clients, step.begins) : []), [facts, step]);
  // Never a moment behind what is typed: here Enter chooses a record.
  const groups = useMemo(() => (step ? choiceGroups(words, choices, usedLines()) : found), [step, words, choices, found]);
  const search: PaletteLine = { id: 'search-for', group: commandsText.groups.go, label: t.searchFor(words), icon: Search, fields: [], perform: () => onSearch(words) };
  const shown = words === '' || step ? groups : [...groups, { group: t.everywhere, items: [search] }];
  const flat = shown.flatMap(({ items }) => items);
  // Before anything is typed no client is marked: a second press of Enter must not begin a note for whoever stands first.
  const unmarked = chosen === null || (chosen === undefined && step !== null && words === '');
  const at = unmarked ? -1 : Math.max(flat.findIndex(({ id }) => id === chosen), 0);
  const aimed = flat[at]?.noteId;
  useEffect(() => {
    if (aimed === undefined) return undefined;
    aimAtNote(aimed, false);
    return aimAway;
  }, [aimed]);

  const begin = (clientId: ClientId, templateId: string) => {
    setBusy(true);
    startNote(clientId, templateId, (error) => {
      if (!stillHere()) { refuse(error); return; }
      setBusy(false);
      setRefused(sentenceOf(error));
      // Whoever stands first in the new answer is not the one that was chosen.
      setTyped((now) => ({ ...now, chosen: null }));
      askAgain();
    });
  };
  const pick = ({ id }: BoxLine) => {
    const line = flat.find((one) => one.id === id);
    if (!line || busy) return;
    setRefused(undefined);
    if ('perform' in line) {
      if (line !== search) noteUse(line.id);
      leave(line.perform);
      return;
    }
    const { templateId, clientId } = line.begins;
    if (clientId === null) {
      setStep({ begins: line.begins, before: { query, chosen: line.id } });
      setTyped(NOTHING_TYPED);
      return;
    }
    if (step) noteUse(line.id);
    noteUse(`new-${templateId}`);
    begin(clientId, templateId);
  };
  const marked = flat[at];
  // What is seen and marked is taken; where nothing but the search fits so far, the names may still be on their way.
  const settled = step !== null || (asked === words && (ready || (marked !== undefined && marked.id !== search.id)));
  const enter = useLateEnter(settled, () => { if (marked) pick(marked); else setMustChoose(step !== null || chosen === null); });
  const change = (next: Typed) => { enter.forget(); setMustChoose(false); setRefused(undefined); setTyped(next); };
  const back = () => { if (step) { change(step.before); setStep(null); } };

  const nothing = ready && groups.length === 0 && (step !== null || asked !== '');
  const nobody = nothing && choices.length === 0 && step !== null;
  const sentence = nobody ? t.forClient.nobody : step ? t.forClient.nothing(words) : t.nothing(asked);
  const hint = nobody ? null : step ? t.forClient.nothingHint : t.nothingHint;
  const lead = step ? t.forClient.lead(t.newNote(step.begins.title)) : undefined;
  const counted = nothing ? sentence : mustChoose ? t.forClient.choose : t.counted(flat.length);
  return (
    <CommandBox title={lead ?? t.title} step={lead} label={step ? t.forClient.box : t.box} placeholder={step ? t.forClient.placeholder : t.placeholder} results={t.results} closeLabel={t.close} howTo={step ? t.forClient.howTo : t.howTo} maxLength={QUERY_MAX}
      query={query} onQuery={(next) => change({ query: next, chosen: undefined })} at={at} onAt={(next) => { if (!busy) change({ query, chosen: flat[next]?.id }); }}
      groups={shown.map(({ group, items }) => ({ id: group.replaceAll(' ', '-'), label: group, items }))}
      status={busy ? t.beginning : !ready ? t.loading : lead === undefined ? counted : `${lead} ${counted}`}
      notice={refused ? <Notice tone="error" title={t.notBegun}>{refused}</Notice> : trouble ? <Notice tone="error">{trouble}</Notice> : nothing ? <><p>{sentence}</p>{hint === null ? null : <p className="quiet small">{hint}</p>}</> : mustChoose ? <p>{t.forClient.choose}</p> : undefined}
      onPick={pick} onEnter={enter.press} onBack={step && !busy ? back : undefined} onClose={() => leave()} />
  );
}
