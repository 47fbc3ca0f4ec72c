import { describe, expect, it } from 'vitest';
import { ANALYTES, TEST_RESULTS } from '../clinical/drugTest.ts';
import { MEDICATION_KINDS } from '../clinical/medication.ts';
import { LocalId } from '../brand.ts';
import { isAppError } from '../errors.ts';
import { checkDocument } from './checkDocument.ts';
import { convertNote } from './convert.ts';
import { copyStructure } from './copyStructure.ts';
import { type FieldValue, NoteDocument } from './document.ts';
import { loadTemplates, templateById } from './loadTemplates.ts';
import { emptyDocument, emptyFieldValue } from './newNote.ts';
import { normaliseDocument } from './normaliseDocument.ts';
import { fieldKindLabels } from '../text/en/templates.ts';
import { answerText, documentText, isEmptyAnswer } from './plainText.ts';
import { PRESET_KINDS, rowsOf, tableOf, withRows } from './presetTables.ts';
import { scoreRange, scoreText } from './scoreField.ts';
import { writtenLines } from './similarity.ts';
import { NoteTemplate, TEMPLATE_FIELD_KINDS, type TemplateField } from './template.ts';

let made = 0;
const newId = () => LocalId.parse((made += 1).toString(2).replaceAll('0', 'a').replaceAll('1', 'b').padStart(20, 'c'));
const common = { label: 'L', prompt: '', required: false };
const fields: TemplateField[] = [
  { ...common, id: 'words', kind: 'text' }, { ...common, id: 'score', kind: 'instrumentScore', instrument: 'PHQ-9' }, { ...common, id: 'bam', kind: 'instrumentScore', instrument: 'BAM' },
  { ...common, id: 'test', kind: 'drugTest' }, { ...common, id: 'med', kind: 'medication' }, { ...common, id: 'aims', kind: 'objectives' }, { ...common, id: 'risk', kind: 'riskCheck' },
];
const template = NoteTemplate.parse({ id: 'all', version: 1, title: 'All', shortTitle: 'All', serviceTypes: ['individual'], source: 'test', sections: [{ id: 's', title: 'S', help: '', fields }] });

const row = (cells: Record<string, string | number | null>) => ({ id: newId(), cells });
const filled: Record<string, FieldValue> = {
  score: { kind: 'instrumentScore', value: 12 },
  test: { kind: 'drugTest', value: [row({ substance: 'fentanyl', name: '', result: 'pos', value: '' }), row({ substance: 'buprenorphine', result: 'pos_prescribed' })] },
  med: { kind: 'medication', value: [row({ kind: 'buprenorphine_naloxone', dose: 'one film, mornings', last_taken: '2026-03-09', missed_7: 1 })] },
  aims: { kind: 'objectives', value: [row({ number: '1.a', rating: '-1', comment: 'two meetings missed' }), row({ number: '1.b', rating: 'M' })] },
  risk: { kind: 'riskCheck', value: [row({ risk: 'overdose', level: 'high', action: 'kit given' })] },
};

function document(values: Record<string, FieldValue>): NoteDocument {
  return emptyDocument(template).map((section) => ({ ...section, children: section.children.map((element) => (element.type === 'field' ? { ...element, field: values[element.fieldId] ?? element.field } : element)) }));
}

function code(values: Record<string, FieldValue>): string {
  try {
    checkDocument(NoteDocument.parse(document(values)), template);
  } catch (error) {
    return isAppError(error) ? error.code : 'other';
  }
  return 'accepted';
}

