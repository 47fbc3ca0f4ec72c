// What is protected and what is not, in plain words, with the version and the place of the vault.
import { useState } from 'react';
import type { AppState } from '../../../shared/ipc/vaultContract.ts';
import { settingsText } from '../../../shared/text/en/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Page.tsx';
import { LicencesDialog } from './LicencesDialog.tsx';

const t = settingsText.about;

export function AboutPart({ state }: { state: AppState }) {
  const [licences, setLicences] = useState(false);
  return (
    <Panel title={t.title}>
      <h3>{t.protectedTitle}</h3>
      <ul className="bullets">{t.protected.map((line) => <li key={line}>{line}</li>)}</ul>
      <h3>{t.notTitle}</h3>
      <ul className="bullets">{t.not.map((line) => <li key={line}>{line}</li>)}</ul>
      <p className="small quiet">{t.version(state.version)}. {t.vaultAt}: <span className="mono">{state.vaultLabel}</span></p>
      <div className="row"><Button look="quiet" onClick={() => setLicences(true)}>{t.licences.open}</Button></div>
      {licences ? <LicencesDialog onClose={() => setLicences(false)} /> : null}
    </Panel>
  );
}
