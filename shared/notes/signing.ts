// What signing needs: the exact content that is frozen, what blocks it, what it only mentions. Refuses
// to hash or to hold keys; the main process does that with the string made here.
import type { LocalDate, LocalTime } from '../dates.ts';
import { thresholds } from '../continuum/thresholds.ts';
import { riskKindLabels, signProblemText } from '../text/en/clinical.ts';
import { consentControl, ratingControl, riskControl } from './headerControls.ts';
import { type Note, type NoteHeader, RISK_KINDS } from './note.ts';
import { phrasesText } from '../text/en/phrases.ts';
import { openBlanks } from './openBlanks.ts';
import { isEmptyAnswer } from './plainText.ts';
import { isRequired } from './requiredIf.ts';
import type { NoteTemplate } from './template.ts';
import { type KeptWhy, type NumberRule, unreadNumbers } from './typedNumber.ts';
import { type Contradiction, RESULT_FIELD, visitContradiction } from './visitResult.ts';

/** JSON with keys in code-point order and no spaces: equal content gives equal bytes. `undefined` keys are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** What a signature stands for: header, document and the template it was written on. */
export function contentToSign({ header, document, template }: Pick<Note, 'header' | 'document' | 'template'>): string {
  return canonicalJson({ header, document, template });
}

export type SignProblem = {
  readonly text: string;
  /** Where to go: a part of the header with the name of its control, or a field of the document by id. */
  readonly where: { readonly kind: 'header'; readonly part: keyof NoteHeader; readonly control: string } | { readonly kind: 'field'; readonly fieldId: string };
};
export type SignCheck = { readonly blocking: readonly SignProblem[]; readonly hints: readonly SignProblem[] };

/** `control` is the part itself where the part has one control only. */
const atHeader = (part: keyof NoteHeader, text: string, control: string = part): SignProblem => ({ text, where: { kind: 'header', part, control } });

/** A visit that did not happen has no times and no content to ask for. */
export function tookPlace({ serviceType }: Pick<NoteHeader, 'serviceType'>): boolean {
  return serviceType !== 'no_show' && serviceType !== 'non_billable';
}

function* timeProblems(header: NoteHeader, today: LocalDate): Generator<SignProblem> {
  if (header.serviceDate > today) yield atHeader('serviceDate', signProblemText.dateFuture);
  if (!tookPlace(header)) return;
  if (header.startTime === null) yield atHeader('startTime', signProblemText.startTimeMissing);
  if (header.endTime === null) yield atHeader('endTime', signProblemText.endTimeMissing);
}

/** A session of today whose end is still to come: written while it runs, or mistyped. A day that has not come blocks by itself. */
function endsLater({ serviceDate, endTime }: NoteHeader, now: WallClock): boolean {
  return serviceDate === now.date && endTime !== null && endTime > now.time;
}

function* dayHints(header: NoteHeader, now: WallClock, born: LocalDate | null): Generator<SignProblem> {
  if (born !== null && header.serviceDate < born) yield atHeader('serviceDate', signProblemText.beforeBirth);
  if (tookPlace(header) && endsLater(header, now)) yield atHeader('endTime', signProblemText.endsLater);
}

/** True when both times are there and the end is not after the start (NOTE_TIME_ORDER). */
export function timesReversed({ startTime, endTime }: Pick<NoteHeader, 'startTime' | 'endTime'>): boolean {
  return startTime !== null && endTime !== null && endTime <= startTime;
}

function* contentProblems({ header, document }: Pick<Note, 'header' | 'document'>, template: NoteTemplate): Generator<SignProblem> {
  if (!tookPlace(header)) return;
  const answers = new Map(document.flatMap(({ children }) => children.map((element) => [element.fieldId, element])));
  for (const field of template.sections.flatMap(({ fields }) => fields)) {
    const answer = answers.get(field.id);
    // A date for the next appointment is a next step too.
    if (field.id === 'next_steps' && header.nextAppointment !== null) continue;
    if (isRequired(field, answers) && (answer === undefined || isEmptyAnswer(answer, field))) yield { text: signProblemText.fieldMissing(field.label), where: { kind: 'field', fieldId: field.id } };
  }
  for (const kind of RISK_KINDS) {
    const { level, action } = header.risk[kind];
    if ((level === 'moderate' || level === 'high') && action.trim() === '') yield atHeader('risk', signProblemText.riskActionMissing(riskKindLabels[kind]), riskControl(kind, 'action'));
  }
}

function numberSentence(label: string, typed: string, why: KeptWhy, rule: NumberRule): string {
  if (why === 'unread') return signProblemText.numberUnread(label, typed);
  if (why === 'decimals' && rule.decimals !== null) return signProblemText.numberDecimals(label, typed, rule.decimals);
  return signProblemText.numberRange(label, typed, rule.min, rule.max, rule.decimals === 0);
}

