// Settings: what stands under notes, how the window behaves, backup, recovery code, and what is
// protected and what is not. Refuses secrets: none is ever stored as a setting.
import { useRef } from 'react';
import type { AppState } from '../../shared/ipc/vaultContract.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { settingsText } from '../../shared/text/en/settings.ts';
import { api } from '../api.ts';
import { useCall } from '../data/useCall.ts';
import { Notice, Skeleton } from '../ui/Notes.tsx';
import { Page } from '../ui/Page.tsx';
import { AboutPart } from './settings/AboutPart.tsx';
import { BackupPart } from './settings/BackupPart.tsx';
import { PassphrasePart } from './settings/PassphrasePart.tsx';
import { TemplatesPart } from './settings/TemplatesPart.tsx';
import { PhrasesPart } from './settings/PhrasesPart.tsx';
import { RecoveryCodePart } from './settings/RecoveryCodePart.tsx';
import { SettingsIndex } from './settings/SettingsIndex.tsx';
import { SpellingPart } from './settings/SpellingPart.tsx';
import { ThresholdsPart } from './settings/ThresholdsPart.tsx';
import { WindowPart } from './settings/WindowPart.tsx';
import { YouPart } from './settings/YouPart.tsx';

export function SettingsScreen({ state, part, onState }: { state: AppState; /** The part that was asked for from the menu. */ part?: 'backup' | undefined; onState: (state: AppState) => void }) {
  const parts = useRef<HTMLDivElement>(null);
  const settings = useCall('settings', () => api.settings.get({}));
  return (
    <Page title={settingsText.title}>
      <div className="settings">
        <SettingsIndex parts={parts} />
        <div className="settings__parts" ref={parts}>
          {settings.status === 'loading' ? <Skeleton label={frameText.loading} lines={8} /> : null}
          {settings.status === 'refused' ? <Notice tone="error" action={{ label: frameText.tryAgain, perform: settings.reload }}>{settings.sentence}</Notice> : null}
          {settings.status === 'ready' ? <>
            <YouPart settings={settings.value} />
            <WindowPart settings={settings.value} state={state} onState={onState} />
            <TemplatesPart />
            <PhrasesPart />
            <ThresholdsPart settings={settings.value} />
            <SpellingPart settings={settings.value} />
            <BackupPart settings={settings.value} asked={part === 'backup'} onState={onState} />
            <PassphrasePart />
            <RecoveryCodePart />
          </> : null}
          <AboutPart state={state} />
        </div>
      </div>
    </Page>
  );
}
