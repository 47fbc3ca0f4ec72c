import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClientId, EpisodeId, LocalId, NoteId, PlanId } from '../brand.ts';
import { startEpisode } from '../continuum/startEpisode.ts';
import { Instant, parseLocalDate } from '../dates.ts';
import { isAppError } from '../errors.ts';
import { loadTemplates } from '../notes/loadTemplates.ts';
import { noteHead } from '../notes/heads.ts';
import { newNote } from '../notes/newNote.ts';
import { RecordId } from '../brand.ts';
import { newPlan } from '../plans/newPlan.ts';
import { caseloadRow } from './caseload.ts';
import { filterCaseload } from './filterCaseload.ts';
import { CaseloadRow } from './caseloadRow.ts';
import { Client, ClientSummary, NAME_MAX } from './client.ts';
import { checkClientDetails, clientInitials, type ClientDetailsDraft, emptyClientDetails, firstName, initials } from './clientRules.ts';
import { emptySummary, summarise } from './summary.ts';

const day = parseLocalDate;
const TODAY = day('2026-03-10');
const NOW = Instant.parse('2026-03-10T15:00:00.000Z');
const CLIENT = ClientId.parse('a'.repeat(26));

const draft = (change: Partial<ClientDetailsDraft> = {}): ClientDetailsDraft => ({ ...emptyClientDetails(), preferredName: 'Ana', legalName: 'Ana Ruiz', dateOfBirth: '1990-02-28', ...change });

function refusal(change: Partial<ClientDetailsDraft>): string {
  try {
    checkClientDetails(draft(change), TODAY);
  } catch (error) {
    if (isAppError(error)) return `${error.code} ${error.facts.field}`;
    throw error;
  }
  return 'accepted';
}

function client(details: Partial<ClientDetailsDraft> = {}, summary: Partial<ClientSummary> = {}): Client {
  return Client.parse({ id: CLIENT, details: checkClientDetails(draft(details), TODAY), summary: { ...emptySummary(), ...summary }, status: 'active', createdAt: NOW, updatedAt: NOW });
}

const alertIds = (who: Client) => caseloadRow(who, TODAY, NOW).alerts.map(({ id }) => id);

describe('checkClientDetails', () => {
  it('refuses what cannot be, by code and field', () => {
    expect(refusal({ preferredName: '' })).toBe('NAME_EMPTY preferredName');
    expect(refusal({ legalName: ' \t ' })).toBe('NAME_EMPTY legalName');
    expect(refusal({ legalName: 'x'.repeat(300) })).toBe('NAME_TOO_LONG legalName');
    expect(refusal({ dateOfBirth: '' })).toBe('DATE_INVALID dateOfBirth');
    expect(refusal({ dateOfBirth: '1990-02-31' })).toBe('DATE_INVALID dateOfBirth');
    expect(refusal({ dateOfBirth: '2026-03-11' })).toBe('BIRTH_DATE_FUTURE dateOfBirth');
    expect(refusal({ address: 'x'.repeat(401) })).toBe('TEXT_TOO_LONG address');
    expect(refusal({ legalName: 'Ana\u0000Ruiz' })).toBe('BAD_REQUEST legalName');
    expect(refusal({ legalName: 'Ana\ud800' })).toBe('BAD_REQUEST legalName');
    expect(refusal({ emergencyContact: { name: 'x'.repeat(300), relationship: '', phone: '', consentOnFile: false } })).toBe('NAME_TOO_LONG emergencyContact');
    expect(refusal({ careTeam: [{ id: LocalId.parse('b'.repeat(12)), role: 'nurse', name: ' ', phone: '' }] })).toBe('NAME_EMPTY careTeam');
  });

  it('takes names of any script and length up to the limit, less outer spaces', () => {
    for (const name of ['Ñandú Íñigo de la Quintana', 'محمد عبد الرحمن', 'สมชาย ใจดี', '王小明', 'Владимир', 'ʻŌkika', "O'Brien-Smythe", 'n'.repeat(NAME_MAX), '𠮷野家']) {
      expect(checkClientDetails(draft({ preferredName: `  ${name} ` }), TODAY).preferredName).toBe(name);
    }
    expect(refusal({ dateOfBirth: '2026-03-10' })).toBe('accepted');
  });

  it('keeps a naloxone date only with a kit', () => {
    expect(checkClientDetails(draft({ naloxone: { state: 'none', expires: day('2027-01-01') } }), TODAY).naloxone).toEqual({ state: 'none', expires: null });
    expect(checkClientDetails(draft({ naloxone: { state: 'on_hand', expires: day('2027-01-01') } }), TODAY).naloxone.expires).toBe('2027-01-01');
  });
});

