// Name, credentials and clinic, as they stand under notes and on handouts.
import type { Settings } from '../../../shared/settings.ts';
import { firstRunText } from '../../../shared/text/en/firstRun.ts';
import { settingsText } from '../../../shared/text/en/settings.ts';
import { useSettingsForm } from '../../data/useSettingsForm.ts';
import { Panel } from '../../ui/Page.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { SaveRow } from './SaveRow.tsx';

const t = settingsText.you;

export function YouPart({ settings }: { settings: Settings }) {
  const { part, change, save, saved, busy, sentence } = useSettingsForm(settings, ['clinicianName', 'credentials', 'clinicName', 'clinicPhone', 'crisisLine', 'localCrisisLine'], t.title);
  return (
    <Panel title={t.title}>
      <p className="quiet small">{t.lead}</p>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); save(); }}>
        <div className="columns-2">
          <TextField name="clinicianName" label={t.name} value={part.clinicianName} maxLength={200} onChange={(clinicianName) => change({ clinicianName })} />
          <TextField name="credentials" label={t.credentials} placeholder={firstRunText.you.credentialsHint} value={part.credentials} maxLength={120} onChange={(credentials) => change({ credentials })} />
          <TextField name="clinicName" label={t.clinic} value={part.clinicName} maxLength={200} onChange={(clinicName) => change({ clinicName })} />
          <TextField name="clinicPhone" label={t.phone} type="tel" value={part.clinicPhone} maxLength={40} onChange={(clinicPhone) => change({ clinicPhone })} />
        </div>
        <TextField name="crisisLine" label={t.crisis} hint={t.crisisHint} value={part.crisisLine} maxLength={80} onChange={(crisisLine) => change({ crisisLine })} />
        <TextField name="localCrisisLine" label={t.localCrisis} hint={t.localCrisisHint} value={part.localCrisisLine ?? ''} maxLength={80} onChange={(localCrisisLine) => change({ localCrisisLine })} />
        <SaveRow busy={busy} saved={saved} sentence={sentence} />
      </form>
    </Panel>
  );
}
