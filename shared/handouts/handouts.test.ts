import { describe, expect, it } from 'vitest';
import { ClientId, LocalId, PlanId } from '../brand.ts';
import { Client } from '../clients/client.ts';
import { checkClientDetails, emptyClientDetails } from '../clients/clientRules.ts';
import { emptySummary } from '../clients/summary.ts';
import { Instant, parseLocalDate } from '../dates.ts';
import { newPlan } from '../plans/newPlan.ts';
import type { Plan } from '../plans/plan.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts';
import { HandoutModel, type HandoutOptions } from './handout.ts';
import { longDate, myPlanHandout } from './myPlan.ts';
import { findPrivateWords } from './privateWords.ts';
import { countSyllables, readingCounts, readingGrade } from './readability.ts';

const TODAY = parseLocalDate('2026-03-10');
const AT = Instant.parse('2026-03-10T15:00:00.000Z');
const id = (letter: string) => LocalId.parse(letter.repeat(12));
const options: HandoutOptions = { nameStyle: 'initials', largePrint: false, showClinicName: false, paper: 'letter' };
const settings: Settings = { ...DEFAULT_SETTINGS, clinicianName: 'Dr. Robin Vale', clinicName: 'Harbour Recovery Clinic', clinicPhone: '555-0100' };

function client(): Client {
  const details = checkClientDetails({
    ...emptyClientDetails(), preferredName: 'Marisol Quintanilla', legalName: 'Marisol Xochitl Quintanilla', dateOfBirth: '1990-07-14', address: '12 Canary Street',
    careTeam: [{ id: id('b'), role: 'prescriber', name: 'Dr. Ana Ruiz', phone: '' }, { id: id('d'), role: 'probation', name: 'Sam Holt', phone: '' }],
  }, TODAY);
  return Client.parse({ id: ClientId.parse('a'.repeat(26)), details, summary: emptySummary(), status: 'active', createdAt: AT, updatedAt: AT });
}

function plan(): Plan {
  const draft = newPlan({ planId: PlanId.parse('p'.repeat(26)), clientId: ClientId.parse('a'.repeat(26)), episodeId: null, level: 'IOP', today: TODAY, at: AT });
  const measure = { metric: 'Strongest urge', baseline: 8, target: 4, unit: 'of 10', direction: 'down' as const, source: 'log' };
  const intervention = { id: id('v'), type: 'cbt' as const, text: 'CBT for opioid use disorder', modality: 'individual' as const, times: 1, per: 'week' as const, minutes: 50, responsible: 'Robin Vale LADC' };
  return {
    ...draft, status: 'active',
    content: {
      ...draft.content, clientGoalsOwnWords: 'I want my evenings back,\nand my girls to trust me.', diagnoses: [{ code: 'F11.20', label: 'Opioid dependence, uncomplicated' }], strengths: ['Good with her hands', ''],
      nextReviewDue: parseLocalDate('2026-04-09'), levelOfCareRationale: 'CANARY-rationale', barriers: ['CANARY-barrier'],
      problems: [
        { id: id('q'), no: 1, statement: 'Opioid use disorder CANARY-problem', dimension: 5, evidence: 'CANARY-evidence', status: 'active', statusReason: '', goals: [{ id: id('g'), number: '1', text: 'Handle urges', targetDate: null, status: 'active', objectives: [
          { id: id('e'), number: '1.a', text: 'I write down each urge and wait 15 minutes', measure, startDate: TODAY, targetDate: parseLocalDate('2026-04-21'), status: 'in_progress', statusReason: 'CANARY-reason', interventions: [intervention, { ...intervention, id: id('w'), type: 'medication_support', times: 2 }] },
          { id: id('f'), number: '1.b', text: 'An old step', measure, startDate: null, targetDate: null, status: 'met', statusReason: '', interventions: [] },
        ] }] },
        { id: id('r'), no: 2, statement: 'Resolved', dimension: null, evidence: '', status: 'resolved', statusReason: '', goals: [{ id: id('h'), number: '2', text: 'CANARY-resolved-goal', targetDate: null, status: 'active', objectives: [] }] },
      ],
    },
  };
}

const make = (change: Partial<HandoutOptions> = {}, of: Plan = plan()) => HandoutModel.parse(myPlanHandout({ client: client(), plan: of, settings, options: { ...options, ...change }, today: TODAY }));

/** The client of these tests has one. */
const PRESCRIBER = '“prescriber” (a medicine) is in the people who help. Can anyone who finds this page read it?';

