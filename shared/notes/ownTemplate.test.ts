import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateFileText, templateRefusalText } from '../text/en/templates.ts';
import { checkDocument } from './checkDocument.ts';
import { NoteDocument } from './document.ts';
import { loadTemplates, templateById } from './loadTemplates.ts';
import { emptyDocument } from './newNote.ts';
import { newField, newSection, stillNamed, withRange } from './newParts.ts';
import { addField, addSection, changeDecimals, changeField, cloneTemplate, keyFor, missingForService, moveField, moveSection, nextVersion, removeField, removeSection, renameSection, renameTemplate, type TemplateEdit } from './ownTemplate.ts';
import { TEMPLATE_MAX_FIELDS } from './ownTemplateCheck.ts';
import { exportTemplate, parseTemplateFile, TEMPLATE_FILE_MAX } from './ownTemplateFile.ts';
import type { NoteTemplate, TemplateField } from './template.ts';

const soap = templateById('soap');
const takenIds = loadTemplates().map(({ id }) => id);

function got(edit: TemplateEdit): NoteTemplate {
  if (!edit.ok) throw new Error(`refused: ${edit.refusal}`);
  return edit.template;
}
const refusalOf = (edit: TemplateEdit): string => (edit.ok ? 'accepted' : edit.refusal);
const own = got(cloneTemplate(soap, { title: 'Tuesday SOAP', shortTitle: 'Tue' }, takenIds));
const text = (id: string): TemplateField => ({ id, label: id, prompt: '', required: false, kind: 'text' });
const number = { id: 'n', label: 'n', prompt: '', required: false, kind: 'number', unit: '', min: 0, max: 100, step: 1 } as const;
const section = (id: string, ...fields: TemplateField[]) => ({ id, title: id, help: '', fields });

