// A mark that follows from another answer: from the note as opened, and from each change of the choice, of nothing else.
import { expect, it } from 'vitest';
import type { NoteDocument } from '../../shared/notes/document.ts';
import { templateById } from '../../shared/notes/loadTemplates.ts';
import { emptyDocument } from '../../shared/notes/newNote.ts';
import { Conditions } from './conditions.ts';

const template = templateById('care_coordination');
const field = (id: string) => {
  const found = template.sections.flatMap(({ fields }) => fields).find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

/** An empty note in which the basis has this answer. */
function withBasis(value: string): NoteDocument {
  return emptyDocument(template).map((section) => ({ ...section, children: section.children.map((child) => (child.type === 'field' && child.fieldId === 'basis' ? { ...child, field: { kind: 'choice' as const, value } } : child)) }));
}

it('knows from the note as it is opened', () => {
  const asked = new Conditions(template, withBasis('emergency'));
  expect(asked.requires(field('basis_reason'))).toBe(true);
  expect(asked.requires(field('consent_id'))).toBe(false);
  const empty = new Conditions(template, emptyDocument(template));
  expect([empty.requires(field('basis')), empty.requires(field('basis_reason')), empty.requires(field('consent_id'))]).toEqual([true, false, false]);
});

it('hears of a choice that others depend on, once for each change, and of nothing else', () => {
  const conditions = new Conditions(template, emptyDocument(template));
  let heard = 0;
  const forget = conditions.onChange(() => { heard += 1; });
  conditions.tell('basis', null);
  conditions.tell('contact_mode', 'phone');
  expect(heard).toBe(0);
  conditions.tell('basis', 'consent');
  conditions.tell('basis', 'consent');
  expect([heard, conditions.requires(field('consent_id'))]).toEqual([1, true]);
  conditions.tell('basis', null);
  expect([heard, conditions.requires(field('consent_id'))]).toEqual([2, false]);
  forget();
  conditions.tell('basis', 'audit');
  expect([heard, conditions.requires(field('basis_reason'))]).toEqual([2, true]);
});
