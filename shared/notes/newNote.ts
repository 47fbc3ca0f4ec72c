// A new, empty note. Refuses to fill anything in for the clinician: prompts belong to the screen, not to the text.
import { type ClientId, LocalId, type NoteId, type RecordId } from '../brand.ts';
import type { Episode } from '../continuum/episode.ts';
import { currentPhase } from '../continuum/position.ts';
import type { Instant, LocalDate, LocalTime } from '../dates.ts';
import type { FieldElement, FieldValue, NoteDocument, TableRow, TextFieldElement } from './document.ts';
import { type Note, type NoteHeader, SERVICE_TYPES } from './note.ts';
import { type TableTemplateField, tableOf } from './presetTables.ts';
import type { NoteTemplate, TemplateField } from './template.ts';

// Rows of a new document need ids that are unique within it and the same each time.
function rowIds(): () => LocalId {
  let count = 0;
  return () => LocalId.parse(`row${(count += 1).toString(4).replaceAll(/\d/g, (digit) => 'abcd'.charAt(Number(digit))).padStart(9, 'a')}`);
}

/** The value of a field that was not answered. */
export function emptyFieldValue(field: Exclude<TemplateField, { kind: 'text' }>, newId: () => LocalId): FieldValue {
  switch (field.kind) {
    case 'shortText': return { kind: 'shortText', value: '' };
    case 'multiChoice': return { kind: 'multiChoice', value: [] };
    case 'checklist': return { kind: 'checklist', value: {} };
    case 'table': return { kind: 'table', value: emptyRows(field, newId) };
    case 'drugTest':
    case 'medication':
    case 'objectives':
    case 'riskCheck': return { kind: field.kind, value: emptyRows(tableOf(field), newId) };
    default: return { kind: field.kind, value: null };
  }
}

function emptyRows(field: TableTemplateField | null, newId: () => LocalId): TableRow[] {
  return field === null ? [] : Array.from({ length: field.minRows }, () => ({ id: newId(), cells: emptyCells(field) }));
}

/** Cells of a new table row: null for what is not answered, empty text for text. */
export function emptyCells(field: Pick<TableTemplateField, 'columns'>): Record<string, string | null> {
  return Object.fromEntries(field.columns.map((column) => [column.id, column.kind === 'text' || column.kind === 'longText' ? '' : null]));
}

/** The element of a field that was not answered. */
export function emptyFieldElement(field: TemplateField, newId: () => LocalId): FieldElement | TextFieldElement {
  if (field.kind === 'text') return { type: 'textField', fieldId: field.id, children: [{ type: 'paragraph', children: [{ text: '' }] }] };
  return { type: 'field', fieldId: field.id, field: emptyFieldValue(field, newId), children: [{ text: '' }] };
}

/** A document with every section and field of the template, none answered. */
export function emptyDocument(template: NoteTemplate, newId: () => LocalId = rowIds()): NoteDocument {
  return template.sections.map((section) => ({ type: 'section', sectionId: section.id, children: section.fields.map((field) => emptyFieldElement(field, newId)) }));
}

const RISK_OPEN = { level: 'not_asked', action: '' } as const;

/** A header for a session that begins now. */
export function newNoteHeader({ today, startTime, template }: { readonly today: LocalDate; readonly startTime: LocalTime | null; readonly template: Pick<NoteTemplate, 'serviceTypes'> }): NoteHeader {
  const serviceType = SERVICE_TYPES.find((type) => type === template.serviceTypes[0]) ?? 'individual';
  return {
    serviceDate: today, startTime, endTime: null, breakMinutes: 0, serviceType, modality: 'in_person', modalityReason: '', place: 'office', participants: [], interpreter: '',
    planLinks: [], noPlanLinkReason: '', nextAppointment: null,
    risk: { suicide: { ...RISK_OPEN }, selfHarm: { ...RISK_OPEN }, violence: { ...RISK_OPEN }, overdose: { ...RISK_OPEN }, withdrawal: { ...RISK_OPEN } },
  };
}

export type NewNoteInput = {
  readonly noteId: NoteId; readonly clientId: ClientId; readonly episode: Episode | null; readonly template: NoteTemplate;
  /** Record that keeps this version of the template. */
  readonly templateRecordId: RecordId;
  readonly today: LocalDate; readonly startTime: LocalTime | null; readonly at: Instant; readonly newId: () => LocalId;
};

/** A draft note of a session that begins now, tied to the phase under way. */
export function newNote(input: NewNoteInput): Note {
  const { noteId, clientId, episode, template, templateRecordId, today, at, newId } = input;
  return {
    id: noteId, clientId, episodeId: episode?.id ?? null, phaseId: episode === null ? null : currentPhase(episode, today)?.id ?? null, levelAtSigning: null,
    template: { id: template.id, version: template.version, title: template.title, recordId: templateRecordId },
    status: 'draft', header: newNoteHeader(input), document: emptyDocument(template, newId), signature: null, addenda: [], createdAt: at, updatedAt: at,
  };
}
