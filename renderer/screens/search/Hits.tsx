// What was found, by client, each with its words in context. Refuses markup from records: marks are made here from places.
import { Fragment as Bare } from 'react';
import { NoteId } from '../../../shared/brand.ts';
import type { Fragment, SearchAnswer, SearchHit } from '../../../shared/search/search.ts';
import { searchText as t } from '../../../shared/text/en/search.ts';
import { useNear } from '../../data/useNear.ts';
import { Badge } from '../../ui/Badge.tsx';
import { formatDayWithYear } from '../../ui/format.ts';
import { hitKey } from './hitRoute.ts';

function Context({ fragment: { text, ranges } }: { fragment: Fragment }) {
  const starts = [0, ...ranges.map(([, to]) => to)];
  return (
    <span className="search__context" dir="auto">
      {starts.map((start, index) => {
        const range = ranges[index];
        return <Bare key={start}>{text.slice(start, range?.[0] ?? text.length)}{range ? <mark>{text.slice(range[0], range[1])}</mark> : null}</Bare>;
      })}
    </span>
  );
}

/** `onAim`: the pointer or the focus has come to a hit, or the button went down on it (`pressed`): it will most likely be opened. */
type HitActs = { readonly onOpen: (hit: SearchHit) => void; readonly onAim: (hit: SearchHit, pressed: boolean) => void };

function Hit({ hit, onOpen, onAim }: { hit: SearchHit } & HitActs) {
  const aim = () => onAim(hit, false);
  return (
    <li>
      <button type="button" className="search__hit" data-hit={hitKey(hit)} onPointerEnter={aim} onFocus={aim} onPointerDown={() => onAim(hit, true)} onClick={() => onOpen(hit)}>
        <span className="search__head"><Badge>{t.kindLabels[hit.kind]}</Badge><span className="strong">{hit.title}</span>{hit.date === null ? null : <span className="small quiet nums">{formatDayWithYear(hit.date)}</span>}</span>
        <Context fragment={hit.fragment} />
      </button>
    </li>
  );
}

/** Clients in the order of their best hit. */
function byClient(hits: readonly SearchHit[]): [string, SearchHit[]][] {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of hits) groups.set(hit.clientId, [...groups.get(hit.clientId) ?? [], hit]);
  return [...groups];
}

export function Hits({ answer, ...acts }: { answer: SearchAnswer } & HitActs) {
  const groups = byClient(answer.hits);
  useNear(answer, groups.flatMap(([, hits]) => hits).filter(({ kind }) => kind === 'note').map(({ recordId }) => NoteId.parse(recordId)));
  return (
    <div className="stack" role="group" aria-label={t.results}>
      {groups.map(([clientId, hits]) => (
        <section key={clientId} aria-label={hits[0]?.clientName}>
          <h2 className="search__client">{hits[0]?.clientName}{hits[0]?.archived ? <> <Badge>{t.archivedMark}</Badge></> : null}</h2>
          <ul className="search__list">{hits.map((hit, index) => <Hit key={`${hit.recordId} ${index}`} hit={hit} {...acts} />)}</ul>
        </section>
      ))}
    </div>
  );
}
