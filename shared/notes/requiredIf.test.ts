// A field is asked for where another answer makes it needed, and only there.
import { expect, it } from 'vitest';
import { ClientId, LocalId, NoteId, RecordId } from '../brand.ts';
import { Instant, LocalTime, parseLocalDate } from '../dates.ts';
import type { FieldValue } from './document.ts';
import { templateById } from './loadTemplates.ts';
import { newNote } from './newNote.ts';
import { askableBy, brokenCondition, conditionsAfter, withCondition, withoutCondition } from './requiredIf.ts';
import { signProblems } from './signing.ts';
import type { NoteTemplate, TemplateField } from './template.ts';

const coordination = templateById('care_coordination');
const NOW = { date: parseLocalDate('2026-03-10'), time: LocalTime.parse('15:00') };
let ids = 0;
const newId = () => LocalId.parse((ids += 1).toString(2).replaceAll('0', 'a').replaceAll('1', 'b').padStart(20, 'c'));

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

const choiceOf = (id: string, on?: string): TemplateField => ({ id, label: id, prompt: '', required: false, kind: 'choice', options: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }], ...(on === undefined ? {} : { requiredIf: { field: on, is: ['a'] } }) });
const words: TemplateField = { id: 'words', label: 'words', prompt: '', required: false, kind: 'text' };
const made = (...fields: TemplateField[]): NoteTemplate => ({ ...coordination, sections: [{ id: 's', title: 'Ours', help: '', fields }] });

it('may ask every choice of the template but those that would lead back to the field itself', () => {
  // c asks b, which asks a: a may ask neither of them, and whatever it may ask holds.
  const template = made(choiceOf('a'), choiceOf('b', 'a'), choiceOf('c', 'b'), choiceOf('d'), words);
  const may = (field: TemplateField) => askableBy(field, template).map(({ choice }) => choice.id);
  expect([may(choiceOf('a')), may(choiceOf('b', 'a')), may(choiceOf('c', 'b')), may(words)]).toEqual([['d'], ['a', 'd'], ['a', 'b', 'd'], ['a', 'b', 'c', 'd']]);
  for (const field of template.sections.flatMap(({ fields }) => fields)) {
    for (const { choice, section } of askableBy(field, template)) {
      expect(section).toBe('Ours');
      const changed = made(...template.sections.flatMap(({ fields }) => fields.map((other) => (other.id === field.id ? withCondition(field, { field: choice.id, is: ['b'] }) : other))));
      expect(brokenCondition(changed)).toBeUndefined();
    }
  }
});

it('goes with an answer whose words were changed in its line, and with no other', () => {
  const before = choiceOf('a');
  const needs = withCondition(words, { field: 'a', is: ['b'] });
  const isOf = (options: readonly { readonly id: string; readonly label: string }[]) => {
    const after: TemplateField = { id: 'a', label: 'a', prompt: '', required: false, kind: 'choice', options: [...options] };
    const fields = conditionsAfter([after, needs], before, after);
    return [fields[1]?.requiredIf?.is, brokenCondition(made(...fields))?.id];
  };
  expect(isOf([{ id: 'a', label: 'A' }, { id: 'bee', label: 'Bee' }])).toEqual([['bee'], undefined]);
  expect(isOf([{ id: 'b', label: 'B' }, { id: 'a', label: 'A' }])).toEqual([['b'], undefined]);
  // Taken out, whether or not another line came: nothing says that one stands for the other.
  expect(isOf([{ id: 'a', label: 'A' }])).toEqual([['b'], 'words']);
  expect(isOf([{ id: 'x', label: 'X' }, { id: 'a', label: 'A' }])).toEqual([['b'], 'words']);
});