describe('an own template', () => {
  it('begins as a copy under its own id, at version 1, and leaves the first one as it was', () => {
    const before = structuredClone(soap);
    expect(own).toMatchObject({ id: 'own_tuesday_soap', version: 1, title: 'Tuesday SOAP', shortTitle: 'Tue', source: 'Own template, from SOAP note 2' });
    expect(own.sections).toEqual(soap.sections);
    expect(got(cloneTemplate(soap, { title: 'Tuesday SOAP', shortTitle: 'T' }, [...takenIds, own.id])).id).toBe('own_tuesday_soap_2');
    got(removeSection(own, 'plan'));
    expect(soap).toEqual(before);
  });

  it('takes new sections and fields in their place', () => {
    const more = got(addSection(own, section('mine', text('mine_words')), 1));
    expect(more.sections.map(({ id }) => id).slice(0, 3)).toEqual(['subjective', 'mine', 'objective']);
    const field = got(addField(more, 'mine', { id: 'pain', label: 'Pain', prompt: '', required: true, kind: 'scale', low: '', high: '' }, 0));
    expect(field.sections[1]?.fields.map(({ id }) => id)).toEqual(['pain', 'mine_words']);
    const moved = got(moveField(field, 'pain', 'subjective', 0));
    expect(moved.sections[0]?.fields[0]?.id).toBe('pain');
    expect(got(moveSection(moved, 'plan', 0)).sections[0]?.id).toBe('plan');
    expect(got(removeField(moved, 'pain')).sections.flatMap(({ fields }) => fields).some(({ id }) => id === 'pain')).toBe(false);
    expect(got(renameSection(moved, 'mine', { title: ' Ours ', help: 'h' })).sections[1]).toMatchObject({ id: 'mine', title: 'Ours', help: 'h' });
    expect(got(changeField(moved, { id: 'pain', label: 'Pain today', prompt: '', required: false, kind: 'scale', low: 'none', high: 'worst' })).sections[0]?.fields[0]?.label).toBe('Pain today');
  });

  const asked = { id: 'asked', label: 'Asked', prompt: '', required: false, kind: 'choice', options: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }] } as const satisfies TemplateField;
  const needs = (field: string, is = ['yes']): TemplateField => ({ id: 'needs', label: 'Needs', prompt: '', required: false, requiredIf: { field, is }, kind: 'shortText' });
  const conditional = got(addField(got(addField(own, 'plan', { ...asked, options: [...asked.options] }, 0)), 'plan', needs('asked'), 0));
  const tiny: NoteTemplate = { ...own, sections: [section('a', text('t')), section('b', { id: 'd', label: 'd', prompt: '', required: false, kind: 'date' })] };
  const many: NoteTemplate = { ...own, sections: Array.from({ length: 8 }, (_, index) => section(`s${index}`, ...Array.from({ length: 50 }, (__, at) => text(`f${index}_${at}`)))) };
  it.each<[string, TemplateEdit, string]>([
    ['a section that is not there', removeSection(own, 'nope'), 'sectionUnknown'],
    ['a field that is not there', removeField(own, 'nope'), 'fieldUnknown'],
    ['the last section', removeSection({ ...own, sections: [section('a', text('t'))] }, 'a'), 'lastSection'],
    ['the last field of a section', removeField(tiny, 'd'), 'lastField'],
    ['moving the last field out', moveField(tiny, 'd', 'a', 0), 'lastField'],
    ['the last place for running text', removeSection(tiny, 'a'), 'noText'],
    ['an id twice', addField(own, 'plan', text('client_report'), 0), 'idTaken'],
    ['a section id twice', addSection(own, section('plan', text('x')), 0), 'idTaken'],
    ['a new section with a field id that is taken', addSection(own, section('mine', text('homework')), 0), 'idTaken'],
    ['a place before the first', moveSection(own, 'plan', -1), 'placeUnknown'],
    ['a place after the last', moveField(own, 'homework', 'plan', 99), 'placeUnknown'],
    ['no name', renameSection(own, 'plan', { title: '  ', help: '' }), 'nameEmpty'],
    ['a name without end', renameTemplate(own, { title: 'x'.repeat(121), shortTitle: 'x' }), 'nameLong'],
    ['a name with a line break', renameTemplate(own, { title: 'a\nb', shortTitle: 'x' }), 'notValid'],
    ['another kind under the same id', changeField(own, { id: 'homework', label: 'x', prompt: '', required: false, kind: 'date' }), 'notValid'],
    ['a number from 5 to 1', addField(own, 'plan', { id: 'n', label: 'n', prompt: '', required: false, kind: 'number', unit: '', min: 5, max: 1, step: 1 }, 0), 'rangeEmpty'],
    ['a number that is no number', changeField(got(addField(own, 'plan', number, 0)), withRange(number, { min: 0, max: Number.NaN })), 'notValid'],
    ['an option twice', addField(own, 'plan', { id: 'c', label: 'c', prompt: '', required: false, kind: 'choice', options: [{ id: 'a', label: 'A' }, { id: 'a', label: 'B' }] }, 0), 'notValid'],
    ['taking out what a condition asks', removeField(conditional, 'asked'), 'condition'],
    ['taking out the answer a condition asks for', changeField(conditional, { ...asked, options: [{ id: 'no', label: 'No' }, { id: 'maybe', label: 'Maybe' }] }), 'condition'],
    ['taking out the section of what a condition asks', removeSection(got(moveField(got(addSection(conditional, section('mine', text('mine_words')), 0)), 'asked', 'mine', 0)), 'mine'), 'condition'],
    ['a condition on an answer that is not there', changeField(conditional, needs('asked', ['perhaps'])), 'condition'],
    ['fewer decimals than the ends of a number have', changeDecimals(got(addField(own, 'plan', { ...number, max: 9.5 }, 0)), { ...number, max: 9.5 }, 0), 'decimals'],
    ['a condition on nothing', addField(own, 'plan', needs('asked'), 0), 'condition'],
    ['an id that every object has', addField(own, 'plan', text('constructor'), 0), 'notValid'],
    ['more than it holds', addField(many, 's0', text('one_more'), 0), 'tooManyFields'],
  ])('refuses %s', (_name, edit, refusal) => {
    expect(refusalOf(edit)).toBe(refusal);
    expect(Object.keys(templateRefusalText)).toContain(refusal);
  });

  it('lets a condition follow what is renamed, moved and given other words', () => {
    const renamed = got(changeField(conditional, { ...asked, label: 'Asked anew', options: [{ id: 'yes_indeed', label: 'Yes indeed' }, { id: 'no', label: 'No' }] }));
    const is = (template: NoteTemplate) => template.sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'needs')?.requiredIf;
    expect(is(renamed)).toEqual({ field: 'asked', is: ['yes_indeed'] });
    expect(is(got(moveField(renamed, 'asked', 'subjective', 0)))).toEqual({ field: 'asked', is: ['yes_indeed'] });
    expect(got(removeField(got(removeField(renamed, 'needs')), 'asked')).sections).toEqual(own.sections);
    const file = parseTemplateFile(exportTemplate(renamed));
    expect(file.ok && file.template).toEqual(renamed);
  });

  it('is one version higher once it differs, and the same when it does not', () => {
    const changed = got(renameSection(own, 'plan', { title: 'Next', help: '' }));
    expect(nextVersion(changed, own)).toMatchObject({ id: own.id, version: 2 });
    expect(nextVersion(structuredClone(own), own)).toBe(own);
    // A note of version 1 still fits version 1.
    checkDocument(emptyDocument(own), own);
  });

  it('takes a range that is shorter than the step was', () => {
    const numbered = got(addField(own, 'plan', number, 0));
    expect(got(changeField(numbered, withRange(number, { min: 0, max: 0.5 }))).sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'n')).toMatchObject({ min: 0, max: 0.5, step: 0.5 });
  });

  it('says what still has the name it was put in with, and nothing of what ships', () => {
    expect(loadTemplates().flatMap(stillNamed)).toEqual([]);
    const added = got(addSection(own, newSection(own), 0));
    const more = got(addField(added, 'plan', newField(added, 'choice'), 0));
    const table = got(addField(more, 'plan', newField(more, 'table'), 0));
    expect(stillNamed(table)).toEqual(['“New section”', '“New field” in New section', '“New field” in Plan', '“Short text” in New field', '“New field” in Plan', '“First choice” in New field', '“Second choice” in New field']);
  });

  it('says which places of a service note it lacks', () => {
    expect(missingForService(own)).toEqual([]);
    expect(missingForService(got(removeSection(own, 'interventions')))).toEqual(['interventions_used', 'interventions_notes']);
  });

  it('makes ids out of any label', () => {
    expect(keyFor('Größe & Co', [])).toBe('gro_e_co');
    expect(keyFor('今日', [])).toBe('item');
    expect(keyFor('Constructor', [])).toBe('constructor_2');
    expect(keyFor('9 lives', [])).toBe('lives');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom<string>('item', 'a', 'item_2')), (label, taken) => {
      const key = keyFor(label, taken);
      return /^[a-z][a-z0-9_]{0,39}$/.test(key) && !taken.includes(key);
    }));
  });

  it('stays openable whatever is done to it', () => {
    fc.assert(fc.property(fc.array(fc.record({ act: fc.constantFrom('addS', 'delS', 'moveS', 'addF', 'delF', 'moveF'), a: fc.nat(80), b: fc.nat(80) }), { maxLength: 40 }), (acts) => {
      let template = own;
      for (const { act, a, b } of acts) {
        const sections = template.sections;
        const fields = sections.flatMap((each) => each.fields);
        const sectionId = sections[a % sections.length]?.id ?? '';
        const fieldId = fields[a % fields.length]?.id ?? '';
        const edits: Record<string, () => TemplateEdit> = {
          addS: () => addSection(template, section(keyFor('sec', sections.map(({ id }) => id)), text(keyFor('new', fields.map(({ id }) => id)))), b % 5),
          delS: () => removeSection(template, sectionId),
          moveS: () => moveSection(template, sectionId, b % sections.length),
          addF: () => addField(template, sectionId, text(keyFor('new', fields.map(({ id }) => id))), 0),
          delF: () => removeField(template, fieldId),
          moveF: () => moveField(template, fieldId, sections[b % sections.length]?.id ?? '', 0),
        };
        const edit = edits[act]?.();
        if (edit?.ok === true) template = edit.template;
      }
      const document = emptyDocument(template);
      checkDocument(document, template);
      return NoteDocument.safeParse(document).success && parseTemplateFile(exportTemplate(template)).ok;
    }), { numRuns: 40 });
  });
});

