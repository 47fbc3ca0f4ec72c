// An open vault: first what opening found, then the frame. Refuses to show a client while the vault
// looks older than the one last used here.
import { useCallback, useEffect, useState } from 'react';
import type { Place } from '../shared/ipc/place.ts';
import type { AppState, VaultReport } from '../shared/ipc/vaultContract.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { api, onEvent } from './api.ts';
import { askAgain } from './data/changes.ts';
import { forgetHanded, useHanded } from './data/handed.ts';
import { useAct } from './data/useAct.ts';
import { Frame } from './Frame.tsx';
import { HandedScreen } from './screens/HandedScreen.tsx';
import { OpenReportScreen } from './screens/OpenReportScreen.tsx';
import { Notice, Skeleton } from './ui/Notes.tsx';

export function OpenVault({ state, onState }: { state: AppState; onState: (state: AppState) => void }) {
  const [report, setReport] = useState<VaultReport>();
  const [seen, setSeen] = useState(false);
  const handed = useHanded();
  // A vault that closes meanwhile ends it: what comes next is the locked window.
  useEffect(() => forgetHanded, []);
  const { sentence, run } = useAct();
  const [damage, setDamage] = useState(false);
  const load = useCallback(() => run(async () => setReport(await api.vault.report({}))), [run]);
  const [place, setPlace] = useState<Place | null>();
  const begin = useCallback(() => run(async () => {
    setPlace((await api.app.place({})).place);
    setReport(await api.vault.report({}));
  }), [run]);
  useEffect(begin, [begin]);
  // Found while someone may be writing: told above the room, which stays as it is.
  useEffect(() => onEvent('vault:damaged', () => { setDamage(true); load(); askAgain(); }), [load]);
  // Nothing of the frame is there while a client has the window: no room, no menu, no keys.
  if (handed) return <HandedScreen handed={handed} />;
  if (sentence) return <div className="page"><Notice tone="error" action={{ label: frameText.tryAgain, perform: place === undefined ? begin : load }}>{sentence}</Notice></div>;
  if (!report || place === undefined) return <div className="page"><Skeleton label={frameText.starting} /></div>;
  const accept = async () => {
    onState(await api.vault.acceptRollback({}));
    setReport({ ...report, rolledBack: false });
  };
  if (report.rolledBack || (!report.clean && !seen && !damage)) return <OpenReportScreen report={report} onAccept={accept} onGoOn={() => setSeen(true)} />;
  return <Frame state={state} place={place} readOnly={report.readOnly} damaged={damage ? report.damagedRecords : null} onState={onState} />;
}
