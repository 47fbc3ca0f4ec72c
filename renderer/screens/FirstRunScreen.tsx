// The first run, one question a page, from nothing to an open vault. Refuses to write anything until
// the recovery code has been typed back: `vault:create` is the first act that touches the disk.
import { useState } from 'react';
import type { AppState } from '../../shared/ipc/vaultContract.ts';
import { firstRunText as t } from '../../shared/text/en/firstRun.ts';
import { api } from '../api.ts';
import { AboutYou } from './firstRun/AboutYou.tsx';
import { NewPassphrase } from './firstRun/NewPassphrase.tsx';
import { Place, type Folder } from './firstRun/Place.tsx';
import { ShowCode, TypeCode } from './firstRun/RecoveryCode.tsx';
import { Restore } from './firstRun/Restore.tsx';
import { Welcome } from './firstRun/Welcome.tsx';

type Page =
  | { readonly at: 'welcome' } | { readonly at: 'restore' } | { readonly at: 'place' }
  | { readonly at: 'passphrase'; readonly folder: Folder }
  | { readonly at: 'show'; readonly code: string }
  | { readonly at: 'type'; readonly code: string | undefined }
  | { readonly at: 'you'; readonly opened: AppState };

const STEPS = 5;

export function FirstRunScreen({ phase, onState }: { phase: 'noVault' | 'mustTypeRecoveryCode'; onState: (state: AppState) => void }) {
  const [page, setPage] = useState<Page>(phase === 'noVault' ? { at: 'welcome' } : { at: 'type', code: undefined });
  const step = (number: number) => t.steps(number, STEPS);
  switch (page.at) {
    case 'welcome':
      return <Welcome onStart={() => setPage({ at: 'place' })} onRestore={() => setPage({ at: 'restore' })} onOpened={onState} />;
    case 'restore':
      return <Restore onBack={() => setPage({ at: 'welcome' })} onDone={() => { void api.app.state({}).then(onState); }} />;
    case 'place':
      return <Place step={step(1)} onBack={() => setPage({ at: 'welcome' })} onNext={(folder) => setPage({ at: 'passphrase', folder })} />;
    case 'passphrase':
      return <NewPassphrase step={step(2)} title={t.passphrase.title} nextLabel={t.next} onBack={() => setPage({ at: 'place' })} onNext={async (passphrase) => {
        const made = await api.vault.prepare({ folderToken: page.folder.token, passphrase });
        setPage({ at: 'show', code: made.recoveryCode });
      }} />;
    case 'show':
      return <ShowCode step={step(3)} code={page.code} onNext={() => setPage({ at: 'type', code: page.code })} />;
    case 'type': {
      const { code } = page;
      return <TypeCode step={step(4)} onSeeAgain={code === undefined ? undefined : () => setPage({ at: 'show', code })} onStartAgain={() => setPage({ at: 'welcome' })} onTyped={async (typed) => setPage({ at: 'you', opened: await api.vault.create({ typedRecoveryCode: typed }) })} />;
    }
    case 'you':
      return <AboutYou step={step(5)} onDone={() => onState(page.opened)} />;
  }
}
