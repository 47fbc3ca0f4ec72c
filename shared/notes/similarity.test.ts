import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LocalId } from '../brand.ts';
import { checkDocument } from './checkDocument.ts';
import { copyHeader, copyStructure } from './copyStructure.ts';
import { NoteDocument } from './document.ts';
import { templateById } from './loadTemplates.ts';
import { emptyDocument, newNoteHeader } from './newNote.ts';
import { fingerprint, likeness, mostAlike, SIMILARITY_MIN_WORDS, SIMILARITY_WARN_ABOVE, writtenLines } from './similarity.ts';
import { LocalTime, parseLocalDate } from '../dates.ts';

const print = (text: string) => fingerprint(text.split('\n'));
const words = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`).join(' ');
let made = 0;
const newId = () => LocalId.parse((made += 1).toString(2).replaceAll('0', 'a').replaceAll('1', 'b').padStart(20, 'c'));

describe('likeness', () => {
  it('is 100 for the same words and 0 for none', () => {
    expect(likeness(print('We talked about payday and the bus.'), print('we talked ABOUT payday, and the bus'))).toBe(100);
    expect(likeness(print(words('a', 40)), print(words('b', 40)))).toBe(0);
    expect(likeness(print(''), print('x'))).toBe(0);
    expect(likeness(print('ok'), print('ok'))).toBe(100);
  });

  it('does not mind the order of lines, marks or spaces', () => {
    expect(likeness(print('one two three four\nfive six seven eight'), print('five  six, seven; eight\n\none two\tthree four'))).toBe(100);
  });

  it('is the share of the new note: 40 words of 50 copied are near 80', () => {
    const old = print(words('old', 40));
    expect(likeness(print(`${words('old', 40)}\n${words('new', 10)}`), old)).toBe(83);
    // Half copied, in one block.
    expect(likeness(print(`${words('old', 40)}\n${words('new', 40)}`), old)).toBe(50);
    // A long old note does not dilute the copy.
    expect(likeness(print(words('old', 40)), print(`${words('old', 40)}\n${words('else', 4000)}`))).toBe(100);
  });

  it('counts a repeated sentence once for each time it stood there', () => {
    expect(likeness(print('a b c\na b c\na b c\na b c'), print('a b c'))).toBe(25);
  });

  it('reads every script, composed or not', () => {
    expect(likeness(print('今天很好 谢谢'), print('今天很好谢谢'))).toBe(100);
    expect(likeness(print('cafe\u0301 au lait'), print('caf\u00e9 au lait'))).toBe(100);
    expect(likeness(print('у меня всё хорошо'), print('у меня все плохо'))).toBeLessThan(100);
  });

  it('stays between 0 and 100 and is 100 against itself', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
      const share = likeness(print(a), print(b));
      const self = likeness(print(a), print(a));
      return share >= 0 && share <= 100 && (self === 100 || print(a).words === 0);
    }));
  });

  it('makes one run a word, whatever the length: linear', () => {
    expect(fingerprint([words('w', 10_000)]).runs.size).toBe(9998);
    expect(fingerprint([words('w', 20_000)]).runs.size).toBe(19_998);
  });
});

describe('the most alike of earlier notes', () => {
  const text = print(words('old', 60));
  it('warns above the setting, not at it', () => {
    const eighty = `${words('old', 34)}\n${words('new', 10)}`;
    const percent = likeness(print(eighty), text);
    expect(percent).toBe(SIMILARITY_WARN_ABOVE);
    expect(mostAlike(print(eighty), [['a', text]])).toEqual({ percent, id: 'a', warn: false });
    expect(mostAlike(print(eighty), [['a', text]], 79)?.warn).toBe(true);
    expect(mostAlike(text, [['b', print('x y z')], ['a', text]])).toEqual({ percent: 100, id: 'a', warn: true });
  });

  it('says nothing about a few words, or without an earlier note', () => {
    expect(mostAlike(print(words('w', SIMILARITY_MIN_WORDS - 1)), [['a', print(words('w', SIMILARITY_MIN_WORDS - 1))]])).toBeNull();
    expect(mostAlike(text, [])).toBeNull();
  });
});

describe('copying forward', () => {
  const template = templateById('cbt_session');
  const filled = emptyDocument(template).map((section) => ({
    ...section,
    children: section.children.map((element) => {
      if (element.type === 'textField') return { ...element, children: [{ type: 'paragraph' as const, children: [{ text: 'SECRET words' }] }] };
      if (element.field.kind === 'table') return { ...element, field: { kind: 'table' as const, value: Array.from({ length: 4 }, () => ({ id: newId(), cells: { item: 'SECRET', whose: 'client', date: '2026-01-01' } })) } };
      if (element.field.kind === 'scale') return { ...element, field: { kind: 'scale' as const, value: 7 } };
      if (element.field.kind === 'shortText') return { ...element, field: { kind: 'shortText' as const, value: 'SECRET' } };
      return element;
    }),
  }));

  it('takes rows, never a word, a number or a choice', () => {
    const copy = NoteDocument.parse(copyStructure(filled, template, newId));
    checkDocument(copy, template);
    expect(JSON.stringify(copy)).not.toMatch(/SECRET|2026-01-01|"client"/);
    expect(writtenLines(copy).join('').trim()).toBe('');
    const agenda = copy.flatMap(({ children }) => children).find(({ fieldId }) => fieldId === 'agenda_items');
    expect(agenda?.type === 'field' && agenda.field.kind === 'table' ? agenda.field.value.length : 0).toBe(4);
    expect(copy.flatMap(({ children }) => children).some((element) => element.type === 'field' && element.field.kind === 'scale' && element.field.value !== null)).toBe(false);
  });

  it('keeps to the rows a table may have, and survives another template', () => {
    const soap = templateById('soap');
    checkDocument(copyStructure(filled, soap, newId), soap);
    const many = filled.map((section) => ({ ...section, children: section.children.map((element) => (element.fieldId === 'agenda_items' && element.type === 'field' ? { ...element, field: { kind: 'table' as const, value: Array.from({ length: 99 }, () => ({ id: newId(), cells: {} })) } } : element)) }));
    checkDocument(copyStructure(many, template, newId), template);
  });

  it('takes of the header the linked objectives without their rating', () => {
    const header = newNoteHeader({ today: parseLocalDate('2026-03-10'), startTime: LocalTime.parse('14:00'), template });
    const copy = copyHeader({ ...header, interpreter: 'Spanish', noPlanLinkReason: 'none yet', risk: { ...header.risk, suicide: { level: 'high', action: 'SECRET' } } });
    expect(Object.keys(copy).toSorted()).toEqual(['interpreter', 'modality', 'modalityReason', 'place', 'planLinks', 'serviceType']);
    expect(JSON.stringify(copy)).not.toContain('SECRET');
  });
});
