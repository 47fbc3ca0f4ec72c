// Search over everything that was written: a box, filters, hits in context. Refuses to keep a question for longer than the way
// to a hit and back.
import './search/search.css';
import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { ClientId } from '../../shared/brand.ts';
import { LocalDate } from '../../shared/dates.ts';
import { QUERY_MAX } from '../../shared/search/limits.ts';
import { SEARCH_KINDS, type SearchHit, type SearchQuery } from '../../shared/search/search.ts';
import { readTerms } from '../../shared/search/terms.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { searchText as t } from '../../shared/text/en/search.ts';
import { api } from '../api.ts';
import { keepSearch, keptSearch } from '../data/keptSearch.ts';
import { useGo } from '../data/route.ts';
import { useCall } from '../data/useCall.ts';
import { DateField } from '../ui/DateField.tsx';
import { formatCount } from '../ui/format.ts';
import { EmptyState, Notice } from '../ui/Notes.tsx';
import { Page } from '../ui/Page.tsx';
import { choicesOf, SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { aimAtHit, hitKey, hitRoute } from './search/hitRoute.ts';
import { Hits } from './search/Hits.tsx';
import { useHitAgain } from './search/useHitAgain.ts';
import { useSearch } from './search/useSearch.ts';

const ALL = 'all';

function dayOf(text: string): LocalDate | null {
  const day = LocalDate.safeParse(text);
  return day.success ? day.data : null;
}

function useClientChoices(): { value: string; label: string }[] {
  const list = useCall('search:clients', async () => ({ active: await api.clients.list({ status: 'active' }), archived: await api.clients.list({ status: 'archived' }) }));
  if (list.status !== 'ready') return [{ value: ALL, label: t.allClients }];
  const { active, archived } = list.value;
  const named = [...active.map((row) => ({ value: row.clientId as string, label: row.preferredName })), ...archived.map((row) => ({ value: row.clientId as string, label: t.archived(row.preferredName) }))];
  return [{ value: ALL, label: t.allClients }, ...named.toSorted((a, b) => a.label.localeCompare(b.label))];
}

/** Arrow keys walk the hits from the box and back. */
function walk(event: KeyboardEvent<HTMLElement>, root: HTMLElement | null): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const box = root?.querySelector<HTMLElement>('input[type=search]');
  const stops = [...(box ? [box] : []), ...root?.querySelectorAll<HTMLElement>('.search__hit') ?? []];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + step];
  if (step === 0 || at === -1 || next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** Asked for once more while it stands, the search gives its box the keyboard, with the words to be typed over. */
function useBoxAgain(root: RefObject<HTMLElement | null>, visit: object | null): void {
  const seen = useRef(visit);
  useEffect(() => {
    if (visit === null || seen.current === visit) return;
    seen.current = visit;
    const box = root.current?.querySelector<HTMLInputElement>('input[type=search]');
    // The menu of the system may hear the same key a moment later: what was typed meanwhile is not to be chosen again.
    if (!box || box === document.activeElement) return;
    box.focus();
    box.select();
  }, [root, visit]);
}

/** `begin`: words to begin with, from the palette. `back`: one comes back to the question that was left. `visit`: another each time that the search is asked for. */
export function SearchScreen({ begin, back, visit }: { begin: string; back: boolean; visit: object }) {
  const go = useGo();
  const root = useRef<HTMLDivElement>(null);
  const [before] = useState(() => (back ? keptSearch() : null));
  const [text, setText] = useState(before?.text ?? begin);
  const [kind, setKind] = useState<string>(before?.kind ?? ALL);
  const [client, setClient] = useState<string>(before?.client ?? ALL);
  const [from, setFrom] = useState(before?.from ?? '');
  const [to, setTo] = useState(before?.to ?? '');
  useEffect(() => keepSearch({ text, kind, client, from, to, hit: null }), [text, kind, client, from, to]);
  const clients = useClientChoices();
  const typed = useDeferredValue(text.trim());
  const query: SearchQuery = { text: typed, kinds: SEARCH_KINDS.filter((one) => one === kind), clientId: client === ALL ? null : ClientId.parse(client), from: dayOf(from), to: dayOf(to) };
  const { searched, sentence } = useSearch(query);
  const asked = readTerms(searched?.query.text ?? '').length > 0;
  const answer = searched?.answer;
  const kinds = [{ value: ALL, label: t.allKinds }, ...choicesOf(SEARCH_KINDS, t.kindLabels)];
  const found = asked && answer ? t.found(answer.hits.length, answer.more) : '';
  useBoxAgain(root, back ? null : visit);
  useHitAgain(root, before?.hit ?? null, answer);
  const open = (hit: SearchHit) => {
    keepSearch({ text, kind, client, from, to, hit: hitKey(hit) });
    go(hitRoute(hit));
  };
  return (
    <Page title={t.title}>
      <div className="stack" ref={root} onKeyDown={(event) => walk(event, root.current)}>
        <div className="search__bar" role="search">
          <TextField name="search" type="search" label={t.box} hint={t.hint} value={text} onChange={setText} maxLength={QUERY_MAX} autoFocus={(before?.hit ?? null) === null} />
          <SelectField name="searchKind" label={t.kinds} value={kind} choices={kinds} onChange={setKind} />
          <SelectField name="searchClient" label={t.client} value={client} choices={clients} onChange={setClient} />
          <DateField name="searchFrom" label={t.from} value={from} onChange={setFrom} impossible={frameText.impossibleDay} />
          <DateField name="searchTo" label={t.to} value={to} onChange={setTo} impossible={frameText.impossibleDay} />
        </div>
        <p className="small quiet nums" role="status">{found}{answer && answer.indexed < answer.of ? ` ${t.progress(formatCount(answer.indexed), formatCount(answer.of))}` : ''}</p>
        {answer?.mode === 'scan' ? <Notice>{t.scan}</Notice> : null}
        {sentence ? <Notice tone="error">{sentence}</Notice> : null}
        {!asked && readTerms(typed).length === 0 ? <p className="quiet">{t.begin}</p> : null}
        {asked && answer ? (answer.hits.length > 0 ? <Hits answer={answer} onOpen={open} onAim={aimAtHit} /> : <EmptyState title={t.nothing(searched?.query.text ?? '')} text={t.nothingHint} />) : null}
      </div>
    </Page>
  );
}
