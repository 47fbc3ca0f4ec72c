// A field is asked for where another answer makes it needed, and only there.
import { expect, it } from 'vitest';
import { ClientId, LocalId, NoteId, RecordId } from '../brand.ts';
import { Instant, LocalTime, parseLocalDate } from '../dates.ts';
import type { FieldValue } from './document.ts';
import { templateById } from './loadTemplates.ts';
import { newNote } from './newNote.ts';
import { conditionLabels, withoutCondition } from './requiredIf.ts';
import { signProblems } from './signing.ts';
import type { NoteTemplate } from './template.ts';

const coordination = templateById('care_coordination');
const NOW = { date: parseLocalDate('2026-03-10'), time: LocalTime.parse('15:00') };
let made = 0;
const newId = () => LocalId.parse((made += 1).toString(2).replaceAll('0', 'a').replaceAll('1', 'b').padStart(20, 'c'));

/** What signing asks for about the basis of a contact. */
function asked(template: NoteTemplate, values: Readonly<Record<string, FieldValue>>): string[] {
  const note = newNote({ noteId: NoteId.parse('n'.repeat(26)), clientId: ClientId.parse('c'.repeat(26)), episode: null, template, templateRecordId: RecordId.parse('t'.repeat(26)), today: NOW.date, startTime: LocalTime.parse('14:00'), at: Instant.parse('2026-03-10T15:00:00.000Z'), newId });
  const document = note.document.map((section) => ({ ...section, children: section.children.map((element) => { const field = values[element.fieldId]; return element.type === 'field' && field !== undefined ? { ...element, field } : element; }) }));
  return signProblems({ header: note.header, document }, template, NOW, null).blocking.flatMap(({ where }) => (where.kind === 'field' && ['consent_id', 'basis_reason'].includes(where.fieldId) ? [where.fieldId] : []));
}
const basis = (value: string | null): Readonly<Record<string, FieldValue>> => ({ basis: { kind: 'choice', value } });

it.each<[string | null, string[]]>([[null, []], ['consent', ['consent_id']], ['emergency', ['basis_reason']], ['court_order', ['basis_reason']], ['no_disclosure', []]])('a contact allowed by %s asks for %j', (value, wanted) => {
  expect(asked(coordination, basis(value))).toEqual(wanted);
});

it('is content once the consent is named', () => {
  expect(asked(coordination, { ...basis('consent'), consent_id: { kind: 'shortText', value: 'For the county clinic, of March' } })).toEqual([]);
});

it('asks nothing new of a note made from the version before', () => {
  const before = { ...coordination, version: 2, sections: coordination.sections.map((section) => ({ ...section, fields: section.fields.map(withoutCondition) })) };
  expect(asked(before, basis('consent'))).toEqual([]);
});

it('can be said in the words of the template', () => {
  const consent = coordination.sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'consent_id');
  expect(consent && conditionLabels(consent, coordination)).toEqual({ field: 'What allows it', answers: ['Signed consent'] });
});
