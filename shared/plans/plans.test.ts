import { describe, expect, it } from 'vitest';
import { ClientId, EpisodeId, LocalId, PlanId } from '../brand.ts';
import { Instant, parseLocalDate } from '../dates.ts';
import { isAppError } from '../errors.ts';
import { planDiff } from './diff.ts';
import { planHints } from './hints.ts';
import { activatePlan, missingInPlan, newPlan, nextVersion, planRoles, savePlanDraft } from './newPlan.ts';
import { NEW_GOAL_NUMBER, NEW_OBJECTIVE_NUMBER, NEW_PROBLEM_NO } from './numbering.ts';
import { Plan, type PlanContent } from './plan.ts';
import { planHead } from './planHead.ts';
import { progressPercent } from './progress.ts';
import { defaultNextReview, initialPlanDue, reviewState } from './review.ts';

const day = parseLocalDate;
const at = (text: string) => Instant.parse(`${text}T10:00:00.000Z`);
const id = (letter: string) => LocalId.parse(letter.repeat(12));
const V1 = PlanId.parse('a'.repeat(26));
const V2 = PlanId.parse('b'.repeat(26));
const signer = { name: 'Robin Vale', credentials: 'LADC' };

function draft(): Plan {
  return newPlan({ planId: V1, clientId: ClientId.parse('c'.repeat(26)), episodeId: EpisodeId.parse('d'.repeat(26)), level: 'IOP', today: day('2026-04-11'), at: at('2026-04-11') });
}

function filled(content: PlanContent): PlanContent {
  return {
    ...content, clientGoalsOwnWords: 'I want my evenings back.',
    problems: [{
      id: id('p'), no: NEW_PROBLEM_NO, statement: 'Strong urges in the evening', dimension: 5, evidence: '', status: 'active', statusReason: '',
      goals: [{
        id: id('g'), number: NEW_GOAL_NUMBER, text: 'Handle urges without using', targetDate: null, status: 'active',
        objectives: [{
          id: id('q'), number: NEW_OBJECTIVE_NUMBER, text: 'I write down every urge and what I did for six weeks', startDate: day('2026-04-11'), targetDate: day('2026-05-23'), status: 'in_progress', statusReason: '',
          measure: { metric: 'Peak craving', baseline: 8, target: 4, unit: 'of 10', direction: 'down', source: 'trigger log' },
          interventions: [{ id: id('v'), type: 'cbt', text: 'Urge surfing', modality: 'individual', times: 1, per: 'week', minutes: 50, responsible: 'Robin Vale' }],
        }],
      }],
    }],
  };
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isAppError(error)) return `${error.code}${error.facts.missing === undefined ? '' : ` ${error.facts.missing}`}`;
    throw error;
  }
  return 'no refusal';
}

