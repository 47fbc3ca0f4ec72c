// What the elements of a note need to know beside their own value: the template's words, and how to
// make a row id. Refuses state: it is set once for a note.
import { createContext, useContext } from 'react';
import type { LocalId } from '../../shared/brand.ts';
import type { Conditions } from './conditions.ts';
import type { NoteTemplate, TemplateField, TemplateSection } from '../../shared/notes/template.ts';

export type NoteInfo = {
  readonly sections: ReadonlyMap<string, TemplateSection>;
  readonly fields: ReadonlyMap<string, TemplateField>;
  /** Title of the section a field stands in. */
  readonly headings: ReadonlyMap<string, string>;
  readonly newRowId: () => LocalId;
  /** What other answers make required; it tells by itself when that changes. */
  readonly conditions: Conditions;
};

/** Look-up tables of a template. */
export function noteInfo(template: NoteTemplate, newRowId: () => LocalId, conditions: Conditions): NoteInfo {
  return {
    sections: new Map(template.sections.map((section) => [section.id, section])),
    fields: new Map(template.sections.flatMap((section) => section.fields).map((field) => [field.id, field])),
    headings: new Map(template.sections.flatMap((section) => section.fields.map((field) => [field.id, section.title]))),
    newRowId,
    conditions,
  };
}

export const NoteContext = createContext<NoteInfo | null>(null);

/** The look-up tables of the note around. */
export function useNoteInfo(): NoteInfo {
  const info = useContext(NoteContext);
  if (!info) throw new TypeError('a note element outside of a note');
  return info;
}
