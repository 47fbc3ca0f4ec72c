import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClientId, LocalId, NoteId, RecordId } from '../brand.ts';
import { Instant, LocalTime, parseLocalDate } from '../dates.ts';
import { isAppError } from '../errors.ts';
import { checkDocument, countNodes } from './checkDocument.ts';
import { type FieldValue, NoteDocument } from './document.ts';
import { noteMinutes, quarterHourUnits, suggestCode } from './duration.ts';
import { riskControl } from './headerControls.ts';
import { noteHead } from './heads.ts';
import { loadTemplates, templateById } from './loadTemplates.ts';
import { checkDepth, DOCUMENT_MAX_JSON_DEPTH, measureDepth } from './measureDepth.ts';
import { emptyDocument, newNote } from './newNote.ts';
import { normaliseDocument } from './normaliseDocument.ts';
import { type Note, Note as NoteSchema, NoteHead, RISK_KINDS } from './note.ts';
import { addAddendum, saveNoteDraft, signNote } from './noteLife.ts';
import { countWords, documentText, wordCount } from './plainText.ts';
import { canonicalJson, contentToSign, isLate, signProblems } from './signing.ts';
import type { TemplateField } from './template.ts';

const template = templateById('cbt_session');
const AT = Instant.parse('2026-03-10T15:00:00.000Z');
const NOW = { date: parseLocalDate('2026-03-10'), time: LocalTime.parse('15:00') };
const time = (text: string) => LocalTime.parse(text);
let made = 0;
const newId = () => LocalId.parse((made += 1).toString(2).replaceAll('0', 'a').replaceAll('1', 'b').padStart(20, 'c'));

function blank(): Note {
  return newNote({ noteId: NoteId.parse('n'.repeat(26)), clientId: ClientId.parse('c'.repeat(26)), episode: null, template, templateRecordId: RecordId.parse('t'.repeat(26)), today: NOW.date, startTime: time('14:00'), at: AT, newId });
}

function answer(document: NoteDocument, fieldId: string, value: string | FieldValue): NoteDocument {
  return document.map((section) => ({
    ...section,
    children: section.children.map((element) => {
      if (element.fieldId !== fieldId) return element;
      if (element.type === 'textField') return { ...element, children: [{ type: 'paragraph' as const, children: [{ text: String(value) }] }] };
      return typeof value === 'string' ? element : { ...element, field: value };
    }),
  }));
}

