// Which screen stands in the frame for a route. Refuses logic of its own.
import { useEffect } from 'react';
import type { AppState } from '../shared/ipc/vaultContract.ts';
import { useGo, type Go, type Route } from './data/route.ts';
import { closingOf, wayBackWords } from './data/wayBack.ts';
import { CaseloadScreen } from './screens/CaseloadScreen.tsx';
import { EditClientScreen, NewClientScreen } from './screens/ClientFormScreen.tsx';
import { ClientScreen, type WayOut } from './screens/ClientScreen.tsx';
import { ClientTabRoom } from './ClientTabRoom.tsx';
import { SearchScreen } from './screens/SearchScreen.tsx';
import { SettingsScreen } from './screens/SettingsScreen.tsx';
import { lazyScreen } from './ui/lazyScreen.tsx';
import { warmWhenIdle } from './editor/warmWhenIdle.ts';

const UnsignedScreen = lazyScreen(async () => (await import('./screens/UnsignedScreen.tsx')).UnsignedScreen);
const TemplatesScreen = lazyScreen(async () => (await import('./screens/TemplatesScreen.tsx')).TemplatesScreen);
const NotePrintScreen = lazyScreen(async () => (await import('./screens/NotePrintScreen.tsx')).NotePrintScreen);
const NoteScreen = lazyScreen(async () => (await import('./screens/NoteScreen.tsx')).NoteScreen);
const CounsellingScreen = lazyScreen(async () => (await import('./screens/CounsellingScreen.tsx')).CounsellingScreen);
const MeasureScreen = lazyScreen(async () => (await import('./screens/MeasureScreen.tsx')).MeasureScreen);
const HandoutScreen = lazyScreen(async () => (await import('./screens/HandoutScreen.tsx')).HandoutScreen);

/** The way from a tab back to the search that led to it. */
function wayOut(route: Extract<Route, { room: 'client' }>, go: Go): WayOut | null {
  const { back } = route;
  return back === undefined ? null : { words: wayBackWords(back, route), perform: () => go(back) };
}

export function Room({ route, state, onState }: { route: Route; state: AppState; onState: (state: AppState) => void }) {
  const go = useGo();
  useEffect(() => {
    // A note is what is opened most: its screen is there, and has been drawn once, before the first press on one.
    const idle = requestIdleCallback(() => {
      NoteScreen.fetchAhead();
      warmWhenIdle();
    });
    return () => cancelIdleCallback(idle);
  }, []);
  switch (route.room) {
    case 'caseload':
      return <CaseloadScreen />;
    case 'templates':
      return <TemplatesScreen />;
    case 'unsigned':
      return <UnsignedScreen />;
    case 'search':
      return <SearchScreen key={route.words ?? ''} begin={route.words ?? ''} back={route.kept === true} visit={route} />;
    case 'newClient':
      return <NewClientScreen />;
    case 'settings':
      return <SettingsScreen state={state} part={route.part} onState={onState} />;
    case 'client':
      return <ClientScreen key={route.clientId} clientId={route.clientId} inside={{ kind: 'tab', tab: route.tab, back: wayOut(route, go), render: (chart) => <ClientTabRoom tab={route.tab} chart={chart} place={{ at: route.at ?? null, words: route.find ?? [] }} /> }} />;
    case 'editClient':
      return <ClientScreen key={route.clientId} clientId={route.clientId} inside={{ kind: 'page', render: () => <EditClientScreen clientId={route.clientId} /> }} />;
    case 'note': {
      const { noteId } = route;
      const back = closingOf(route);
      return <ClientScreen key={route.clientId} clientId={route.clientId} inside={{ kind: 'page', render: (chart) => <NoteScreen key={noteId} noteId={noteId} archived={chart.client.status === 'archived'} onOther={(other) => go({ room: 'note', clientId: route.clientId, noteId: other, back })} onPrint={() => go({ ...route, room: 'printNote' })} backWords={wayBackWords(back, route)} onClose={() => go(back)} /> }} />;
    }
    case 'printNote': {
      const { noteId } = route;
      const close = () => go(closingOf(route));
      return <ClientScreen key={route.clientId} clientId={route.clientId} inside={{ kind: 'page', render: (chart) => <NotePrintScreen key={noteId} noteId={noteId} client={chart.client} onClose={close} /> }} />;
    }
    case 'counselling': {
      const close = () => go(closingOf(route));
      return <ClientScreen key={route.clientId} clientId={route.clientId} inside={{ kind: 'page', render: (chart) => <CounsellingScreen clientId={route.clientId} archived={chart.client.status === 'archived'} onClose={close} /> }} />;
    }
    case 'measure': {
      const { instrumentId } = route;
      const close = () => go(closingOf(route));
      return <ClientScreen key={route.clientId} clientId={route.clientId} inside={{ kind: 'page', lookedOn: true, render: (chart) => <MeasureScreen key={instrumentId} chart={chart} instrumentId={instrumentId} onClose={close} /> }} />;
    }
    case 'handout': {
      const close = () => go(closingOf(route));
      return <ClientScreen key={route.clientId} clientId={route.clientId} inside={{ kind: 'page', render: () => <HandoutScreen clientId={route.clientId} onClose={close} /> }} />;
    }
  }
}
