// The client's part of a plan that goes home: every section of its own, none of the common foot.
import { describe, expect, it } from 'vitest';
import common from '../../resources/templates/common.json' with { type: 'json' };
import { loadTemplates, templateById } from './loadTemplates.ts';
import { emptyDocument } from './newNote.ts';
import type { NoteTemplate } from './template.ts';
import { isTakeHome, isTakeHomeEmpty, takeHomePart } from './takeHome.ts';

const shared = new Set(common.sections.map(({ id }) => id));

function firstItem(template: NoteTemplate, fieldId: string): string {
  const field = template.sections.flatMap((section) => section.fields).find(({ id }) => id === fieldId);
  return field?.kind === 'checklist' ? field.items[0]?.id ?? '' : '';
}

describe('plans that go home', () => {
  it('are three', () => {
    expect(loadTemplates().map(({ id }) => id).filter(isTakeHome).toSorted()).toEqual(['overdose_plan', 'relapse_prevention', 'safety_plan']);
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
