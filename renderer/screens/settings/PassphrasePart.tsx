// Changing the passphrase: the current one first, the new one twice. Refuses to judge a passphrase; main does.
import { useState } from 'react';
import { isAppError } from '../../../shared/errors.ts';
import { firstRunText } from '../../../shared/text/en/firstRun.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { settingsText } from '../../../shared/text/en/settings.ts';
import { api } from '../../api.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { focusField, Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';

const t = settingsText.passphrase;
type Name = 'currentPassphrase' | 'newPassphrase' | 'newPassphraseAgain';

function ChangeDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const [typed, setTyped] = useState<Record<Name, string>>({ currentPassphrase: '', newPassphrase: '', newPassphraseAgain: '' });
  const [errors, setErrors] = useState<Partial<Record<Name, string>>>({});
  const { busy, sentence, run } = useAct();
  const refuse = (name: Name, text: string) => { setErrors({ [name]: text }); focusField(name); };
  const submit = () => {
    const { currentPassphrase: current, newPassphrase: passphrase, newPassphraseAgain: again } = typed;
    if (current === '') { refuse('currentPassphrase', firstRunText.unlock.empty); return; }
    if (passphrase === '') { refuse('newPassphrase', firstRunText.passphrase.empty); return; }
    if (passphrase !== again) { refuse('newPassphraseAgain', firstRunText.passphrase.different); return; }
    run(async () => {
      try {
        await api.vault.changePassphrase({ current, passphrase });
        onDone();
      } catch (error) {
        if (isAppError(error, 'UNLOCK_FAILED')) refuse('currentPassphrase', t.wrong);
        else if (isAppError(error, 'PASSPHRASE_SHORT') || isAppError(error, 'PASSPHRASE_COMMON')) refuse('newPassphrase', sentenceOf(error));
        else throw error;
      }
    });
  };
  const field = (name: Name, label: string) => <PassphraseField name={name} label={label} value={typed[name]} isNew={name !== 'currentPassphrase'} onChange={(next) => { setTyped((before) => ({ ...before, [name]: next })); setErrors({}); }} error={errors[name]} showLabel={frameText.show} hideLabel={frameText.hide} autoFocus={name === 'currentPassphrase'} />;
  return (
    <Dialog title={t.change} description={firstRunText.passphrase.hint} closeLabel={frameText.close} onClose={onClose} notice={sentence ? <Notice tone="error">{sentence}</Notice> : null} foot={<><Button onClick={onClose}>{frameText.cancel}</Button><Button look="primary" busy={busy} onClick={submit}>{t.submit}</Button></>}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {field('currentPassphrase', t.current)}
        {field('newPassphrase', t.next)}
        {field('newPassphraseAgain', t.again)}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">{t.submit}</button>
      </form>
    </Dialog>
  );
}

export function PassphrasePart() {
  const [step, setStep] = useState<'idle' | 'change' | 'done'>('idle');
  return (
    <Panel title={t.title}>
      <p className="quiet small">{t.lead}</p>
      <div className="row"><Button onClick={() => setStep('change')}>{t.change}</Button></div>
      {step === 'done' ? <Notice><span role="status">{t.done}</span></Notice> : null}
      {step === 'change' ? <ChangeDialog onDone={() => setStep('done')} onClose={() => setStep('idle')} /> : null}
    </Panel>
  );
}
