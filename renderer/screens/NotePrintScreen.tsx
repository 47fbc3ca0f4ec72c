// Preview of a note on paper: choose who it is for and what it says of the person, look at it, print it or save it.
// Refuses to print words that are not on the disk: the note is read again.
import { useState } from 'react';
import type { NoteId } from '../../shared/brand.ts';
import type { Client } from '../../shared/clients/client.ts';
import { clientInitials } from '../../shared/clients/clientRules.ts';
import { isAppError } from '../../shared/errors.ts';
import { crisisSentence } from '../../shared/handouts/myPlan.ts';
import { notePlan, type NotePlan, plansOfNote } from '../../shared/notes/notePlan.ts';
import { isTakeHome, isTakeHomeEmpty } from '../../shared/notes/takeHome.ts';
import { takeHomeWarnings } from '../../shared/notes/takeHomeWarnings.ts';
import type { Settings } from '../../shared/settings.ts';
import { notePrintText as t, PART2_NOTICES } from '../../shared/text/en/notePrint.ts';
import { planSheetText } from '../../shared/text/en/planSheet.ts';
import { api } from '../api.ts';
import { sentenceOf } from '../data/sentenceOf.ts';
import { useCall } from '../data/useCall.ts';
import { PrivateWordsNotice } from '../handouts/PrivateWordsNotice.tsx';
import { usePrintPage } from '../handouts/usePrintPage.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxField, RadioField } from '../ui/ChoiceFields.tsx';
import { formatDayWithYear, formatMoment } from '../ui/format.ts';
import { Notice, Skeleton } from '../ui/Notes.tsx';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { choicesOf } from '../ui/SelectField.tsx';
import { NoteSheet, type ForWhom, type NotePaper } from './note/NoteSheet.tsx';
import { TakeHomeSheet } from './note/TakeHomeSheet.tsx';
import type { OpenNote } from './note/useDraft.ts';

type Options = { readonly name: 'full' | 'initials'; readonly forWhom: ForWhom; readonly paper: Settings['paper']; readonly diagnosis: boolean };
type Parts = { readonly open: OpenNote; readonly client: Client; readonly settings: Settings; readonly plan: NotePlan };
/** `planTrouble`: why the plan could not be read; the note is printed without its words then. */
type Answer = Omit<Parts, 'client'> & { readonly planTrouble: string | null };

/** Whether this copy is the plan alone: a plan that is taken home, printed for the client. */
function goesHome({ template }: OpenNote, forWhom: ForWhom): boolean {
  return forWhom === 'client' && isTakeHome(template);
}

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

/** Of every page, and of the first where it differs. */
type Feet = { readonly foot: string; readonly firstFoot?: string };

function feetOf(parts: Parts, who: string, forWhom: ForWhom): Feet {
  const { open, settings } = parts;
  if (!goesHome(open, forWhom)) return { foot: footOf(parts, who, forWhom) };
  const whose = `${who}  ·  ${formatDayWithYear(open.value.header.serviceDate)}`;
  // A page on its own says who to call, and says it once: the first has it above the plan, where it is found at a
  // glance; a second one below would only make the page louder. Every page after it has it at its foot.
  return { foot: [crisisSentence(settings), whose].join('\n'), firstFoot: whose };
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
  const feet = feetOf(parts, who, options.forWhom);
  const home = goesHome(open, options.forWhom);
  usePrintPage({ paper: options.paper, ...feet, pageWord: t.sheet.page, ofWord: t.sheet.of, title: home ? t.takeHome.documentTitle : t.documentTitle });
  const sheet = home ? <TakeHomeSheet open={open} paper={paper} settings={settings} /> : <NoteSheet open={open} paper={paper} plan={plan} />;
  return (
    <>
      <div className="handout-paper" data-paper={options.paper}>
        {sheet}
        <p className="handout-foot note-paper-foot"><span>{feet.firstFoot ?? feet.foot}</span></p>
      </div>
      <PrintSheet>{sheet}</PrintSheet>
    </>
  );
}

function Choices({ answer: { open, plan, planTrouble }, client: { details }, home, options, onChange }: { answer: Answer; client: Client; home: boolean; options: Options; onChange: (part: Partial<Options>) => void }) {
  const { status, addenda } = open.value;
  return (
    <>
      {home && isTakeHomeEmpty(open.template, open.value.document) ? <Notice tone="warn">{t.takeHome.nothing}</Notice> : null}
      {home ? <PrivateWordsNotice warnings={takeHomeWarnings(open.template, open.value.document, options.name === 'full' ? [] : [details.preferredName, details.legalName])} /> : null}
      {status === 'draft' ? <Notice tone={home ? 'info' : 'warn'}>{home ? t.takeHome.unsignedHint : t.draftWarning}</Notice> : null}
      <RadioField name="forWhom" legend={t.forLegend} value={options.forWhom} choices={choicesOf(['outside', 'client', 'chart'] as const, t.forWhom)} onChange={(forWhom) => onChange({ forWhom })} />
      {options.forWhom === 'outside' ? <p className="small quiet">{t.outsideHint}</p> : null}
      {home ? <p className="small quiet">{t.takeHome.hint}{addenda.length > 0 ? ` ${t.takeHome.additionsHint}` : ''}</p> : null}
      <RadioField name="nameOnPage" legend={t.nameLegend} value={options.name} choices={choicesOf(['full', 'initials'] as const, t.names)} onChange={(name) => onChange({ name })} />
      {plan.diagnoses.length > 0 && !home ? <div className="field"><CheckboxField name="diagnosis" label={t.diagnosis} hint={t.diagnosisHint} checked={options.diagnosis} onChange={(diagnosis) => onChange({ diagnosis })} /></div> : null}
      <RadioField name="paper" legend={t.paperLegend} value={options.paper} choices={choicesOf(['letter', 'a4'] as const, t.papers)} onChange={(paper) => onChange({ paper })} />
      {planTrouble === null || home ? null : <Notice tone="warn">{t.planTrouble(planTrouble)}</Notice>}
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
  const ready = call.status === 'ready';
  // What a client takes home is printed for the client first; the choice waits for the note, so that it does not move.
  const forWhom = chosen.forWhom ?? (call.value && isTakeHome(call.value.open.template) ? 'client' : 'outside');
  const home = call.value ? goesHome(call.value.open, forWhom) : false;
  // A client's own copy says no diagnosis unless it is wished for; whoever bills or treats needs it.
  const options: Options = { name: home ? 'initials' : 'full', paper: call.value?.settings.paper ?? 'letter', diagnosis: forWhom !== 'client', ...chosen, forWhom };
  const print = () => send(async () => ((await api.print.paper({})).printed ? planSheetText.printed : planSheetText.cancelled));
  const save = () => send(async () => ((await api.print.pdf({ suggestedName: home ? 'my-plan' : 'note' })).saved ? planSheetText.saved : planSheetText.cancelled));
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
        {call.value ? <Choices answer={call.value} client={client} home={home} options={options} onChange={(part) => setChosen({ ...chosen, ...part })} /> : null}
        <p className="small quiet">{planSheetText.plaintextWarning}</p>
        {call.status === 'refused' ? <Notice tone="error" action={{ label: planSheetText.back, perform: onClose }}>{call.sentence}</Notice> : null}
      </section>
      <section className="handout-preview" aria-label={t.preview} tabIndex={0}>{call.status === 'ready' ? <Sheets parts={{ ...call.value, client }} options={options} /> : null}{call.status === 'loading' ? <Skeleton label={t.loading} lines={8} /> : null}</section>
    </div>
  );
}
