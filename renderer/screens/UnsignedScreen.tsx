// Every note that waits for a signature, whoever it is about, the longest wait first. Refuses to show note text: a
// list is read over shoulders.
import { ArrowLeft } from 'lucide-react';
import type { LocalDate } from '../../shared/dates.ts';
import type { UnsignedNote } from '../../shared/ipc/noteListsContract.ts';
import { serviceTypeLabels } from '../../shared/text/en/clinical.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { unsignedText as t } from '../../shared/text/en/unsigned.ts';
import { api } from '../api.ts';
import { announceChange, askAgain } from '../data/changes.ts';
import { aimAtNote } from '../data/noteAhead.ts';
import { useGo } from '../data/route.ts';
import { todayHere } from '../data/today.ts';
import { useAct } from '../data/useAct.ts';
import { useCall } from '../data/useCall.ts';
import { useNear } from '../data/useNear.ts';
import { AlertMark } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { DataTable, type Column } from '../ui/DataTable.tsx';
import { formatDay, formatMoment, formatTime } from '../ui/format.ts';
import { EmptyState, Notice, Skeleton } from '../ui/Notes.tsx';
import { Page, Panel } from '../ui/Page.tsx';
import './caseload.css';

const [b, e] = [t.blank, t.emptied];
type Act = (row: UnsignedNote) => void;

function whoAndWhat(today: LocalDate, open: Act): Column<UnsignedNote, 'client' | 'kind' | 'day'>[] {
  return [
    { id: 'client', title: t.columns.client, cell: (row) => (
      <div className="caseload__name">
        <button type="button" className="link link--name" onClick={() => open(row)}>{row.preferredName}</button>
        {row.legalName !== row.preferredName ? <div className="quiet small caseload__legal">{t.legal(row.legalName)}</div> : null}
      </div>
    ) },
    { id: 'kind', title: t.columns.kind, cell: ({ head }) => <div>{head.templateTitle}<div className="small quiet">{serviceTypeLabels[head.serviceType]}</div></div> },
    { id: 'day', title: t.columns.day, cell: ({ head }) => <div className="nums">{formatDay(head.serviceDate, today)}{head.startTime === null ? null : <div className="small quiet">{formatTime(head.startTime)}</div>}</div> },
  ];
}

function waitingColumns(today: LocalDate, limitHours: number, open: Act): Column<UnsignedNote, keyof typeof t.columns>[] {
  return [
    ...whoAndWhat(today, open),
    { id: 'age', title: t.columns.age, cell: (row) => <div className="stack-tight caseload__age"><span className={row.late ? 'strong nums' : 'nums'}>{t.age(row.hours)}</span>{row.late ? <AlertMark severity="warn" text={t.late(limitHours)} /> : null}</div> },
    { id: 'last', title: t.columns.last, cell: ({ head }) => <span className="small quiet nums">{formatMoment(head.updatedAt)}</span> },
  ];
}

/** Drafts in which nothing was written: told as that, and discarded from here. */
function BlankDrafts({ rows, open }: { rows: readonly UnsignedNote[]; open: Act }) {
  const { busy, sentence, run } = useAct();
  const discard = (drafts: readonly UnsignedNote[]) => run(async () => {
    // One that is refused holds up none of the others.
    const refused: unknown[] = [];
    for (const { head } of drafts) await api.notes.discardBlank({ noteId: head.id }).catch((error: unknown) => { refused.push(error); });
    if (refused.length < drafts.length) announceChange();
    else askAgain();
    if (refused.length > 0) throw refused[0];
  });
  const columns: Column<UnsignedNote, 'client' | 'kind' | 'day' | 'opened' | 'act'>[] = [
    ...whoAndWhat(todayHere(), open),
    { id: 'opened', title: b.opened, cell: ({ hours }) => <span className="small quiet nums">{b.age(t.age(hours))}</span> },
    { id: 'act', title: b.act, cell: (row) => <Button small aria-label={b.discardOne(row.head.templateTitle, row.preferredName)} disabled={busy} onClick={() => discard([row])}>{b.discard}</Button> },
  ];
  return (
    <Panel title={b.title} acts={rows.length > 1 ? <Button small disabled={busy} onClick={() => discard(rows)}>{b.discardAll(rows.length)}</Button> : null}>
      <p className="quiet">{b.lead(rows.length)}</p>
      {sentence === undefined ? null : <Notice tone="error">{sentence}</Notice>}
      <DataTable label={b.title} columns={columns} rows={rows} rowKey={({ head }) => head.id} onOpen={open} onAim={({ head }, pressed) => aimAtNote(head.id, pressed)} />
    </Panel>
  );
}