describe('initials', () => {
  it.each([
    ['Ana de la Cruz', 'A. C.'], ['  ana   cruz ', 'A. C.'], ['Ana', 'A.'], ["'Ōnaona Kealoha", 'Ō. K.'], ['王小明', '王.'], ['محمد علي', 'م. ع.'], ['สมชาย ใจดี', 'ส. ใ.'], ['नीता शर्मा', 'नी. श.'],
    ['éva ångström', 'É. Å.'], ['e\u0301va', 'E\u0301.'], ['Ana (Annie) — ', 'A. A.'], ['ßeta', 'ß.'], ['', ''], ['  ', ''],
  ])('%j gives %j', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });

  it.each([['Juni', 'June Ada Marsh', 'J. M.'], ['Ana Ruiz', 'Anabel Ruiz Soto', 'A. R.'], ['ことり', '月野 ことり', 'こ. 月.'], ['قمر', 'قمر حكاية الرمل', 'ق. ا.'], ['Zed', 'Zed', 'Z.'], ['Zed', 'Mononym', 'Z.']])('%j, legally %j, is %j', (preferredName, legalName, expected) => {
    expect(clientInitials({ preferredName, legalName })).toBe(expected);
  });

  it('never shows more than a sliver of any name', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      expect(initials(name).split(' ').length).toBeLessThanOrEqual(2);
      expect(initials(name).isWellFormed()).toBe(true);
    }), { numRuns: 300 });
    expect(firstName(' Ana Ruiz ')).toBe('Ana');
  });
});

describe('the card', () => {
  let made = 0;
  const newId = () => LocalId.parse((made += 1).toString(2).replaceAll('0', 'a').replaceAll('1', 'b').padStart(20, 'c'));
  const episode = startEpisode({ clientId: CLIENT, episodeId: EpisodeId.parse('e'.repeat(26)), existing: [], today: TODAY, at: NOW, author: '', newId, start: { kind: 'preset', preset: 'YEAR_PROGRAM', start: day('2026-03-01'), program: '' } });
  const plan = newPlan({ planId: PlanId.parse('p'.repeat(26)), clientId: CLIENT, episodeId: episode.id, level: 'WM_RES', today: TODAY, at: NOW });

  it('is empty for a new client', () => {
    expect(summarise({ episodes: [], plans: [], notes: [], today: TODAY })).toEqual(emptySummary());
    ClientSummary.parse(emptySummary());
  });

  it('holds level, dates, the plan and unsigned notes', () => {
    const template = loadTemplates()[0];
    if (template === undefined) throw new Error('no template');
    const empty = newNote({ noteId: NoteId.parse('m'.repeat(26)), clientId: CLIENT, episode, template, templateRecordId: RecordId.parse('t'.repeat(26)), today: TODAY, startTime: null, at: NOW, newId });
    const note = { ...empty, id: NoteId.parse('n'.repeat(26)), header: { ...empty.header, interpreter: 'Spanish' } };
    const active = { ...plan, status: 'active' as const, content: { ...plan.content, diagnoses: [{ code: 'F11.20', label: '' }], nextReviewDue: day('2026-03-12') } };
    const card = ClientSummary.parse(summarise({ episodes: [episode], plans: [active], notes: [noteHead(empty), noteHead(note)], today: TODAY }));
    expect(card).toEqual({ level: 'WM_RES', phaseStart: '2026-03-01', episodeStart: '2026-03-01', nextReview: '2026-03-12', hasActivePlan: true, opioidUseDisorder: true, unsignedNotes: [{ noteId: note.id, createdAt: NOW }], blankDrafts: [empty.id], lastService: '2026-03-10', withdrawalPlanned: true });
    expect(summarise({ episodes: [episode], plans: [{ ...plan, content: { ...plan.content, diagnoses: [{ code: 'F10.20', label: '' }] } }], notes: [], today: TODAY }).opioidUseDisorder).toBe(false);
  });
});

