// One list of the clinical record: what counts now first, what is over after it, mistakes last and struck.
// Refuses to remove: an entry is changed, or marked as entered in error.
import { useState } from 'react';
import type { ClinicalList } from '../../../shared/clinical/clinicalRecord.ts';
import { entryLine, type EntryOf } from '../../../shared/clinical/entryLines.ts';
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import { clinicalRecordText, medicationCautions, medicationFacts } from '../../../shared/text/en/clinicalRecord.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { healthText as t } from '../../../shared/text/en/health.ts';
import type { FoundPlace } from '../../data/route.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { formatInstantDay } from '../../ui/format.ts';
import { Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { applyClinical } from './applyClinical.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { EntryReading, writtenFields } from './EntryReading.tsx';

const SHOWN = 6;
type Entry = EntryOf<ClinicalList>;

function cautionOf(entry: Entry, now: boolean): string {
  return now && !entry.enteredInError && 'missedDoses7d' in entry ? `${medicationFacts[entry.kind]} ${medicationCautions[entry.kind]}`.trim() : '';
}

function ErrorDialog({ chart, list, entry, onClose }: { chart: Chart; list: ClinicalList; entry: Entry; onClose: () => void }) {
  const { busy, sentence, run } = useAct();
  return (
    <ConfirmDialog title={t.errorTitle} text={t.errorText} confirmLabel={t.errorAct} cancelLabel={frameText.cancel} busy={busy} onCancel={onClose} onConfirm={() => run(async () => { await applyClinical(chart, { kind: 'markError', list, id: entry.id }); onClose(); })}>
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
    </ConfirmDialog>
  );
}

/** What a row shows of an entry. */
function rowWords(list: ClinicalList, entry: Entry, today: Chart['today']): string {
  const { title, facts } = entryLine(list, entry as never, today);
  return [title, ...facts, entry.note].join('\n').toLocaleLowerCase();
}

type Open = { readonly entry: Entry | null; readonly how: 'edit' | 'error' | 'read' };

/** Where a search has led to words that the row does not show, what shows them: the form, or the reading of it where nothing may be changed. */
function ledTo({ chart, list, place, entry }: { chart: Chart; list: ClinicalList; place: FoundPlace; entry: Entry | undefined }): Open | undefined {
  if (entry === undefined) return undefined;
  const shown = rowWords(list, entry, chart.today);
  if (place.words.every((word) => shown.includes(word.toLocaleLowerCase()))) return undefined;
  return { entry, how: chart.client.status === 'archived' || entry.enteredInError ? 'read' : 'edit' };
}

function Row({ chart, list, entry, locked, front, onOpen }: { chart: Chart; list: ClinicalList; entry: Entry; locked: boolean; /** Its dialog stands in front. */ front: boolean; onOpen: (how: Open['how']) => void }) {
  const { title, facts, now } = entryLine(list, entry as never, chart.today);
  const hidden = writtenFields(list, entry).some(({ text }) => !rowWords(list, entry, chart.today).includes(text.toLocaleLowerCase()));
  const caution = cautionOf(entry, now);
  return (
    <li className="health-row" data-place={front ? undefined : entry.id}>
      <div className="stack-tight health-row__text">
        <span className={now ? 'strong' : 'quiet'}>{entry.enteredInError ? <s>{title}</s> : title}{entry.enteredInError ? <span className="small"> {clinicalRecordText.enteredInError}</span> : null}</span>
        {facts.length > 0 ? <span className="small">{facts.join(' · ')}</span> : null}
        {entry.note ? <span className="small health-row__note">{entry.note}</span> : null}
        {caution ? <span className="small quiet">{caution}</span> : null}
        <span className="small quiet">{t.recorded(entry.recordedBy, formatInstantDay(entry.recordedAt))}</span>
      </div>
      {locked || entry.enteredInError
        ? hidden ? <span className="health-row__acts"><Button small look="quiet" aria-label={t.actOf(t.readAct, title)} onClick={() => onOpen('read')}>{t.readAct}</Button></span> : null
        : <span className="health-row__acts"><Button small look="quiet" aria-label={t.actOf(t.editAct, title)} onClick={() => onOpen('edit')}>{t.editAct}</Button><Button small look="quiet" aria-label={t.actOf(t.errorAct, title)} onClick={() => onOpen('error')}>{t.errorAct}</Button></span>}
    </li>
  );
}

/** `place`: what a search has led to, in this list or in another one. */
export function EntryList({ chart, list, place }: { chart: Chart; list: ClinicalList; place: FoundPlace }) {
  const locked = chart.client.status === 'archived';
  const entries: readonly Entry[] = chart.clinical.value[list];
  const lineOf = (entry: Entry) => entryLine(list, entry as never, chart.today);
  const ordered = entries.toSorted((a, b) => Number(a.enteredInError) - Number(b.enteredInError) || Number(lineOf(b).now) - Number(lineOf(a).now) || lineOf(b).sortKey.localeCompare(lineOf(a).sortKey));
  const found = entries.find(({ id }) => id === place.at);
  const [open, setOpen] = useState<Open | undefined>(() => ledTo({ chart, list, place, entry: found }));
  const [all, setAll] = useState(found !== undefined && ordered.indexOf(found) >= SHOWN);
  const shown = all ? ordered : ordered.slice(0, SHOWN);
  const close = () => setOpen(undefined);
  return (
    <Panel title={clinicalRecordText.lists[list]} acts={locked ? null : <Button small aria-label={t.add[list]} onClick={() => setOpen({ entry: null, how: 'edit' })}>{t.addAct}</Button>}>
      {ordered.length === 0 ? <p className="small quiet">{t.none[list]}</p> : <ul className="line-list">{shown.map((entry) => <Row key={entry.id} chart={chart} list={list} entry={entry} locked={locked} front={open?.entry?.id === entry.id} onOpen={(how) => setOpen({ entry, how })} />)}</ul>}
      {ordered.length > shown.length ? <div className="row"><Button small look="quiet" onClick={() => setAll(true)}>{t.more(ordered.length - shown.length)}</Button></div> : null}
      {open?.how === 'edit' ? <EntryDialog chart={chart} list={list} entry={open.entry} onClose={close} /> : null}
      {open?.how === 'read' && open.entry ? <EntryReading list={list} entry={open.entry} title={lineOf(open.entry).title} onClose={close} /> : null}
      {open?.how === 'error' && open.entry ? <ErrorDialog chart={chart} list={list} entry={open.entry} onClose={close} /> : null}
    </Panel>
  );
}