describe('fields with a meaning of their own', () => {
  it('are all named, and begin unanswered', () => {
    expect(Object.keys(fieldKindLabels).toSorted()).toEqual([...TEMPLATE_FIELD_KINDS].toSorted());
    for (const field of fields) {
      if (field.kind === 'text') continue;
      expect(isEmptyAnswer({ type: 'field', fieldId: field.id, field: emptyFieldValue(field, newId), children: [{ text: '' }] }, field), field.id).toBe(true);
    }
    expect(code({})).toBe('accepted');
  });

  it('are read in words', () => {
    expect(code(filled)).toBe('accepted');
    const text = documentText(document(filled), template);
    expect(text).toMatch(/12 of 27, \w+/);
    expect(documentText(document({ score: { kind: 'instrumentScore', value: 12, answers: { 9: 1 } } }), template)).toMatch(/12 of 27, \w+; item 9: 1 \(Several days\)/);
    expect(text).toContain('1) Substance: Fentanyl; Result: Positive\n2) Substance: Buprenorphine; Result: Positive, as prescribed');
    expect(text).toContain('Medication: Buprenorphine with naloxone; Dose, as told: one film, mornings; Last taken: 2026-03-09; Doses missed in 7 days: 1');
    expect(text).toMatch(/Objective: 1\.a; Progress: .+; How you can tell: two meetings missed/);
    expect(text).toMatch(/Risk: .+; Level: .+; What was done: kit given/);
  });

  it('offer exactly what the record knows', () => {
    const ids = (kind: (typeof PRESET_KINDS)[number], column: string) => tableOf({ ...common, id: 'x', kind })?.columns.find(({ id }) => id === column)?.options?.map(({ id }) => id);
    expect(ids('drugTest', 'substance')).toEqual([...ANALYTES]);
    expect(ids('drugTest', 'result')).toEqual([...TEST_RESULTS]);
    expect(ids('medication', 'kind')).toEqual([...MEDICATION_KINDS]);
    expect(ids('objectives', 'rating')).toEqual(['-2', '-1', '0', '1', '2', 'M']);
    expect(ids('riskCheck', 'risk')).toEqual(['suicide', 'selfHarm', 'violence', 'overdose', 'withdrawal']);
    expect(ids('riskCheck', 'level')).toEqual(['none', 'low', 'moderate', 'high']);
  });

  it.each<[string, Record<string, FieldValue>]>([
    ['a score above the measure', { score: { kind: 'instrumentScore', value: 28 } }],
    ['an item 9 that the form does not offer', { score: { kind: 'instrumentScore', value: 12, answers: { 9: 4 } } }],
    ['another item beside the score', { score: { kind: 'instrumentScore', value: 12, answers: { 8: 1 } } }],
    ['a score below it', { score: { kind: 'instrumentScore', value: -1 } }],
    ['a plain number in its place', { score: { kind: 'number', value: 3 } }],
    ['a plain table in the place of a test', { test: { kind: 'table', value: [] } }],
    ['another table in the place of a test', { test: { kind: 'medication', value: [] } }],
    ['a result that is none', { test: { kind: 'drugTest', value: [row({ result: 'dirty' })] } }],
    ['a column that is none', { test: { kind: 'drugTest', value: [row({ colour: 'x' })] } }],
    ['a rating that is none', { aims: { kind: 'objectives', value: [row({ rating: '3' })] } }],
    ['more rows than it has', { risk: { kind: 'riskCheck', value: Array.from({ length: 11 }, () => row({})) } }],
    ['a day that does not exist', { med: { kind: 'medication', value: [row({ last_taken: '2026-02-30' })] } }],
  ])('refuse %s', (_name, values) => {
    expect(code(values)).toBe('BAD_REQUEST');
  });

  it('take any figure for a measure that is never added up', () => {
    expect(scoreRange('BAM')).toBeNull();
    expect(code({ bam: { kind: 'instrumentScore', value: 41 } })).toBe('accepted');
    expect(scoreText('PHQ-9', 0)).toMatch(/^0 of 27/);
    expect(scoreText('NOWHERE', 4)).toBe('4');
  });

  it('are one table each time, and no table where there is none', () => {
    const [test] = fields.filter(({ kind }) => kind === 'drugTest');
    if (test === undefined) throw new Error('no such field');
    expect(tableOf(test)).toBe(tableOf(test));
    expect(tableOf({ ...common, id: 'x', kind: 'date' })).toBeNull();
    expect(rowsOf({ kind: 'multiChoice', value: [] })).toBeNull();
    expect(withRows({ kind: 'date', value: null }, [])).toEqual({ kind: 'date', value: null });
    expect(withRows({ kind: 'drugTest', value: [] }, [row({ result: 'neg' })])).toMatchObject({ kind: 'drugTest', value: [{ cells: { result: 'neg' } }] });
  });

  it('keep their words when a note is rebuilt, compared, converted or carried forward', () => {
    const full = document(filled);
    expect(normaliseDocument(full, template, newId)).toEqual(full);
    const without = { ...template, sections: template.sections.map((section) => ({ ...section, fields: section.fields.filter(({ id }) => id !== 'aims') })) };
    expect(JSON.stringify(normaliseDocument(full, without, newId))).toContain('two meetings missed');
    expect(writtenLines(full)).toContain('kit given');
    const soap = templateById('soap');
    expect(documentText(convertNote(full, template, soap).document, soap)).toMatch(/12 of 27[^]*one film, mornings[^]*kit given/);
    const copy = copyStructure(full, template, newId);
    checkDocument(NoteDocument.parse(copy), template);
    expect(copy[0]?.children.map((element) => (element.type === 'field' ? rowsOf(element.field)?.length : undefined))).toEqual([undefined, undefined, undefined, 2, 1, 2, 1]);
    expect(JSON.stringify(copy)).not.toMatch(/fentanyl|kit given|1\.a/);
  });

  it('are used in templates, each with an instrument that exists', () => {
    const used = loadTemplates().flatMap(({ sections }) => sections.flatMap((section) => section.fields));
    expect(new Set(used.map(({ kind }) => kind))).toEqual(new Set(TEMPLATE_FIELD_KINDS));
    for (const field of used) if (field.kind === 'instrumentScore') expect(scoreRange(field.instrument), field.id).not.toBeNull();
    expect(answerText({ type: 'field', fieldId: 'cows', field: { kind: 'instrumentScore', value: 25 }, children: [{ text: '' }] }, { ...common, id: 'cows', kind: 'instrumentScore', instrument: 'COWS' })).toBe('25 of 48, moderately severe');
  });
});