describe('reminders', () => {
  it('asks for naloxone where there is opioid use disorder and no kit in date', () => {
    const oud = { opioidUseDisorder: true };
    expect(alertIds(client({}, oud))).toEqual(['R-NAL1']);
    expect(alertIds(client({ naloxone: { state: 'on_hand', expires: day('2026-03-09') } }, oud))).toEqual(['R-NAL1']);
    expect(alertIds(client({ naloxone: { state: 'on_hand', expires: null } }, oud))).toEqual(['R-NAL1']);
    expect(alertIds(client({ naloxone: { state: 'on_hand', expires: day('2026-03-10') } }, oud))).toEqual([]);
    expect(alertIds(client())).toEqual([]);
  });

  it('puts pregnancy with detox first', () => {
    expect(alertIds(client({ pregnancy: 'possible' }, { withdrawalPlanned: true, opioidUseDisorder: true }))).toEqual(['R-PREG1', 'R-NAL1']);
    expect(alertIds(client({ pregnancy: 'pregnant' }, { level: 'WM_AMB' }))).toEqual(['R-PREG1']);
    expect(alertIds(client({ pregnancy: 'pregnant' }, { level: 'OP' }))).toEqual(['R-ENV1']);
    expect(alertIds(client({ pregnancy: 'not_pregnant' }, { withdrawalPlanned: true }))).toEqual([]);
  });

  it('knows when the plan, its review and a signature are due', () => {
    expect(alertIds(client({}, { level: 'RES', episodeStart: day('2026-03-07'), phaseStart: day('2026-03-07') }))).toEqual([]);
    expect(alertIds(client({}, { level: 'RES', episodeStart: day('2026-03-06'), phaseStart: day('2026-03-06') }))).toEqual(['R-PLAN1']);
    expect(alertIds(client({}, { level: 'RES', episodeStart: day('2026-03-06'), hasActivePlan: true, nextReview: day('2026-03-10') }))).toEqual([]);
    expect(caseloadRow(client({}, { hasActivePlan: true, nextReview: day('2026-03-09') }), TODAY, NOW).alerts[0]).toMatchObject({ id: 'R-PLAN2', text: 'Plan review overdue by 1 day.' });
    const unsigned = (createdAt: string) => ({ unsignedNotes: [{ noteId: 'n'.repeat(26), createdAt: Instant.parse(createdAt) }] });
    expect(alertIds(client({}, unsigned('2026-03-08T15:00:00.000Z')))).toEqual([]);
    expect(alertIds(client({}, unsigned('2026-03-08T13:59:00.000Z')))).toEqual(['R-SIG1']);
    expect(alertIds({ ...client({}, unsigned('2026-03-01T13:59:00.000Z')), status: 'archived' })).toEqual([]);
  });

  it('asks where someone in outpatient care lives', () => {
    expect(alertIds(client({ living: 'unsafe' }, { level: 'IOP' }))).toEqual(['R-ENV1']);
    expect(alertIds(client({ living: 'sober_living' }, { level: 'IOP' }))).toEqual([]);
    expect(alertIds(client({ living: 'unknown' }, { level: 'RES' }))).toEqual([]);
  });
});

describe('the caseload', () => {
  const row = (preferredName: string, legalName: string, level: string | null = null) => CaseloadRow.parse(caseloadRow(client({ preferredName, legalName }, { level, phaseStart: level === null ? null : day('2026-02-05') }), TODAY, NOW));
  const rows = [row('José', 'José Ñáñez', 'IOP'), row('王小明', 'Wang Xiaoming', 'RES'), row('Zed', 'محمد علي')];

  it('counts days at the level', () => {
    expect(rows[0]).toMatchObject({ level: 'IOP', dayInLevel: 34 });
    expect(rows[2]).toMatchObject({ level: null, dayInLevel: null });
    expect(caseloadRow(client({}, { level: 'a level of later' }), TODAY, NOW).level).toBeNull();
  });

  it.each([['', 3], ['jose', 1], ['NANEZ jos', 1], ['小明', 1], ['علي', 1], ['residential', 1], ['iop', 1], ['live-in', 1], ['nobody', 0], ['   ', 3], ['( [ *', 0]])('%j finds %i', (text, count) => {
    expect(filterCaseload(rows, text)).toHaveLength(count);
  });
});
