// The picture: bands, overlays and marks on one horizontal scale. Refuses to be the only way in:
// everything here also stands in EntryList.
import { useRef, type KeyboardEvent } from 'react';
import { levelName, levelShort, overlayName } from '../../shared/continuum/levels.ts';
import type { LevelOfCare } from '../../shared/continuum/episode.ts';
import { formatDay } from '../../shared/text/days.ts';
import { timelineText as t } from '../../shared/text/en/timeline.ts';
import type { TimelineBand, TimelineLane, TimelineModel, TimelineOverlay, TimelineSpan } from '../../shared/timeline/model.ts';
import { MarkButton } from './MarkButton.tsx';
import { groupsOf, neighbour, rowsOf, spanOf, xOf, type EntryGroup, type TimelineScale } from './scale.ts';

/** Label every month, quarter or half year, as there is room. */
function monthStep(scale: TimelineScale): number {
  const width = scale.dayWidth * 30;
  return width >= 40 ? 1 : width >= 14 ? 3 : 6;
}

const LAST_LANES: readonly TimelineLane[] = ['notes', 'plan', 'events', 'milestones'];

/** Lanes of marks from the top; those of health, tests and scores only where there are any. */
function markLanes({ entries, scoreLanes }: TimelineModel): readonly TimelineLane[] {
  return [...(['health', 'tests'] as const).filter((one) => entries.some(({ lane }) => lane === one)), ...scoreLanes.map(({ lane }) => lane), ...LAST_LANES];
}

function bandWords(band: TimelineBand): string {
  const from = formatDay(band.start);
  if (band.kind === 'planned') return t.plannedBand(levelName(band.level), from, band.end ? formatDay(band.end) : t.openEnd);
  return band.end ? t.actualBand(levelName(band.level), from, formatDay(band.end)) : t.actualOpenBand(levelName(band.level), from);
}

/** The name where it fits whole, else the short label, else nothing: the words are in the tooltip and the list. */
function fittingLabel(level: LevelOfCare, width: number): string {
  return [levelName(level), levelShort(level)].find((label) => label.length * 8 + 14 <= width) ?? '';
}

function LevelLane({ model, scale }: { model: TimelineModel; scale: TimelineScale }) {
  // A running phase is solid only up to today: the rest of it is still plan.
  return (
    <div className="tl-lane tl-lane-level">
      {model.bands.map((band) => {
        const { left, width } = spanOf(scale, band.start, band.end, band.kind === 'actual' ? model.today : model.to);
        return (
          <div key={band.id} className={`tl-band tl-band-${band.kind}`} data-level={band.level} data-open={band.end === null} style={{ left, width }} title={bandWords(band)}>
            <span className="tl-band-label" aria-hidden="true">{fittingLabel(band.level, width)}</span>
            <span className="visually-hidden">{bandWords(band)}</span>
          </div>
        );
      })}
    </div>
  );
}

function OverlayLane({ model, scale, overlays }: { model: TimelineModel; scale: TimelineScale; overlays: readonly TimelineOverlay[] }) {
  return (
    <div className="tl-lane tl-lane-overlays" style={{ height: overlays.length * 22 + 6 }}>
      {overlays.map((overlay, index) => {
        const { left, width } = spanOf(scale, overlay.start, overlay.end, model.to);
        const name = overlay.detail || overlayName(overlay.kind);
        const words = t.overlayBand(name, formatDay(overlay.start), overlay.end ? formatDay(overlay.end) : t.openEnd);
        return (
          <div key={overlay.id} className="tl-overlay" data-open={overlay.end === null} style={{ left, width, top: index * 22 + 3 }} title={words}>
            <span className="tl-overlay-label" aria-hidden="true">{name}</span>
            <span className="visually-hidden">{words}</span>
          </div>
        );
      })}
    </div>
  );
}

