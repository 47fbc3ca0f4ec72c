// The notes of a client, unsigned first. Refuses to show note text: a list is read over shoulders.
import { FilePlus2, LockKeyhole } from 'lucide-react';
import type { NoteHead } from '../../shared/notes/note.ts';
import type { Chart } from '../../shared/ipc/clientsContract.ts';
import { clientsText } from '../../shared/text/en/clients.ts';
import { counsellingText } from '../../shared/text/en/counselling.ts';
import { serviceTypeLabels } from '../../shared/text/en/clinical.ts';
import { isOwnTemplate } from '../../shared/notes/ownTemplateRecord.ts';
import { ownTemplatesText } from '../../shared/text/en/ownTemplates.ts';
import { templateGroupLabels } from '../../shared/text/en/templates.ts';
import { api } from '../api.ts';
import { announceChange } from '../data/changes.ts';
import { aimAtNote } from '../data/noteAhead.ts';
import { useGo } from '../data/route.ts';
import { useAct } from '../data/useAct.ts';
import { useCall } from '../data/useCall.ts';
import { useNear } from '../data/useNear.ts';
import { useStillHere } from '../data/useStillHere.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { DataTable, type Column } from '../ui/DataTable.tsx';
import { formatDay, formatMoment } from '../ui/format.ts';
import { Menu } from '../ui/Menu.tsx';
import { EmptyState, Notice } from '../ui/Notes.tsx';
import { Unreadable } from './record/Unreadable.tsx';

const t = clientsText.notes;
type ColumnId = 'date' | 'kind' | 'status' | 'length' | 'linked';

function unsignedFirst(a: NoteHead, b: NoteHead): number {
  return Number(a.status === 'signed') - Number(b.status === 'signed') || b.serviceDate.localeCompare(a.serviceDate) || (b.startTime ?? '').localeCompare(a.startTime ?? '') || b.createdAt.localeCompare(a.createdAt);
}

function columnsFor(chart: Chart, open: (note: NoteHead) => void): Column<NoteHead, ColumnId>[] {
  return [
    { id: 'date', title: t.date, cell: (note) => <span className="nums">{formatDay(note.serviceDate, chart.today)}</span> },
    { id: 'kind', title: t.kind, cell: (note) => <div><button type="button" className="link link--name" aria-label={t.openOne(note.templateTitle, formatDay(note.serviceDate, chart.today))} onClick={() => open(note)}>{note.templateTitle}</button><div className="small quiet">{serviceTypeLabels[note.serviceType]}</div></div> },
    { id: 'status', title: t.status, cell: (note) => (
      <div className="stack-tight">
        <span><Badge tone={note.status === 'draft' ? 'amber' : 'plain'}>{note.status === 'draft' ? t.draft : t.signed}</Badge>{note.addenda > 0 ? <span className="small quiet"> {t.addenda(note.addenda)}</span> : null}</span>
        <span className="small quiet">{note.signedAt ? t.signedAt(formatMoment(note.signedAt)) : t.lastSaved(formatMoment(note.updatedAt))}</span>
      </div>
    ) },
    { id: 'length', title: t.length, cell: (note) => <span className="small nums">{note.minutes === null ? '' : t.minutes(note.minutes)}</span> },
    { id: 'linked', title: t.linked, cell: (note) => <span className="small nums">{note.linkedObjectives === 0 ? t.notLinked : note.linkedObjectives}</span> },
  ];
}

function NewNote({ chart }: { chart: Chart }) {
  const go = useGo();
  const templates = useCall('templates', () => api.templates.list({}));
  const { busy, sentence, run } = useAct();
  const stillHere = useStillHere();
  const clientId = chart.client.id;
  const start = (templateId: string) => run(async () => {
    const made = await api.notes.create({ clientId, templateId });
    announceChange();
    if (stillHere()) go({ room: 'note', clientId, noteId: made.value.id });
  });
  const refusal = sentence ?? (templates.status === 'refused' ? templates.sentence : undefined);
  const list = templates.status === 'ready' ? templates.value : [];
  const only = list.length === 1 ? list[0] : undefined;
  return (
    <div className="stack-tight">
      {only ? <Button look="primary" icon={FilePlus2} busy={busy} onClick={() => start(only.id)}>{`${t.newNote}: ${only.title}`}</Button> : null}
      {list.length > 1 ? <Menu label={t.newNote} look="primary" icon={FilePlus2} items={list.map((template) => ({ id: template.id, label: template.title, ...(isOwnTemplate(template) ? { group: ownTemplatesText.yours } : template.group ? { group: templateGroupLabels[template.group] } : {}), perform: () => start(template.id) }))} /> : null}
      {templates.status === 'ready' && list.length === 0 ? <Notice tone="warn">{t.noTemplates}</Notice> : null}
      {refusal ? <Notice tone="error">{refusal}</Notice> : null}
    </div>
  );
}

export function NotesTab({ chart }: { chart: Chart }) {
  const go = useGo();
  const open = (note: NoteHead) => go({ room: 'note', clientId: chart.client.id, noteId: note.id });
  const notes = chart.notes.toSorted(unsignedFirst);
  useNear(chart, notes.map((note) => note.id));
  const drafts = notes.filter((note) => note.status === 'draft' && !note.blank).length;
  const archived = chart.client.status === 'archived';
  const add = archived ? null : <NewNote chart={chart} />;
  return (
    <div className="page">
      {archived ? <Notice>{clientsText.archive.archivedNotice}</Notice> : null}
      <Unreadable kind="notes" count={chart.unreadable.notes} />
      {notes.length > 0 ? <div className="page__head"><p className={drafts > 0 ? 'strong' : 'quiet'}>{t.unsignedFirst(drafts)}</p>{add}</div> : null}
      {notes.length > 0 ? <DataTable label={t.title} columns={columnsFor(chart, open)} rows={notes} rowKey={(note) => note.id} onOpen={open} onAim={(note, pressed) => aimAtNote(note.id, pressed)} /> : <EmptyState title={t.emptyTitle} text={t.emptyText}>{add}</EmptyState>}
      <div className="row"><Button look="quiet" icon={LockKeyhole} onClick={() => go({ room: 'counselling', clientId: chart.client.id })}>{counsellingText.entry}</Button></div>
    </div>
  );
}
