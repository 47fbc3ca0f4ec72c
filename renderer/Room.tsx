// Which screen stands in the frame for a route. Refuses logic of its own.
import { lazy, Suspense } from 'react';
import type { AppState } from '../shared/ipc/vaultContract.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { useGo, type Route } from './data/route.ts';
import { CaseloadScreen } from './screens/CaseloadScreen.tsx';
import { EditClientScreen, NewClientScreen } from './screens/ClientFormScreen.tsx';
import { ClientScreen } from './screens/ClientScreen.tsx';
import { ClientTabRoom } from './ClientTabRoom.tsx';
import { SearchScreen } from './screens/SearchScreen.tsx';
import { SettingsScreen } from './screens/SettingsScreen.tsx';
import { Skeleton } from './ui/Notes.tsx';

const NoteScreen = lazy(async () => ({ default: (await import('./screens/NoteScreen.tsx')).NoteScreen }));
const MeasureScreen = lazy(async () => ({ default: (await import('./screens/MeasureScreen.tsx')).MeasureScreen }));
const HandoutScreen = lazy(async () => ({ default: (await import('./screens/HandoutScreen.tsx')).HandoutScreen }));

export function Room({ route, state, onState }: { route: Route; state: AppState; onState: (state: AppState) => void }) {
  const go = useGo();
  const waiting = <div className="page"><Skeleton label={frameText.loading} /></div>;
  switch (route.room) {
    case 'caseload':
      return <CaseloadScreen />;
    case 'search':
      return <SearchScreen />;
    case 'newClient':
      return <NewClientScreen />;
    case 'settings':
      return <SettingsScreen state={state} part={route.part} onState={onState} />;
    case 'client':
      return <ClientScreen key={route.clientId} clientId={route.clientId} inside={{ kind: 'tab', tab: route.tab, render: (chart) => <ClientTabRoom tab={route.tab} chart={chart} /> }} />;
    case 'editClient':
      return <ClientScreen key={route.clientId} clientId={route.clientId} inside={{ kind: 'page', render: () => <EditClientScreen clientId={route.clientId} /> }} />;
    case 'note': {
      const { noteId } = route;
      const close = () => go({ room: 'client', clientId: route.clientId, tab: route.from });
      return <ClientScreen key={route.clientId} clientId={route.clientId} inside={{ kind: 'page', render: () => <Suspense fallback={waiting}><NoteScreen key={noteId} noteId={noteId} onClose={close} /></Suspense> }} />;
    }
    case 'measure': {
      const { instrumentId } = route;
      const close = () => go({ room: 'client', clientId: route.clientId, tab: 'measures' });
      return <ClientScreen key={route.clientId} clientId={route.clientId} inside={{ kind: 'page', render: (chart) => <Suspense fallback={waiting}><MeasureScreen key={instrumentId} chart={chart} instrumentId={instrumentId} onClose={close} /></Suspense> }} />;
    }
    case 'handout': {
      const close = () => go({ room: 'client', clientId: route.clientId, tab: 'plan' });
      return <ClientScreen key={route.clientId} clientId={route.clientId} inside={{ kind: 'page', render: () => <Suspense fallback={waiting}><HandoutScreen clientId={route.clientId} onClose={close} /></Suspense> }} />;
    }
  }
}
