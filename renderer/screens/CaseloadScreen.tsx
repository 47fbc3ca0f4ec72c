// The caseload: who, where they stand, what is owed. Filters as you type. Refuses to open a record
// in order to draw the list: everything shown is on the cards that main keeps.
import { FilePen, UserPlus } from 'lucide-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { filterCaseload } from '../../shared/clients/filterCaseload.ts';
import { levelName, levelOrder, levelShort } from '../../shared/continuum/levels.ts';
import type { LocalDate } from '../../shared/dates.ts';
import type { CaseloadRow } from '../../shared/ipc/clientsContract.ts';
import { clientsText } from '../../shared/text/en/clients.ts';
import { checksText } from '../../shared/text/en/health.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { unsignedText } from '../../shared/text/en/unsigned.ts';
import { api } from '../api.ts';
import { useGo } from '../data/route.ts';
import { todayHere } from '../data/today.ts';
import { useCall } from '../data/useCall.ts';
import { AlertMark, LevelChip } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { DataTable, type Column, type Sort } from '../ui/DataTable.tsx';
import { formatCount, formatDay } from '../ui/format.ts';
import { levelStep } from '../ui/levelStep.ts';
import { EmptyState, Notice, Skeleton } from '../ui/Notes.tsx';
import { Page } from '../ui/Page.tsx';
import { Segments } from '../ui/Segments.tsx';
import { TextField } from '../ui/TextField.tsx';
import './caseload.css';

const t = clientsText.caseload;
/** The gravest; the rest is counted and stands in the record. */
const SHOWN_ALERTS = 3;
type ColumnId = 'name' | 'level' | 'review' | 'unsigned' | 'alerts';
type Status = 'active' | 'archived';

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
const SEVERITY = { alert: 100, warn: 10, info: 1 } as const;

const ORDER: Readonly<Record<ColumnId, (a: CaseloadRow, b: CaseloadRow) => number>> = {
  name: (a, b) => collator.compare(a.preferredName, b.preferredName),
  level: (a, b) => (a.level ? levelOrder(a.level) : 99) - (b.level ? levelOrder(b.level) : 99) || (a.dayInLevel ?? 0) - (b.dayInLevel ?? 0),
  review: (a, b) => (a.nextReview ?? '9999').localeCompare(b.nextReview ?? '9999'),
  unsigned: (a, b) => b.unsignedNotes - a.unsignedNotes,
  alerts: (a, b) => weight(b) - weight(a),
};

function weight(row: CaseloadRow): number {
  return row.alerts.reduce((sum, alert) => sum + SEVERITY[alert.severity], 0);
}

function columnsFor(today: LocalDate, open: (row: CaseloadRow) => void): Column<CaseloadRow, ColumnId>[] {
  return [
    { id: 'name', title: t.columns.name, sortable: true, cell: (row) => (
      <div className="caseload__name">
        <button type="button" className="link link--name" onClick={() => open(row)}>{row.preferredName}</button>
        {row.pronouns ? <span className="quiet small"> {row.pronouns}</span> : null}
        {row.legalName !== row.preferredName ? <div className="quiet small caseload__legal">{t.legal(row.legalName)}</div> : null}
      </div>
    ) },
    { id: 'level', title: t.columns.level, sortable: true, cell: (row) => (row.level
      ? <span className="caseload__level"><LevelChip step={levelStep(row.level)} short={levelShort(row.level)} full={levelName(row.level)} />{row.dayInLevel === null ? null : <span className="small nums quiet">{t.day(row.dayInLevel)}</span>}</span>
      : <span className="small quiet">{t.noLevel}</span>) },
    { id: 'review', title: t.columns.review, sortable: true, cell: (row) => (row.nextReview
      ? <span className="small nums">{formatDay(row.nextReview, today)}{row.nextReview < today ? <span className="strong"> {t.overdue}</span> : null}</span>
      : <span className="small quiet">{t.noReview}</span>) },
    { id: 'unsigned', title: t.columns.unsigned, sortable: true, cell: (row) => (row.unsignedNotes > 0
      ? <span className="small nums"><span className="strong">{row.unsignedNotes}</span>{row.oldestUnsignedHours === null ? null : <span className="quiet"> {t.hours(row.oldestUnsignedHours)}</span>}</span>
      : null) },
    { id: 'alerts', title: t.columns.alerts, sortable: true, cell: (row) => <div className="caseload__alerts">{row.alerts.slice(0, SHOWN_ALERTS).map((alert) => <AlertMark key={alert.id} severity={alert.severity} text={alert.text} />)}{row.alerts.length > SHOWN_ALERTS ? <span className="small quiet">{checksText.moreChecks(row.alerts.length - SHOWN_ALERTS)}</span> : null}</div> },
  ];
}

