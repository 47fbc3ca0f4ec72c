// The client's part of a plan that goes home: every section of its own, none of the common foot.
import { describe, expect, it } from 'vitest';
import common from '../../resources/templates/common.json' with { type: 'json' };
import { loadTemplates, templateById } from './loadTemplates.ts';
import { emptyDocument } from './newNote.ts';
import { NoteTemplate, TAKE_HOME_PLANS } from './template.ts';
import { LocalId } from '../brand.ts';
import { addColumn } from './ownTable.ts';
import { addField, cloneTemplate, moveField, removeField, removeSection, renameTemplate, type TemplateEdit } from './ownTemplate.ts';
import { isTakeHome, isTakeHomeEmpty, takeHomePart } from './takeHome.ts';
import { takeHomeWarnings } from './takeHomeWarnings.ts';

const shared = new Set(common.sections.map(({ id }) => id));

function got(edit: TemplateEdit): NoteTemplate {
  if (!edit.ok) throw new TypeError(edit.refusal);
  return edit.template;
}
const cloneOf = (id: string): NoteTemplate => got(cloneTemplate(templateById(id), { title: 'Ours', shortTitle: 'Ours' }, []));
const fieldsOnCopy = (template: NoteTemplate): string[] => takeHomePart(template, emptyDocument(template)).flatMap(({ children }) => children.map(({ fieldId }) => fieldId));

function firstItem(template: NoteTemplate, fieldId: string): string {
  const field = template.sections.flatMap((section) => section.fields).find(({ id }) => id === fieldId);
  return field?.kind === 'checklist' ? field.items[0]?.id ?? '' : '';
}

describe('plans that go home', () => {
  it('are three', () => {
    expect(loadTemplates().filter(isTakeHome).map(({ id }) => id).toSorted()).toEqual(['overdose_plan', 'relapse_prevention', 'safety_plan']);
  });

  it.each(['safety_plan', 'overdose_plan', 'relapse_prevention'])('%s keeps its own sections and none of the common foot', (id) => {
    const template = templateById(id);
    const own = template.sections.map((section) => section.id).filter((section) => !shared.has(section));
    expect(own.length).toBeLessThan(template.sections.length);
    expect(takeHomePart(template, emptyDocument(template)).map(({ sectionId }) => sectionId)).toEqual(own);
  });

  it('leaves the hand-over of the copy in the chart, and keeps nothing of another note', () => {
    const fields = takeHomePart(templateById('safety_plan'), emptyDocument(templateById('safety_plan'))).flatMap(({ children }) => children.map(({ fieldId }) => fieldId));
    expect(fields).toContain('plan_date');
    expect(fields).not.toContain('copy_given');
    expect(takeHomePart(templateById('soap'), emptyDocument(templateById('soap')))).toEqual([]);
  });

  it('are empty until something of the plan is answered; what is only for the chart does not count', () => {
    const answered = (template: NoteTemplate, fieldId: string) => emptyDocument(template).map((section) => ({ ...section, children: section.children.map((child) => (
      child.fieldId !== fieldId ? child
      : child.type === 'field' && child.field.kind === 'checklist' ? { ...child, field: { ...child.field, value: { [firstItem(template, fieldId)]: 'practised' } } }
      : { type: 'textField' as const, fieldId, children: [{ type: 'paragraph' as const, children: [{ text: 'Words.' }] }] })) }));
    const overdose = templateById('overdose_plan');
    const safety = templateById('safety_plan');
    const words = (template: NoteTemplate) => emptyDocument(template).flatMap(({ children }) => children.map(({ fieldId }) => fieldId));
    expect([words(overdose).includes('steps'), words(safety).includes('client_response')]).toEqual([true, true]);
    expect(isTakeHomeEmpty(overdose, emptyDocument(overdose))).toBe(true);
    expect(isTakeHomeEmpty(overdose, answered(overdose, 'steps'))).toBe(false);
    expect(isTakeHomeEmpty(safety, answered(safety, 'client_response'))).toBe(true);
    expect(isTakeHomeEmpty(safety, answered(safety, 'warning_signs'))).toBe(false);
  });
});

