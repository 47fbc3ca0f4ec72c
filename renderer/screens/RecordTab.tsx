// The record: where the person stands at the left, who they are and what needs an eye at the right.
import type { Chart } from '../../shared/ipc/clientsContract.ts';
import { clientsText } from '../../shared/text/en/clients.ts';
import { Notice } from '../ui/Notes.tsx';
import { DetailsPanel } from './record/DetailsPanel.tsx';
import { EpisodePanel } from './record/EpisodePanel.tsx';
import { PastEpisodes } from './record/PastEpisodes.tsx';
import { Unreadable } from './record/Unreadable.tsx';
import './record/record.css';

export function RecordTab({ chart, at }: { chart: Chart; /** What a search has led to. */ at: string | null }) {
  const archived = chart.client.status === 'archived';
  return (
    <div className="page">
      {archived ? <Notice>{clientsText.archive.archivedNotice}</Notice> : null}
      <Unreadable kind="episodes" count={chart.unreadable.episodes} />
      <div className="record">
        <div className="record__main"><EpisodePanel chart={chart} locked={archived} /><PastEpisodes chart={chart} /></div>
        <div className="record__side"><DetailsPanel chart={chart} at={at} /></div>
      </div>
    </div>
  );
}
