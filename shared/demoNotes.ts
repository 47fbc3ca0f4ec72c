// Fills a fresh note with a made-up session. Refuses fields the template does not have.
import type { LocalId } from './brand.ts';
import { addDays, type LocalDate } from './dates.ts';
import type { DemoAnswer, DemoNote } from './demo.ts';
import type { Block, FieldElement, NoteDocument, TableRow, TextFieldElement } from './notes/document.ts';
import type { NoteHeader } from './notes/note.ts';
import { emptyFieldElement } from './notes/newNote.ts';
import type { NoteTemplate, TemplateField } from './notes/template.ts';
import type { Plan } from './plans/plan.ts';

type Made = { readonly today: LocalDate; readonly newId: () => LocalId };

// A line that begins with "> " is the client's own words; lines that begin with "- " make a list.
function blocks(text: string): Block[] {
  const made: Block[] = [];
  for (const line of text.split('\n')) {
    const last = made.at(-1);
    if (line.startsWith('> ')) made.push({ type: 'quote', children: [{ text: line.slice(2) }] });
    else if (!line.startsWith('- ')) made.push({ type: 'paragraph', children: [{ text: line }] });
    else if (last?.type === 'list') last.children.push({ type: 'listItem', children: [{ text: line.slice(2) }] });
    else made.push({ type: 'list', ordered: false, children: [{ type: 'listItem', children: [{ text: line.slice(2) }] }] });
  }
  return made;
}

function rows(answer: DemoAnswer, field: Extract<TemplateField, { kind: 'table' }>, { today, newId }: Made): TableRow[] {
  if (!Array.isArray(answer)) return [];
  return answer.filter((row) => typeof row === 'object').map((row) => ({
    id: newId(),
    cells: Object.fromEntries(field.columns.map((column) => {
      const cell = row[column.id] ?? (column.kind === 'text' || column.kind === 'longText' ? '' : null);
      return [column.id, column.kind === 'date' && typeof cell === 'number' ? addDays(today, cell) : cell];
    })),
  }));
}

function fieldAnswer(answer: DemoAnswer, field: Exclude<TemplateField, { kind: 'text' }>, made: Made): FieldElement['field'] | null {
  switch (field.kind) {
    case 'scale':
    case 'number': return typeof answer === 'number' ? { kind: field.kind, value: answer } : null;
    case 'shortText': return typeof answer === 'string' ? { kind: 'shortText', value: answer } : null;
    case 'choice': return typeof answer === 'string' ? { kind: 'choice', value: answer } : null;
    case 'multiChoice': return Array.isArray(answer) ? { kind: 'multiChoice', value: answer.filter((item) => typeof item === 'string') } : null;
    case 'checklist': return typeof answer === 'object' && !Array.isArray(answer) ? { kind: 'checklist', value: answer } : null;
    case 'table': return { kind: 'table', value: rows(answer, field, made) };
    default: return null;
  }
}

function element(field: TemplateField, answer: DemoAnswer | undefined, made: Made): FieldElement | TextFieldElement {
  const empty = emptyFieldElement(field, made.newId);
  if (answer === undefined) return empty;
  if (empty.type === 'textField') return { ...empty, children: blocks(String(answer)) };
  const value = field.kind === 'text' ? null : fieldAnswer(answer, field, made);
  if (value === null) throw new TypeError(`demo answer does not fit ${field.id}`);
  return { ...empty, field: value };
}

/** The document of `notes:saveDraft`. */
export function demoDocument(note: DemoNote, template: NoteTemplate, made: Made): NoteDocument {
  const known = new Set(template.sections.flatMap(({ fields }) => fields.map(({ id }) => id)));
  for (const id of Object.keys(note.answers)) if (!known.has(id)) throw new TypeError(`demo answer for unknown field ${id}`);
  return template.sections.map((section) => ({ type: 'section', sectionId: section.id, children: section.fields.map((field) => element(field, note.answers[field.id], made)) }));
}

/** The header of `notes:saveDraft`, linked to the objectives of the client's plan by number. */
export function demoHeader(note: DemoNote, base: NoteHeader, plan: Plan | null, { today }: Made): NoteHeader {
  const objectives = plan?.content.problems.flatMap(({ goals }) => goals).flatMap((goal) => goal.objectives) ?? [];
  return {
    ...base, serviceDate: addDays(today, note.day), startTime: note.start, endTime: note.end, serviceType: note.serviceType, modality: note.modality, place: note.place,
    planLinks: note.links.flatMap(({ number, rating, comment }) => {
      const objective = objectives.find((candidate) => candidate.number === number);
      return plan === null || objective === undefined ? [] : [{ planId: plan.id, objectiveId: objective.id, number, rating, comment }];
    }),
    noPlanLinkReason: note.noLinkReason, nextAppointment: note.nextAppointmentDay === null ? null : addDays(today, note.nextAppointmentDay),
    risk: { ...base.risk, ...note.risk },
  };
}
