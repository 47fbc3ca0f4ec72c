// Scores over time as a line with the ranges drawn behind it. Refuses to be the only way to read them: a
// table stands beside it, and the ranges differ by words, not by colour alone.
import './charts.css';
import { daysBetween, type LocalDate } from '../../shared/dates.ts';
import type { DrawnBand, TrendPoint } from '../../shared/measures/trend.ts';
import { useWidth } from '../timeline/useWidth.ts';
import { formatDay } from '../ui/format.ts';

const MIN_W = 320;
const MAX_W = 720;
const H = 220;
const LEFT = 34;
const RIGHT = 150;
const TOP = 14;
const BOTTOM = 26;
/** Labels of points stand at least this far apart. */
const LABEL_GAP = 26;
/** Side of the square that stands for a score from a note. */
const NOTE_SIDE = 9;

type Scales = { readonly width: number; readonly x: (date: LocalDate) => number; readonly y: (value: number) => number };

function scalesFor(points: readonly TrendPoint[], min: number, max: number, whole: number): Scales {
  const first = points[0]?.date;
  const last = points.at(-1)?.date;
  const span = first === undefined || last === undefined ? 0 : daysBetween(first, last);
  const width = whole - LEFT - RIGHT;
  return {
    width,
    x: (date) => (first === undefined || span === 0 ? LEFT + width / 2 : LEFT + 10 + (daysBetween(first, date) / span) * (width - 20)),
    y: (value) => TOP + (1 - (value - min) / (max - min || 1)) * (H - TOP - BOTTOM),
  };
}

/** From the newest back, so that the last score always bears its number. */
function labelled(points: readonly TrendPoint[], x: Scales['x']): ReadonlySet<string> {
  const kept = new Set<string>();
  let edge = Infinity;
  for (const point of points.toReversed()) {
    const at = x(point.date);
    if (edge - at < LABEL_GAP) continue;
    kept.add(point.id);
    edge = at;
  }
  return kept;
}

function Bands({ bands, max, scales: { y, width } }: { bands: readonly DrawnBand[]; max: number; scales: Scales }) {
  return <>{bands.map((band, index) => {
    // Whole scores: a range reaches up to where the next one begins.
    const top = y(Math.min(max, band.max + 1));
    const height = y(band.min) - top;
    return (
      <g key={band.name}>
        <rect x={LEFT} y={top} width={width} height={Math.max(0, height)} className="trend__band" data-step={index % 2} />
        <text x={LEFT + width + 8} y={top + height / 2 + 4} className="trend__range">{band.name}</text>
      </g>
    );
  })}</>;
}

/** Names of single scores, beside the line they stand for. */
type Tick = { readonly score: number; readonly label: string };

// What comes from a note differs by its shape, what is not signed yet by its edge.
function Point({ point: { note, date, value }, scales: { x, y } }: { point: TrendPoint; scales: Scales }) {
  if (note === null) return <circle cx={x(date)} cy={y(value)} r="4.5" className="trend__point" />;
  return <rect x={x(date) - NOTE_SIDE / 2} y={y(value) - NOTE_SIDE / 2} width={NOTE_SIDE} height={NOTE_SIDE} className="trend__point" data-draft={!note.signed || undefined} />;
}

type PictureProps = { readonly label: string; readonly points: readonly TrendPoint[]; readonly bands: readonly DrawnBand[]; /** In place of ranges, where each score has a name. */ readonly ticks: readonly Tick[]; readonly min: number; readonly max: number };

/** `label` says in words what the picture shows. */
export function TrendPicture({ label, points, bands, ticks, min, max }: PictureProps) {
  const [frame, available] = useWidth();
  // Drawn at its real size, so that figures stay readable in a narrow room.
  const whole = Math.min(MAX_W, Math.max(MIN_W, available));
  const scales = scalesFor(points, min, max, whole);
  const { x, y } = scales;
  const named = labelled(points, x);
  const [first, last] = [points[0], points.at(-1)];
  return (
    <div ref={frame}><svg className="trend" width={whole} height={H} viewBox={`0 0 ${whole} ${H}`} role="img" aria-label={label}>
      <Bands bands={bands} max={max} scales={scales} />
      {ticks.map(({ score, label: name }) => <g key={score}><line x1={LEFT} x2={LEFT + scales.width} y1={y(score)} y2={y(score)} className="trend__tick" /><text x={LEFT + scales.width + 8} y={y(score) + 4} className="trend__range">{name}</text></g>)}
      <line x1={LEFT} x2={LEFT + scales.width} y1={y(min)} y2={y(min)} className="trend__axis" />
      <text x={LEFT - 8} y={y(max) + 4} className="trend__figure" textAnchor="end">{max}</text>
      <text x={LEFT - 8} y={y(min) + 4} className="trend__figure" textAnchor="end">{min}</text>
      <polyline className="trend__line" points={points.map((point) => `${x(point.date)},${y(point.value)}`).join(' ')} />
      {points.map((point) => <Point key={point.id} point={point} scales={scales} />)}
      {points.filter((point) => named.has(point.id)).map((point) => <text key={point.id} x={x(point.date)} y={y(point.value) < TOP + 16 ? y(point.value) + 19 : y(point.value) - 10} textAnchor="middle" className="trend__value">{point.value}</text>)}
      {first ? <text x={x(first.date)} y={H - 8} textAnchor={points.length > 1 ? 'start' : 'middle'} className="trend__figure">{formatDay(first.date)}</text> : null}
      {last && last.date !== first?.date ? <text x={x(last.date)} y={H - 8} textAnchor="end" className="trend__figure">{formatDay(last.date)}</text> : null}
    </svg></div>
  );
}
