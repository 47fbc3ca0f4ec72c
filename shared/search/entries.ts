// What can be found of each record, as plain text. Refuses prompts and ids: only words that someone wrote or chose.
import type { Client } from '../clients/client.ts';
import type { Episode } from '../continuum/episode.ts';
import { eventLabel } from '../continuum/eventTypes.ts';
import type { Note } from '../notes/note.ts';
import { documentText } from '../notes/plainText.ts';
import type { NoteTemplate } from '../notes/template.ts';
import type { Plan, Problem } from '../plans/plan.ts';
import { serviceTypeLabels } from '../text/en/clinical.ts';
import { searchText } from '../text/en/search.ts';
import type { SearchEntry } from './search.ts';

function lines(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '').join('\n');
}

/** Document, words of the header, additions. */
export function noteEntries(note: Note, template: NoteTemplate): SearchEntry[] {
  const { header } = note;
  const text = lines([
    documentText(note.document, template),
    ...header.planLinks.map(({ comment }) => comment), ...Object.values(header.risk).map(({ action }) => action),
    ...header.participants.flatMap(({ name, relationship }) => [name, relationship]),
    header.noPlanLinkReason, header.modalityReason, header.interpreter,
    ...note.addenda.flatMap((addendum) => [addendum.text, addendum.reason]),
  ]);
  return [{ kind: 'note', clientId: note.clientId, recordId: note.id, part: null, date: header.serviceDate, title: `${note.template.title}, ${serviceTypeLabels[header.serviceType]}`, text }];
}

function problemText({ statement, evidence, statusReason, goals }: Problem): string {
  return lines([statement, evidence, statusReason, ...goals.flatMap((goal) => [goal.text, ...goal.objectives.flatMap((objective) => [objective.text, objective.measure.metric, objective.statusReason, ...objective.interventions.flatMap(({ text, responsible }) => [text, responsible])])])]);
}

export function planEntries({ id, clientId, version, content }: Plan): SearchEntry[] {
  const text = lines([
    content.clientGoalsOwnWords, ...content.strengths, content.preferences, ...content.barriers, content.levelOfCareRationale, content.dischargeCriteria, content.pathwayNote, ...Object.values(content.notIndicated ?? {}), ...(content.agreements ?? []).flatMap(({ name, refusedReason }) => [name, refusedReason]),
    ...content.diagnoses.flatMap(({ code, label }) => [`${code} ${label}`]), ...content.problems.map(problemText),
  ]);
  return [{ kind: 'plan', clientId, recordId: id, part: null, date: content.effectiveDate, title: searchText.planTitle(version), text }];
}

/** Each event by itself, and the words at phases and overlays. */
export function episodeEntries(episode: Episode): SearchEntry[] {
  const at = { kind: 'event', clientId: episode.clientId, recordId: episode.id } as const;
  const events = episode.events.map((event) => ({ ...at, part: { of: 'event' as const, id: event.id }, date: event.date, title: eventLabel(event.type), text: lines([event.note, ...Object.values(event.fields).map((value) => (typeof value === 'string' ? value : null))]) }));
  const phases = episode.phases.map((phase) => ({ ...at, part: { of: 'phase' as const, id: phase.id }, date: phase.actualStart ?? phase.plannedStart, title: searchText.phaseTitle, text: lines([phase.program, phase.notes]) }));
  const overlays = episode.overlays.map((overlay) => ({ ...at, part: { of: 'overlay' as const, id: overlay.id }, date: overlay.start, title: searchText.overlayTitle, text: overlay.detail }));
  return [...events, ...[...phases, ...overlays].filter(({ text }) => text.trim() !== '')];
}

/** Names and details. */
export function clientEntries({ id, details }: Client): SearchEntry[] {
  const text = lines([
    details.preferredName, details.legalName, details.pronouns, details.dateOfBirth, ...details.phones.map(({ number }) => number), details.email, details.address,
    details.emergencyContact.name, details.emergencyContact.relationship, details.emergencyContact.phone, ...details.careTeam.flatMap(({ name, phone }) => [name, phone]), details.payerDetail,
  ]);
  return [{ kind: 'client', clientId: id, recordId: id, part: null, date: null, title: searchText.clientTitle, text }];
}
