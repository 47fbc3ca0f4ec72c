// Numbers as people write them: understood exactly, or kept as typed. Nothing in between.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LocalId } from '../brand.ts';
import { LocalDate, LocalTime } from '../dates.ts';
import { checkDocument } from './checkDocument.ts';
import { decimalsOf, fitsDecimals, withDecimals } from './decimals.ts';
import { type FieldValue, NoteDocument } from './document.ts';
import { templateById } from './loadTemplates.ts';
import { emptyDocument, newNoteHeader } from './newNote.ts';
import { documentText } from './plainText.ts';
import { signProblems } from './signing.ts';
import { columnRule, fieldRule, type KeptWhy, type NumberRule, readTyped, unreadNumbers } from './typedNumber.ts';
import { withUnit } from './units.ts';

const SCALE: NumberRule = { min: 0, max: 10, decimals: 0, outOf: 10, units: [] };
const SCORE: NumberRule = { min: 0, max: 48, decimals: null, outOf: 48, units: [] };
const HOURS: NumberRule = { min: 0, max: 24, decimals: null, outOf: 24, units: ['hours'] };
const PERCENT: NumberRule = { min: 0, max: 100, decimals: null, outOf: 100, units: ['%'] };
const MONEY: NumberRule = { min: 0, max: 10_000, decimals: 2, outOf: 10_000, units: ['$'] };

const TEMPERATURE: NumberRule = { min: 70, max: 115, decimals: 1, outOf: 115, units: ['F'] };

describe('what is typed into a number box', () => {
  it.each<[string, NumberRule, number]>([
    ['9', SCALE, 9], ['9/10', SCALE, 9], ['9 / 10', SCALE, 9], ['9 of 10', SCALE, 9], ['9 out of 10', SCALE, 9], ['10', SCALE, 10], ['10/10', SCALE, 10], ['0', SCALE, 0], ['-0', SCALE, 0],
    ['12/48', SCORE, 12], ['12 of 48', SCORE, 12], ['12', SCORE, 12],
    ['5 h', HOURS, 5], ['5h', HOURS, 5], ['5 hrs.', HOURS, 5], ['5 hours', HOURS, 5], ['5,5', HOURS, 5.5], ['5.5 h', HOURS, 5.5], [' 5,5 ', HOURS, 5.5], ['.5', HOURS, 0.5], ['5.', HOURS, 5], ['0,125', HOURS, 0.125],
    ['80%', PERCENT, 80], ['80 %', PERCENT, 80], ['80 percent', PERCENT, 80], ['80', PERCENT, 80], ['80/100', PERCENT, 80],
    ['$20', MONEY, 20], ['20 $', MONEY, 20], ['20.05', MONEY, 20.05], ['20,05', MONEY, 20.05], ['20.050', MONEY, 20.05],
    ['98,6', TEMPERATURE, 98.6], ['98.60 F', TEMPERATURE, 98.6], ['98,', TEMPERATURE, 98],
  ])('%s is understood', (text, rule, value) => {
    expect(readTyped(text, rule)).toEqual({ kind: 'number', value });
  });

  it.each<[string, NumberRule, KeptWhy]>([
    ['13', SCALE, 'range'], ['7.5', SCALE, 'range'], ['7,5', SCALE, 'range'], ['-1', SCALE, 'range'], ['2-3', SCALE, 'unread'], ['2–3', SCALE, 'unread'], ['9/5', SCALE, 'unread'], ['9/', SCALE, 'unread'], ['9/10/10', SCALE, 'unread'], ['12/10', SCALE, 'range'],
    ['12/27', SCORE, 'unread'], ['49', SCORE, 'range'], ['150', PERCENT, 'range'], ['150%', PERCENT, 'range'], ['80%', HOURS, 'unread'], ['5 min', HOURS, 'unread'], ['7:30', HOURS, 'unread'], ['25 h', HOURS, 'range'], ['about 5', HOURS, 'unread'],
    ['98.65', TEMPERATURE, 'decimals'], ['98,65', TEMPERATURE, 'decimals'], ['98.65 F', TEMPERATURE, 'decimals'], ['116.55', TEMPERATURE, 'range'], ['0.005', MONEY, 'decimals'], ['0,005', MONEY, 'decimals'],
    ['1,500', MONEY, 'unread'], ['1e3', MONEY, 'unread'], ['0x10', MONEY, 'unread'], ['Infinity', MONEY, 'unread'], ['5.5.5', MONEY, 'unread'], ['--1', MONEY, 'unread'], ['0.12345678901234567', MONEY, 'unread'], ['9'.repeat(40), MONEY, 'unread'],
  ])('%s is kept', (text, rule, why) => {
    expect(readTyped(text, rule)).toEqual({ kind: 'kept', why });
  });

  it('is understood exactly or kept: no figure is ever made of other digits', () => {
    const piece = fc.constantFrom('0', '1', '2', '4', '8', '9', '10', '48', '.', ',', '/', '-', ' ', '%', ' h', ' of ', '$', '+', 'e', 'about');
    fc.assert(fc.property(fc.oneof(fc.array(piece, { maxLength: 7 }).map((parts) => parts.join('')), fc.string({ maxLength: 12 })), fc.constantFrom(SCALE, SCORE, HOURS, PERCENT, MONEY, TEMPERATURE), (text, rule) => {
      const reading = readTyped(text, rule);
      if (reading.kind === 'blank') return text.trim() === '';
      if (reading.kind === 'kept') return text.trim() !== '';
      // The figures in the text: the answer, and at most the full mark behind it.
      const figures = text.replaceAll(',', '.').match(/\d+\.?\d*|\.\d+/g) ?? [];
      const [first, second, ...more] = figures.map(Number);
      return more.length === 0 && first === Math.abs(reading.value) && (second === undefined || second === rule.outOf) && reading.value >= rule.min && reading.value <= rule.max && (rule.decimals === null || fitsDecimals(reading.value, rule.decimals));
    }), { numRuns: 3000 });
  });
});

