// The head of a note to be read: when, what kind, with whom, risk, objectives. Refuses to leave out what was not
// asked: of risk and objectives, that is news too, unless nobody came.
import type { ReactNode } from 'react';
import { noteMinutes } from '../../../shared/notes/duration.ts';
import { type NoteHeader, type PlanLink, RISK_KINDS } from '../../../shared/notes/note.ts';
import type { NotePlan } from '../../../shared/notes/notePlan.ts';
import { tookPlace } from '../../../shared/notes/signing.ts';
import { modalityLabels, placeLabels, riskKindLabels, riskLevelLabels, serviceTypeLabels } from '../../../shared/text/en/clinical.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { Words } from '../../handouts/Words.tsx';
import { formatDayWithYear, formatTimes } from '../../ui/format.ts';

const text = notesText.header;

function personWords({ name, relationship, consentOnFile }: NoteHeader['participants'][number]): string {
  const about = [relationship, consentOnFile ? text.consentYes : text.consentNo].filter((part) => part !== '').join(', ');
  return `${name} (${about})`;
}

function riskWords({ risk }: NoteHeader): string {
  const asked = RISK_KINDS.filter((kind) => risk[kind].level !== 'not_asked');
  if (asked.length === 0) return notesText.sign.unanswered;
  const open = RISK_KINDS.filter((kind) => risk[kind].level === 'not_asked').map((kind) => riskKindLabels[kind]);
  const told = asked.map((kind) => `${riskKindLabels[kind]}: ${riskLevelLabels[risk[kind].level]}${risk[kind].action ? ` (${risk[kind].action})` : ''}`);
  return [...told, ...(open.length > 0 ? [`${riskLevelLabels.not_asked}: ${open.join(', ')}`] : [])].join('; ');
}

function ratingWords({ rating, comment }: PlanLink): string {
  return [rating === null ? '' : notesText.links.rated(rating), comment === '' ? '' : `(${comment})`].filter((part) => part !== '').join(' ');
}

/** Without the plan an objective is its number; with it, its words. */
function Objectives({ header, plan }: { header: NoteHeader; plan: NotePlan | null }) {
  if (header.planLinks.length === 0) return <Words text={header.noPlanLinkReason === '' ? notesText.sign.unanswered : `${notesText.links.noneBecause} ${header.noPlanLinkReason}`} />;
  if (plan === null) return <>{header.planLinks.map((link) => [link.number, ratingWords(link)].filter((part) => part !== '').join(': ')).join('; ')}</>;
  return <ul className="reading__objectives">{header.planLinks.map((link) => {
    const rated = ratingWords(link);
    return <li key={link.objectiveId}><span dir="auto"><Words text={`${link.number} ${plan.objectives.get(link.objectiveId) ?? ''}`.trim()} /></span>{rated === '' ? null : <span className="reading__rated" dir="auto"><Words text={rated} /></span>}</li>;
  })}</ul>;
}

/** Letters that stand beside their label in half of a page; a longer answer has the whole of it. */
const HALF_A_PAGE = 24;

/** A label and its answer. Without `wide` an answer that is long is across. */
function Line({ label, words, wide = words.length > HALF_A_PAGE }: { label: string; words: string; wide?: boolean }) {
  return <Across label={label} wide={wide}><Words text={words} /></Across>;
}

function Across({ label, children, wide = true }: { label: string; children: ReactNode; wide?: boolean }) {
  return <div className={wide ? 'reading__line--wide' : undefined}><dt>{label}</dt><dd dir="auto">{children}</dd></div>;
}

/**
 * `about` says on paper whose note it is; `plan` gives the words of the objectives and the diagnosis, null where
 * the numbers are enough.
 */
export function ReadingHead({ header, about, plan }: { header: NoteHeader; about: readonly (readonly [string, string])[]; plan: NotePlan | null }) {
  const minutes = noteMinutes(header);
  const when = [formatDayWithYear(header.serviceDate), header.startTime || header.endTime ? formatTimes(header.startTime, header.endTime) : null, minutes === null ? null : text.minutes(minutes)].filter((part) => part !== null).join(', ');
  const how = [serviceTypeLabels[header.serviceType], modalityLabels[header.modality], placeLabels[header.place]].join(', ');
  const came = tookPlace(header);
  const linked = header.planLinks.length > 0 || header.noPlanLinkReason !== '';
  const asked = RISK_KINDS.some((kind) => header.risk[kind].level !== 'not_asked');
  return (
    <dl className="reading__head">
      {about.filter(([, words]) => words !== '').map(([label, words]) => <Line key={label} label={label} words={words} />)}
      <Line label={text.date} words={when} />
      <Line label={text.service} words={`${how}${header.modalityReason ? ` (${header.modalityReason})` : ''}`} />
      {header.interpreter ? <Line label={text.interpreter} words={header.interpreter} /> : null}
      {header.nextAppointment ? <Line label={text.next} words={formatDayWithYear(header.nextAppointment)} /> : null}
      {header.participants.length > 0 ? <Line wide label={text.alsoPresent} words={header.participants.map(personWords).join('; ')} /> : null}
      {plan !== null && plan.diagnoses.length > 0 ? <Line wide label={text.diagnosis} words={plan.diagnoses.join('; ')} /> : null}
      {came || linked ? <Across label={notesText.links.title}><Objectives header={header} plan={plan} /></Across> : null}
      {came || asked ? <Line wide label={notesText.risk.title} words={riskWords(header)} /> : null}
    </dl>
  );
}