function complete(): Note {
  const note = blank();
  let { document } = note;
  for (const fieldId of ['main_point', 'interventions_notes', 'client_response', 'progress_notes', 'next_steps']) document = answer(document, fieldId, `words for ${fieldId}`);
  document = answer(document, 'interventions_used', { kind: 'multiChoice', value: ['cbt'] });
  return { ...note, document, header: { ...note.header, endTime: time('14:52') } };
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('the CBT template', () => {
  it('has every block of the reference and the common foot', () => {
    expect(template.sections.map(({ id }) => id)).toEqual(['check_in', 'agenda', 'homework_review', 'functional_analysis', 'thought_record', 'beliefs', 'triggers', 'skills', 'decisions', 'content', 'homework_set', 'ratings', 'interventions', 'mental_status', 'response', 'progress', 'next_steps']);
    const field = (id: string) => template.sections.flatMap(({ fields }) => fields).find((candidate) => candidate.id === id);
    const columns = (id: string) => { const found = field(id); return found?.kind === 'table' ? found.columns : []; };
    expect(columns('thoughts').map(({ label }) => label).filter((label) => /^\d/.test(label))).toHaveLength(7);
    expect(columns('abc_chain').map(({ label }) => label.charAt(0)).join('')).toBe('AAAAAABBCCC');
    expect(columns('trigger_log').find(({ id }) => id === 'category')?.options).toHaveLength(14);
    const skills = field('skills_practised');
    expect(skills?.kind === 'multiChoice' ? skills.options.length : 0).toBe(10);
    const interventions = field('interventions_used');
    expect(interventions?.kind === 'multiChoice' ? interventions.options.length : 0).toBe(12);
    const status = field('mental_status_items');
    expect(status?.kind === 'checklist' ? status.items.length : 0).toBe(8);
  });

  it('has a prompt for every box of running text, none a ready sentence', () => {
    for (const field of template.sections.flatMap(({ fields }) => fields)) if (field.kind === 'text') expect(field.prompt, field.id).toMatch(/\?$/);
  });

  it('refuses an unknown template', () => {
    expect(codeOf(() => templateById('nope'))).toBe('TEMPLATE_UNKNOWN');
  });
});

describe('documents', () => {
  it('begin empty, valid, and the same each time', () => {
    for (const each of loadTemplates()) {
      const document = emptyDocument(each);
      expect(NoteDocument.parse(document)).toEqual(emptyDocument(each));
      checkDocument(document, each);
      expect(documentText(document, each)).toBe('');
      expect(wordCount(document)).toBe(0);
    }
    NoteSchema.parse(blank());
  });

  const bad: [string, (document: NoteDocument) => NoteDocument][] = [
    ['a missing section', (document) => document.slice(1)],
    ['sections out of order', (document) => document.toReversed()],
    ['a section twice', (document) => [...document, ...document.slice(0, 1)]],
    ['a missing field', (document) => document.map((section, index) => (index === 0 ? { ...section, children: section.children.slice(1) } : section))],
    ['a field twice', (document) => document.map((section, index) => (index === 0 ? { ...section, children: [...section.children.slice(0, 1), ...section.children.slice(0, -1)] } : section))],
    ['another kind', (document) => answer(document, 'mood', { kind: 'number', value: 3 })],
    ['an unknown choice', (document) => answer(document, 'test_result', { kind: 'choice', value: 'dirty' })],
    ['an option twice', (document) => answer(document, 'interventions_used', { kind: 'multiChoice', value: ['cbt', 'cbt'] })],
    ['a number out of range', (document) => answer(document, 'sleep_hours', { kind: 'number', value: 25 })],
    ['an unknown item', (document) => answer(document, 'mental_status_items', { kind: 'checklist', value: { aura: 'noted' } })],
    ['an unknown state', (document) => answer(document, 'mental_status_items', { kind: 'checklist', value: { speech: 'bad' } })],
    ['an unknown column', (document) => answer(document, 'thoughts', { kind: 'table', value: [{ id: newId(), cells: { colour: 'x' } }] })],
    ['a percent over 100', (document) => answer(document, 'thoughts', { kind: 'table', value: [{ id: newId(), cells: { belief: 101 } }] })],
    ['a number written as text in a percent', (document) => answer(document, 'thoughts', { kind: 'table', value: [{ id: newId(), cells: { belief: '80' } }] })],
    ['a day that does not exist', (document) => answer(document, 'trigger_log', { kind: 'table', value: [{ id: newId(), cells: { date: '2026-02-31' } }] })],
    ['a half on a scale', (document) => answer(document, 'trigger_log', { kind: 'table', value: [{ id: newId(), cells: { intensity: 3.5 } }] })],
    ['too many rows', (document) => answer(document, 'agenda_items', { kind: 'table', value: Array.from({ length: 6 }, () => ({ id: newId(), cells: {} })) })],
    ['one row id twice', (document) => { const id = newId(); return answer(document, 'thoughts', { kind: 'table', value: [{ id, cells: {} }, { id, cells: {} }] }); }],
  ];
  it.each(bad)('refuse %s', (_name, change) => {
    expect(codeOf(() => checkDocument(change(emptyDocument(template)), template))).toBe('BAD_REQUEST');
  });

  it('may keep older answers when asked to', () => {
    const older = answer(emptyDocument(template), 'test_result', { kind: 'choice', value: 'of_an_older_version' });
    expect(() => checkDocument(older, template, { allowUnknown: true })).not.toThrow();
  });

  it('hold a 10,000-word note and refuse one without end', () => {
    const words = Array.from({ length: 10_000 }, (_, index) => `word${index}`).join(' ');
    const long = NoteDocument.parse(answer(emptyDocument(template), 'main_point', words));
    checkDocument(long, template);
    expect(wordCount(long)).toBe(10_000);
    const block = { type: 'paragraph' as const, children: [{ text: 'x' }] };
    const endless = emptyDocument(template).map((section) => ({ ...section, children: section.children.map((element) => (element.fieldId === 'main_point' && element.type === 'textField' ? { ...element, children: Array.from({ length: 25_000 }, () => block) } : element)) }));
    expect(countNodes(endless)).toBeGreaterThan(40_000);
    expect(codeOf(() => checkDocument(endless, template))).toBe('TEXT_TOO_LONG');
  });
});

describe('depth', () => {
  it('is measured without recursion, past any stack', () => {
    let nested: unknown = { type: 'quote', children: [{ text: 'in' }] };
    for (let level = 0; level < 60_000; level += 1) nested = { type: 'quote', children: [nested] };
    expect(measureDepth(nested, DOCUMENT_MAX_JSON_DEPTH)).toBe(DOCUMENT_MAX_JSON_DEPTH + 1);
    expect(codeOf(() => checkDepth(nested))).toBe('NOTE_TOO_DEEP');
  });

  it('nested quotes do not pass the schema, shallow or deep', () => {
    const quoted = (inner: unknown) => emptyDocument(template).map((section) => ({ ...section, children: section.children.map((element) => (element.fieldId === 'main_point' ? { ...element, children: [{ type: 'quote', children: [inner] }] } : element)) }));
    expect(NoteDocument.safeParse(quoted({ text: 'once' })).success).toBe(true);
    expect(NoteDocument.safeParse(quoted({ type: 'quote', children: [{ text: 'twice' }] })).success).toBe(false);
  });

  it('ends on cycles and shared references', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(codeOf(() => checkDepth(loop))).toBe('NOTE_TOO_DEEP');
    let shared: unknown = {};
    for (let level = 0; level < 23; level += 1) shared = [shared, shared];
    expect(codeOf(() => checkDepth(shared))).toBe('NOTE_TOO_DEEP');
  });

  it('is exact up to the cap', () => {
    expect([measureDepth('x', 5), measureDepth([], 5), measureDepth([{ a: [] }], 5), measureDepth([[[[[]]]]], 5), measureDepth([[[[[[]]]]]], 5)]).toEqual([0, 1, 3, 5, 6]);
    expect(measureDepth(emptyDocument(template), DOCUMENT_MAX_JSON_DEPTH)).toBeLessThan(DOCUMENT_MAX_JSON_DEPTH / 2);
  });
});