/** Spans with a name, in rows; what begins before the picture is drawn from its edge. */
function SpanLane({ model, scale, spans, look, say }: { model: TimelineModel; scale: TimelineScale; spans: readonly TimelineSpan[]; look: string; say: (name: string, from: string, to: string) => string }) {
  return (
    <div className="tl-lane tl-lane-overlays" style={{ height: rowsOf(spans) * 22 + 6 }}>
      {spans.map(({ id, name, start, end, row }) => {
        const { left, width } = spanOf(scale, start < model.from ? model.from : start, end, model.to);
        const words = say(name, formatDay(start), end ? formatDay(end) : t.openEnd);
        return (
          <div key={id} className={`tl-overlay ${look}`} data-open={end === null} style={{ left, width, top: row * 22 + 3 }} title={words}>
            <span className="tl-overlay-label" aria-hidden="true">{name}</span>
            <span className="visually-hidden">{words}</span>
          </div>
        );
      })}
    </div>
  );
}

function Axis({ model, scale }: { model: TimelineModel; scale: TimelineScale }) {
  const every = monthStep(scale);
  return (
    <div className="tl-axis" aria-hidden="true">
      {model.months.map((month, index) => {
        const left = Math.max(xOf(scale, month.start), 0);
        const next = model.months[index + 1];
        const room = (next ? xOf(scale, next.start) : scale.width) - left;
        // A first month cut short by the edge gives its year to the next one.
        const bearsYear = room >= 40 && (month.month === 1 || index === 0 || (index === 1 && xOf(scale, month.start) < 40));
        return (
          <div key={month.start} className="tl-month" style={{ left }}>
            <span className="tl-year">{bearsYear ? month.year : ''}</span>
            {(month.month - 1) % every === 0 && room >= 30 ? formatDay(month.start, 'monthOnly') : ''}
          </div>
        );
      })}
    </div>
  );
}

type PictureProps = {
  readonly model: TimelineModel;
  readonly scale: TimelineScale;
  readonly selectedId: string | null;
  readonly onSelect: (group: EntryGroup) => void;
  readonly onOpen: (group: EntryGroup) => void;
  /** The pointer or the focus has come to it. */
  readonly onAim: (group: EntryGroup) => void;
};

/** The lanes of marks share one tab stop; arrows move the focus, Enter opens. */
export function Picture({ model, scale, selectedId, onSelect, onOpen, onAim }: PictureProps) {
  const root = useRef<HTMLDivElement>(null);
  const names = markLanes(model);
  const lanes = names.map((lane) => groupsOf(scale, model.entries, lane));
  const flat = lanes.flat();
  const selected = flat.find((group) => group.entries.some((entry) => entry.id === selectedId)) ?? null;
  const tabStop = selected ?? flat.at(-1) ?? null;

  const move = (event: KeyboardEvent, at: EntryGroup): void => {
    const next = neighbour(lanes, at, event.key);
    if (!next) return;
    event.preventDefault();
    onSelect(next);
    root.current?.querySelector<HTMLElement>(`[data-group="${next.id}"]`)?.focus();
  };

  return (
    <div className="tl-picture" ref={root} style={{ width: scale.width }} role="group" aria-label={t.pictureLabel}>
      <Axis model={model} scale={scale} />
      <LevelLane model={model} scale={scale} />
      {model.overlays.length > 0 && <OverlayLane model={model} scale={scale} overlays={model.overlays} />}
      {model.medicines.length > 0 && <SpanLane model={model} scale={scale} spans={model.medicines.map((medicine, row) => ({ ...medicine, row }))} look="tl-medicine" say={t.medicineBand} />}
      {model.life.length > 0 && <SpanLane model={model} scale={scale} spans={model.life} look="tl-life" say={t.lifeBand} />}
      {names.map((lane, row) => (
        <div key={lane} className={lane === 'health' || lane === 'tests' || lane.startsWith('score:') ? 'tl-lane tl-lane-low' : 'tl-lane'} data-lane={lane}>
          {(lanes[row] ?? []).map((group) => (
            <MarkButton key={group.id} group={group} selected={group === selected} tabStop={group === tabStop} onSelect={onSelect} onOpen={onOpen} onAim={onAim} onKeyDown={move} />
          ))}
        </div>
      ))}
      <div className="tl-today" style={{ left: xOf(scale, model.today) }} aria-hidden="true"><span className="tl-today-label">{t.today}</span></div>
    </div>
  );
}