/** Drafts that hold nothing any more: what they held is in their versions, so they are dealt with in the note. */
function EmptiedDrafts({ rows, open }: { rows: readonly UnsignedNote[]; open: Act }) {
  const columns: Column<UnsignedNote, 'client' | 'kind' | 'day' | 'last' | 'act'>[] = [
    ...whoAndWhat(todayHere(), open),
    { id: 'last', title: t.columns.last, cell: ({ head }) => <span className="small quiet nums">{formatMoment(head.updatedAt)}</span> },
    { id: 'act', title: b.act, cell: (row) => <Button small aria-label={e.openOne(row.head.templateTitle, row.preferredName)} onClick={() => open(row)}>{e.open}</Button> },
  ];
  return (
    <Panel title={e.title}>
      <p className="quiet">{e.lead(rows.length)}</p>
      <DataTable label={e.title} columns={columns} rows={rows} rowKey={({ head }) => head.id} onOpen={open} onAim={({ head }, pressed) => aimAtNote(head.id, pressed)} />
    </Panel>
  );
}

/** The screen; a line opens its note, and the note comes back here. */
export function UnsignedScreen() {
  const go = useGo();
  const list = useCall('unsigned', () => api.notes.unsigned({}));
  const open = ({ head }: UnsignedNote) => go({ room: 'note', clientId: head.clientId, noteId: head.id });
  const { notes: all, limitHours, archived, unreadable } = list.value ?? { notes: [], limitHours: 0, archived: 0, unreadable: 0 };
  const notes = all.filter(({ head }) => !head.blank);
  const blank = all.filter(({ head, emptied }) => head.blank && !emptied);
  const emptied = all.filter((one) => one.emptied);
  useNear(list.value, [...notes, ...blank, ...emptied].map(({ head }) => head.id));
  return (
    <Page title={t.title} acts={<Button icon={ArrowLeft} onClick={() => go({ room: 'caseload' })}>{t.back}</Button>}>
      {list.status === 'loading' ? <Skeleton label={frameText.loading} lines={8} /> : null}
      {list.status === 'refused' ? <Notice tone="error" action={{ label: frameText.tryAgain, perform: list.reload }}>{list.sentence}</Notice> : null}
      {unreadable > 0 ? <Notice tone="warn">{t.unreadable(unreadable)}</Notice> : null}
      {notes.length > 0 ? <p className="quiet">{t.lead(notes.length, notes.filter(({ late }) => late).length, limitHours)}</p> : null}
      {notes.length > 0 ? <DataTable label={t.title} columns={waitingColumns(todayHere(), limitHours, open)} rows={notes} rowKey={({ head }) => head.id} onOpen={open} onAim={({ head }, pressed) => aimAtNote(head.id, pressed)} /> : null}
      {list.status === 'ready' && notes.length === 0 ? <EmptyState title={t.emptyTitle} text={t.emptyText} /> : null}
      {blank.length > 0 ? <BlankDrafts rows={blank} open={open} /> : null}
      {emptied.length > 0 ? <EmptiedDrafts rows={emptied} open={open} /> : null}
      {archived > 0 ? <p className="small quiet">{t.archived(archived)}</p> : null}
    </Page>
  );
}
