// A plan that the client takes home, as it stands on the client's copy: the plan, whose it is, who to call. Refuses the
// chart: it draws the client's part of the note (shared/notes/takeHome.ts) and reads nothing else of it but the day and
// who signed.
import { takeHomePart } from '../../../shared/notes/takeHome.ts';
import { crisisSentence } from '../../../shared/handouts/myPlan.ts';
import type { Settings } from '../../../shared/settings.ts';
import { myPlanText } from '../../../shared/text/en/handouts.ts';
import { notePrintText } from '../../../shared/text/en/notePrint.ts';
import { Paper, Words } from '../../handouts/Words.tsx';
import { formatDayWithYear } from '../../ui/format.ts';
import { ReadingSections } from './NoteReading.tsx';
import type { NotePaper } from './NoteSheet.tsx';
import type { OpenNote } from './useDraft.ts';

const t = notePrintText.takeHome;

/** The whole sheet; the same element is shown as a preview and printed. */
export function TakeHomeSheet({ open: { value: note, template }, paper, settings }: { open: OpenNote; paper: Pick<NotePaper, 'who' | 'born'>; settings: Settings }) {
  const day = formatDayWithYear(note.header.serviceDate);
  const { name, credentials } = note.signature ?? { name: settings.clinicianName.trim(), credentials: settings.credentials.trim() };
  const clinic = myPlanText.clinic(settings.clinicName.trim(), settings.clinicPhone.trim());
  return (
    <Paper><article className="sheet note-sheet reading" lang="en">
      <header className="sheet-head">
        <h1>{template.title}</h1>
        <p className="sheet-meta">{[paper.who, paper.born === null ? '' : t.born(paper.born), day].filter((part) => part !== '').map((part) => <span key={part}><Words text={part} /></span>)}</p>
      </header>
      <section className="note-sheet__help" aria-label={t.helpNow}>
        <p className="note-sheet__name"><Words text={crisisSentence(settings)} /></p>
        {clinic === '' ? null : <p><Words text={clinic} /></p>}
        <p className="note-sheet__made sheet-meta">{[name === '' ? '' : t.counselor(notePrintText.sheet.signedBy(name, credentials)), note.signature ? t.made(day) : t.unsigned(day)].filter((part) => part !== '').map((part) => <span key={part}><Words text={part} /></span>)}</p>
      </section>
      <ReadingSections document={takeHomePart(template, note.document)} template={template} on="paper" />
    </article></Paper>
  );
}
