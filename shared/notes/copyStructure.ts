// Carries the shape of an earlier note into a new one: rows, linked objectives, kind of service.
// Refuses every word, number, choice and rating: a copied sentence would not be about today.
import type { LocalId } from '../brand.ts';
import type { NoteDocument } from './document.ts';
import { emptyCells, emptyDocument } from './newNote.ts';
import type { NoteHeader } from './note.ts';
import { rowsOf, tableOf, withRows } from './presetTables.ts';
import type { NoteTemplate } from './template.ts';

/** An empty document of the template whose tables have as many rows as those of the earlier note. */
export function copyStructure(previous: NoteDocument, template: NoteTemplate, newId: () => LocalId): NoteDocument {
  const rows = new Map(previous.flatMap(({ children }) => children.flatMap((element) => (element.type === 'field' ? [[element.fieldId, rowsOf(element.field)?.length ?? 0] as const] : []))));
  const fields = new Map(template.sections.flatMap((section) => section.fields).map((field) => [field.id, field]));
  return emptyDocument(template, newId).map((section) => ({
    ...section,
    children: section.children.map((element) => {
      const field = fields.get(element.fieldId);
      const table = field === undefined ? null : tableOf(field);
      if (element.type !== 'field' || table === null) return element;
      const count = Math.max(table.minRows, Math.min(table.maxRows, rows.get(table.id) ?? 0));
      return { ...element, field: withRows(element.field, Array.from({ length: count }, () => ({ id: newId(), cells: emptyCells(table) }))) };
    }),
  }));
}

/** The parts of a header that describe how work goes on, not how it went: service, place, interpreter and linked objectives without rating. */
export function copyHeader(previous: NoteHeader): Pick<NoteHeader, 'serviceType' | 'modality' | 'modalityReason' | 'place' | 'interpreter' | 'planLinks'> {
  const { serviceType, modality, modalityReason, place, interpreter, planLinks } = previous;
  return { serviceType, modality, modalityReason, place, interpreter, planLinks: planLinks.map((link) => ({ ...link, rating: null, comment: '' })) };
}