function* numberProblems({ document }: Pick<Note, 'document'>, template: NoteTemplate): Generator<SignProblem> {
  for (const { fieldId, label, typed, why, rule } of unreadNumbers(document, template)) {
    yield { text: numberSentence(label, typed, why, rule), where: { kind: 'field', fieldId } };
  }
}

/** Blanks of smart phrases that were put in and not filled in: one hint for each place, so that a long phrase makes no long list. */
function* blankHints({ document }: Pick<Note, 'document'>, template: NoteTemplate): Generator<SignProblem> {
  const labels = new Map(template.sections.flatMap(({ fields }) => fields.map(({ id, label }) => [id, label])));
  for (const { fieldId, blanks } of openBlanks(document)) yield { text: phrasesText.openBlanks(labels.get(fieldId) ?? fieldId, blanks), where: { kind: 'field', fieldId } };
}

function contradictionText(found: Contradiction): string {
  if (found.kind === 'detected') return signProblemText.metButDetected(found.substances.join(', '));
  return found.kind === 'allMet' ? signProblemText.notMetButNegative : signProblemText.noSpecimenButTested;
}

/** Read in pauses with the other hints, whatever template has a result code beside a panel. */
function* visitHints({ header, document }: Pick<Note, 'header' | 'document'>): Generator<SignProblem> {
  const found = tookPlace(header) ? visitContradiction(document) : null;
  if (found !== null) yield { text: contradictionText(found), where: { kind: 'field', fieldId: RESULT_FIELD } };
}

function* headerHints(header: NoteHeader): Generator<SignProblem> {
  if (!tookPlace(header)) return;
  if (header.planLinks.length === 0 && header.noPlanLinkReason.trim() === '') yield atHeader('planLinks', signProblemText.noObjective, 'noPlanLinkReason');
  for (const link of header.planLinks) if (link.rating === null) yield atHeader('planLinks', signProblemText.noRating(link.number), ratingControl(link.objectiveId));
  for (const kind of RISK_KINDS) {
    const { level, action } = header.risk[kind];
    if (level === 'not_asked') yield atHeader('risk', signProblemText.riskNotAsked(riskKindLabels[kind]), riskControl(kind, 'level'));
    if (level === 'low' && action.trim() === '') yield atHeader('risk', signProblemText.riskActionMissing(riskKindLabels[kind]), riskControl(kind, 'action'));
  }
  if (header.modality === 'audio_only' && header.modalityReason.trim() === '') yield atHeader('modalityReason', signProblemText.audioReason);
  for (const person of header.participants) if (!person.consentOnFile) yield atHeader('participants', signProblemText.consentMissing(person.name), consentControl(person.id));
  if (header.nextAppointment !== null && header.nextAppointment < header.serviceDate) yield atHeader('nextAppointment', signProblemText.appointmentPast);
}

/**
 * What stands between a note and its signature. Blocking: times, required fields, what was done about
 * a moderate or high risk, a number that is not understood or that its place does not take. `born` is the client's date of birth, where it is known. Hints stay hints: a day before it, an end that has not come, no objective linked, risk not asked, nothing said of a low one, consent, a result code that its test panel contradicts, late entry.
 */
export function signProblems(note: Pick<Note, 'header' | 'document'>, template: NoteTemplate, now: WallClock, born: LocalDate | null): SignCheck {
  const { header } = note;
  const order = timesReversed(header) && tookPlace(header) ? [atHeader('endTime', signProblemText.timeOrder)] : [];
  return {
    blocking: [...timeProblems(header, now.date), ...order, ...contentProblems(note, template), ...numberProblems(note, template)],
    hints: [...dayHints(header, now, born), ...headerHints(header), ...visitHints(note), ...blankHints(note, template), ...(isLate(header, now) ? [atHeader('serviceDate', signProblemText.late)] : [])],
  };
}

/** The reader's wall: day and time of signing. */
export type WallClock = { readonly date: LocalDate; readonly time: LocalTime };

function wallMs(date: LocalDate, time: string): number {
  return Date.parse(`${date}T${time}:00Z`);
}

/** Late entry: signed more than 24 hours after the service ended (CLINICAL H.6); the end of the day stands in for a missing end. */
export function isLate(header: Pick<NoteHeader, 'serviceDate' | 'startTime' | 'endTime'>, signed: WallClock): boolean {
  const ended = wallMs(header.serviceDate, header.endTime ?? header.startTime ?? '23:59');
  return wallMs(signed.date, signed.time) - ended > thresholds.lateEntryHours * 3_600_000;
}