describe('the life of a plan', () => {
  it('goes from draft to in force to superseded, and the old version stays as it was', () => {
    const saved = Plan.parse(savePlanDraft(draft(), filled(draft().content), at('2026-04-12')));
    expect(saved.content.problems[0]).toMatchObject({ no: 1, goals: [{ number: '1', objectives: [{ number: '1.a' }] }] });
    const { activated, superseded } = activatePlan(saved, { active: null, signer, at: at('2026-04-12') });
    expect(superseded).toBeNull();
    expect(activated).toMatchObject({ status: 'active', signatures: [{ role: 'clinician', name: 'Robin Vale' }] });

    const before = JSON.stringify(activated);
    const second = Plan.parse(nextVersion(activated, { planId: V2, level: 'OP', today: day('2026-06-01'), at: at('2026-06-01') }));
    expect(second).toMatchObject({ id: V2, chainId: V1, version: 2, status: 'draft', signatures: [], content: { effectiveDate: '2026-06-01', nextReviewDue: '2026-08-30', copyGiven: null } });
    const goal = second.content.problems[0]?.goals[0];
    if (goal) goal.text = 'changed in the copy';
    expect(JSON.stringify(activated)).toBe(before);

    const swapped = activatePlan(second, { active: activated, signer, at: at('2026-06-02') });
    expect([swapped.activated.status, swapped.superseded?.status, swapped.superseded?.id]).toEqual(['active', 'superseded', V1]);
    expect(swapped.superseded?.content).toEqual(activated.content);
    expect(planRoles([activated, second])).toMatchObject({ active: { id: V1 }, draft: { id: V2 }, latest: { id: V2 } });
    expect(planHead(activated)).toMatchObject({ version: 1, problems: 1, objectives: 1 });
  });

  it('refuses what a plan in force cannot have', () => {
    const saved = savePlanDraft(draft(), filled(draft().content), at('2026-04-12'));
    const { activated } = activatePlan(saved, { active: null, signer, at: at('2026-04-12') });
    expect(codeOf(() => savePlanDraft(activated, activated.content, at('2026-04-13')))).toBe('PLAN_NOT_DRAFT');
    expect(codeOf(() => activatePlan(activated, { active: null, signer, at: at('2026-04-13') }))).toBe('PLAN_NOT_DRAFT');
    expect(codeOf(() => nextVersion(saved, { planId: V2, level: null, today: day('2026-06-01'), at: at('2026-06-01') }))).toBe('PLAN_DRAFT_EXISTS');
    expect(codeOf(() => activatePlan(draft(), { active: null, signer, at: at('2026-04-13') }))).toBe('PLAN_INCOMPLETE problem');
    expect(codeOf(() => activatePlan(saved, { active: null, signer: { name: ' ', credentials: '' }, at: at('2026-04-13') }))).toBe('PLAN_INCOMPLETE clinicianName');
    expect(missingInPlan({ ...saved.content, nextReviewDue: null })).toEqual(['nextReviewDue']);
  });

  it('keeps a draft with reversed dates, and refuses to put it in force', () => {
    const content = filled(draft().content);
    const activating = (changed: PlanContent): string => codeOf(() => activatePlan(savePlanDraft(draft(), changed, at('2026-04-12')), { active: null, signer, at: at('2026-04-13') }));
    expect(activating({ ...content, nextReviewDue: day('2026-04-10') })).toBe('DATE_ORDER');
    const objective = content.problems[0]?.goals[0]?.objectives[0];
    if (objective) objective.targetDate = day('2026-04-10');
    expect(savePlanDraft(draft(), content, at('2026-04-12')).content.problems[0]?.goals[0]?.objectives[0]?.targetDate).toBe('2026-04-10');
    expect(activating(content)).toBe('DATE_ORDER');
  });

  it('takes the highest version for the newest, whatever the clock said', () => {
    const first = { ...draft(), status: 'superseded' as const, createdAt: at('2027-01-01') };
    const second = { ...nextVersion(first, { planId: V2, level: null, today: day('2026-06-01'), at: at('2026-06-01') }), status: 'active' as const };
    expect(planRoles([first, second]).latest?.version).toBe(2);
  });
});

describe('reviews', () => {
  it('proposes dates by level', () => {
    expect((['WM_RES', 'RES', 'PHP', 'IOP', 'OP', 'AFTERCARE'] as const).map((level) => defaultNextReview(level, day('2026-01-01')))).toEqual(['2026-01-02', '2026-01-15', '2026-01-15', '2026-01-31', '2026-04-01', '2026-06-30']);
    expect((['WM_RES', 'RES', 'PHP', 'IOP', 'OP'] as const).map((level) => initialPlanDue(level, day('2026-01-01')))).toEqual(['2026-01-02', '2026-01-04', '2026-01-08', '2026-01-08', '2026-01-31']);
  });

  it('tells how near a review is', () => {
    expect(reviewState(null, day('2026-01-10'))).toEqual({ kind: 'none' });
    expect(['2026-01-09', '2026-01-10', '2026-01-17', '2026-01-18'].map((due) => reviewState(day(due), day('2026-01-10')))).toEqual([{ kind: 'overdue', days: 1 }, { kind: 'today', days: 0 }, { kind: 'soon', days: 7 }, { kind: 'later', days: 8 }]);
  });
});

