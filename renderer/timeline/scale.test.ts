import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../../shared/dates.ts';
import type { TimelineEntry, TimelineLane, TimelineModel } from '../../shared/timeline/model.ts';
import { groupsOf, neighbour, spanOf, timelineScale, xOf } from './scale.ts';

const day = parseLocalDate;
const model: TimelineModel = { from: day('2026-01-01'), to: day('2026-04-10'), today: day('2026-02-01'), months: [], bands: [], overlays: [], medicines: [], life: [], scoreLanes: [], entries: [] };

function entry(id: string, date: string, lane: TimelineLane = 'notes'): TimelineEntry {
  return { id, lane, mark: 'noteSigned', date: day(date), time: null, title: id, detail: '', target: null };
}

describe('timelineScale', () => {
  it('fits the whole episode and never shrinks it below that', () => {
    expect(timelineScale(model, 'fit', 1000).dayWidth).toBe(10);
    expect(timelineScale(model, 'month', 1000).dayWidth).toBe(10);
    expect(timelineScale(model, 'week', 1000).dayWidth).toBe(21);
  });

  it('an inclusive span of one day is one day wide', () => {
    const scale = timelineScale(model, 'fit', 1000);
    expect(spanOf(scale, day('2026-01-02'), day('2026-01-02'), model.to)).toEqual({ left: 10, width: 10 });
    expect(spanOf(scale, day('2026-04-01'), null, model.to)).toEqual({ left: xOf(scale, day('2026-04-01')), width: 100 });
  });
});

describe('groups and arrows', () => {
  const scale = timelineScale(model, 'fit', 1000);
  const notes = groupsOf(scale, [entry('a', '2026-01-03'), entry('b', '2026-01-04'), entry('c', '2026-01-20')], 'notes');
  const plan = groupsOf(scale, [entry('p', '2026-01-19', 'plan')], 'plan');

  it('marks that would overlap are one group; none is lost', () => {
    expect(notes.map((group) => group.entries.map((item) => item.id))).toEqual([['a', 'b'], ['c']]);
  });

  it('arrows walk time and lanes and stop at the edges', () => {
    const [first, last] = notes;
    const [version] = plan;
    if (!first || !last || !version) throw new Error('fixture');
    const lanes = [notes, plan, []];
    expect(neighbour(lanes, first, 'ArrowRight')).toBe(last);
    expect(neighbour(lanes, first, 'ArrowLeft')).toBeNull();
    expect(neighbour(lanes, first, 'ArrowDown')).toBe(version);
    expect(neighbour(lanes, version, 'ArrowUp')).toBe(last);
    expect(neighbour(lanes, version, 'ArrowDown')).toBeNull();
    expect(neighbour(lanes, first, 'a')).toBeNull();
  });
});
