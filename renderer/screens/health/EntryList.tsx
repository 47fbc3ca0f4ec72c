// One list of the clinical record: what counts now first, what is over after it, mistakes last and struck.
// Refuses to remove: an entry is changed, or marked as entered in error.
import { useState } from 'react';
import type { ClinicalList } from '../../../shared/clinical/clinicalRecord.ts';
import { entryLine, type EntryOf } from '../../../shared/clinical/entryLines.ts';
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import { clinicalRecordText, medicationCautions } from '../../../shared/text/en/clinicalRecord.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { healthText as t } from '../../../shared/text/en/health.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { formatInstantDay } from '../../ui/format.ts';
import { Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { applyClinical } from './applyClinical.ts';
import { EntryDialog } from './EntryDialog.tsx';

const SHOWN = 6;
type Entry = EntryOf<ClinicalList>;

function cautionOf(entry: Entry, now: boolean): string {
  return now && !entry.enteredInError && 'missedDoses7d' in entry ? medicationCautions[entry.kind] : '';
}

function ErrorDialog({ chart, list, entry, onClose }: { chart: Chart; list: ClinicalList; entry: Entry; onClose: () => void }) {
  const { busy, sentence, run } = useAct();
  return (
    <ConfirmDialog title={t.errorTitle} text={t.errorText} confirmLabel={t.errorAct} cancelLabel={frameText.cancel} busy={busy} onCancel={onClose} onConfirm={() => run(async () => { await applyClinical(chart, { kind: 'markError', list, id: entry.id }); onClose(); })}>
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
    </ConfirmDialog>
  );
}

function Row({ chart, list, entry, locked, onEdit, onError }: { chart: Chart; list: ClinicalList; entry: Entry; locked: boolean; onEdit: () => void; onError: () => void }) {
  const { title, facts, now } = entryLine(list, entry as never, chart.today);
  const caution = cautionOf(entry, now);
  return (
    <li className="health-row">
      <div className="stack-tight health-row__text">
        <span className={now ? 'strong' : 'quiet'}>{entry.enteredInError ? <s>{title}</s> : title}{entry.enteredInError ? <span className="small"> {clinicalRecordText.enteredInError}</span> : null}</span>
        {facts.length > 0 ? <span className="small">{facts.join(' · ')}</span> : null}
        {entry.note ? <span className="small health-row__note">{entry.note}</span> : null}
        {caution ? <span className="small quiet">{caution}</span> : null}
        <span className="small quiet">{t.recorded(entry.recordedBy, formatInstantDay(entry.recordedAt))}</span>
      </div>
      {locked || entry.enteredInError ? null : <span className="health-row__acts"><Button small look="quiet" aria-label={t.actOf(t.editAct, title)} onClick={onEdit}>{t.editAct}</Button><Button small look="quiet" aria-label={t.actOf(t.errorAct, title)} onClick={onError}>{t.errorAct}</Button></span>}
    </li>
  );
}

export function EntryList({ chart, list }: { chart: Chart; list: ClinicalList }) {
  const [open, setOpen] = useState<{ entry: Entry | null; how: 'edit' | 'error' }>();
  const [all, setAll] = useState(false);
  const locked = chart.client.status === 'archived';
  const entries: readonly Entry[] = chart.clinical.value[list];
  const lineOf = (entry: Entry) => entryLine(list, entry as never, chart.today);
  const ordered = entries.toSorted((a, b) => Number(a.enteredInError) - Number(b.enteredInError) || Number(lineOf(b).now) - Number(lineOf(a).now) || lineOf(b).sortKey.localeCompare(lineOf(a).sortKey));
  const shown = all ? ordered : ordered.slice(0, SHOWN);
  const close = () => setOpen(undefined);
  return (
    <Panel title={clinicalRecordText.lists[list]} acts={locked ? null : <Button small aria-label={t.add[list]} onClick={() => setOpen({ entry: null, how: 'edit' })}>{t.addAct}</Button>}>
      {ordered.length === 0 ? <p className="small quiet">{t.none[list]}</p> : <ul className="line-list">{shown.map((entry) => <Row key={entry.id} chart={chart} list={list} entry={entry} locked={locked} onEdit={() => setOpen({ entry, how: 'edit' })} onError={() => setOpen({ entry, how: 'error' })} />)}</ul>}
      {ordered.length > shown.length ? <div className="row"><Button small look="quiet" onClick={() => setAll(true)}>{t.more(ordered.length - shown.length)}</Button></div> : null}
      {open?.how === 'edit' ? <EntryDialog chart={chart} list={list} entry={open.entry} onClose={close} /> : null}
      {open?.how === 'error' && open.entry ? <ErrorDialog chart={chart} list={list} entry={open.entry} onClose={close} /> : null}
    </Panel>
  );
}
