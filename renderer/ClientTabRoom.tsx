// Which tab of a client stands under the strip. Refuses logic of its own.
import type { Chart } from '../shared/ipc/clientsContract.ts';
import { useGo, type ClientTab, type FoundPlace } from './data/route.ts';
import { NotesTab } from './screens/NotesTab.tsx';
import { PlanTab } from './screens/PlanTab.tsx';
import { RecordTab } from './screens/RecordTab.tsx';
import { TimelineTab } from './screens/TimelineTab.tsx';
import { lazyScreen } from './ui/lazyScreen.tsx';

const HealthTab = lazyScreen(async () => (await import('./screens/HealthTab.tsx')).HealthTab);
const MeasuresTab = lazyScreen(async () => (await import('./screens/MeasuresTab.tsx')).MeasuresTab);

export function ClientTabRoom({ tab, chart, place }: { tab: ClientTab; chart: Chart; place: FoundPlace }) {
  const go = useGo();
  const clientId = chart.client.id;
  switch (tab) {
    case 'timeline':
      return <TimelineTab chart={chart} at={place.at} onOpenNote={(noteId) => go({ room: 'note', clientId, noteId })} onOpenPlan={() => go({ room: 'client', clientId, tab: 'plan' })} onRecord={() => go({ room: 'client', clientId, tab: 'record' })} />;
    case 'notes':
      return <NotesTab chart={chart} />;
    case 'plan':
      return <PlanTab chart={chart} at={place.at} />;
    case 'measures':
      return <MeasuresTab chart={chart} at={place.at} />;
    case 'health':
      return <HealthTab chart={chart} place={place} />;
    case 'record':
      return <RecordTab chart={chart} at={place.at} />;
  }
}
