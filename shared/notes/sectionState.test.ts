// Marks of the parts of a note agree with what is asked for before signing.
import { describe, expect, it } from 'vitest';
import { LocalDate, LocalTime } from '../dates.ts';
import { LocalId } from '../brand.ts';
import type { FieldElement, NoteDocument } from './document.ts';
import { templateById } from './loadTemplates.ts';
import { emptyDocument, newNoteHeader } from './newNote.ts';
import type { NoteHeader } from './note.ts';
import { phrasesText } from '../text/en/phrases.ts';
import { riskState, sectionStates, timesState } from './sectionState.ts';
import { signProblems } from './signing.ts';

const template = templateById('cbt_session');
const day = LocalDate.parse('2026-11-22');
const now = { date: day, time: LocalTime.parse('12:00') };
const header = newNoteHeader({ today: day, startTime: LocalTime.parse('10:00'), template });
const blocking = (change: Partial<NoteHeader>, document: NoteDocument = emptyDocument(template)) => signProblems({ header: { ...header, ...change }, document }, template, now, null).blocking;

/** A document with these fields answered by a word. */
function written(...ids: string[]): NoteDocument {
  return wrote('seen', ...ids);
}

function wrote(text: string, ...ids: string[]): NoteDocument {
  return emptyDocument(template).map((section) => ({ ...section, children: section.children.map((child) => (child.type === 'textField' && ids.includes(child.fieldId) ? { ...child, children: [{ type: 'paragraph' as const, children: [{ text }] }] } : child)) }));
}

const required = template.sections.find((section) => section.fields.filter((field) => field.required && field.kind === 'text').length > 0 && section.fields.filter((field) => field.kind === 'text').length > 1);
const fields = required?.fields.filter((field) => field.kind === 'text') ?? [];
const state = (document: NoteDocument) => sectionStates(document, template, blocking({}, document)).get(required?.id ?? '');

