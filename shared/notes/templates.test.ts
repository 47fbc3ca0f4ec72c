import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TRIGGER_CATEGORIES } from '../clinical/clinicalRecord.ts';
import { checkDocument } from './checkDocument.ts';
import { NoteDocument } from './document.ts';
import { loadTemplates, readTemplateFile, templateById } from './loadTemplates.ts';
import { emptyDocument } from './newNote.ts';
import { isRequired } from './requiredIf.ts';
import { NoteTemplate, TEMPLATE_GROUPS } from './template.ts';
import { templateTopics } from './templateTopics.ts';

const templates = loadTemplates();
const fieldsOf = (template: NoteTemplate) => template.sections.flatMap(({ fields }) => fields);

describe('the templates', () => {
  it('are all offered, group by group', () => {
    const files = readdirSync(join(import.meta.dirname, '..', '..', 'resources', 'templates')).filter((name) => name !== 'common.json');
    expect(templates.map(({ id }) => `${id.replaceAll('_', '-')}.json`).toSorted()).toEqual(files.toSorted());
    expect(templates.length).toBeGreaterThanOrEqual(25);
    expect([...new Set(templates.map(({ group }) => group))]).toEqual([...TEMPLATE_GROUPS]);
    expect(templates.map(({ group }) => TEMPLATE_GROUPS.indexOf(group ?? 'short'))).toEqual(templates.map(({ group }) => TEMPLATE_GROUPS.indexOf(group ?? 'short')).toSorted((a, b) => a - b));
    expect(templates[0]?.id).toBe('cbt_session');
  });

  it('have ids and titles of their own', () => {
    for (const part of ['id', 'title', 'shortTitle'] as const) expect(new Set(templates.map((template) => template[part])).size, part).toBe(templates.length);
  });

  it.each(Object.entries(templateTopics))('%s has a field for every topic of the reference', (id, topics) => {
    const fields = new Set(fieldsOf(templateById(id)).map((field) => field.id));
    const missing = topics.filter((topic) => !fields.has(topic.slice(topic.indexOf(' > ') + 3)));
    expect(missing).toEqual([]);
    expect(topics.length).toBeGreaterThan(0);
  });

  it('leaves no template without topics', () => {
    expect(Object.keys(templateTopics).toSorted()).toEqual(templates.map(({ id }) => id).toSorted());
  });

  it.each(templates.map((template) => [template.id, template] as const))('%s speaks to the writer in every place, and never answers for them', (_id, template) => {
    for (const section of template.sections) {
      expect(section.help.trim(), section.id).not.toBe('');
      for (const field of section.fields) {
        expect(field.prompt.trim(), field.id).not.toBe('');
        if (field.kind === 'text') expect(field.prompt, field.id).toMatch(/\?$/);
        for (const list of 'options' in field ? [field.options] : field.kind === 'checklist' ? [field.items, field.states] : field.kind === 'table' ? field.columns.map((column) => column.options ?? []) : []) {
          expect(new Set(list.map((option) => option.id)).size, field.id).toBe(list.length);
          expect(new Set(list.map((option) => option.label)).size, field.id).toBe(list.length);
        }
        if (field.kind === 'table') {
          expect(field.maxRows).toBeGreaterThanOrEqual(field.minRows);
          for (const column of field.columns) expect(column.kind === 'choice', column.id).toBe(column.options !== undefined);
        }
      }
    }
  });

  it.each(templates.map((template) => [template.id, template] as const))('%s opens empty, valid and small enough', (_id, template) => {
    const document = emptyDocument(template);
    expect(NoteDocument.parse(document)).toEqual(document);
    checkDocument(document, template);
    expect(NoteTemplate.parse(JSON.parse(JSON.stringify(template)))).toEqual(template);
  });

  it('ask in every service note for what regulators want', () => {
    const wanted = ['interventions_used', 'interventions_notes', 'client_response', 'progress_notes', 'next_steps'];
    const service = templates.filter(({ group }) => group === 'session' || group === 'formats' || group === 'assessment');
    expect(service.length).toBe(16);
    for (const template of service) {
      const required = new Set(fieldsOf(template).filter((field) => field.required).map(({ id }) => id));
      expect(wanted.filter((id) => !required.has(id)), template.id).toEqual([]);
    }
    for (const template of templates) expect(fieldsOf(template).some((field) => field.required), template.id).toBe(true);
  });

  it('ask in every contact for what the client said to it, in a place of its own', () => {
    // Nobody came, or the whole stay is told: there the client's view stands where it can be had.
    const without = ['did_not_attend', 'discharge'];
    const ownPlace: Readonly<Record<string, string>> = { overdose_plan: 'teach_back' };
    const silent = templates.filter((template) => !without.includes(template.id) && !fieldsOf(template).some(({ id, required }) => required && id === (ownPlace[template.id] ?? 'client_response')));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('give every reason for which something may be shared without consent', () => {
    const basis = fieldsOf(templateById('care_coordination')).find(({ id }) => id === 'basis');
    expect(basis?.kind === 'choice' && basis.options.map(({ id }) => id)).toEqual(['consent', 'emergency', 'qsoa', 'internal', 'audit', 'crime', 'child_report', 'court_order', 'no_disclosure']);
  });

  it('let each of these reasons answer truly whether the notice of 42 CFR 2.32 went along', () => {
    const notice = fieldsOf(templateById('care_coordination')).find(({ id }) => id === 'notice_sent');
    // In an emergency or by a court order something is disclosed, and no such notice belongs to it.
    expect(notice?.kind === 'choice' && notice.options.map(({ id }) => id)).toEqual(['sent', 'not_needed', 'other_rule', 'to_do']);
  });

  it('ask nothing at a discharge that someone who died can no longer do', () => {
    const fields = fieldsOf(templateById('discharge'));
    const asked = (reason: string): string[] => fields.filter((field) => isRequired(field, new Map([['reason', { type: 'field', fieldId: 'reason', field: { kind: 'choice', value: reason }, children: [{ text: '' }] }]]))).map(({ id }) => id);
    const alive = ['risk_at_discharge', 'moud_plan', 'naloxone_given', 'appointments', 'who_to_call', 'copy_to_client'];
    for (const reason of ['completed', 'transfer', 'left_early', 'administrative', 'lost_contact']) expect(asked(reason), reason).toEqual(expect.arrayContaining(alive));
    expect(asked('death').filter((id) => alive.includes(id))).toEqual([]);
    expect(asked('death')).toContain('problems_summary');
    expect(asked('lost_contact')).toContain('contact_attempts');
    expect(asked('completed')).not.toContain('contact_attempts');
  });

  it('name the same kinds of trigger as the record does, and every reason that excuses a visit', () => {
    const log = fieldsOf(templateById('cbt_session')).find(({ id }) => id === 'trigger_log');
    const kinds = log?.kind === 'table' ? log.columns.find(({ id }) => id === 'category')?.options : undefined;
    expect(kinds?.map(({ id }) => id)).toEqual([...TRIGGER_CATEGORIES]);
    const excused = fieldsOf(templateById('cm_visit')).find(({ id }) => id === 'excused_kind');
    expect(excused?.kind === 'choice' && excused.options.map(({ id }) => id)).toEqual(['illness', 'hospital', 'court', 'funeral', 'childbirth', 'work', 'transport', 'religious_day']);
  });

  it('keep the eight symptoms, the red flags, the six dimensions and the twenty topics', () => {
    const count = (id: string, fieldId: string) => {
      const field = fieldsOf(templateById(id)).find((candidate) => candidate.id === fieldId);
      return field?.kind === 'checklist' ? field.items.length : field?.kind === 'multiChoice' || field?.kind === 'choice' ? field.options.length : 0;
    };
    expect([count('wm_monitoring', 'symptoms'), count('wm_monitoring', 'red_flags'), count('mat_checkin', 'side_effects'), count('psychoeducation', 'topics'), count('cm_visit', 'result_code'), count('care_coordination', 'domains')]).toEqual([8, 8, 9, 20, 8, 8]);
    expect([1, 2, 3, 4, 5, 6].map((number) => count('intake', `d${number}_rating`))).toEqual([5, 5, 5, 5, 5, 5]);
    expect(templateById('wm_monitoring').sections[0]?.help).toMatch(/under 12.*COWS 25/);
  });

  it('never hold a client name in the shared part of a group note, nor dose advice in a medication check-in', () => {
    expect(templateById('group_note').sections.map(({ id }) => id).slice(0, 2)).toEqual(['group_shared', 'individual_part']);
    expect(JSON.stringify(templateById('mat_checkin'))).not.toMatch(/\b\d+ ?mg\b/i);
  });

  it('refuse a file that names an unknown common section, service type or extra key', () => {
    const file = { id: 'x', version: 1, title: 'X', shortTitle: 'X', serviceTypes: ['individual'], source: 'x', sections: [{ use: 'next_steps' }] };
    expect(readTemplateFile(file).sections[0]?.id).toBe('next_steps');
    expect(() => readTemplateFile({ ...file, sections: [{ use: 'nowhere' }] })).toThrow('no common section');
    expect(() => readTemplateFile({ ...file, serviceTypes: ['party'] })).toThrow();
    expect(() => readTemplateFile({ ...file, layout: 'x' })).toThrow();
  });
});