describe('a template file', () => {
  const file = (change: (data: { format: string; formatVersion: number; template: NoteTemplate }) => unknown): string => JSON.stringify(change(JSON.parse(exportTemplate(own))));
  const withField = (field: unknown): string => file((data) => ({ ...data, template: { ...data.template, sections: [...data.template.sections, { id: 'extra', title: 'Extra', help: '', fields: [field] }] } }));
  const nested = (depth: number): string => `{"format":"throughline-template","formatVersion":1,"template":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  const base = { id: 'f', label: 'Mine', prompt: '', required: false };

  it.each(loadTemplates().map((template) => [template.id, template] as const))('%s comes back as it went', (_id, template) => {
    expect(parseTemplateFile(exportTemplate(template))).toEqual({ ok: true, template });
    expect(parseTemplateFile(`\uFEFF${exportTemplate(template)}`).ok).toBe(true);
  });

  const circular = (id: string, on: string): TemplateField => ({ id, label: id, prompt: '', required: false, kind: 'choice', options: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }], requiredIf: { field: on, is: ['a'] } });
  const bad: [string, () => string, keyof typeof templateFileText, RegExp][] = [
    ['an unknown field kind', () => withField({ ...base, kind: 'video' }), 'unknownKind', /“Mine”.*“video”/],
    ['a kind that is no word', () => withField({ ...base, kind: { a: 1 } }), 'unknownKind', /Mine/],
    ['a field id twice', () => withField({ ...base, id: 'homework', kind: 'text' }), 'duplicateId', /“homework”/],
    ['a section id twice', () => file((data) => ({ ...data, template: { ...data.template, sections: [...data.template.sections, { ...section('plan', text('zz')) }] } })), 'duplicateId', /“plan”/],
    ['a section that points at another', () => file((data) => ({ ...data, template: { ...data.template, sections: [{ id: 'a', title: 'A', help: '', fields: [], use: 'b' }, { id: 'b', title: 'B', help: '', fields: [], use: 'a' }] } })), 'reference', /“use”/],
    ['a part by reference', () => withField({ $ref: '#/template/sections/0/fields/0' }), 'reference', /\$ref/],
    ['10,000 fields', () => file((data) => ({ ...data, template: { ...data.template, sections: [section('s', ...Array.from({ length: 10_000 }, (_, index) => text(`f${index}`)))] } })), 'tooManyFields', /10000 fields.*400/],
    ['one field too many', () => file((data) => ({ ...data, template: { ...data.template, sections: Array.from({ length: 9 }, (_, index) => section(`s${index}`, ...Array.from({ length: index === 0 ? TEMPLATE_MAX_FIELDS - 399 : 50 }, (__, at) => text(`f${index}_${at}`)))) } })), 'tooManyFields', /401/],
    ['a file without end', () => `${exportTemplate(own)}${' '.repeat(TEMPLATE_FILE_MAX)}`, 'tooLarge', /larger/],
    ['a file nested 100,000 deep', () => nested(100_000), 'tooDeep', /nested/],
    ['__proto__', () => exportTemplate(own).replace('"help"', '"__proto__": {"x": 1}, "help"'), 'forbiddenName', /__proto__/],
    ['__proto__ at the very top', () => exportTemplate(own).replace('{', '{"__proto__": {"ok": true},'), 'forbiddenName', /__proto__/],
    ['an id named constructor', () => withField({ ...base, id: 'constructor', kind: 'text' }), 'forbiddenName', /constructor/],
    ['no JSON', () => 'hello', 'notJson', /could not be read/],
    ['nothing', () => '', 'notJson', /could not be read/],
    ['another JSON', () => '[]', 'notTemplate', /not a template/],
    ['null', () => 'null', 'notTemplate', /not a template/],
    ['a newer file', () => file((data) => ({ ...data, formatVersion: 2 })), 'newer', /newer/],
    ['an extra key', () => file((data) => ({ ...data, template: { ...data.template, script: 'x' } })), 'notValid', /./],
    ['a missing label', () => withField({ id: 'f', prompt: '', required: false, kind: 'text' }), 'notValid', /Extra|label/],
    ['text in place of a template', () => file((data) => ({ ...data, template: 'x' })), 'notValid', /./],
    ['an unknown service type', () => file((data) => ({ ...data, template: { ...data.template, serviceTypes: ['party'] } })), 'serviceType', /“party”/],
    ['a table with more rows at first than at most', () => withField({ ...base, kind: 'table', columns: [{ id: 'a', label: 'A', hint: '', kind: 'text' }], minRows: 5, maxRows: 2, rowLabel: 'row' }), 'notValid', /Mine/],
    ['a score of a measure that does not exist', () => withField({ ...base, kind: 'instrumentScore', instrument: 'NOPE' }), 'notValid', /Mine/],
    ['columns of its own for a drug test', () => withField({ ...base, kind: 'drugTest', columns: [] }), 'notValid', /Mine/],
    ['a choice column without choices', () => withField({ ...base, kind: 'table', columns: [{ id: 'a', label: 'A', hint: '', kind: 'choice' }], minRows: 0, maxRows: 2, rowLabel: 'row' }), 'notValid', /Mine/],
    ['a condition on a field that is not there', () => withField({ ...base, kind: 'shortText', requiredIf: { field: 'nowhere', is: ['a'] } }), 'notValid', /Mine/],
    ['a condition on a field that is no choice', () => withField({ ...base, kind: 'shortText', requiredIf: { field: 'client_report', is: ['a'] } }), 'notValid', /Mine/],
    ['a condition on an answer that is not there', () => withField({ ...base, kind: 'shortText', requiredIf: { field: 'medication_taken', is: ['nowhere'] } }), 'notValid', /Mine/],
    ['a condition on itself', () => withField({ ...base, kind: 'choice', options: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }], requiredIf: { field: 'f', is: ['a'] } }), 'notValid', /Mine/],
    ['conditions in a circle', () => file((data) => ({ ...data, template: { ...data.template, sections: [...data.template.sections, section('circle', circular('one', 'two'), circular('two', 'one'))] } })), 'notValid', /one/],
    ['a condition without an answer', () => withField({ ...base, kind: 'shortText', requiredIf: { field: 'medication_taken', is: [] } }), 'notValid', /Mine/],
    ['a control character in a label', () => withField({ ...base, label: 'a\u0007b', kind: 'text' }), 'notValid', /./],
    ['a lone surrogate', () => exportTemplate(own).replace('Tuesday SOAP', '\\ud800'), 'notValid', /./],
  ];
  it.each(bad)('refuses %s with a sentence', (_name, make, problem, words) => {
    const answer = parseTemplateFile(make());
    expect(answer).toMatchObject({ ok: false, problem });
    const sentence = answer.ok ? '' : answer.sentence;
    expect(sentence).toMatch(words);
    expect(sentence).not.toMatch(/[{}]|undefined|Zod|Error/);
    expect(sentence.trim()).toMatch(/\.$/);
  });

  it('never throws and never pollutes, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (anything) => {
      parseTemplateFile(anything);
      return !('polluted' in {});
    }), { numRuns: 300 });
  });
});
