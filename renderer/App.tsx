// Chooses what the window shows by the phase of the vault: first run, locked, open. Refuses to hold
// anything of a client itself.
import type { AppState } from '../shared/ipc/vaultContract.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { useAppState } from './data/useAppState.ts';
import { OpenVault } from './OpenVault.tsx';
import { FirstRunScreen } from './screens/FirstRunScreen.tsx';
import { MustSetPassphraseScreen, UnlockScreen } from './screens/UnlockScreen.tsx';
import { Notice, Skeleton } from './ui/Notes.tsx';

function Phase({ state, onState }: { state: AppState; onState: (state: AppState) => void }) {
  switch (state.phase) {
    case 'noVault':
    case 'mustTypeRecoveryCode':
      return <FirstRunScreen phase={state.phase} onState={onState} />;
    case 'locked':
      return <UnlockScreen state={state} onState={onState} />;
    case 'mustSetPassphrase':
      return <MustSetPassphraseScreen onState={onState} />;
    case 'open':
      return <OpenVault state={state} onState={onState} />;
  }
}

export function App() {
  const { state, ending, trouble, setState, reload } = useAppState();
  if (ending) return <div className="lock-cover" role="status">{frameText.locking}</div>;
  if (state) return <Phase state={state} onState={setState} />;
  if (trouble) return <div className="page"><Notice tone="error" action={{ label: frameText.tryAgain, perform: reload }}>{trouble}</Notice></div>;
  return <div className="page"><Skeleton label={frameText.starting} /></div>;
}
