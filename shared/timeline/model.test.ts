import { describe, expect, it } from 'vitest';
import { ClientId } from '../brand.ts';
import { emptyClinicalRecord } from '../clinical/clinicalRecord.ts';
import type { Chart } from '../ipc/clientsContract.ts';
import { parseLocalDate } from '../dates.ts';
import { timelineModel } from './model.ts';

const day = parseLocalDate;
const dayOf = (instant: string) => day(instant.slice(0, 10));
const id = (n: number): string => `a${n}`.padEnd(26, '2');

function chart(overrides: Record<string, unknown>): Chart {
  return { today: day('2026-03-01'), episodes: [], notes: [], plans: [], measures: [], clinical: { value: emptyClinicalRecord(ClientId.parse('b'.repeat(26))), revision: 0 }, ...overrides } as unknown as Chart;
}

const phase = { id: id(1), level: 'IOP', plannedStart: day('2026-01-11'), plannedEnd: day('2026-06-10'), actualStart: day('2026-01-12'), actualEnd: null };
const episode = { id: id(2), start: day('2026-01-12'), end: null, phases: [phase], overlays: [{ id: id(3), kind: 'OBOT', start: day('2026-01-15'), end: null, detail: '' }], events: [] };
const noteHead = { id: id(4), status: 'draft', serviceDate: day('2026-02-02'), startTime: null, minutes: 52, templateTitle: 'CBT session', linkedObjectives: 1 };

describe('timelineModel', () => {
  it('draws a running phase twice: the plan, and what happened so far', () => {
    const model = timelineModel(chart({ episodes: [{ value: episode, revision: 1 }] }), dayOf);
    expect(model.bands.map((band) => [band.kind, band.start, band.end])).toEqual([['planned', '2026-01-11', '2026-06-10'], ['actual', '2026-01-12', null]]);
    expect(model.overlays.map((overlay) => overlay.kind)).toEqual(['OBOT']);
  });

  it('holds today and every day that is drawn, with room at both ends', () => {
    const model = timelineModel(chart({ episodes: [{ value: episode, revision: 1 }], notes: [noteHead] }), dayOf);
    expect(model.from).toBe('2026-01-04');
    expect(model.to).toBe('2026-06-17');
    expect(model.months[0]).toEqual({ start: '2026-01-01', year: 2026, month: 1 });
    expect(model.months).toHaveLength(6);
  });

  it('says of a draft that it is not signed, and leads to the note', () => {
    const [entry] = timelineModel(chart({ notes: [noteHead] }), dayOf).entries;
    expect(entry?.title).toContain('not signed');
    expect(entry?.target).toEqual({ kind: 'note', noteId: noteHead.id });
  });

  it('marks the review only of the plan in force', () => {
    const plan = { id: id(5), version: 1, status: 'superseded', effectiveDate: day('2026-01-12'), nextReviewDue: day('2026-02-12') };
    const earlier = timelineModel(chart({ plans: [plan] }), dayOf).entries.map((entry) => entry.mark);
    const inForce = timelineModel(chart({ plans: [{ ...plan, status: 'active' }] }), dayOf).entries.map((entry) => entry.mark);
    expect(earlier).toEqual(['plan']);
    expect(inForce).toEqual(['plan', 'review']);
  });

  it('shows the milestones passed and the next one, and none to come after a discharge', () => {
    const days = (value: object): string[] => timelineModel(chart({ episodes: [{ value, revision: 1 }] }), dayOf).entries.map((entry) => entry.title);
    expect(days(episode)).toEqual(['Day 30', 'Day 60']);
    expect(days({ ...episode, end: day('2026-02-20') })).toEqual(['Day 30']);
  });

  it('an empty chart is a picture of today and nothing else', () => {
    const model = timelineModel(chart({}), dayOf);
    expect(model.entries).toEqual([]);
    expect(model.from <= model.today && model.today <= model.to).toBe(true);
  });

  it('stops at the ends of the calendar', () => {
    const at = (start: string, plannedEnd: string) => timelineModel(chart({ episodes: [{ value: { ...episode, overlays: [], phases: [{ ...phase, actualStart: null, plannedStart: day(start), plannedEnd: day(plannedEnd) }] }, revision: 1 }] }), dayOf);
    expect(at('1900-01-02', '1900-03-01').from).toBe('1900-01-01');
    expect(at('2199-10-01', '2199-12-30').to).toBe('2199-12-31');
  });
});
