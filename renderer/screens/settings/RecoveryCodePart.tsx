// A new recovery code: passphrase, code shown once, typed back from paper. Refuses to show an old one.
import { useState } from 'react';
import { frameText } from '../../../shared/text/en/frame.ts';
import { firstRunText } from '../../../shared/text/en/firstRun.ts';
import { settingsText } from '../../../shared/text/en/settings.ts';
import { api } from '../../api.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { focusField, Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CodeOnce, type SheetWords } from '../firstRun/RecoveryCode.tsx';

const t = settingsText.code;

// The code has no O, I or L, so a hand that writes them means 0 and 1; main reads it the same way.
function letters(code: string): string {
  return code.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[^A-Z0-9]/g, '');
}

type Words = SheetWords & { readonly dialogTitle: string; readonly lead: string };
const FOR_VAULT: Words & { readonly passphrase: string } = { sheetTitle: firstRunText.code.sheetTitle, sheetText: firstRunText.code.sheetText, warning: firstRunText.code.pdfWarning, dialogTitle: t.dialogTitle, lead: t.warning, passphrase: t.passphrase };
type Make = (passphrase: string) => Promise<{ readonly recoveryCode: string }>;

function AskPassphrase({ words, make, onCode, onClose }: { words: { readonly dialogTitle: string; readonly passphrase: string }; make: Make; onCode: (code: string) => void; onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string>();
  const { busy, run } = useAct();
  const refuse = (sentence: string) => { setError(sentence); focusField('codePassphrase'); };
  const submit = () => {
    if (passphrase === '') { refuse(firstRunText.unlock.empty); return; }
    run(async () => {
      try { onCode((await make(passphrase)).recoveryCode); } catch (failure) { refuse(sentenceOf(failure)); }
    });
  };
  return (
    <Dialog title={words.dialogTitle} closeLabel={frameText.close} onClose={onClose} foot={<><Button onClick={onClose}>{frameText.cancel}</Button><Button look="primary" busy={busy} onClick={submit}>{t.continue}</Button></>}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <PassphraseField name="codePassphrase" label={words.passphrase} value={passphrase} onChange={(next) => { setPassphrase(next); setError(undefined); }} error={error} showLabel={frameText.show} hideLabel={frameText.hide} autoFocus />
      </form>
    </Dialog>
  );
}

/** The code, until it is typed back from paper. */
export function ShowOnce({ code, words, onDone }: { code: string; words: Words; onDone: () => void }) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const check = () => { if (letters(typed) === letters(code)) onDone(); else { setWrong(true); focusField('typedCode'); } };
  return (
    <Dialog title={words.dialogTitle} description={words.lead} closeLabel={frameText.close} onClose={check} foot={<Button look="primary" onClick={check}>{t.finish}</Button>}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); check(); }}>
        <CodeOnce code={code} words={words} />
        <TextField name="typedCode" label={t.typed} look="code" value={typed} maxLength={200} onChange={(next) => { setTyped(next); setWrong(false); }} error={wrong ? t.mistyped : undefined} />
      </form>
    </Dialog>
  );
}

/** A new code from the passphrase to its proof on paper. */
export function NewCode({ words, make, onDone, onClose }: { words: Words & { readonly passphrase: string }; make: Make; onDone: () => void; onClose: () => void }) {
  const [code, setCode] = useState<string>();
  return code === undefined ? <AskPassphrase words={words} make={make} onCode={setCode} onClose={onClose} /> : <ShowOnce code={code} words={words} onDone={onDone} />;
}

export function RecoveryCodePart() {
  const [step, setStep] = useState<'idle' | 'ask' | 'done'>('idle');
  return (
    <Panel title={t.title}>
      <p className="quiet small">{t.lead}</p>
      <div className="row"><Button onClick={() => setStep('ask')}>{t.make}</Button></div>
      {step === 'done' ? <Notice><span role="status">{t.done}</span></Notice> : null}
      {step === 'ask' ? <NewCode words={FOR_VAULT} make={(passphrase) => api.vault.newRecoveryCode({ passphrase })} onDone={() => setStep('done')} onClose={() => setStep('idle')} /> : null}
    </Panel>
  );
}
