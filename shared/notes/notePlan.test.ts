import { describe, expect, it } from 'vitest';
import { LocalId, PlanId } from '../brand.ts';
import { LocalDate } from '../dates.ts';
import type { PlanHead } from '../plans/planHead.ts';
import { plansOfNote } from './notePlan.ts';

const [first, second, open] = ['a', 'b', 'c'].map((letter) => PlanId.parse(letter.repeat(26)));
const head = (id: PlanHead['id'] | undefined, version: number, status: PlanHead['status'], day: string): PlanHead => ({ id: PlanId.parse(id), version, status, effectiveDate: LocalDate.parse(day), nextReviewDue: null, problems: 1, objectives: 1, updatedAt: '2026-01-01T00:00:00.000Z' as PlanHead['updatedAt'] });
const heads = [head(second, 2, 'active', '2026-03-01'), head(first, 1, 'superseded', '2026-01-01'), head(open, 3, 'draft', '2026-02-01')];
const on = (day: string) => ({ planLinks: [], serviceDate: LocalDate.parse(day) });

describe('the plan of a note', () => {
  it('is the version that held on the day, never a draft and never a later one', () => {
    expect(plansOfNote(on('2026-02-15'), heads)).toEqual([first]);
    expect(plansOfNote(on('2026-03-01'), heads)).toEqual([second]);
    expect(plansOfNote(on('2025-12-31'), heads)).toEqual([]);
  });

  it('is what the note is linked to, once each, whatever holds now', () => {
    const link = (planId: PlanHead['id'] | undefined, letter: string) => ({ planId: PlanId.parse(planId), objectiveId: LocalId.parse(letter.repeat(10)), number: '1.a', rating: null, comment: '' });
    expect(plansOfNote({ ...on('2026-03-02'), planLinks: [link(first, 'a'), link(first, 'b')] }, heads)).toEqual([first]);
  });
});
