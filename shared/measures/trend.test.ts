// Lines over time: what a note says on the craving ruler joins the scale's own, and a single item of a form is followed.
import { describe, expect, it } from 'vitest';
import { NoteId } from '../brand.ts';
import { LocalDate, LocalTime } from '../dates.ts';
import type { FieldValue } from '../notes/document.ts';
import { loadTemplates } from '../notes/loadTemplates.ts';
import { emptyDocument, newNoteHeader } from '../notes/newNote.ts';
import type { NoteTemplate } from '../notes/template.ts';
import { instrumentById, parseInstrument } from './loadInstruments.ts';
import { type Measure, measureHead } from './measure.ts';
import { isSameRuler, noteScore } from './noteScore.ts';
import { score } from './score.ts';
import { itemTrends, trends } from './trend.ts';

const craving = instrumentById('CRAVING');
const bam = instrumentById('BAM');
const day = (text: string) => LocalDate.parse(text);

function measure(instrument: typeof bam, date: string, answers: Record<string, number | null>, over: Partial<Measure> = {}): Measure {
  const { total, subscales, band, alerts, missing } = score(instrument, answers);
  return { id: date, instrumentId: instrument.id, instrumentVersion: instrument.version, date, time: null, answers, enteredInError: false, mode: 'self', administrator: '', result: { total, subscales, band, alerts, missing, cuts: {} }, ...over } as unknown as Measure;
}

function written(template: NoteTemplate, value: number | null, date = '2026-03-02', status: 'draft' | 'signed' = 'signed') {
  const field: FieldValue = { kind: 'scale', value };
  const document = emptyDocument(template).map((section) => ({ ...section, children: section.children.map((child) => (child.type === 'field' && child.fieldId === 'craving_now' ? { ...child, field } : child)) }));
  return { id: NoteId.parse('n'.repeat(26)), status, header: newNoteHeader({ today: day(date), startTime: LocalTime.parse('14:00'), template }), document };
}

describe('craving that was asked in a session note', () => {
  const asking = loadTemplates().filter(({ sections }) => sections.some(({ fields }) => fields.some(({ id }) => id === 'craving_now')));
  const changed = (template: NoteTemplate, change: object): NoteTemplate => ({ ...template, sections: template.sections.map((section) => ({ ...section, fields: section.fields.map((field) => (field.id === 'craving_now' ? ({ ...field, ...change } as typeof field) : field)) })) });

  it.each(asking.map((template) => [template.id, template] as const))('%s asks on the ruler of the scale', (_id, template) => {
    expect(noteScore(written(template, 6), template, craving)).toEqual({ noteId: 'n'.repeat(26), title: template.title, date: '2026-03-02', time: '14:00', value: 6, signed: true });
    expect(noteScore(written(template, null), template, craving)).toBeNull();
    // The strongest since last time is another question.
    expect(template.sections.flatMap(({ fields }) => fields).filter((field) => isSameRuler(field, craving)).map(({ id }) => id)).toEqual(['craving_now']);
  });

  it('does not count on a ruler with other words at its ends', () => {
    for (const template of asking) {
      for (const change of [{ low: 'never' }, { high: 'worst this week' }]) expect(noteScore(written(template, 6), changed(template, change), craving)).toBeNull();
    }
    expect(asking.length).toBeGreaterThan(5);
  });

  it('joins the line of the scale in the order of the days, and no other line', () => {
    const [template] = asking;
    if (template === undefined) throw new Error('no template');
    const draft = noteScore(written(template, 7, '2026-03-02', 'draft'), template, craving);
    const heads = [measureHead(measure(craving, '2026-03-03', { now: 4 })), measureHead(measure(craving, '2026-03-01', { now: 5 }))];
    const [line, ...more] = trends(craving, heads, draft === null ? [] : [draft]);
    expect(more).toEqual([]);
    expect(line?.points.map(({ value, band, change, note }) => [value, band, change, note?.signed ?? null])).toEqual([[5, 'medium', null, null], [7, 'high', 2, false], [4, 'medium', -3, null]]);
    expect(trends(craving, [], draft === null ? [] : [draft])[0]?.points).toHaveLength(1);
    expect(trends(instrumentById('PHQ-9'), [], draft === null ? [] : [draft])).toEqual([]);
  });
});

describe('the days of opiate use in the BAM (question 7E)', () => {
  it('have a line of their own: what was not asked after a 0 in question 6 is 0, what was left out is no point', () => {
    const [line, ...more] = itemTrends(bam, [
      measure(bam, '2026-01-01', { 6: 3, '7E': 3 }), measure(bam, '2026-02-01', { 6: 2, '7E': null }), measure(bam, '2026-03-01', { 6: 2, '7E': 1 }), measure(bam, '2026-04-01', { 6: 0, '7E': null }),
      measure(bam, '2026-03-15', { 6: 4, '7E': 4 }, { enteredInError: true }),
    ]);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ item: '7E', label: 'Days of opiate use' });
    expect(line?.points.map(({ date, value, change }) => [date, value, change])).toEqual([['2026-01-01', 3, null], ['2026-03-01', 1, -2], ['2026-04-01', 0, -1]]);
    expect(line?.answers.map(({ label }) => label)).toEqual(['0 days', '1 to 3 days', '4 to 8 days', '9 to 15 days', '16 to 30 days']);
  });

  it('are never joined across versions, and a form that names no item has none', () => {
    const lines = itemTrends(bam, [measure(bam, '2026-01-01', { 6: 3, '7E': 3 }), measure(bam, '2026-02-01', { 6: 3, '7E': 2 }, { instrumentVersion: 2 })]);
    expect(lines.map(({ version, points }) => [version, points.length])).toEqual([[1, 1], [2, 1]]);
    expect(itemTrends(craving, [measure(craving, '2026-03-01', { now: 5 })])).toEqual([]);
    expect(() => parseInstrument({ ...bam, followed: [{ item: '99', label: 'x', skippedIs: 0 }] })).toThrow('BAM has no item 99');
  });
});
