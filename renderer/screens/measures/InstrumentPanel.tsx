// One form: ask it, hand it over, and how its results have moved. Refuses a line through different versions.
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import type { Instrument } from '../../../shared/measures/instrument.ts';
import type { NoteScore } from '../../../shared/measures/noteScore.ts';
import type { ScoreSettings } from '../../../shared/measures/score.ts';
import { drawnBands, type ItemTrend, itemTrends, partBands, type Trend, type TrendPoint, trends } from '../../../shared/measures/trend.ts';
import { measuresText as t } from '../../../shared/text/en/measures.ts';
import { TrendPicture } from '../../charts/TrendPicture.tsx';
import { handOver } from '../../data/handed.ts';
import { useCuts } from '../../data/useCuts.ts';
import { useGo } from '../../data/route.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDay } from '../../ui/format.ts';
import { Panel } from '../../ui/Page.tsx';
import { type HeldMeasure, History } from './History.tsx';
import { MeasureAlerts } from './ResultLine.tsx';

function scheduleWords(instrument: Instrument): string {
  return instrument.schedule.map(({ at, everyDays }) => (at === 'repeat' && everyDays !== undefined ? t.everyDays(everyDays) : t.schedule[at].toLowerCase())).join(', ');
}

function Picture({ instrument, trend, cuts, versions, today }: { instrument: Instrument; trend: Trend; cuts: ScoreSettings; versions: number; today: Chart['today'] }) {
  const part = instrument.subscales.find(({ id }) => id === trend.part);
  const range = part ?? instrument.total;
  const last = trend.points.at(-1);
  if (range === null || last === undefined) return null;
  const title = part === undefined ? instrument.shortTitle : t.part(instrument.shortTitle, part.label);
  const bands = part === undefined ? drawnBands(instrument, cuts) : partBands(instrument, part, t.partRanges, cuts);
  return (
    <figure className="stack-tight">
      {part !== undefined || versions > 1 ? <figcaption className="small strong">{versions > 1 ? `${title}, ${t.version(trend.version)}` : title}</figcaption> : null}
      <TrendPicture label={t.picture(title, trend.points.length, `${last.value}, ${formatDay(last.date, today)}`)} points={trend.points} bands={bands} ticks={[]} min={range.min} max={range.max} />
      <NoteMarks points={trend.points} />
    </figure>
  );
}

// What the squares mean, where there are any.
function NoteMarks({ points }: { points: readonly TrendPoint[] }) {
  const notes = points.flatMap(({ note }) => note ?? []);
  if (notes.length === 0) return null;
  return <p className="small quiet">{t.noteMarks.signed}{notes.some(({ signed }) => !signed) ? ` ${t.noteMarks.draft}` : ''}</p>;
}

function ItemPicture({ instrument, trend, versions, today }: { instrument: Instrument; trend: ItemTrend; versions: number; today: Chart['today'] }) {
  const last = trend.points.at(-1);
  const [first, top] = [trend.answers[0], trend.answers.at(-1)];
  if (last === undefined || first === undefined || top === undefined) return null;
  const title = t.part(instrument.shortTitle, trend.label);
  const words = trend.answers.find(({ score }) => score === last.value)?.label ?? String(last.value);
  return (
    <figure className="stack-tight">
      <figcaption className="small strong">{versions > 1 ? `${title}, ${t.version(trend.version)}` : title}</figcaption>
      <TrendPicture label={t.itemPicture(title, trend.points.length, `${words}, ${formatDay(last.date, today)}`)} points={trend.points} bands={[]} ticks={trend.answers} min={first.score} max={top.score} />
    </figure>
  );
}

function Acts({ chart, instrument }: { chart: Chart; instrument: Instrument }) {
  const go = useGo();
  const clientId = chart.client.id;
  const held = instrument.wording === 'notBundled';
  return (
    <>
      <Button look="primary" onClick={() => go({ room: 'measure', clientId, instrumentId: instrument.id })}>{held ? t.enterScores : t.interview}</Button>
      {!held && instrument.administered.includes('self') ? <Button onClick={() => handOver({ clientId, instrument })}>{t.give}</Button> : null}
    </>
  );
}

export function InstrumentPanel({ chart, instrument, measures, notes, at }: { chart: Chart; instrument: Instrument; measures: readonly HeldMeasure[]; /** Scores of this form that stand in session notes. */ notes: readonly NoteScore[]; /** The result to begin with, open. */ at: string | null }) {
  const cuts = useCuts(chart.clinical.value.lowerPtsdCut);
  const locked = chart.client.status === 'archived';
  const own = measures.filter(({ value }) => value.instrumentId === instrument.id);
  const lines = trends(instrument, own.map(({ value }) => value), notes).filter(({ points }) => points.length > 0);
  const items = itemTrends(instrument, own.map(({ value }) => value)).filter(({ points }) => points.length > 0);
  const versions = new Set(lines.map(({ version }) => version)).size;
  const latest = own.filter(({ value }) => !value.enteredInError).toSorted((a, b) => `${b.value.date}${b.value.time ?? ''}`.localeCompare(`${a.value.date}${a.value.time ?? ''}`))[0];
  const ranges = drawnBands(instrument, cuts).map(({ name, min, max }) => `${name} ${min} to ${max}`).join(', ');
  return (
    <Panel title={instrument.title} acts={locked ? null : <Acts chart={chart} instrument={instrument} />}>
      {latest ? <MeasureAlerts instrument={instrument} alerts={latest.value.result.alerts} /> : null}
      {lines.map((trend) => <Picture key={`${trend.version} ${trend.part ?? ''}`} instrument={instrument} trend={trend} cuts={cuts} versions={versions} today={chart.today} />)}
      {items.map((trend) => <ItemPicture key={`${trend.version} item ${trend.item}`} instrument={instrument} trend={trend} versions={versions} today={chart.today} />)}
      {own.length + notes.length > 0 ? <History instrument={instrument} measures={own} notes={notes} clientId={chart.client.id} points={lines.length > 0 && lines[0]?.part === null ? lines.flatMap(({ points }) => points) : []} today={chart.today} locked={locked} at={at} /> : <p className="quiet">{t.noneYet}</p>}
      <div className="small quiet stack-tight">
        <p>{t.timeframe(instrument.timeframe)} {instrument.schedule.length > 0 ? t.schedules(scheduleWords(instrument)) : ''}</p>
        {ranges ? <p>{t.ranges(ranges)}</p> : null}
        {instrument.validated ? null : <p>{t.notValidated}</p>}
        <p>{t.licence}: {instrument.licence.note} {instrument.licence.confirmed ? '' : t.licenceUnconfirmed}</p>
      </div>
    </Panel>
  );
}
