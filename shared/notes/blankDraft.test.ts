import { describe, expect, it } from 'vitest';
import { ClientId, NoteId, RecordId, LocalId } from '../brand.ts';
import { Instant, LocalTime, parseLocalDate } from '../dates.ts';
import { ruleNoteOf } from '../rules/ruleRecordOf.ts';
import { isBlankDraft } from './blankDraft.ts';
import type { FieldValue } from './document.ts';
import { loadTemplates } from './loadTemplates.ts';
import { newNote } from './newNote.ts';
import type { Note, NoteHeader } from './note.ts';

let made = 0;
const newId = () => LocalId.parse(`r${(made += 1).toString(4).replaceAll(/\d/g, (digit) => 'abcd'.charAt(Number(digit))).padStart(11, 'a')}`);
const fresh = (template = loadTemplates()[0]): Note => {
  if (template === undefined) throw new Error('no template');
  return newNote({ noteId: NoteId.parse('n'.repeat(26)), clientId: ClientId.parse('a'.repeat(26)), episode: null, template, templateRecordId: RecordId.parse('t'.repeat(26)), today: parseLocalDate('2026-03-10'), startTime: LocalTime.parse('14:00'), at: Instant.parse('2026-03-10T14:00:00.000Z'), newId });
};
const withHeader = (change: Partial<NoteHeader>): Note => { const note = fresh(); return { ...note, header: { ...note.header, ...change } }; };
const withField = (field: FieldValue): Note => ({ ...fresh(), document: [{ type: 'section', sectionId: 's', children: [{ type: 'field', fieldId: 'f', field, children: [{ text: '' }] }] }] });
const withText = (text: string): Note => ({ ...fresh(), document: [{ type: 'section', sectionId: 's', children: [{ type: 'textField', fieldId: 'f', children: [{ type: 'paragraph', children: [{ text }] }] }] }] });
const cells = (value: string | number | null): FieldValue => ({ kind: 'table', value: [{ id: newId(), cells: { a: value, b: null } }] });

describe('a draft in which nothing was written', () => {
  it('is every note as it is begun, of every template, unless the visit did not take place', () => {
    for (const template of loadTemplates()) expect([template.id, isBlankDraft(fresh(template))]).toEqual([template.id, !['no_show', 'non_billable'].includes(fresh(template).header.serviceType)]);
  });

  it('stays one when the start or the day is put right', () => {
    expect(isBlankDraft(withHeader({ startTime: LocalTime.parse('09:00'), serviceDate: parseLocalDate('2026-03-09') }))).toBe(true);
    expect(isBlankDraft(withText('  '))).toBe(true);
    expect(isBlankDraft(withField(cells(' ')))).toBe(true);
  });

  const noted: readonly FieldValue[] = [
    { kind: 'scale', value: 0 }, { kind: 'number', value: null, typed: '2-3' }, { kind: 'shortText', value: 'x' }, { kind: 'choice', value: 'no' }, { kind: 'multiChoice', value: ['a'] }, { kind: 'checklist', value: { a: 'yes' } },
    { kind: 'date', value: parseLocalDate('2026-03-10') }, { kind: 'instrumentScore', value: null, answers: { 9: 0 } }, cells('x'), cells(0),
  ];
  it.each(noted)('is none with an answer: $kind', (field) => expect(isBlankDraft(withField(field))).toBe(false));

  it('is none with words, an end, a risk that was asked about, or a signature', () => {
    expect(isBlankDraft(withText('a'))).toBe(false);
    expect(isBlankDraft(withHeader({ endTime: LocalTime.parse('14:50') }))).toBe(false);
    expect(isBlankDraft(withHeader({ modality: 'video' }))).toBe(false);
    expect(isBlankDraft(withHeader({ noPlanLinkReason: 'first visit' }))).toBe(false);
    const { risk } = fresh().header;
    expect(isBlankDraft(withHeader({ risk: { ...risk, suicide: { level: 'none', action: '' } } }))).toBe(false);
    expect(isBlankDraft({ ...fresh(), status: 'signed' })).toBe(false);
  });

  it('is no attended service for the checks; one with an end is', () => {
    expect(ruleNoteOf(fresh()).attended).toBe(false);
    expect(ruleNoteOf(withHeader({ endTime: LocalTime.parse('14:50') })).attended).toBe(true);
  });
});