describe('my plan', () => {
  it('prints the national crisis line where none is set', () => {
    const { crisisLine } = myPlanHandout({ client: client(), plan: plan(), settings: { ...settings, crisisLine: ' ' }, options, today: TODAY });
    expect(crisisLine).toBe('Need help right now? 988 (call or text). In danger of life, call 911.');
  });

  it('prints the local crisis line after the national one', () => {
    const { crisisLine } = myPlanHandout({ client: client(), plan: plan(), settings: { ...settings, localCrisisLine: ' County line 555-0199 ' }, options, today: TODAY });
    expect(crisisLine).toBe('Need help right now? 988 (call or text), or County line 555-0199. In danger of life, call 911.');
  });

  it('shows goals in own words, steps, how I know, dates and help', () => {
    expect(make()).toMatchObject({
      title: 'My plan', nameLine: 'M. Q.', dateLine: 'Printed on March 10, 2026', ownWords: 'I want my evenings back,\nand my girls to trust me.', strengths: ['Good with her hands'],
      goals: [{ ownWords: 'Handle urges', steps: [{ text: 'I write down each urge and wait 15 minutes', howIKnow: 'Strongest urge: 4 of 10 or less. I started at 8.', by: 'April 21, 2026', help: ['Talk and practice, once a week', 'Medicine check-in, twice a week'] }] }],
      whoHelps: ['Counselor: Robin', 'Prescriber: Ana'], nextReview: 'Thursday, April 9, 2026', clinicLine: 'Call us: 555-0100', crisisLine: 'Need help right now? 988 (call or text). In danger of life, call 911.', warnings: [PRESCRIBER],
    });
  });

  it('holds nothing of what must not leave the record', () => {
    const page = JSON.stringify(make());
    for (const secret of ['CANARY', 'F11', 'Opioid', 'dependence', 'disorder', 'Quintanilla', 'Marisol', 'Xochitl', '1990', 'Canary', 'Recovery Clinic', 'Vale', 'Ruiz', 'Holt', 'robation', 'LADC']) expect(page).not.toContain(secret);
  });

  it('warns where the name stands in the text although the head shows initials', () => {
    const before = plan();
    const named: Plan = { ...before, content: { ...before.content, clientGoalsOwnWords: 'Marisol calls her sister. Quintana is a town.' } };
    expect(make({}, named).warnings).toEqual(['“Marisol” (the client’s name) is in the client’s own words. Can anyone who finds this page read it?', PRESCRIBER]);
    expect(make({ nameStyle: 'firstName' }, named).warnings).toEqual([PRESCRIBER]);
    expect(make({ nameStyle: 'none' }, named).warnings).toHaveLength(2);
  });

  it('follows the choices of name and clinic', () => {
    expect(make({ nameStyle: 'firstName' }).nameLine).toBe('Marisol');
    expect(make({ nameStyle: 'none' }).nameLine).toBe('');
    expect(make({ showClinicName: true }).clinicLine).toBe('Harbour Recovery Clinic. Call us: 555-0100');
  });

  it('shows what people wrote and warns about private words in it', () => {
    const loud = plan();
    const objective = loud.content.problems[0]?.goals[0]?.objectives[0];
    if (objective) objective.text = 'I take methadone before court and my F11.20 note';
    loud.content.clientGoalsOwnWords = 'Stay away from Heroin.';
    const model = make({}, loud);
    expect(model.goals[0]?.steps[0]?.text).toBe('I take methadone before court and my F11.20 note');
    expect(model.warnings).toEqual([
      '“heroin” (a drug word) is in the client’s own words. Can anyone who finds this page read it?', '“methadone” (a medicine) is in step 1.a. Can anyone who finds this page read it?',
      '“court” (a legal matter) is in step 1.a. Can anyone who finds this page read it?', '“F11.20” (a diagnosis code) is in step 1.a. Can anyone who finds this page read it?',
      PRESCRIBER,
    ]);
  });

  it('takes an empty plan and very long words', () => {
    const empty = plan();
    empty.content.problems = [];
    empty.content.nextReviewDue = null;
    expect(make({}, empty)).toMatchObject({ goals: [], nextReview: 'We will set a day together.' });
    const long = plan();
    const goal = long.content.problems[0]?.goals[0];
    if (goal) goal.text = 'x'.repeat(1000);
    expect(make({}, long).goals[0]?.ownWords).toHaveLength(1000);
  });

  it('reads at sixth grade or below', () => {
    expect(make().readingGrade).toBeGreaterThan(0);
    expect(make().readingGrade).toBeLessThanOrEqual(6);
  });

  it('writes dates the same on every machine', () => {
    expect(longDate(parseLocalDate('2028-02-29'))).toBe('February 29, 2028');
  });
});

describe('private words', () => {
  it('finds whole words and codes only', () => {
    expect(findPrivateWords('My courtyard is mine, 12 grams of methodical tests').length).toBe(0);
    expect(findPrivateWords('HIV, drug tests; f11.20').map(({ word }) => word)).toEqual(['drug tests', 'hiv', 'f11.20']);
  });
});

describe('reading grade', () => {
  it.each([['cat', 1], ['table', 2], ['evening', 3], ['together', 3], ['plan', 1], ['medicine', 3], ['a', 1], ['helped', 1], ['wanted', 2], ['people', 2], ['strength', 1], ['naloxone', 3]])('%s has %i syllables', (word, count) => {
    expect(Math.abs(countSyllables(word) - count)).toBeLessThanOrEqual(word === 'evening' || word === 'naloxone' ? 1 : 0);
  });

  it('follows the formula', () => {
    expect(readingCounts('I go to bed. I get up\nI eat')).toEqual({ words: 9, sentences: 3, syllables: 9 });
    expect(readingGrade('I go to bed. I get up\nI eat')).toBe(0);
    const hard = 'Comprehensive interdisciplinary rehabilitation necessitates longitudinal multidimensional reassessment.';
    const { words, sentences, syllables } = readingCounts(hard);
    expect(readingGrade(hard)).toBe(Math.round((0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59) * 10) / 10);
    expect(readingGrade(hard)).toBeGreaterThan(20);
    expect(readingGrade('')).toBe(0);
  });
});