const template = templateById('cbt_session');
const day = LocalDate.parse('2026-11-22');
const now = { date: day, time: LocalTime.parse('12:00') };

function answered(fieldId: string, field: FieldValue): NoteDocument {
  return emptyDocument(template).map((section) => ({ ...section, children: section.children.map((child) => (child.type === 'field' && child.fieldId === fieldId ? { ...child, field } : child)) }));
}

describe('a number that was kept as typed', () => {
  const cells = (belief: string | number) => answered('thoughts', { kind: 'table', value: [{ id: LocalId.parse('aaaaaaaaaa'), cells: { belief } }] });
  const header = newNoteHeader({ today: day, startTime: null, template });

  it('is stored, read again, shown, and blocks signing by name', () => {
    const document = NoteDocument.parse(JSON.parse(JSON.stringify(answered('mood', { kind: 'scale', value: null, typed: '2-3' }))));
    expect(() => checkDocument(document, template)).not.toThrow();
    expect(documentText(document, template)).toContain('2-3');
    const problem = signProblems({ header, document }, template, now, null).blocking.find(({ where }) => where.kind === 'field' && where.fieldId === 'mood');
    expect(problem?.text).toBe('Correct “Mood”: “2-3” is not a number.');
  });

  it('is found in a table, with its row and column', () => {
    expect(() => checkDocument(cells('150'), template)).not.toThrow();
    expect(unreadNumbers(cells('150'), template)).toMatchObject([{ fieldId: 'thoughts', typed: '150', why: 'range', label: 'Thought record, thought 1, Belief in thought' }]);
    expect(documentText(cells('150'), template)).toContain('Belief in thought: 150');
    expect(documentText(cells('150'), template)).not.toContain('150%');
    expect(unreadNumbers(cells(80), template)).toEqual([]);
  });

  it('cannot stand beside a number, nor be one', () => {
    expect(() => checkDocument(answered('mood', { kind: 'scale', value: 3, typed: '2-3' }), template)).toThrow();
    expect(() => checkDocument(cells('80%'), template)).toThrow();
    expect(NoteDocument.safeParse(answered('mood', { kind: 'scale', value: null, typed: 'x'.repeat(201) })).success).toBe(false);
  });
});

