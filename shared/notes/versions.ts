// Earlier saves of a note: grouped by sitting, and what is different between two of them. Refuses to judge which is
// the better one.
import { z } from 'zod';
import { modalityLabels, placeLabels, riskKindLabels, riskLevelLabels, serviceTypeLabels } from '../text/en/clinical.ts';
import { notesText } from '../text/en/notes.ts';
import type { NoteDocument } from './document.ts';
import type { NoteHeader } from './note.ts';
import { answerText } from './plainText.ts';
import type { NoteTemplate } from './template.ts';

/** Most versions that cross to the window at once; the newest of them. */
export const VERSIONS_MAX = 20_000;

/** `savedAt` in milliseconds since the epoch; `signed`: this save and what follows it stand signed. */
export const NoteVersion = z.strictObject({ revision: z.number().int().min(1), savedAt: z.number(), signed: z.boolean() });
export type NoteVersion = z.infer<typeof NoteVersion>;

/** A pause in the saves longer than this begins a new sitting. */
export const SITTING_PAUSE_MS = 15 * 60_000;

/** Saves made in one go, newest first, as the list shows them. */
export type Sitting = { readonly newest: NoteVersion; readonly oldest: NoteVersion; readonly versions: readonly NoteVersion[] };

/** Newest first in, newest first out. A signature begins a sitting of its own, so that it can be seen. */
export function sittings(versions: readonly NoteVersion[]): Sitting[] {
  const groups: NoteVersion[][] = [];
  for (const version of versions) {
    const group = groups.at(-1);
    const later = group?.at(-1);
    if (group !== undefined && later !== undefined && later.savedAt - version.savedAt <= SITTING_PAUSE_MS && later.signed === version.signed) group.push(version);
    else groups.push([version]);
  }
  return groups.flatMap((group) => {
    const [newest] = group;
    const oldest = group.at(-1);
    return newest === undefined || oldest === undefined ? [] : [{ newest, oldest, versions: group }];
  });
}

/** What a note says in one place. */
export type NoteState = { readonly header: NoteHeader; readonly document: NoteDocument; readonly template: NoteTemplate };
/** One place in which two states differ; '' where one of them says nothing. */
export type Difference = { readonly id: string; readonly section: string; readonly label: string; readonly before: string; readonly after: string };
type Line = Omit<Difference, 'before' | 'after'> & { readonly text: string };

function headerLines(header: NoteHeader): Line[] {
  const t = notesText.header;
  const line = (id: string, label: string, text: string, section: string = t.title): Line => ({ id: `header.${id}`, section, label, text });
  const links = header.planLinks.map(({ number, rating, comment }) => `${number}${rating === null ? '' : `: ${notesText.links.rated(rating)}`}${comment === '' ? '' : ` (${comment})`}`);
  return [
    line('date', t.date, header.serviceDate), line('start', t.start, header.startTime ?? ''), line('end', t.end, header.endTime ?? ''),
    line('break', t.breakMinutes, header.breakMinutes === 0 ? '' : String(header.breakMinutes)),
    line('service', t.service, serviceTypeLabels[header.serviceType]), line('modality', t.modality, modalityLabels[header.modality]), line('reason', t.modalityReason, header.modalityReason),
    line('place', t.place, placeLabels[header.place]), line('interpreter', t.interpreter, header.interpreter), line('next', t.next, header.nextAppointment ?? ''),
    line('people', t.people, header.participants.map(({ name, relationship }) => (relationship === '' ? name : `${name} (${relationship})`)).join(', ')),
    ...(Object.keys(header.risk) as (keyof NoteHeader['risk'])[]).map((kind) => {
      const { level, action } = header.risk[kind];
      return line(`risk.${kind}`, riskKindLabels[kind], level === 'not_asked' && action === '' ? '' : `${riskLevelLabels[level]}${action === '' ? '' : ` (${action})`}`, notesText.risk.title);
    }),
    line('links', notesText.links.title, links.join('; ')), line('none', notesText.links.noneBecause, header.noPlanLinkReason),
  ];
}

/** What stands in the head of a note, a line for each. */
export function headerText(header: NoteHeader): string {
  return headerLines(header).filter(({ text }) => text !== '').map(({ label, text }) => `${label}: ${text}`).join('\n');
}

function documentLines({ document, template }: NoteState): Line[] {
  return template.sections.flatMap((section) => {
    const element = document.find(({ sectionId }) => sectionId === section.id);
    return section.fields.flatMap((field): Line[] => {
      const answer = element?.children.find(({ fieldId }) => fieldId === field.id);
      return answer === undefined ? [] : [{ id: field.id, section: section.title, label: field.label, text: answerText(answer, field).trim() }];
    });
  });
}

/** Every place in which the two differ, in the order of the later one; places that only the earlier one has come last. */
export function differences(before: NoteState, after: NoteState): Difference[] {
  const lines = (state: NoteState): Map<string, Line> => new Map([...headerLines(state.header), ...documentLines(state)].map((line) => [line.id, line]));
  const old = lines(before);
  const now = lines(after);
  const pairs = [...[...now.values()].map((line) => ({ line, before: old.get(line.id)?.text ?? '', after: line.text })), ...[...old.values()].filter(({ id }) => !now.has(id)).map((line) => ({ line, before: line.text, after: '' }))];
  return pairs.filter((pair) => pair.before !== pair.after).map(({ line: { id, section, label }, ...texts }) => ({ id, section, label, ...texts }));
}
