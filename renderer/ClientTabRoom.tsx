// Which tab of a client stands under the strip. Refuses logic of its own.
import { lazy, Suspense } from 'react';
import type { Chart } from '../shared/ipc/clientsContract.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { useGo, type ClientTab } from './data/route.ts';
import { NotesTab } from './screens/NotesTab.tsx';
import { PlanTab } from './screens/PlanTab.tsx';
import { RecordTab } from './screens/RecordTab.tsx';
import { TimelineTab } from './screens/TimelineTab.tsx';
import { Skeleton } from './ui/Notes.tsx';

const HealthTab = lazy(async () => ({ default: (await import('./screens/HealthTab.tsx')).HealthTab }));
const MeasuresTab = lazy(async () => ({ default: (await import('./screens/MeasuresTab.tsx')).MeasuresTab }));

export function ClientTabRoom({ tab, chart }: { tab: ClientTab; chart: Chart }) {
  const go = useGo();
  const clientId = chart.client.id;
  const waiting = <div className="page"><Skeleton label={frameText.loading} /></div>;
  switch (tab) {
    case 'timeline':
      return <TimelineTab chart={chart} onOpenNote={(noteId) => go({ room: 'note', clientId, noteId, from: 'timeline' })} onOpenPlan={() => go({ room: 'client', clientId, tab: 'plan' })} />;
    case 'notes':
      return <NotesTab chart={chart} />;
    case 'plan':
      return <PlanTab chart={chart} />;
    case 'measures':
      return <Suspense fallback={waiting}><MeasuresTab chart={chart} /></Suspense>;
    case 'health':
      return <Suspense fallback={waiting}><HealthTab chart={chart} /></Suspense>;
    case 'record':
      return <RecordTab chart={chart} />;
  }
}
