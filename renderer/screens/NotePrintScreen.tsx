// Preview of a note on paper: choose who it is for and what it says of the person, look at it, print it or save it.
// Refuses to print words that are not on the disk: the note is read again.
import { useState } from 'react';
import type { NoteId } from '../../shared/brand.ts';
import type { Client } from '../../shared/clients/client.ts';
import { clientInitials } from '../../shared/clients/clientRules.ts';
import { isAppError } from '../../shared/errors.ts';
import type { Settings } from '../../shared/settings.ts';
import { notePrintText as t, PART2_NOTICES } from '../../shared/text/en/notePrint.ts';
import { planSheetText } from '../../shared/text/en/planSheet.ts';
import { api } from '../api.ts';
import { sentenceOf } from '../data/sentenceOf.ts';
import { useCall } from '../data/useCall.ts';
import { usePrintPage } from '../handouts/usePrintPage.ts';
import { Button } from '../ui/Button.tsx';
import { RadioField } from '../ui/ChoiceFields.tsx';
import { formatDayWithYear, formatMoment } from '../ui/format.ts';
import { Notice, Skeleton } from '../ui/Notes.tsx';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { choicesOf } from '../ui/SelectField.tsx';
import { NoteSheet, type ForWhom, type NotePaper } from './note/NoteSheet.tsx';
import type { OpenNote } from './note/useDraft.ts';

type Options = { readonly name: 'full' | 'initials'; readonly forWhom: ForWhom; readonly paper: Settings['paper'] };
type Parts = { readonly open: OpenNote; readonly client: Client; readonly settings: Settings };

function footOf({ open }: Parts, who: string, forWhom: ForWhom): string {
  const lines = [[open.value.status === 'draft' ? t.draft : '', who, formatDayWithYear(open.value.header.serviceDate)].filter((part) => part !== '').join('  ·  ')];
  return [...lines, ...(forWhom === 'outside' ? [PART2_NOTICES.short] : [])].join('\n');
}

function Sheets({ parts, options }: { parts: Parts; options: Options }) {
  const { client, settings, open } = parts;
  const [printedAt] = useState(() => t.sheet.printed(formatMoment(Date.now())));
  const { preferredName, legalName, dateOfBirth } = client.details;
  const full = preferredName === legalName ? legalName : `${legalName} (${preferredName})`;
  const who = options.name === 'full' ? full : clientInitials(client.details);
  const paper: NotePaper = { who, born: options.name === 'full' ? formatDayWithYear(dateOfBirth) : null, clinic: [settings.clinicName, settings.clinicPhone].filter((part) => part !== '').join(', '), forWhom: options.forWhom, printedAt };
  const foot = footOf(parts, who, options.forWhom);
  usePrintPage({ paper: options.paper, foot, pageWord: t.sheet.page, ofWord: t.sheet.of, title: t.documentTitle });
  return (
    <>
      <div className="handout-paper" data-paper={options.paper}>
        <NoteSheet open={open} paper={paper} />
        <p className="handout-foot note-paper-foot"><span>{foot}</span></p>
      </div>
      <PrintSheet><NoteSheet open={open} paper={paper} /></PrintSheet>
    </>
  );
}

/** The screen; `client` is whose note it is. */
export function NotePrintScreen({ noteId, client, onClose }: { noteId: NoteId; client: Client; onClose: () => void }) {
  const call = useCall(`print ${noteId}`, async () => ({ open: await api.notes.get({ noteId }), settings: await api.settings.get({}) }));
  const [chosen, setChosen] = useState<Partial<Options>>({});
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const send = (work: () => Promise<string>): void => {
    setBusy(true);
    setSaid(planSheetText.busy);
    work().then(setSaid, (error: unknown) => setSaid(isAppError(error, 'CANCELLED') ? planSheetText.cancelled : sentenceOf(error))).finally(() => setBusy(false));
  };
  const print = () => send(async () => ((await api.print.paper({})).printed ? planSheetText.printed : planSheetText.cancelled));
  const save = () => send(async () => ((await api.print.pdf({ suggestedName: 'note' })).saved ? planSheetText.saved : planSheetText.cancelled));
  const ready = call.status === 'ready';
  const options: Options = { name: 'full', forWhom: 'outside', paper: call.value?.settings.paper ?? 'letter', ...chosen };
  return (
    <div className="handout">
      <section className="handout-options" aria-labelledby="note-print-title">
        <h2 id="note-print-title">{t.screenTitle}</h2>
        <div className="row">
          <Button look="primary" disabled={busy || !ready} onClick={print}>{t.print}</Button>
          <Button disabled={busy || !ready} onClick={save}>{t.savePdf}</Button>
          <Button look="quiet" onClick={onClose}>{t.back}</Button>
        </div>
        <p role="status" className="small">{said}</p>
        {call.value?.open.value.status === 'draft' ? <Notice tone="warn">{t.draftWarning}</Notice> : null}
        <RadioField name="forWhom" legend={t.forLegend} value={options.forWhom} choices={choicesOf(['outside', 'client', 'chart'] as const, t.forWhom)} onChange={(forWhom) => setChosen({ ...chosen, forWhom })} />
        {options.forWhom === 'outside' ? <p className="small quiet">{t.outsideHint}</p> : null}
        <RadioField name="nameOnPage" legend={t.nameLegend} value={options.name} choices={choicesOf(['full', 'initials'] as const, t.names)} onChange={(name) => setChosen({ ...chosen, name })} />
        <RadioField name="paper" legend={t.paperLegend} value={options.paper} choices={choicesOf(['letter', 'a4'] as const, t.papers)} onChange={(paper) => setChosen({ ...chosen, paper })} />
        <p className="small quiet">{planSheetText.plaintextWarning}</p>
        {call.status === 'refused' ? <Notice tone="error" action={{ label: planSheetText.back, perform: onClose }}>{call.sentence}</Notice> : null}
      </section>
      <section className="handout-preview" aria-label={t.preview} tabIndex={0}>{call.status === 'ready' ? <Sheets parts={{ ...call.value, client }} options={options} /> : null}{call.status === 'loading' ? <Skeleton label={t.loading} lines={8} /> : null}</section>
    </div>
  );
}