describe('normaliseDocument', () => {
  it('leaves a fitting document as it is', () => {
    const { document } = complete();
    expect(normaliseDocument(document, template, newId)).toEqual(document);
  });

  it('mends any loss of places, twice the same, and no word is lost', () => {
    const pieces = complete().document;
    fc.assert(fc.property(fc.shuffledSubarray(pieces, { minLength: 1 }), fc.array(fc.nat(pieces.length - 1), { maxLength: 3 }), fc.constantFrom('main_point', 'gone'), (subset, repeats, name) => {
      const stray = { type: 'section' as const, sectionId: 'stray', children: [{ type: 'textField' as const, fieldId: name, children: [{ type: 'quote' as const, children: [{ text: 'the stray words' }] }] }] };
      const broken: NoteDocument = [...subset, ...repeats.flatMap((index) => pieces.slice(index, index + 1)), stray];
      const mended = normaliseDocument(broken, template, newId);
      checkDocument(mended, template);
      expect(normaliseDocument(mended, template, newId)).toEqual(mended);
      const text = documentText(mended, template);
      for (const words of ['the stray words', ...subset.flatMap(({ children }) => children).flatMap((element) => (element.type === 'textField' ? element.children.flatMap((block) => (block.type === 'paragraph' ? block.children.map((run) => run.text) : [])) : []))]) expect(text).toContain(words);
    }), { numRuns: 200 });
  });

  it('joins runs with the same marks', () => {
    const split = emptyDocument(template).map((section) => ({ ...section, children: section.children.map((element) => (element.fieldId === 'main_point' && element.type === 'textField' ? { ...element, children: [{ type: 'paragraph' as const, children: [{ text: 'a' }, { text: '' }, { text: 'b' }, { text: 'c', bold: true as const }] }] } : element)) }));
    const found = normaliseDocument(split, template, newId).flatMap(({ children }) => children).find(({ fieldId }) => fieldId === 'main_point');
    expect(found?.type === 'textField' ? found.children : null).toEqual([{ type: 'paragraph', children: [{ text: 'ab' }, { text: 'c', bold: true }] }]);
  });
});

