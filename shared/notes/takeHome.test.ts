// The client's part of a plan that goes home: every section of its own, none of the common foot.
import { describe, expect, it } from 'vitest';
import common from '../../resources/templates/common.json' with { type: 'json' };
import { loadTemplates, templateById } from './loadTemplates.ts';
import { emptyDocument } from './newNote.ts';
import { isTakeHome, takeHomePart } from './takeHome.ts';

const shared = new Set(common.sections.map(({ id }) => id));

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
});
