// Performs what applies everywhere and what applies to the client in front of us. Refuses the insides of a screen.
import type { AppState } from '../../shared/ipc/vaultContract.ts';
import type { Settings } from '../../shared/settings.ts';
import { api } from '../api.ts';
import { announceChange } from './changes.ts';
import { useCommands, type Perform } from './commands.ts';
import type { ClientTab, Go, Route } from './route.ts';

export type FrameActs = {
  readonly route: Route;
  readonly go: Go;
  readonly lock: () => void;
  readonly state: AppState;
  readonly onState: (state: AppState) => void;
  readonly refuse: (error: unknown) => void;
  readonly palette: () => void;
  readonly shortcuts: () => void;
};

/** Binds the commands of the frame. */
export function useFrameCommands({ route, go, lock, state, onState, refuse, palette, shortcuts }: FrameActs): void {
  const theme = (wanted: Settings['theme']): Perform => (state.theme === wanted ? null : () => {
    const save = async () => {
      const now = await api.settings.update({ ...(await api.settings.get({})), theme: wanted });
      onState({ ...state, theme: now.theme });
      announceChange();
    };
    save().then(undefined, refuse);
  });
  useCommands('always', {
    palette, shortcuts, lock,
    caseload: route.room === 'caseload' ? null : () => go({ room: 'caseload' }), unsigned: () => go({ room: 'unsigned' }), templates: () => go({ room: 'templates' }), search: () => go({ room: 'search' }), newClient: () => go({ room: 'newClient' }),
    settings: route.room === 'settings' ? null : () => go({ room: 'settings' }), backup: () => go({ room: 'settings', part: 'backup' }),
    themeLight: theme('light'), themeDark: theme('dark'), themeSystem: theme('system'),
  });
  const clientId = 'clientId' in route ? route.clientId : null;
  const tab = (which: ClientTab): Perform => (clientId === null || (route.room === 'client' && route.tab === which) ? null : () => go({ room: 'client', clientId, tab: which }));
  useCommands('client', {
    tabTimeline: tab('timeline'), tabNotes: tab('notes'), tabPlan: tab('plan'), tabMeasures: tab('measures'), tabHealth: tab('health'), tabRecord: tab('record'),
    editClient: clientId === null || route.room === 'editClient' ? null : () => go({ room: 'editClient', clientId }),
    printPlan: clientId === null || route.room === 'handout' ? null : () => go({ room: 'handout', clientId }),
  });
}
