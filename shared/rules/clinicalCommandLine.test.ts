import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { clinical } from '../../e2e/run/clinical.ts';
import { RULE_IDS } from './ruleIds.ts';
import { findings } from './testRecords.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function run(...args: string[]): { code: number; out: string; err: string } {
  let out = '';
  let err = '';
  const code = clinical(args, { baseFolder: ROOT, clock: () => new Date('2026-03-20T12:00:00Z'), out: (text) => { out += text; }, err: (text) => { err += text; } });
  return { code, out, err };
}

function json(...args: string[]) {
  const { code, out, err } = run(...args);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

describe('score', () => {
  it('takes answers in order, by item, as pulse and as words', () => {
    expect(json('score', '--instrument', 'cows', '--answers', '1,2,1,2,1,1,2,1,1,1,0')).toMatchObject({ instrument: 'COWS', total: 13, band: 'moderate', missing: [], alerts: ['COWS-PRESCRIBER'] });
    expect(json('score', '--instrument', 'COWS', '--answers', 'pulse=96,2=2,3=1,4=2,5=1,6=1,7=2,8=1,9=1,10=1,11=0').total).toBe(13);
    expect(json('score', '--instrument', 'PHQ9', '--answers', '0,0,0,0,,0,0,0,2')).toMatchObject({ total: null, missing: ['5'], alerts: ['R-SUI1'] });
    expect(json('score', '--instrument', 'bam', '--answers', '1=3,2=2,3=3,4=0,6=2,8=3,9=2,10=1,11=2,12=0,13=0,14=0,15=1,16=2').subscales).toEqual({ use: 2, risk: 14, protective: 5 });
    expect(json('score', '--instrument', 'pc-ptsd-5', '--answers', 'yes,no,yes,yes,y')).toMatchObject({ total: 4, band: 'positive' });
  });

  it('knows each list of the BAM', () => {
    const rest = '3,2,1,2,0,0,0,1,2';
    for (const answers of [`3,2,3,0,,2,${rest},`, `3,2,3,0,,2,1,0,0,0,2,0,0,${rest},`, `3,2,3,0,,2,,${rest},`, `3,2,3,0,,2,,1,0,0,0,2,0,0,${rest},`]) {
      expect(json('score', '--instrument', 'BAM', '--answers', answers), answers).toMatchObject({ subscales: { use: 2, risk: 14, protective: 5 }, missing: [] });
    }
  });

  it('takes the exposure question or not, and another cut', () => {
    const ptsd = (answers: string, ...more: string[]) => json('score', '--instrument', 'pcptsd5', '--answers', answers, ...more);
    for (const alone of ['0', 'no']) expect(ptsd(alone)).toMatchObject({ total: 0, band: 'negative', missing: [] });
    expect(ptsd('1')).toMatchObject({ total: null, missing: ['1', '2', '3', '4', '5'] });
    expect(ptsd('0,,,,,')).toMatchObject({ total: 0, band: 'negative', missing: [] });
    expect(ptsd('1,1,1,1,0,0')).toMatchObject({ total: 3, band: 'negative' });
    expect(ptsd('1,1,1,0,0', '--female')).toMatchObject({ total: 3, band: 'positive' });
    expect(ptsd('1,1,1,0,0', '--cut', '3').band).toBe('positive');
    expect(ptsd(',1,1,1,0,0')).toMatchObject({ total: null, missing: ['exposure'] });
  });
});

describe('rules, templates and instruments', () => {
  it('checks the example of the document', () => {
    const { results, counts, today } = json('rules', '--record', 'resources/rules/example-record.json');
    expect([today, counts]).toEqual(['2026-03-20', { alert: 1, warn: 8, info: 0 }]);
    expect(results.map(({ id }: { id: string }) => id)).toEqual(['R-TOL1', 'R-SEQ2', 'R-GAP1', 'R-IOP1', 'R-NAL1', 'R-DEP1', 'R-CRV1', 'R-SIG1', 'R-TEST1']);
    expect(json('rules', '--record', 'resources/rules/example-record.json', '--today', '2026-03-19').today).toBe('2026-03-19');
    const document = readFileSync(`${ROOT}/docs/clinical-command.md`, 'utf8');
    for (const field of ['actualStart', 'nextReviewDue', 'planLinks', 'outsidePrescriptions', 'enteredInError', 'daysPast30', 'stabilisedOn', 'lowerPtsdCut']) expect(document, field).toContain(field);
  });

  it('has a short record in the document that fires each rule', () => {
    const rows = [...readFileSync(`${ROOT}/docs/clinical-command.md`, 'utf8').matchAll(/^\| (R-[A-Z]+\d) \| `(\{.*\})` \|$/gm)];
    expect(rows.map(([, id]) => id)).toEqual([...RULE_IDS]);
    for (const [, id = '', text = ''] of rows) expect(findings(JSON.parse(text)).map((result) => result.id), id).toContain(id);
  });

  it('lists templates with fields and instruments with answers', () => {
    expect(json('templates').find(({ id }: { id: string }) => id === 'cbt_session').sections[0].fields.length).toBeGreaterThan(3);
    expect(json('instruments').map(({ id }: { id: string }) => id)).toContain('COWS');
  });
});

describe('a mistake', () => {
  it.each([
    [['score', '--instrument', 'nothing', '--answers', '1'], /No instrument is called "nothing"/],
    [['score', '--instrument', 'COWS', '--answers', '1,2,2,2,1,1,2,1,1,1,0'], /Item 3 of COWS .* 0, 1, 3 or 5/],
    [['score', '--instrument', 'COWS', '--answers', '1,2'], /11 answers.* 2 were given/],
    [['score', '--instrument', 'PHQ-9', '--answers', '0,0,0,0,0,0,0,0,maybe'], /"maybe" is not an answer to item 9/],
    [['score', '--instrument', 'BAM', '--answers', '3,2,3,0,,2,1,3,2,1,2,0,0,0,1,2,'], /Question 7/],
    [['score', '--instrument', 'BAM', '--answers', '99=1'], /no item "99"/],
    [['score', '--instrument', 'COWS'], /--answers/],
    [['score'], /--instrument/],
    [['rules', '--record', 'no-such-file.json'], /cannot be read/],
    [['rules', '--record', 'README.md'], /is not JSON/],
    [['rules', '--record', 'package.json'], /does not fit the format/],
    [['rules', '--record', 'resources/rules/example-record.json', '--today', '2026-02-30'], /--today/],
    [['dance'], /no command "dance"/],
    [['score', '--loud'], /--loud/],
    [['score', '--instrument', 'PHQ-9', '--answers', '1=1,1=2'], /item 1 .*twice/i],
  ])('%j ends with 2 and one sentence', (args, sentence) => {
    const { code, out, err } = run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('a record with a mistake', () => {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  const path = join(folder, 'record.json');
  afterAll(() => rmSync(folder, { recursive: true }));
  const day = '2026-03-10';

  it.each<[object, RegExp]>([
    [{ foo: 1 }, /"foo"/],
    [{ notes: [{ date: day, serviceTyp: 'group' }] }, /notes\.0: .*"serviceTyp"/],
    [{ notes: [{ date: day, risk: { suicid: 'high' } }] }, /notes\.0\.risk: .*"suicid"/],
    [{ notes: [{ date: day, risk: 'high' }] }, /notes\.0\.risk/],
    [{ notes: [{ date: day, startTime: '9:00' }] }, /notes\.0\.startTime: .*HH:MM/],
    [{ notes: [{ date: day, startTime: '10:00', endTime: '09:00' }] }, /notes\.0\.endTime: .*before/],
    [{ notes: [{}] }, /notes\.0\.serviceDate: .*missing/],
    [{ events: [{ type: 'MED_STOP', date: day, fields: { medicine: 'methadone' } }] }, /events\.0\.fields: .*"medicine"/],
    [{ phases: [{ level: 'IOP', start: day, end: '2026-03-01' }] }, /phases\.0\.actualEnd: .*before/],
    [{ medications: [{ kind: 'methadone', start: day, stop: '2026-03-01' }] }, /medications\.0\.stop: .*before/],
    [{ medications: [{ kind: 'metadone', start: day }] }, /medications\.0\.kind: .*methadone/],
    [{ measures: [{ instrument: 'BAM', date: day, subscales: { usee: 3 } }] }, /subscales: .*"usee"/],
    [{ measures: [{ instrument: 'BAM', date: day, subscales: { use: 13 } }] }, /subscales\.use: .*0 to 12/],
    [{ measures: [{ instrument: 'PHQ-9', date: day, answers: [0, 0, 0, 0, 0, 0, 0, 0, 0], total: 12 }] }, /measures\.0\.total: .*answers give 0/],
    [{ measures: [{ instrument: 'PHQ-9', date: day, answers: [1, 0] }] }, /measures\.0\.answers: PHQ-9 takes 9 or 10 answers.* 2/],
    [{ measures: [{ instrument: 'PHQ-9', date: day }] }, /measures\.0: .*answers/],
    [{ measures: [{ instrument: 'PHQ-9', date: day, answers: [4, 0, 0, 0, 0, 0, 0, 0, 0] }] }, /Item 1 of PHQ-9/],
    [{ withdrawal: true }, /withdrawal/],
    [{ clinical: { medications: [] }, medications: [{ kind: 'methadone', start: day }] }, /medications: .*twice/],
    [{ settings: { iopMaxHour: 19 } }, /settings: .*"iopMaxHour"/],
    [{ today: 'tomorrow' }, /at today: /],
  ])('%j is refused by name', (record, sentence) => {
    writeFileSync(path, JSON.stringify(record));
    const { code, out, err } = run('rules', '--record', path);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
