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

type ChangeWords = { readonly title: string; readonly hint: string; readonly current: string; readonly next: string; readonly again: string; readonly submit: string };
/** `refusalOf` says which field a refusal is about, and in which words; null for one that is about none. */
type ChangeProps = { words: ChangeWords; change: (current: string, passphrase: string) => Promise<unknown>; refusalOf: (error: unknown) => { name: Name; text: string } | null; onDone: () => void; onClose: () => void };

/** The current passphrase, and the new one twice. */
export function ChangeDialog({ words, change, refusalOf, onDone, onClose }: ChangeProps) {
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
        await change(current, passphrase);
        onDone();
      } catch (error) {
        const about = refusalOf(error);
        if (about === null) throw error;
        refuse(about.name, about.text);
      }
    });
  };
  const field = (name: Name, label: string) => <PassphraseField name={name} label={label} value={typed[name]} isNew={name !== 'currentPassphrase'} onChange={(next) => { setTyped((before) => ({ ...before, [name]: next })); setErrors({}); }} error={errors[name]} showLabel={frameText.show} hideLabel={frameText.hide} autoFocus={name === 'currentPassphrase'} />;
  return (
    <Dialog title={words.title} description={words.hint} closeLabel={frameText.close} onClose={onClose} notice={sentence ? <Notice tone="error">{sentence}</Notice> : null} foot={<><Button onClick={onClose}>{frameText.cancel}</Button><Button look="primary" busy={busy} onClick={submit}>{words.submit}</Button></>}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {field('currentPassphrase', words.current)}
        {field('newPassphrase', words.next)}
        {field('newPassphraseAgain', words.again)}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">{words.submit}</button>
      </form>
    </Dialog>
  );
}

const FOR_VAULT: ChangeWords = { title: t.change, hint: firstRunText.passphrase.hint, current: t.current, next: t.next, again: t.again, submit: t.submit };

function aboutVault(error: unknown): { name: Name; text: string } | null {
  if (isAppError(error, 'UNLOCK_FAILED')) return { name: 'currentPassphrase', text: t.wrong };
  return isAppError(error, 'PASSPHRASE_SHORT') || isAppError(error, 'PASSPHRASE_COMMON') || isAppError(error, 'VAULT_SAME_PASSPHRASE') ? { name: 'newPassphrase', text: sentenceOf(error) } : null;
}

export function PassphrasePart() {
  const [step, setStep] = useState<'idle' | 'change' | 'done'>('idle');
  return (
    <Panel title={t.title}>
      <p className="quiet small">{t.lead}</p>
      <div className="row"><Button onClick={() => setStep('change')}>{t.change}</Button></div>
      {step === 'done' ? <Notice><span role="status">{t.done}</span></Notice> : null}
      {step === 'change' ? <ChangeDialog words={FOR_VAULT} change={(current, passphrase) => api.vault.changePassphrase({ current, passphrase })} refusalOf={aboutVault} onDone={() => setStep('done')} onClose={() => setStep('idle')} /> : null}
    </Panel>
  );
}