const Rows = memo(function Rows({ rows, sort, onSort }: { rows: readonly CaseloadRow[]; sort: Sort<ColumnId>; onSort: (sort: Sort<ColumnId>) => void }) {
  const go = useGo();
  const open = (row: CaseloadRow) => go({ room: 'client', clientId: row.clientId, tab: 'timeline' });
  const sorted = useMemo(() => rows.toSorted((a, b) => (sort.down ? -1 : 1) * ORDER[sort.by](a, b) || ORDER.name(a, b)), [rows, sort]);
  return <DataTable label={t.title} columns={columnsFor(todayHere(), open)} rows={sorted} rowKey={(row) => row.clientId} onOpen={open} sort={sort} onSort={onSort} sortLabel={t.sortBy} />;
});

function Empty({ status, filter, onClear }: { status: Status; filter: string; onClear: () => void }) {
  const go = useGo();
  if (filter !== '') return <EmptyState title={t.noMatch(filter)} text={t.noMatchText[status]}><Button onClick={onClear}>{t.clearFilter}</Button></EmptyState>;
  if (status === 'archived') return <EmptyState title={t.emptyArchived} text={t.emptyArchivedText} />;
  return <EmptyState title={t.emptyTitle} text={t.emptyText}><Button look="primary" icon={UserPlus} onClick={() => go({ room: 'newClient' })}>{t.add}</Button></EmptyState>;
}

export function CaseloadScreen() {
  const go = useGo();
  const [status, setStatus] = useState<Status>('active');
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<Sort<ColumnId>>({ by: 'name', down: false });
  const list = useCall(`clients:${status}`, () => api.clients.list({ status }));
  const wanted = useDeferredValue(filter.trim());
  const rows = useMemo(() => (list.status === 'ready' ? filterCaseload(list.value, wanted) : []), [list.status, list.value, wanted]);
  const all = list.status === 'ready' ? list.value.length : 0;
  const unsigned = status === 'active' && list.status === 'ready' ? list.value.reduce((sum, row) => sum + row.unsignedNotes, 0) : 0;
  const blank = status === 'active' && list.status === 'ready' ? list.value.reduce((sum, row) => sum + row.blankDrafts, 0) : 0;
  const firstUse = list.status === 'ready' && all === 0 && status === 'active';
  return (
    <Page title={status === 'active' ? t.title : t.archivedTitle} acts={firstUse ? null : <Button look="primary" icon={UserPlus} onClick={() => go({ room: 'newClient' })}>{t.add}</Button>}>
      <div className="caseload__bar">
        <TextField name="filter" type="search" label={t.filter} labelHidden placeholder={t.filterPlaceholder} value={filter} onChange={setFilter} maxLength={200} autoFocus={all > 0} />
        <Segments label={t.view} value={status} onChange={setStatus} choices={[{ value: 'active', label: t.active }, { value: 'archived', label: t.archived }]} />
        {unsigned + blank > 0 ? <Button look="quiet" icon={FilePen} onClick={() => go({ room: 'unsigned' })}>{unsigned > 0 ? unsignedText.open(unsigned) : unsignedText.openBlank(blank)}</Button> : null}
        <span className="small quiet nums" role="status">{list.status === 'ready' ? t.counted(formatCount(rows.length), formatCount(all)) : ''}</span>
      </div>
      {list.status === 'loading' ? <Skeleton label={frameText.loading} lines={8} /> : null}
      {list.status === 'refused' ? <Notice tone="error" action={{ label: frameText.tryAgain, perform: list.reload }}>{list.sentence}</Notice> : null}
      {list.status === 'ready' ? (rows.length > 0 ? <Rows rows={rows} sort={sort} onSort={setSort} /> : <Empty status={status} filter={wanted} onClear={() => setFilter('')} />) : null}
    </Page>
  );
}