describe('own templates made from a plan that goes home', () => {
  it.each(TAKE_HOME_PLANS)('%s: the copy holds what the shipped one holds, also under another name and made from a clone', (id) => {
    const own = cloneOf(id);
    expect(isTakeHome(own)).toBe(true);
    expect(fieldsOnCopy(own)).toEqual(fieldsOnCopy(templateById(id)));
    // Every column of every table too.
    const filled = (template: NoteTemplate) => takeHomePart(template, emptyDocument(template).map((section) => ({ ...section, children: section.children.map((child) => {
      const field = template.sections.flatMap(({ fields }) => fields).find((one) => one.id === child.fieldId);
      return child.type === 'field' && field?.kind === 'table' ? { ...child, field: { kind: 'table' as const, value: [{ id: LocalId.parse('aaaaaaaaaaaa'), cells: Object.fromEntries(field.columns.map((column) => [column.id, 'x'])) }] } } : child;
    }) })));
    expect(filled(own)).toEqual(filled(templateById(id)));
    const again = got(renameTemplate(got(cloneTemplate(own, { title: 'Ours again', shortTitle: 'Again' }, [own.id])), { title: 'Something else', shortTitle: 'Else' }));
    expect(fieldsOnCopy(again)).toEqual(fieldsOnCopy(templateById(id)));
  });

  it('an added field stays in the chart, and so does one that was moved to the chart', () => {
    const added = got(addField(cloneOf('safety_plan'), 'part_1', { id: 'impression', label: 'Impression', prompt: '', required: false, kind: 'text' }, 0));
    expect(isTakeHome(added)).toBe(true);
    expect(fieldsOnCopy(added)).toEqual(fieldsOnCopy(templateById('safety_plan')));
    const chart = added.sections.find((section) => section.fields.some(({ id }) => id === 'client_response'))?.id ?? '';
    expect(fieldsOnCopy(got(moveField(added, 'means', chart, 0)))).not.toContain('means');
    expect(isTakeHome(got(moveField(added, 'safer_steps', chart, 0)))).toBe(false);
  });

  it('a column that was added to a table stays in the chart, and its words are not warned about', () => {
    const own = got(addColumn(cloneOf('safety_plan'), 'helpers', 'longText'));
    const field = own.sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'helpers');
    const [first, added] = field?.kind === 'table' ? [field.columns[0]?.id ?? '', field.columns.at(-1)?.id ?? ''] : [];
    if (first === undefined || added === undefined) throw new TypeError('no table');
    const document = emptyDocument(own).map((section) => ({ ...section, children: section.children.map((child) => (child.fieldId === 'helpers' ? { type: 'field' as const, fieldId: 'helpers', children: [{ text: '' as const }] as [{ text: '' }], field: { kind: 'table' as const, value: [{ id: LocalId.parse('aaaaaaaaaaaa'), cells: { [first]: 'Iris', [added]: 'On probation' } }] } } : child)) }));
    const copy = JSON.stringify(takeHomePart(own, document));
    expect(copy).toContain('Iris');
    expect(copy).not.toContain('probation');
    expect(takeHomeWarnings(own, document, [])).toEqual([]);
  });

  it('a file that puts something else under the name of a field of the plan gets no copy of it', () => {
    const own = cloneOf('safety_plan');
    const as = (id: string, kind: 'riskCheck' | 'drugTest') => NoteTemplate.parse({ ...own, sections: own.sections.map((section) => ({ ...section, fields: section.fields.map((field) => (field.id === id ? { id, label: field.label, prompt: '', required: false, kind } : field)) })) });
    expect(isTakeHome(as('helpers', 'riskCheck'))).toBe(false);
    expect(isTakeHome(as('means', 'drugTest'))).toBe(true);
    expect(fieldsOnCopy(as('means', 'drugTest'))).toEqual(fieldsOnCopy(own).filter((id) => id !== 'means'));
  });

  it('what it can do without may go; without what it needs there is no copy', () => {
    const own = cloneOf('safety_plan');
    expect(isTakeHome(got(removeField(own, 'likely_to_use')))).toBe(true);
    const half = got(removeSection(own, 'part_4'));
    expect(isTakeHome(half)).toBe(false);
    expect(takeHomePart(half, emptyDocument(half))).toEqual([]);
  });

  it('those of before and those of other notes stay as they are; a plan that is not known is refused', () => {
    const { takeHome, ...before } = cloneOf('safety_plan');
    expect(takeHome).toBe('safety_plan');
    expect(isTakeHome(NoteTemplate.parse(before))).toBe(false);
    expect(cloneOf('soap')).not.toHaveProperty('takeHome');
    expect(NoteTemplate.safeParse({ ...before, takeHome: 'soap' }).success).toBe(false);
  });
});

describe('what the preview of a copy says', () => {
  const wrote = (template: NoteTemplate, fieldId: string, text: string) => emptyDocument(template).map((section) => ({ ...section, children: section.children.map((child) => (child.fieldId === fieldId ? { type: 'textField' as const, fieldId, children: [{ type: 'paragraph' as const, children: [{ text }] }] } : child)) }));

  it('names the client and private words in what was written for the client, by the label of the field', () => {
    const safety = templateById('safety_plan');
    const label = safety.sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'warning_signs')?.label ?? '';
    const found = takeHomeWarnings(safety, wrote(safety, 'warning_signs', 'When court comes up, I say: Zephyr, run.'), ['Zephyr Mora']);
    expect(found).toEqual([expect.stringContaining('“court”'), expect.stringContaining('“Zephyr”')]);
    for (const line of found) expect(line).toContain(`“${label}”`);
    expect(takeHomeWarnings(safety, wrote(safety, 'warning_signs', 'Zephyr, run.'), [])).toEqual([]);
  });

  it('is silent about the chart and about what the title says', () => {
    const safety = templateById('safety_plan');
    expect(takeHomeWarnings(safety, wrote(safety, 'client_response', 'Court and heroin.'), [])).toEqual([]);
    const overdose = templateById('overdose_plan');
    expect(takeHomeWarnings(overdose, wrote(overdose, 'teach_back', 'Naloxone is in the drawer.'), [])).toEqual([]);
    expect(takeHomeWarnings(overdose, wrote(overdose, 'teach_back', 'My methadone is in the drawer.'), [])).toHaveLength(1);
  });
});
