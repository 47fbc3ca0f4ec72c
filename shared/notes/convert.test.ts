import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../errors.ts';
import { checkDocument } from './checkDocument.ts';
import { convertNote, CONVERTIBLE_IDS } from './convert.ts';
import { type Block, type FieldValue, NoteDocument } from './document.ts';
import { templateById } from './loadTemplates.ts';
import { emptyDocument } from './newNote.ts';
import { documentText, textFieldText } from './plainText.ts';
import type { NoteTemplate, TemplateField } from './template.ts';

const quote: Block = { type: 'quote', children: [{ text: 'I made it through Tuesday' }] };
const list: Block = { type: 'list', ordered: false, children: [{ type: 'listItem', children: [{ text: 'called sister', bold: true }] }] };

function fill(template: NoteTemplate, value: (field: TemplateField) => FieldValue | readonly Block[] | undefined): NoteDocument {
  const fields = new Map(template.sections.flatMap((section) => section.fields).map((field) => [field.id, field]));
  return emptyDocument(template).map((section) => ({
    ...section,
    children: section.children.map((element) => {
      const field = fields.get(element.fieldId);
      const given = field === undefined ? undefined : value(field);
      if (given === undefined) return element;
      return element.type === 'textField' ? ('kind' in given ? element : { ...element, children: [...given] }) : 'kind' in given ? { ...element, field: given } : element;
    }),
  }));
}

function textOf(document: NoteDocument, fieldId: string): string {
  const found = document.flatMap(({ children }) => children).find((element) => element.fieldId === fieldId);
  return found?.type === 'textField' ? textFieldText(found) : '';
}

const everything = (template: NoteTemplate): NoteDocument => fill(template, (field) => {
  switch (field.kind) {
    case 'text': return [{ type: 'paragraph', children: [{ text: `words of ${field.id}` }] }, quote, list];
    case 'shortText': return { kind: 'shortText', value: `short ${field.id}` };
    case 'scale': return { kind: 'scale', value: 7 };
    case 'choice': return { kind: 'choice', value: field.options[0]?.id ?? null };
    case 'multiChoice': return { kind: 'multiChoice', value: field.options.slice(0, 2).map(({ id }) => id) };
    case 'checklist': return { kind: 'checklist', value: Object.fromEntries(field.items.map(({ id }) => [id, field.states[0]?.id ?? ''])) };
    default: return undefined;
  }
});

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function lost(before: string, after: string): string[] {
  const left = new Map<string, number>();
  for (const word of wordsOf(after)) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsOf(before).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

/** Words of the answers only: headings and labels belong to the template. */
function answersOnly(document: NoteDocument, template: NoteTemplate): string {
  const bare: NoteTemplate = { ...template, sections: template.sections.map((section) => ({ ...section, title: '-', fields: section.fields.map((field) => ({ ...field, label: '-' })) })) };
  return documentText(document, bare);
}

const pairs = CONVERTIBLE_IDS.flatMap((from) => CONVERTIBLE_IDS.filter((to) => to !== from).map((to) => [from, to] as const));

describe('converting a note', () => {
  it.each(pairs)('%s to %s keeps every word, and the result is a note of the new format', (fromId, toId) => {
    const [from, to] = [templateById(fromId), templateById(toId)];
    const before = everything(from);
    const { document, moved, leftOver } = convertNote(before, from, to);
    checkDocument(NoteDocument.parse(document), to);
    expect(lost(answersOnly(before, from), documentText(document, to))).toEqual([]);
    for (const { to: place, text } of moved) for (const line of text.split('\n')) expect(textOf(document, place)).toContain(line);
    expect(moved).toEqual(expect.arrayContaining([...leftOver]));
  });

  it('puts S and O into D, A into A, P into P', () => {
    const [soap, dap] = [templateById('soap'), templateById('dap')];
    const { document, moved, kept, leftOver } = convertNote(everything(soap), soap, dap);
    expect(textOf(document, 'data_notes')).toMatch(/^Client's report\nwords of client_report\n[^]*What was seen\nwords of observed/);
    expect(textOf(document, 'clinical_meaning')).toMatch(/^words of clinical_meaning/);
    expect(textOf(document, 'next_steps')).toMatch(/^words of next_steps/);
    expect(moved.map(({ from, to }) => [from, to])).toEqual([['client_report', 'data_notes'], ['observed', 'data_notes']]);
    expect(leftOver).toEqual([]);
    expect(kept).toContain('craving_now');
  });

  it('puts D into B and A into R, with formatting as it was', () => {
    const [dap, birp] = [templateById('dap'), templateById('birp')];
    const { document } = convertNote(everything(dap), dap, birp);
    const places = new Map(document.flatMap(({ children }) => children).map((element) => [element.fieldId, element]));
    expect(places.get('behavior_notes')).toMatchObject({ children: expect.arrayContaining([quote, list]) });
    expect(textOf(document, 'client_response')).toMatch(/^words of client_response[^]*Clinical meaning\nwords of clinical_meaning/);
  });

  it('moves nothing of an empty note, and gives a lone text no label', () => {
    const [soap, birp] = [templateById('soap'), templateById('birp')];
    expect(convertNote(emptyDocument(soap), soap, birp)).toMatchObject({ moved: [], kept: [], leftOver: [] });
    const one = fill(soap, (field) => (field.id === 'observed' ? [{ type: 'paragraph', children: [{ text: 'calm' }] }] : undefined));
    expect(textOf(convertNote(one, soap, birp).document, 'behavior_notes')).toBe('calm');
  });

  it('keeps what no format has a place for, and says so', () => {
    const [wm, soap] = [templateById('wm_monitoring'), templateById('soap')];
    const { document, leftOver } = convertNote(fill(wm, (field) => (field.id === 'pulse' ? { kind: 'number', value: 88 } : undefined)), wm, soap);
    expect(leftOver).toHaveLength(1);
    expect(textOf(document, 'client_report')).toBe('Pulse: 88 per minute');
  });

  it('refuses a template without running text', () => {
    const soap = templateById('soap');
    const bare: NoteTemplate = { ...soap, sections: [{ id: 's', title: 'S', help: '', fields: [{ id: 'd', label: 'D', prompt: '', required: false, kind: 'date' }] }] };
    let code = '';
    try { convertNote(everything(soap), soap, bare); } catch (error) { code = isAppError(error) ? error.code : 'other'; }
    expect(code).toBe('TEMPLATE_UNKNOWN');
  });

  it('loses nothing on any way through the formats', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...CONVERTIBLE_IDS), { minLength: 2, maxLength: 6 }), fc.array(fc.string({ unit: fc.constantFrom('a', 'ß', '字', ' ', '\u0301', '😀'), maxLength: 12 }), { minLength: 40, maxLength: 40 }), (way, texts) => {
      let template = templateById(way[0] ?? 'soap');
      let count = 0;
      const first = fill(template, (field) => (field.kind === 'text' ? [{ type: 'paragraph', children: [{ text: texts[(count += 1) % texts.length] ?? '' }] }] : undefined));
      let document = first;
      const before = answersOnly(first, template);
      for (const id of way.slice(1)) {
        const next = templateById(id);
        document = convertNote(document, template, next).document;
        template = next;
        checkDocument(NoteDocument.parse(document), template);
      }
      return lost(before, documentText(document, template)).length === 0;
    }), { numRuns: 60 });
  });
});