describe('a section', () => {
  it('is empty, then begun, then filled', () => {
    expect(state(emptyDocument(template))).toBe('empty');
    expect(state(written(...fields.filter((field) => !field.required).map(({ id }) => id)))).toBe('partly');
    expect(state(written(...fields.filter((field) => field.required).map(({ id }) => id)))).toBe('filled');
  });
  it('is not filled while a blank of a phrase is open in it, which is named and blocks nothing', () => {
    const ids = fields.filter((field) => field.required).map(({ id }) => id);
    const blank = wrote('Came [[on time or late]] today. [[]]', ...ids);
    expect(state(blank)).toBe('partly');
    expect(state(wrote('Came late today.', ...ids))).toBe('filled');
    const check = signProblems({ header, document: blank }, template, now, null);
    const [first] = ids;
    expect(check.blocking.filter(({ where }) => where.kind === 'field' && where.fieldId === first)).toEqual([]);
    const label = fields.find(({ id }) => id === first)?.label ?? '';
    expect(check.hints).toContainEqual({ text: phrasesText.openBlanks(label, ['on time or late', '']), where: { kind: 'field', fieldId: first } });
    expect(phrasesText.openBlanks(label, ['on time or late', ''])).toBe(`Fill in 2 blanks in “${label}”: on time or late.`);
  });
  it('tells the blanks of a table at their table', () => {
    const table = templateById('cbt_session').sections.flatMap((section) => section.fields).find(({ id }) => id === 'agenda_items');
    const document: NoteDocument = emptyDocument(template).map((section) => ({ ...section, children: section.children.map((child) => {
      if (child.type !== 'field' || child.fieldId !== 'agenda_items' || child.field.kind !== 'table') return child;
      return { ...child, field: { ...child.field, value: child.field.value.map((row, at) => (at === 0 ? { ...row, cells: { ...row.cells, [Object.keys(row.cells)[0] ?? '']: '[[step]] and [[step]]' } } : row)) } };
    }) }));
    expect(signProblems({ header, document }, template, now, null).hints.map(({ text }) => text)).toContain(phrasesText.openBlanks(table?.label ?? '', ['step', 'step']));
  });
  it('is not filled while a number in it is not understood', () => {
    const mood = (typed: string | null): NoteDocument => emptyDocument(template).map((section) => ({ ...section, children: section.children.map((child) => (child.type === 'field' && child.fieldId === 'mood' ? { ...child, field: typed === null ? { kind: 'scale' as const, value: 4 } : { kind: 'scale' as const, value: null, typed } } : child)) }));
    const at = (document: NoteDocument) => [...sectionStates(document, template, blocking({}, document))].find(([id]) => id === 'check_in')?.[1];
    expect(at(mood(null))).toBe('begun');
    expect(at(mood('2-3'))).toBe('partly');
  });
  it('of which nothing is needed for signing is begun with its first answer, and filled with its last', () => {
    const section = (name: string) => {
      const found = template.sections.find(({ id }) => id === name);
      if (found === undefined) throw new Error(`no section ${name}`);
      return found;
    };
    const [checklist, table] = [section('mental_status'), section('thought_record')];
    expect([...checklist.fields, ...table.fields].some((field) => field.required)).toBe(false);
    const stateOf = (sectionId: string, answer: (child: FieldElement) => FieldElement['field']) => sectionStates(emptyDocument(template).map((each) => (each.sectionId === sectionId ? { ...each, children: each.children.map((child) => (child.type === 'field' ? { ...child, field: answer(child) } : child)) } : each)), template, []).get(sectionId);
    const points = checklist.fields.flatMap((field) => (field.kind === 'checklist' ? field.items : []));
    const checked = (count: number) => (child: FieldElement): FieldElement['field'] => (child.field.kind === 'checklist' ? { kind: 'checklist', value: Object.fromEntries(points.slice(0, count).map(({ id }) => [id, 'expected'])) } : child.field);
    expect(stateOf('mental_status', checked(0))).toBe('empty');
    expect(stateOf('mental_status', checked(1))).toBe('begun');
    expect(stateOf('mental_status', checked(points.length - 1))).toBe('begun');
    const columns = table.fields.flatMap((field) => (field.kind === 'table' ? field.columns : []));
    const row = (count: number) => (child: FieldElement): FieldElement['field'] => (child.field.kind === 'table' ? { kind: 'table', value: [{ id: LocalId.parse('thoughtrowone'), cells: Object.fromEntries(columns.map(({ id }, at) => [id, at < count ? 'seen' : null])) }] } : child.field);
    expect(stateOf('thought_record', row(0))).toBe('empty');
    expect(stateOf('thought_record', row(1))).toBe('begun');
    expect(stateOf('thought_record', row(columns.length))).toBe('filled');
  });
});

it('marks the times by what is missing in them', () => {
  expect(timesState(header, blocking({}))).toBe('partly');
  expect(timesState({ ...header, startTime: null }, blocking({ startTime: null }))).toBe('empty');
  expect(timesState({ ...header, endTime: LocalTime.parse('10:50') }, blocking({ endTime: LocalTime.parse('10:50') }))).toBe('filled');
  const reversed = { ...header, endTime: LocalTime.parse('09:50') };
  expect(timesState(reversed, blocking(reversed))).toBe('partly');
});

it('marks the risk check as filled only when all was asked and acted on', () => {
  const all = (level: NoteHeader['risk']['suicide']['level']) => ({ ...header, risk: { suicide: { level, action: '' }, selfHarm: { level, action: '' }, violence: { level, action: '' }, overdose: { level, action: '' }, withdrawal: { level, action: '' } } });
  expect(riskState(header, blocking({}))).toBe('empty');
  expect(riskState(all('none'), blocking(all('none')))).toBe('filled');
  expect(riskState(all('high'), blocking(all('high')))).toBe('partly');
  const one = { ...header, risk: { ...header.risk, suicide: { level: 'none' as const, action: '' } } };
  expect(riskState(one, blocking(one))).toBe('partly');
});
