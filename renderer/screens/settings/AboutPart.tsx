// What is protected and what is not, in plain words, with the version and the place of the vault.
import type { AppState } from '../../../shared/ipc/vaultContract.ts';
import { settingsText } from '../../../shared/text/en/settings.ts';
import { Panel } from '../../ui/Page.tsx';

const t = settingsText.about;

export function AboutPart({ state }: { state: AppState }) {
  return (
    <Panel title={t.title}>
      <h3>{t.protectedTitle}</h3>
      <ul className="bullets">{t.protected.map((line) => <li key={line}>{line}</li>)}</ul>
      <h3>{t.notTitle}</h3>
      <ul className="bullets">{t.not.map((line) => <li key={line}>{line}</li>)}</ul>
      <p className="small quiet">{t.version(state.version)}. {t.vaultAt}: <span className="mono">{state.vaultLabel}</span></p>
    </Panel>
  );
}
