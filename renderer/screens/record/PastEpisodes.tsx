// Episodes that have ended: still readable, closed to change.
import { isOpen } from '../../../shared/continuum/position.ts';
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import { episodeStatusLabels } from '../../../shared/text/en/clinical.ts';
import { episodeText } from '../../../shared/text/en/episode.ts';
import { formatDayWithYear } from '../../ui/format.ts';
import { Panel } from '../../ui/Page.tsx';
import { EventList } from './EventList.tsx';
import { OverlayList } from './OverlayList.tsx';
import { PhaseList } from './PhaseList.tsx';

const t = episodeText.past;

export function PastEpisodes({ chart }: { chart: Chart }) {
  const past = chart.episodes.filter((held) => !isOpen(held.value)).toSorted((a, b) => b.value.start.localeCompare(a.value.start));
  if (past.length === 0) return null;
  return (
    <Panel title={t.title}>
      {past.map((held) => (
        <details className="prompts" key={held.value.id}>
          <summary>{t.line(formatDayWithYear(held.value.start), held.value.end === null ? '' : formatDayWithYear(held.value.end))} ({episodeStatusLabels[held.value.status]})</summary>
          <div className="stack"><PhaseList held={held} today={chart.today} locked />{held.value.overlays.length > 0 ? <OverlayList held={held} today={chart.today} locked /> : null}<EventList held={held} today={chart.today} locked /></div>
        </details>
      ))}
    </Panel>
  );
}
