// Preview of a note on paper: choose who it is for and what it says of the person, look at it, print it or save it.
// Refuses to print words that are not on the disk: the note is read again.
import { useState } from 'react';
import type { NoteId } from '../../shared/brand.ts';
import type { Client } from '../../shared/clients/client.ts';
import { clientInitials } from '../../shared/clients/clientRules.ts';
import { isAppError } from '../../shared/errors.ts';
import { notePlan, type NotePlan, plansOfNote } from '../../shared/notes/notePlan.ts';
import type { Settings } from '../../shared/settings.ts';
import { notePrintText as t, PART2_NOTICES } from '../../shared/text/en/notePrint.ts';
import { planSheetText } from '../../shared/text/en/planSheet.ts';
import { api } from '../api.ts';
import { sentenceOf } from '../data/sentenceOf.ts';
import { useCall } from '../data/useCall.ts';
import { usePrintPage } from '../handouts/usePrintPage.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxField, RadioField } from '../ui/ChoiceFields.tsx';
import { formatDayWithYear, formatMoment } from '../ui/format.ts';
import { Notice, Skeleton } from '../ui/Notes.tsx';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { choicesOf } from '../ui/SelectField.tsx';
import { NoteSheet, type ForWhom, type NotePaper } from './note/NoteSheet.tsx';
import type { OpenNote } from './note/useDraft.ts';

type Options = { readonly name: 'full' | 'initials'; readonly forWhom: ForWhom; readonly paper: Settings['paper']; readonly diagnosis: boolean };
type Parts = { readonly open: OpenNote; readonly client: Client; readonly settings: Settings; readonly plan: NotePlan };
/** `planTrouble`: why the plan could not be read; the note is printed without its words then. */
type Answer = Omit<Parts, 'client'> & { readonly planTrouble: string | null };

async function askPlan({ value: { clientId, header } }: OpenNote): Promise<Pick<Answer, 'plan' | 'planTrouble'>> {
  try {
    const { heads } = await api.plans.list({ clientId });
    const read = await Promise.all(plansOfNote(header, heads).map((planId) => api.plans.get({ planId })));
    return { plan: notePlan(read.map(({ value }) => value)), planTrouble: null };
  } catch (error) {
    return { plan: notePlan([]), planTrouble: sentenceOf(error) };
  }
}

async function askAll(noteId: NoteId): Promise<Answer> {
  const [open, settings] = await Promise.all([api.notes.get({ noteId }), api.settings.get({})]);
  return { open, settings, ...await askPlan(open) };
}

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
  const plan = options.diagnosis ? parts.plan : { ...parts.plan, diagnoses: [] };
  const foot = footOf(parts, who, options.forWhom);
  usePrintPage({ paper: options.paper, foot, pageWord: t.sheet.page, ofWord: t.sheet.of, title: t.documentTitle });
  return (
    <>
      <div className="handout-paper" data-paper={options.paper}>
        <NoteSheet open={open} paper={paper} plan={plan} />
        <p className="handout-foot note-paper-foot"><span>{foot}</span></p>
      </div>
      <PrintSheet><NoteSheet open={open} paper={paper} plan={plan} /></PrintSheet>
    </>
  );
}

/** The screen; `client` is whose note it is. */
export function NotePrintScreen({ noteId, client, onClose }: { noteId: NoteId; client: Client; onClose: () => void }) {
  const call = useCall(`print ${noteId}`, () => askAll(noteId));
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
  const forWhom = chosen.forWhom ?? 'outside';
  // A client's own copy says no diagnosis unless it is wished for; whoever bills or treats needs it.
  const options: Options = { name: 'full', paper: call.value?.settings.paper ?? 'letter', diagnosis: forWhom !== 'client', ...chosen, forWhom };
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
        <RadioField name="forWhom" legend={t.forLegend} value={options.forWhom} choices={choicesOf(['outside', 'client', 'chart'] as const, t.forWhom)} onChange={(next) => setChosen({ ...chosen, forWhom: next })} />
        {options.forWhom === 'outside' ? <p className="small quiet">{t.outsideHint}</p> : null}
        <RadioField name="nameOnPage" legend={t.nameLegend} value={options.name} choices={choicesOf(['full', 'initials'] as const, t.names)} onChange={(name) => setChosen({ ...chosen, name })} />
        {call.value && call.value.plan.diagnoses.length > 0 ? <div className="field"><CheckboxField name="diagnosis" label={t.diagnosis} hint={t.diagnosisHint} checked={options.diagnosis} onChange={(diagnosis) => setChosen({ ...chosen, diagnosis })} /></div> : null}
        <RadioField name="paper" legend={t.paperLegend} value={options.paper} choices={choicesOf(['letter', 'a4'] as const, t.papers)} onChange={(paper) => setChosen({ ...chosen, paper })} />
        <p className="small quiet">{planSheetText.plaintextWarning}</p>
        {call.value && call.value.planTrouble !== null ? <Notice tone="warn">{t.planTrouble(call.value.planTrouble)}</Notice> : null}
        {call.status === 'refused' ? <Notice tone="error" action={{ label: planSheetText.back, perform: onClose }}>{call.sentence}</Notice> : null}
      </section>
      <section className="handout-preview" aria-label={t.preview} tabIndex={0}>{call.status === 'ready' ? <Sheets parts={{ ...call.value, client }} options={options} /> : null}{call.status === 'loading' ? <Skeleton label={t.loading} lines={8} /> : null}</section>
    </div>
  );
}
