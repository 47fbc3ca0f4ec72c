// Days to pixels and back to groups. Pure arithmetic; refuses the DOM.
import { daysBetween, type LocalDate } from '../../shared/dates.ts';
import type { TimelineEntry, TimelineLane, TimelineModel } from '../../shared/timeline/model.ts';

export type Zoom = 'fit' | 'month' | 'week';

/** Pixels a day takes when not fitted: a month is about 190 px, a week about 150 px. */
const DAY_WIDTH: Record<Exclude<Zoom, 'fit'>, number> = { month: 6.3, week: 21 };
/** Marks closer than this are one group, so that each keeps a target of 24 px. */
const GROUP_PX = 26;

export type TimelineScale = { readonly from: LocalDate; readonly dayWidth: number; readonly width: number };

/** The scale for a picture of at least `available` pixels; the last day is drawn whole. */
export function timelineScale(model: TimelineModel, zoom: Zoom, available: number): TimelineScale {
  const days = daysBetween(model.from, model.to) + 1;
  const fitted = Math.max(available, 320) / days;
  const dayWidth = zoom === 'fit' ? fitted : Math.max(DAY_WIDTH[zoom], fitted);
  return { from: model.from, dayWidth, width: Math.round(days * dayWidth) };
}

/** Left edge of a day, in pixels. */
export function xOf(scale: TimelineScale, date: LocalDate): number {
  return Math.round(daysBetween(scale.from, date) * scale.dayWidth);
}

/** Left edge and width of an inclusive span; an open end runs to `to`. */
export function spanOf(scale: TimelineScale, start: LocalDate, end: LocalDate | null, to: LocalDate): { left: number; width: number } {
  const left = xOf(scale, start);
  const right = Math.round((daysBetween(scale.from, end ?? to) + 1) * scale.dayWidth);
  return { left, width: Math.max(right - left, 4) };
}

/** How many rows these spans take. */
export function rowsOf(spans: readonly { readonly row: number }[]): number {
  return spans.reduce((most, { row }) => Math.max(most, row + 1), 0);
}

export type EntryGroup = { readonly id: string; readonly lane: TimelineLane; readonly x: number; readonly entries: readonly TimelineEntry[] };

/** Entries of one lane, oldest first, those that would overlap drawn as one group. */
export function groupsOf(scale: TimelineScale, entries: readonly TimelineEntry[], lane: TimelineLane): EntryGroup[] {
  const groups: { id: string; lane: TimelineLane; x: number; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    if (entry.lane !== lane) continue;
    const x = xOf(scale, entry.date) + Math.round(scale.dayWidth / 2);
    const last = groups.at(-1);
    if (last && x - last.x < GROUP_PX) last.entries.push(entry);
    else groups.push({ id: entry.id, lane, x, entries: [entry] });
  }
  return groups;
}

/** The mark that an arrow key leads to, or null at the edge: left/right in time, up/down to the nearest mark of the next lane that has any. */
export function neighbour(lanes: readonly (readonly EntryGroup[])[], at: EntryGroup, key: string): EntryGroup | null {
  const row = lanes.findIndex((groups) => groups.includes(at));
  const groups = lanes[row] ?? [];
  const column = groups.indexOf(at);
  if (key === 'ArrowLeft') return groups[column - 1] ?? null;
  if (key === 'ArrowRight') return groups[column + 1] ?? null;
  if (key === 'Home') return groups[0] ?? null;
  if (key === 'End') return groups.at(-1) ?? null;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const others = key === 'ArrowDown' ? lanes.slice(row + 1) : lanes.slice(0, row).toReversed();
  const next = others.find((candidates) => candidates.length > 0) ?? [];
  return next.reduce<EntryGroup | null>((best, group) => (best === null || Math.abs(group.x - at.x) < Math.abs(best.x - at.x) ? group : best), null);
}