describe('text of a note', () => {
  it('names sections, fields, options and cells, and no prompt', () => {
    let { document } = complete();
    document = answer(document, 'mood', { kind: 'scale', value: 6 });
    document = answer(document, 'sleep_hours', { kind: 'number', value: 6.5 });
    document = answer(document, 'thoughts', { kind: 'table', value: [{ id: newId(), cells: { situation: 'Payday', thought: 'I deserve it', belief: 80, emotion_now: null } }] });
    document = answer(document, 'mental_status_items', { kind: 'checklist', value: { affect: 'noted' } });
    const text = documentText(document, template);
    for (const part of ['CHECK-IN\nMood: 6 of 10', 'Sleep last night: 6.5 hours', '1 Situation: Payday; 2 Automatic thought: I deserve it; Belief in thought: 80%', 'Affect: Something to note', 'Interventions: CBT']) expect(text).toContain(part);
    for (const field of template.sections.flatMap(({ fields }) => fields)) if (field.prompt !== '') expect(text).not.toContain(field.prompt);
  });

  it('counts words of scripts without spaces', () => {
    expect(countWords('I want my evenings back.')).toBe(5);
    expect(countWords('')).toBe(0);
    expect(countWords('我想要我的晚上')).toBeGreaterThan(2);
  });
});