describe('progress', () => {
  const measure = (baseline: number | null, target: number | null, direction: 'up' | 'down' | 'maintain' = 'up') => ({ baseline, target, direction });
  it.each([
    [measure(8, 4, 'down'), 6, 50], [measure(8, 4, 'down'), 9, 0], [measure(8, 4, 'down'), 2, 100], [measure(4, 8), 5, 25], [measure(0, 3), 1, 33],
    [measure(7, 7, 'up'), 7, 100], [measure(7, 7, 'up'), 6, 0], [measure(0, 0, 'down'), 0, 100], [measure(0, 0, 'down'), 1, 0], [measure(5, 5, 'maintain'), 5, 100],
    [measure(null, 4), 3, null], [measure(4, null), 3, null], [measure(1, 4), Number.NaN, null],
  ])('%j at %s is %s', (of, current, expected) => {
    expect(progressPercent(of, current)).toBe(expected);
  });
});

describe('hints', () => {
  it('is quiet about a sharp objective and an empty plan', () => {
    const content = filled(draft().content);
    expect(planHints(draft().content)).toEqual([]);
    expect(planHints(content).filter(({ elementId }) => elementId !== null)).toEqual([]);
    expect(planHints(content).map(({ id: hint }) => hint)).toEqual(['medicationChoice', 'coOccurring', 'followUp', 'overdoseSafety']);
    // A part that is left out on purpose, with its reason, and a path that was chosen are settled.
    const ids = (more: object): string[] => planHints({ ...content, ...more }).map(({ id: hint }) => hint);
    expect(ids({ notIndicated: { coOccurring: 'screened, nothing found' } })).toEqual(['medicationChoice', 'followUp', 'overdoseSafety']);
    expect(ids({ notIndicated: { coOccurring: '  ' } })).toContain('coOccurring');
    expect(ids({ pathway: 'no_medication' })).toEqual(['coOccurring', 'followUp', 'overdoseSafety']);
    expect(ids({ pathway: null })).toContain('medicationChoice');
  });

  it('names what is vague, unmeasured, untimed or unhelped', () => {
    const content = filled(draft().content);
    const objective = content.problems[0]?.goals[0]?.objectives[0];
    if (objective) Object.assign(objective, { text: 'Improve coping', targetDate: null, interventions: [], measure: { metric: '', baseline: 1, target: 5, unit: '', direction: 'up', source: '' } });
    const found = planHints(content).filter(({ number }) => number === NEW_OBJECTIVE_NUMBER).map(({ id: hint }) => hint);
    expect(found).toEqual(['specific', 'measurable', 'achievable', 'timeBound', 'intervention']);
    if (objective) objective.targetDate = day('2027-04-11');
    expect(planHints(content, day('2026-09-10')).map(({ id: hint }) => hint)).toEqual(expect.arrayContaining(['timeSpan', 'beyondPhase']));
  });
});

describe('planDiff', () => {
  it('tells what was added, changed and taken out, by number', () => {
    const before = savePlanDraft(draft(), filled(draft().content), at('2026-04-12')).content;
    const after: PlanContent = JSON.parse(JSON.stringify(before));
    const objective = after.problems[0]?.goals[0]?.objectives[0];
    if (objective) {
      objective.status = 'met';
      objective.measure.target = 3;
      objective.interventions = [];
    }
    after.problems.push({ id: id('z'), no: 2, statement: 'Sleep', dimension: 3, evidence: '', status: 'active', statusReason: '', goals: [] });
    after.preferences = 'Evenings';
    expect(planDiff(before, before)).toEqual([]);
    expect(planDiff(before, after).map(({ kind, element, number, field }) => [kind, element, number, field])).toEqual([
      ['changed', 'plan', '', 'preferences'], ['changed', 'objective', '1.a', 'measure.target'], ['changed', 'objective', '1.a', 'status'], ['added', 'problem', '2', ''], ['removed', 'intervention', '1.a', ''],
    ]);
  });
});
