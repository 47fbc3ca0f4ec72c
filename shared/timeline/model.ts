// What the timeline shows, as data: bands, overlays and entries in order. Refuses pixels and
// colours; the picture and the text list are both drawn from this one model.
import type { Chart } from '../ipc/clientsContract.ts';
import { addDaysWithin, addMonths, daysBetween, parseLocalDate, type Instant, type LocalDate, type LocalTime } from '../dates.ts';
import type { NoteId, PlanId } from '../brand.ts';
import type { Episode, LevelOfCare, OverlayKind } from '../continuum/episode.ts';
import { episodeEntries, milestoneEntries, noteEntries, planEntries } from './entries.ts';
import { lifeEntries, lifeSpans, yearlyEntries } from './lifeEntries.ts';
import { medicineBands, scoreEntries, scoreLanes, testEntries } from './healthEntries.ts';

export type TimelineLane = 'health' | 'tests' | `score:${string}` | 'notes' | 'plan' | 'events' | 'milestones';
export type TimelineMark = 'noteSigned' | 'noteDraft' | 'plan' | 'planDraft' | 'review' | 'event' | 'move' | 'caution' | 'milestone' | 'testPos' | 'testNeg' | 'testOpen' | 'score' | 'health' | 'trigger';
export type TimelineTarget = { readonly kind: 'note'; readonly noteId: NoteId } | { readonly kind: 'plan'; readonly planId: PlanId };

export type TimelineEntry = {
  readonly id: string;
  readonly lane: TimelineLane;
  readonly mark: TimelineMark;
  readonly date: LocalDate;
  readonly time: LocalTime | null;
  readonly title: string;
  /** Drawn instead of a shape where words fit better: the day of a milestone, a score, P or N. */
  readonly short?: string;
  readonly detail: string;
  /** Said beside the title wherever the entry is read: what must not be passed over. */
  readonly attention?: string;
  readonly target: TimelineTarget | null;
};

/** `end` is inclusive; null while the phase runs or no end is planned. */
export type TimelineBand = { readonly id: string; readonly kind: 'planned' | 'actual'; readonly level: LevelOfCare; readonly start: LocalDate; readonly end: LocalDate | null };
export type TimelineOverlay = { readonly id: string; readonly kind: OverlayKind; readonly detail: string; readonly start: LocalDate; readonly end: LocalDate | null };
/** From the first dose to the day it was stopped. */
export type TimelineMedicine = { readonly id: string; readonly name: string; readonly start: LocalDate; readonly end: LocalDate | null };
/** Home, pregnancy or care elsewhere; `row` counts from the top of their lane. */
export type TimelineSpan = { readonly id: string; readonly name: string; readonly start: LocalDate; readonly end: LocalDate | null; readonly row: number };
export type TimelineScoreLane = { readonly lane: `score:${string}`; readonly name: string };
export type TimelineMonth = { readonly start: LocalDate; readonly year: number; readonly month: number };

export type TimelineModel = {
  readonly from: LocalDate;
  /** Inclusive last day of the picture. */
  readonly to: LocalDate;
  readonly today: LocalDate;
  readonly months: readonly TimelineMonth[];
  readonly bands: readonly TimelineBand[];
  readonly overlays: readonly TimelineOverlay[];
  readonly medicines: readonly TimelineMedicine[];
  readonly life: readonly TimelineSpan[];
  readonly scoreLanes: readonly TimelineScoreLane[];
  /** Oldest first. */
  readonly entries: readonly TimelineEntry[];
};

/** Room around the outermost day, so that the first and last mark are not at the edge. */
const MARGIN_DAYS = 7;
/** What is known of the time before everything else is drawn for this long, and no longer. */
const BEFORE_DAYS = 180;
/** A picture shorter than this would make one day absurdly wide. */
const SHORTEST_DAYS = 56;

function bandsOf(episode: Episode): TimelineBand[] {
  return episode.phases.flatMap((phase) => {
    const planned: TimelineBand = { id: `planned-${phase.id}`, kind: 'planned', level: phase.level, start: phase.plannedStart, end: phase.plannedEnd };
    if (phase.actualStart === null) return [planned];
    return [planned, { id: `actual-${phase.id}`, kind: 'actual', level: phase.level, start: phase.actualStart, end: phase.actualEnd }];
  });
}

function overlaysOf(episode: Episode): TimelineOverlay[] {
  return episode.overlays.map((overlay) => ({ id: overlay.id, kind: overlay.kind, detail: overlay.detail, start: overlay.start, end: overlay.end }));
}

function earliest(days: readonly LocalDate[], fallback: LocalDate): LocalDate {
  return days.reduce((best, day) => (day < best ? day : best), fallback);
}

function latest(days: readonly LocalDate[], fallback: LocalDate): LocalDate {
  return days.reduce((best, day) => (day > best ? day : best), fallback);
}

function monthsBetween(from: LocalDate, to: LocalDate): TimelineMonth[] {
  const months: TimelineMonth[] = [];
  let start = parseLocalDate(`${from.slice(0, 7)}-01`);
  while (start <= to) {
    months.push({ start, year: Number(start.slice(0, 4)), month: Number(start.slice(5, 7)) });
    // The month after the last may lie past the end of the calendar.
    if (start.slice(0, 7) === to.slice(0, 7)) break;
    start = addMonths(start, 1);
  }
  return months;
}

function compareEntries(a: TimelineEntry, b: TimelineEntry): number {
  const left = `${a.date}${a.time ?? ''}${a.id}`;
  const right = `${b.date}${b.time ?? ''}${b.id}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The model of one client's chart: every episode, note head and plan version, and the health record. An open band or
 * overlay (`end: null`) is drawn to the end of the picture, which always holds today. `dayOf`: the reader's day of an instant.
 */
export function timelineModel(chart: Chart, dayOf: (instant: Instant) => LocalDate): TimelineModel {
  const { today } = chart;
  const record = chart.clinical.value;
  const episodes = chart.episodes.map((item) => item.value);
  const bands = episodes.flatMap(bandsOf);
  const overlays = episodes.flatMap(overlaysOf);
  const medicines = medicineBands(record);
  const care = [
    ...noteEntries(chart.notes),
    ...planEntries(chart.plans),
    ...testEntries(record, today),
    ...scoreEntries(chart.measures),
    ...episodes.flatMap((episode) => [...episodeEntries(episode), ...milestoneEntries(episode, today)]),
  ];
  const careDays = [...bands, ...overlays, ...medicines].flatMap((span) => (span.end === null ? [span.start] : [span.start, span.end])).concat(care.map((entry) => entry.date));
  const since = addDaysWithin(earliest(careDays, today), -BEFORE_DAYS);
  const lived = lifeEntries(record, today, dayOf).filter(({ date }) => date >= since);
  const life = lifeSpans(record, today).filter(({ end }) => end === null || end >= since);
  const days = [...careDays, ...lived.map(({ date }) => date), ...life.flatMap(({ start, end }) => [start, ...(end === null ? [] : [end])]).filter((date) => date >= since)];
  const from = addDaysWithin(earliest(days, today), -MARGIN_DAYS);
  const last = addDaysWithin(latest(days, today), MARGIN_DAYS);
  const to = daysBetween(from, last) < SHORTEST_DAYS ? addDaysWithin(from, SHORTEST_DAYS) : last;
  const entries = [...care, ...lived, ...yearlyEntries(record, today, from, to)].toSorted(compareEntries);
  return { from, to, today, months: monthsBetween(from, to), bands, overlays, medicines, life, scoreLanes: scoreLanes(chart.measures), entries };
}