describe('duration and codes', () => {
  it('takes the break off and knows no negative session', () => {
    expect(noteMinutes({ startTime: time('14:00'), endTime: time('14:52'), breakMinutes: 0 })).toBe(52);
    expect(noteMinutes({ startTime: time('14:00'), endTime: time('15:00'), breakMinutes: 10 })).toBe(50);
    expect(noteMinutes({ startTime: time('14:00'), endTime: time('13:00'), breakMinutes: 0 })).toBeNull();
    expect(noteMinutes({ startTime: time('14:00'), endTime: null, breakMinutes: 0 })).toBeNull();
  });

  it.each([[15, undefined], [16, '90832'], [37, '90832'], [38, '90834'], [52, '90834'], [53, '90837'], [180, '90837']])('%i minutes alone suggest %s', (minutes, code) => {
    expect(suggestCode('individual', minutes)?.code).toBe(code);
  });

  it('suggests by kind of service and rounds to quarter hours at the midpoint', () => {
    expect([suggestCode('group', 60)?.code, suggestCode('family_with', 30)?.code, suggestCode('family_without', 25)?.code, suggestCode('telephone', 30)?.code, suggestCode('individual', null)?.code]).toEqual(['90853', '90847', undefined, undefined, undefined]);
    expect([7, 8, 22, 23, 37, 38, 52, 53, 67, 68, 82].map(quarterHourUnits)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });
});

describe('signing', () => {
  const input = { name: 'Robin Vale', credentials: 'LADC', appVersion: '0.1.0', contentHash: 'f'.repeat(64), at: AT, now: NOW, episode: null };

  it('gives equal content equal bytes, whatever the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é"' }], a: undefined })).toBe('{"b":[1,{"c":"é\\"","d":null}]}');
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(JSON.parse(canonicalJson(value)))).toBe(JSON.stringify(JSON.parse(canonicalJson(JSON.parse(JSON.stringify(value))))));
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
    }), { numRuns: 300 });
    const note = complete();
    expect(contentToSign({ ...note, header: { ...note.header, breakMinutes: 1 } })).not.toBe(contentToSign(note));
    expect(contentToSign(JSON.parse(JSON.stringify(note)))).toBe(contentToSign(note));
  });

  it('names what is missing and where to go', () => {
    const { blocking, hints } = signProblems(blank(), template, NOW, null);
    const required = template.sections.flatMap(({ fields }) => fields).filter((field: TemplateField) => field.required).map(({ id }) => id);
    expect(blocking.flatMap(({ where }) => (where.kind === 'field' ? [where.fieldId] : []))).toEqual(required);
    expect(blocking.map(({ where }) => (where.kind === 'header' ? where.part : ''))).toContain('endTime');
    expect(hints.map(({ where }) => (where.kind === 'header' ? where.part : ''))).toEqual(['planLinks', 'risk', 'risk', 'risk', 'risk', 'risk']);
    // Each leads to its own question, not to the first of them.
    expect(hints.map(({ where }) => (where.kind === 'header' ? where.control : ''))).toEqual(['noPlanLinkReason', ...RISK_KINDS.map((kind) => riskControl(kind, 'level'))]);
  });

  it('lets a complete note pass and asks what was done about a high risk', () => {
    const note = complete();
    expect(signProblems(note, template, NOW, null).blocking).toEqual([]);
    const risky = { ...note, header: { ...note.header, risk: { ...note.header.risk, overdose: { level: 'high' as const, action: ' ' } } } };
    expect(signProblems(risky, template, NOW, null).blocking.map(({ text }) => text)).toEqual(['Say what was done about overdose.']);
    expect(signProblems(risky, template, NOW, null).blocking[0]?.where).toEqual({ kind: 'header', part: 'risk', control: riskControl('overdose', 'action') });
    const future = { ...note, header: { ...note.header, serviceDate: parseLocalDate('2026-03-11') } };
    expect(signProblems(future, template, NOW, null).blocking).toHaveLength(1);
  });

  it('asks nothing of a visit that did not take place', () => {
    const note = blank();
    expect(signProblems({ ...note, header: { ...note.header, serviceType: 'no_show', startTime: null } }, template, NOW, null)).toEqual({ blocking: [], hints: [] });
  });

  it('knows a late entry to the minute', () => {
    const header = { serviceDate: parseLocalDate('2026-03-09'), startTime: time('14:00'), endTime: time('15:00') };
    expect(isLate(header, NOW)).toBe(false);
    expect(isLate(header, { ...NOW, time: time('15:01') })).toBe(true);
    expect(isLate({ ...header, endTime: null, startTime: null }, NOW)).toBe(false);
  });

  it('freezes: a signed note takes addenda and nothing else', () => {
    const note = complete();
    const signed = NoteSchema.parse(signNote(note, template, input));
    expect(signed).toMatchObject({ status: 'signed', signature: { late: false, name: 'Robin Vale' } });
    expect(contentToSign(signed)).toBe(contentToSign(note));
    expect(codeOf(() => saveNoteDraft(signed, note, template, AT))).toBe('NOTE_SIGNED');
    expect(codeOf(() => signNote(signed, template, input))).toBe('NOTE_SIGNED');
    const words = { text: 'The client called later.', reason: 'Added fact', authorName: 'Robin Vale', credentials: '', id: newId(), at: AT };
    const amended = NoteSchema.parse(addAddendum(signed, words));
    expect(contentToSign(amended)).toBe(contentToSign(note));
    expect(codeOf(() => addAddendum(note, words))).toBe('NOTE_NOT_SIGNED');
    expect(codeOf(() => addAddendum(signed, { ...words, reason: ' ' }))).toBe('REASON_MISSING');
    expect(NoteHead.parse(noteHead(amended))).toMatchObject({ minutes: 52, addenda: 1, signedAt: AT });
  });

  it('refuses to sign what is not complete', () => {
    const note = complete();
    expect(codeOf(() => signNote(blank(), template, input))).toBe('NOTE_INCOMPLETE');
    expect(codeOf(() => signNote({ ...note, header: { ...note.header, endTime: time('13:00') } }, template, input))).toBe('NOTE_TIME_ORDER');
    expect(codeOf(() => signNote(note, template, { ...input, name: ' ' }))).toBe('NAME_EMPTY');
  });
});
