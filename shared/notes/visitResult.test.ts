// A contingency-management visit whose panel and result code do not agree: asked about before signing, never a block,
// and silent wherever it cannot be told.
import { describe, expect, it } from 'vitest';
import { LocalId } from '../brand.ts';
import { LocalDate, LocalTime } from '../dates.ts';
import type { FieldValue, NoteDocument } from './document.ts';
import { templateById } from './loadTemplates.ts';
import { emptyDocument, newNoteHeader } from './newNote.ts';
import { signProblems } from './signing.ts';

const template = templateById('cm_visit');
const today = LocalDate.parse('2026-11-22');
const header = newNoteHeader({ today, startTime: null, template });

type Panel = readonly (readonly [substance: string, result: string, name?: string])[];

function visit(code: string | null, targets: readonly string[], panel: Panel): NoteDocument {
  const answers: Readonly<Record<string, FieldValue>> = {
    result_code: { kind: 'choice', value: code },
    targets: { kind: 'multiChoice', value: [...targets] },
    panel: { kind: 'drugTest', value: panel.map(([substance, result, name = ''], index) => ({ id: LocalId.parse(`aaaaaaaaa${String.fromCodePoint(97 + index)}`), cells: { substance, name, result, value: '' } })) },
  };
  return emptyDocument(template).map((section) => ({ ...section, children: section.children.map((child) => { const field = answers[child.fieldId]; return child.type === 'field' && field !== undefined ? { ...child, field } : child; }) }));
}

function asked(document: NoteDocument, serviceType = header.serviceType): string[] {
  const { blocking, hints } = signProblems({ header: { ...header, serviceType }, document }, template, { date: today, time: LocalTime.parse('12:00') }, null);
  const about = (problems: typeof hints) => problems.filter(({ where }) => where.kind === 'field' && where.fieldId === 'result_code').map(({ text }) => text);
  // What blocks is an empty result alone.
  expect(about(blocking).filter((text) => !text.startsWith('Fill in'))).toEqual([]);
  return about(hints);
}

const TEST = ['test_negative'];
const met = (what: string) => [`The result says “Target met”, while the panel is positive for ${what}. Check both, if that is a target.`];
const NOT_MET = ['The result says “Not met”, while every test in the panel is negative or as prescribed. Check both.'];
const NONE_GIVEN = ['The result says that no specimen was given, while the panel holds results. Check both.'];

describe('the result of a visit and its panel', () => {
  it.each<[string, string | null, readonly string[], Panel, readonly string[]]>([
    ['met, one positive', 'n', TEST, [['cocaine', 'pos'], ['opiates', 'neg']], met('Cocaine')],
    ['met, positive while another result is awaited', 'n', TEST, [['cocaine', 'pos'], ['fentanyl', 'pending']], met('Cocaine')],
    ['met, two positives, one named by hand', 'n', [...TEST, 'attendance'], [['cocaine', 'pos'], ['other', 'pos', 'Kratom'], ['cocaine', 'pos']], met('Cocaine, Kratom')],
    ['met, a positive without its substance', 'n', TEST, [['', 'pos']], met('a substance')],
    ['met, as prescribed counts as met', 'n', TEST, [['buprenorphine', 'pos_prescribed'], ['opiates', 'neg']], []],
    ['met, invalid and awaited', 'n', TEST, [['cocaine', 'invalid'], ['fentanyl', 'pending']], []],
    ['met, attendance was the target', 'n', ['attendance'], [['cocaine', 'pos']], []],
    ['met, no target named', 'n', [], [['cocaine', 'pos']], []],
    ['not met, all negative or as prescribed', 'p', TEST, [['cocaine', 'neg'], ['methadone', 'pos_prescribed'], ['xylazine', 'not_tested']], NOT_MET],
    ['not met, one awaited', 'p', TEST, [['cocaine', 'neg'], ['fentanyl', 'pending']], []],
    ['not met, one invalid', 'p', TEST, [['cocaine', 'neg'], ['fentanyl', 'invalid']], []],
    ['not met, one without its result', 'p', TEST, [['cocaine', 'neg'], ['fentanyl', '']], []],
    ['not met, one positive', 'p', TEST, [['cocaine', 'pos']], []],
    ['not met, another target may be why', 'p', [...TEST, 'attendance'], [['cocaine', 'neg']], []],
    ['not met, nothing tested', 'p', TEST, [['', '']], []],
    ['did not attend, with a result', 'u', ['attendance'], [['cocaine', 'neg']], NONE_GIVEN],
    ['declined, with a result', 'r', TEST, [['cocaine', 'pos']], NONE_GIVEN],
    ['excused, nothing read', 'e', TEST, [['cocaine', 'pending']], []],
    ['could not provide, empty row', 'x', TEST, [['', '']], []],
    ['kit failed after a part was read', 'c', TEST, [['cocaine', 'neg']], []],
    ['invalid, a part was read', 'i', TEST, [['cocaine', 'neg']], []],
    ['no result yet', null, TEST, [['cocaine', 'pos']], []],
  ])('%s', (_name, code, targets, panel, expected) => {
    expect(asked(visit(code, targets, panel))).toEqual(expected);
  });

  it('is not asked of a visit that did not take place, nor of a note without either', () => {
    expect(asked(visit('n', TEST, [['cocaine', 'pos']]), 'no_show')).toEqual([]);
    const soap = templateById('soap');
    const { hints } = signProblems({ header, document: emptyDocument(soap) }, soap, { date: today, time: LocalTime.parse('12:00') }, null);
    expect(hints.filter(({ where }) => where.kind === 'field')).toEqual([]);
  });
});
