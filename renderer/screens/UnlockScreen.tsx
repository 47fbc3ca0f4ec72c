// The locked window: a passphrase or the recovery code, and nothing of any client. Refuses hints
// about which part was wrong.
import { useState } from 'react';
import { isAppError, type ErrorFacts } from '../../shared/errors.ts';
import type { AppState } from '../../shared/ipc/vaultContract.ts';
import { firstRunText as t } from '../../shared/text/en/firstRun.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { errorSentence } from '../../shared/text/errorSentence.ts';
import { api } from '../api.ts';
import { useAct } from '../data/useAct.ts';
import { useCountdown } from '../data/useCountdown.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/Dialog.tsx';
import { formatMoment } from '../ui/format.ts';
import { focusField, Notice } from '../ui/Notes.tsx';
import { PassphraseField } from '../ui/PassphraseField.tsx';
import { Question } from '../ui/Question.tsx';
import { TextField } from '../ui/TextField.tsx';
import { NewPassphrase } from './firstRun/NewPassphrase.tsx';
import { Restore } from './firstRun/Restore.tsx';

/** The vault is open in another place: read it only, or take it over once it is surely closed there. */
function OpenElsewhere({ facts, onOpen }: { facts: ErrorFacts; onOpen: (openAs: 'readOnly' | 'takeOver') => void }) {
  const [asking, setAsking] = useState(false);
  const since = Number(facts['sinceMs'] ?? 0);
  return (
    <Notice tone="warn" title={errorSentence('OPEN_LOCKED_ELSEWHERE', facts)}>
      <div className="stack-tight">
        {since > 0 ? <p>{t.unlock.elsewhereSince(formatMoment(since))}</p> : null}
        <div className="row">
          <Button small onClick={() => onOpen('readOnly')}>{t.unlock.readOnly}</Button>
          {facts['canTakeOver'] === true ? <Button small onClick={() => setAsking(true)}>{t.unlock.takeOver}</Button> : null}
        </div>
      </div>
      {asking ? <ConfirmDialog title={t.unlock.takeOverTitle} text={t.unlock.takeOverText} confirmLabel={t.unlock.takeOverConfirm} cancelLabel={frameText.cancel} onCancel={() => setAsking(false)} onConfirm={() => { setAsking(false); onOpen('takeOver'); }} /> : null}
    </Notice>
  );
}

function UnlockForm({ state, onState, onRestore }: { state: AppState; onState: (state: AppState) => void; onRestore: () => void }) {
  const [by, setBy] = useState<'passphrase' | 'code'>('passphrase');
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<string>();
  const [elsewhere, setElsewhere] = useState<ErrorFacts>();
  const [left, wait] = useCountdown(state.waitSeconds);
  const unlock = useAct();
  const other = useAct();
  const switchTo = (next: 'passphrase' | 'code') => { setBy(next); setSecret(''); setElsewhere(undefined); setError(undefined); };
  const refuse = (sentence: string) => { setError(sentence); focusField('secret'); };
  const attempt = async (openAs?: 'readOnly' | 'takeOver') => {
    setElsewhere(undefined);
    const how = openAs === undefined ? {} : { openAs };
    try {
      onState(by === 'passphrase' ? await api.vault.unlock({ passphrase: secret, ...how }) : await api.vault.unlockWithCode({ recoveryCode: secret, ...how }));
    } catch (failure) {
      if (!isAppError(failure)) throw failure;
      if (failure.code === 'OPEN_LOCKED_ELSEWHERE') { setElsewhere(failure.facts); return; }
      const seconds = Number(failure.facts['seconds'] ?? 0);
      if (seconds > 0) wait(seconds);
      setSecret('');
      // The countdown below says how long; the sentence need not repeat it.
      refuse(errorSentence(failure.code, failure.code === 'UNLOCK_FAILED' ? {} : failure.facts));
    }
  };
  const submit = () => {
    if (left > 0) return;
    if (secret === '') { refuse(by === 'passphrase' ? t.unlock.empty : t.unlock.codeEmpty); return; }
    unlock.run(() => attempt());
  };
  const aside = <>
    <Button look="quiet" small busy={other.busy} onClick={() => other.run(async () => onState(await api.vault.openOther({})))}>{t.unlock.openOther}</Button>
    <Button look="quiet" small onClick={onRestore}>{t.unlock.restore}</Button>
    <span>{t.unlock.vaultAt(state.vaultLabel)}</span>
  </>;
  return (
    <Question appName={frameText.appName} title={by === 'passphrase' ? t.unlock.title : t.unlock.codeTitle} onSubmit={submit} focusHeading={false} aside={aside} foot={<>
      <Button look="primary" type="submit" busy={unlock.busy} disabled={left > 0}>{unlock.busy ? t.unlock.working : t.unlock.unlock}</Button>
      {by === 'passphrase' ? <Button look="quiet" onClick={() => switchTo('code')}>{t.unlock.useCode}</Button> : <Button look="quiet" onClick={() => switchTo('passphrase')}>{t.unlock.usePassphrase}</Button>}
    </>}>
      {state.textLost ? <Notice tone="error" title={t.unlock.textLost}>{t.unlock.textLostWhy}</Notice> : null}
      {by === 'passphrase'
        ? <PassphraseField key="passphrase" name="secret" label={t.unlock.passphrase} value={secret} onChange={(next) => { setSecret(next); setError(undefined); }} error={error} showLabel={frameText.show} hideLabel={frameText.hide} autoFocus />
        : <TextField key="code" name="secret" label={t.code.codeLabel} hint={t.unlock.codeHint} look="code" maxLength={1024} value={secret} onChange={(next) => { setSecret(next); setError(undefined); }} error={error} autoFocus />}
      {left > 0 ? <p className="quiet nums" role="timer">{t.unlock.wait(left)}</p> : null}
      {elsewhere ? <div role="alert"><OpenElsewhere facts={elsewhere} onOpen={(openAs) => unlock.run(() => attempt(openAs))} /></div> : null}
      {unlock.sentence ? <Notice tone="error">{unlock.sentence}</Notice> : null}
      {other.sentence ? <Notice tone="error">{other.sentence}</Notice> : null}
    </Question>
  );
}

export function UnlockScreen({ state, onState }: { state: AppState; onState: (state: AppState) => void }) {
  const [restoring, setRestoring] = useState(state.restoreNext);
  if (restoring) return <Restore onBack={() => setRestoring(false)} onDone={() => { setRestoring(false); void api.app.state({}).then(onState); }} />;
  return <UnlockForm key={state.vaultLabel} state={state} onState={onState} onRestore={() => setRestoring(true)} />;
}

/** After the recovery code has opened the vault: nothing else works until a new passphrase is set. */
export function MustSetPassphraseScreen({ onState }: { onState: (state: AppState) => void }) {
  return <NewPassphrase title={t.passphrase.newTitle} lead={t.passphrase.newLead} nextLabel={t.passphrase.setNew} onNext={async (passphrase) => onState(await api.vault.setPassphrase({ passphrase }))} />;
}
