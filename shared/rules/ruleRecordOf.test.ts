import { describe, expect, it } from 'vitest';
import { ClientId, LocalId, NoteId, PlanId, RecordId } from '../brand.ts';
import { Client } from '../clients/client.ts';
import { checkClientDetails, emptyClientDetails } from '../clients/clientRules.ts';
import { emptySummary } from '../clients/summary.ts';
import { emptyClinicalRecord } from '../clinical/clinicalRecord.ts';
import { byHand, EPISODE } from '../continuum/testEpisodes.ts';
import { Instant, LocalTime, parseLocalDate } from '../dates.ts';
import { instrumentById } from '../measures/loadInstruments.ts';
import { newMeasure } from '../measures/measure.ts';
import { templateById } from '../notes/loadTemplates.ts';
import { newNote } from '../notes/newNote.ts';
import type { Note } from '../notes/note.ts';
import { newPlan } from '../plans/newPlan.ts';
import { evaluateRules } from './evaluate.ts';
import { RuleRecord } from './ruleRecord.ts';
import { ruleNoteOf, ruleRecordOf } from './ruleRecordOf.ts';
import { DEFAULT_RULE_SETTINGS } from './settings.ts';

const TODAY = parseLocalDate('2026-03-20');
const AT = Instant.parse('2026-03-20T12:00:00.000Z');
const CLIENT = ClientId.parse('a'.repeat(26));
let made = 0;
const newId = () => LocalId.parse((made += 1).toString(2).replaceAll('0', 'a').replaceAll('1', 'b').padStart(20, 'd'));

const episode = byHand('IOP', '2026-03-01', '2026-03-01');
const client = Client.parse({ id: CLIENT, details: checkClientDetails({ ...emptyClientDetails(), preferredName: 'Ana', legalName: 'Ana Ruiz', dateOfBirth: '1990-02-28' }, TODAY), summary: { ...emptySummary(), opioidUseDisorder: true }, status: 'active', createdAt: AT, updatedAt: AT });

function note(craving: number | null, words: string): Note {
  const blank = newNote({ noteId: NoteId.parse('n'.repeat(26)), clientId: CLIENT, episode, template: templateById('cbt_session'), templateRecordId: RecordId.parse('t'.repeat(26)), today: TODAY, startTime: LocalTime.parse('10:00'), at: AT, newId });
  const document = blank.document.map((section) => ({ ...section, children: section.children.map((element) => {
    if (element.type === 'textField') return element.fieldId === 'main_point' ? { ...element, children: [{ type: 'paragraph' as const, children: [{ text: words.slice(0, 9), bold: true as const }, { text: words.slice(9) }] }] } : element;
    return element.fieldId === 'craving_now' ? { ...element, field: { kind: 'scale' as const, value: craving } } : element;
  }) }));
  return { ...blank, document, header: { ...blank.header, endTime: LocalTime.parse('10:50') } };
}

describe('the facts of a client', () => {
  it('are taken from the records of the app, and fit the schema', () => {
    const plan = newPlan({ planId: PlanId.parse('p'.repeat(26)), clientId: CLIENT, episodeId: EPISODE, level: 'IOP', today: TODAY, at: AT });
    const phq = newMeasure({ id: RecordId.parse('m'.repeat(26)), clientId: CLIENT, instrument: instrumentById('PHQ-9'), mode: 'self', date: TODAY, time: null, recordedAt: AT, administrator: '', answers: { 9: 1 }, today: TODAY });
    const record = ruleRecordOf({ client, episodes: [episode], plans: [plan], notes: [ruleNoteOf(note(8, 'Talked about evenings.'))], measures: [phq, { ...phq, enteredInError: true }], clinical: emptyClinicalRecord(CLIENT) });
    expect(RuleRecord.parse(record)).toEqual(record);
    expect(record.measures).toHaveLength(1);
    expect(record.notes[0]).toMatchObject({ minutes: 50, craving: 8, status: 'draft', attended: true, ultraRapid: false });
    expect(evaluateRules(record, DEFAULT_RULE_SETTINGS, TODAY, AT).map(({ id }) => id)).toEqual(['R-SUI1', 'R-IOP1', 'R-ENV1', 'R-NAL1', 'R-PLAN1', 'R-SEQ1']);
  });

  it('take the graver of the risk check and what the template asked', () => {
    const blank = newNote({ noteId: NoteId.parse('n'.repeat(26)), clientId: CLIENT, episode, template: templateById('wm_monitoring'), templateRecordId: RecordId.parse('t'.repeat(26)), today: TODAY, startTime: null, at: AT, newId });
    const answered = (value: string): Note => ({ ...blank, document: blank.document.map((section) => ({ ...section, children: section.children.map((element) => (element.type === 'field' && element.fieldId === 'suicidal_thoughts' ? { ...element, field: { kind: 'choice' as const, value } } : element)) })) });
    expect(['no', 'passive', 'active', 'plan'].map((value) => ruleNoteOf(answered(value)).suicide)).toEqual(['none', 'low', 'moderate', 'high']);
    expect(ruleNoteOf(blank).suicide).toBe('not_asked');
    const low = answered('no');
    expect(ruleNoteOf({ ...low, header: { ...low.header, risk: { ...low.header.risk, suicide: { level: 'high', action: '' } } } }).suicide).toBe('high');
  });

  it('hold of a text only what a rule asks, even across bold words', () => {
    const fact = ruleNoteOf(note(null, 'Asked about ultra-rapid detox abroad.'));
    expect(fact).toMatchObject({ ultraRapid: true, craving: null });
    expect(JSON.stringify(fact)).not.toContain('abroad');
  });
});