it('has a rule for every place of a number and for no other', () => {
  expect(fieldRule({ id: 'a', label: 'A', prompt: '', required: false, kind: 'text' })).toBeNull();
  expect(columnRule({ id: 'a', label: 'A', hint: '', kind: 'date' })).toBeNull();
  expect(columnRule({ id: 'a', label: 'Hours', hint: '', kind: 'number' })?.units).toContain('Hours');
});

it('lets a number have the decimals of its step, and those of its ends', () => {
  const number = { id: 'n', label: 'N', prompt: '', required: false, kind: 'number', unit: '', min: 0, max: 10, step: 1 } as const;
  const cases: [number, number, number, number | null][] = [[0, 10, 1, 0], [0, 10, 5, 0], [0, 10, 0.5, 1], [0, 10, 0.25, 2], [0, 10, 0.01, 2], [0, 300.5, 1, 1], [0.25, 9, 1, 2], [0.2, 0.3, 0.3 - 0.2, 1], [0, 10, 1 / 3, null]];
  for (const [min, max, step, decimals] of cases) expect(decimalsOf({ min, max, step }), `${String(min)} ${String(max)} ${String(step)}`).toBe(decimals);
  for (const decimals of [0, 1, 2]) expect(fieldRule({ ...number, ...withDecimals(number, decimals) })?.decimals).toBe(decimals);
  expect(withDecimals({ ...number, max: 9.5 }, 0)).toBeNull();
  expect(withDecimals({ ...number, min: 0.2, max: 0.3 }, 1)).toMatchObject({ min: 0.2, max: 0.3 });
});

it('says how many decimals are too many, before signing too', () => {
  const money = templateById('cm_visit');
  const fieldId = money.sections.flatMap(({ fields }) => fields).find((field) => field.kind === 'number' && field.step === 0.01)?.id ?? '';
  const document = emptyDocument(money).map((section) => ({ ...section, children: section.children.map((child) => (child.type === 'field' && child.fieldId === fieldId ? { ...child, field: { kind: 'number', value: null, typed: '2.505' } as const } : child)) }));
  const header = newNoteHeader({ today: day, startTime: null, template: money });
  expect(() => checkDocument(document, money)).not.toThrow();
  expect(documentText(document, money)).toContain('2.505');
  expect(signProblems({ header, document }, money, now, null).blocking.map(({ text }) => text)).toContain('Correct “Amount earned”: “2.505” has more than two decimals.');
});

it('asks about a number that an older draft holds as it does about one that is typed today', () => {
  const whole = { id: 'nights', label: 'Nights at home', prompt: '', required: false, kind: 'number', unit: '', min: 0, max: 30, step: 1 } as const;
  const own = { ...template, sections: template.sections.map((section, index) => (index === 0 ? { ...section, fields: [whole] } : section)) };
  const header = newNoteHeader({ today: day, startTime: null, template: own });
  const asked = (field: FieldValue) => {
    const document = emptyDocument(own).map((section, index) => (index === 0 ? { ...section, children: section.children.map((child) => (child.type === 'field' ? { ...child, field } : child)) } : section));
    // The draft itself may be saved and opened again: only the signature waits.
    expect(() => checkDocument(document, own)).not.toThrow();
    const { blocking, hints } = signProblems({ header, document }, own, now, null);
    return { blocking: blocking.filter(({ where }) => where.kind === 'field' && where.fieldId === 'nights'), hints: hints.filter(({ where }) => where.kind === 'field') };
  };
  const typed = asked({ kind: 'number', value: null, typed: '12.5' });
  expect(typed.blocking.map(({ text }) => text)).toEqual(['Correct “Nights at home”: “12.5” is not a whole number from 0 to 30.']);
  expect(asked({ kind: 'number', value: 12.5 })).toEqual(typed);
  expect(asked({ kind: 'number', value: 12 })).toEqual({ blocking: [], hints: [] });
});

it('counts one in the singular', () => {
  expect([withUnit(1, 'days'), withUnit(2, 'days'), withUnit(0, 'days'), withUnit(1, 'per minute'), withUnit(3, ''), withUnit(20, '$'), withUnit(80, '%')]).toEqual(['1 day', '2 days', '0 days', '1 per minute', '3', '$20', '80%']);
});
