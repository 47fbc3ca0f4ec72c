// The open counseling notes of a client, newest first. Refuses to show their text: a list is read over shoulders.
import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import type { ClientId } from '../../../shared/brand.ts';
import type { CounsellingHead, OpenCounsellingNote } from '../../../shared/ipc/counsellingContract.ts';
import { counsellingText } from '../../../shared/text/en/counselling.ts';
import { api } from '../../api.ts';
import { useAct } from '../../data/useAct.ts';
import { useCall } from '../../data/useCall.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { formatMoment } from '../../ui/format.ts';
import { EmptyState, Notice, Skeleton } from '../../ui/Notes.tsx';
import { frameText } from '../../../shared/text/en/frame.ts';

const t = counsellingText.list;

function columnsFor(open: (note: CounsellingHead) => void, remove: ((note: CounsellingHead) => void) | null): Column<CounsellingHead, 'written' | 'changed' | 'acts'>[] {
  return [
    { id: 'written', title: t.written, cell: (note) => (note.createdAt === null
      ? <div><span className="strong">{t.unreadable}</span><div className="small quiet">{t.unreadableText}</div></div>
      : <button type="button" className="link link--name nums" onClick={() => open(note)}>{formatMoment(note.createdAt)}</button>) },
    { id: 'changed', title: t.changed, cell: (note) => <span className="small nums">{note.updatedAt === null ? '' : formatMoment(note.updatedAt)}</span> },
    { id: 'acts', title: '', cell: (note) => (remove === null ? null : <Button small look="quiet" aria-label={note.createdAt === null ? t.removeUnreadable : t.removeOf(formatMoment(note.createdAt))} onClick={() => remove(note)}>{t.remove}</Button>) },
  ];
}

export function CounsellingList({ clientId, readOnly, onOpen }: { clientId: ClientId; readOnly: boolean; onOpen: (note: OpenCounsellingNote | null) => void }) {
  const call = useCall(`counselling-list ${clientId}`, () => api.counselling.list({ clientId }));
  const [removing, setRemoving] = useState<CounsellingHead | null>(null);
  const { busy, sentence, run } = useAct();
  if (call.status === 'loading') return <Skeleton label={t.label} lines={3} />;
  if (call.status === 'refused') return <Notice tone="error" title={counsellingText.failed} action={{ label: frameText.tryAgain, perform: call.reload }}>{call.sentence}</Notice>;
  const { notes } = call.value;
  const open = (note: CounsellingHead) => { if (note.createdAt !== null) run(async () => onOpen(await api.counselling.get({ noteId: note.id }))); };
  const remove = (note: CounsellingHead) => run(async () => {
    await api.counselling.remove({ noteId: note.id, revision: note.revision });
    call.reload();
  });
  const add = readOnly ? null : <Button look="primary" icon={FilePlus2} onClick={() => onOpen(null)}>{t.add}</Button>;
  return (
    <div className="stack">
      {readOnly ? <Notice>{t.archived}</Notice> : null}
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
      {notes.length === 0 ? <EmptyState title={t.none} text={t.noneText}>{add}</EmptyState> : <>
        <div className="row">{add}</div>
        <DataTable label={t.label} columns={columnsFor(open, readOnly ? null : setRemoving)} rows={notes} rowKey={(note) => note.id} onOpen={open} />
      </>}
      {removing ? <ConfirmDialog title={t.removeTitle} text={t.removeText} confirmLabel={t.removeConfirm} cancelLabel={t.keep} busy={busy} onCancel={() => setRemoving(null)} onConfirm={() => { setRemoving(null); remove(removing); }} /> : null}
    </div>
  );
}
