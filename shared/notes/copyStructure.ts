// Carries the shape of an earlier note into a new one: rows, linked objectives, kind of service.
// Refuses every word, number, choice and rating: a copied sentence would not be about today.
import type { LocalId } from '../brand.ts';
import type { NoteDocument } from './document.ts';
import { emptyCells, emptyDocument } from './newNote.ts';
import type { NoteHeader } from './note.ts';
import type { NoteTemplate } from './template.ts';

/** An empty document of the template whose tables have as many rows as those of the earlier note. */
export function copyStructure(previous: NoteDocument, template: NoteTemplate, newId: () => LocalId): NoteDocument {
  const rows = new Map(previous.flatMap(({ children }) => children.flatMap((element) => (element.type === 'field' && element.field.kind === 'table' ? [[element.fieldId, element.field.value.length] as const] : []))));
  const fields = new Map(template.sections.flatMap((section) => section.fields).map((field) => [field.id, field]));
  return emptyDocument(template, newId).map((section) => ({
    ...section,
    children: section.children.map((element) => {
      const field = fields.get(element.fieldId);
      if (element.type !== 'field' || field?.kind !== 'table' || element.field.kind !== 'table') return element;
      const count = Math.max(field.minRows, Math.min(field.maxRows, rows.get(field.id) ?? 0));
      return { ...element, field: { kind: 'table' as const, value: Array.from({ length: count }, () => ({ id: newId(), cells: emptyCells(field) })) } };
    }),
  }));
}

/** The parts of a header that describe how work goes on, not how it went: service, place, interpreter and linked objectives without rating. */
export function copyHeader(previous: NoteHeader): Pick<NoteHeader, 'serviceType' | 'modality' | 'modalityReason' | 'place' | 'interpreter' | 'planLinks'> {
  const { serviceType, modality, modalityReason, place, interpreter, planLinks } = previous;
  return { serviceType, modality, modalityReason, place, interpreter, planLinks: planLinks.map((link) => ({ ...link, rating: null, comment: '' })) };
}
