// The way into counseling notes that are closed: their passphrase, or their recovery code with a new passphrase.
// Refuses to say a word of them before.
import { useState } from 'react';
import { isAppError } from '../../../shared/errors.ts';
import type { CounsellingState } from '../../../shared/ipc/counsellingContract.ts';
import { counsellingText } from '../../../shared/text/en/counselling.ts';
import { firstRunText } from '../../../shared/text/en/firstRun.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { errorSentence } from '../../../shared/text/errorSentence.ts';
import { api } from '../../api.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import { useAct } from '../../data/useAct.ts';
import { useCountdown } from '../../data/useCountdown.ts';
import { Button } from '../../ui/Button.tsx';
import { focusField, Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { isAboutPassphrase, PairFields, pairFault, type NewPair } from './SetUp.tsx';

const t = counsellingText.open;
const NO_PAIR: NewPair = { first: '', again: '' };

export function OpenForm({ state, onOpened }: { state: CounsellingState; /** With how many notes have got text back that an earlier lock could not save. */ onOpened: (putBack: number) => void }) {
  const [by, setBy] = useState<'passphrase' | 'code'>('passphrase');
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<string>();
  const [pair, setPair] = useState<NewPair>(NO_PAIR);
  const [fault, setFault] = useState<ReturnType<typeof pairFault>>(null);
  const [left, wait] = useCountdown(state.waitSeconds);
  const { busy, sentence, run } = useAct();
  const switchTo = (next: 'passphrase' | 'code') => { setBy(next); setSecret(''); setError(undefined); setPair(NO_PAIR); setFault(null); };
  const refuse = (text: string) => { setError(text); focusField('counsellingSecret'); };
  const attempt = async () => {
    try {
      const { putBack } = await (by === 'passphrase' ? api.counselling.open({ passphrase: secret }) : api.counselling.openWithCode({ recoveryCode: secret, passphrase: pair.first }));
      onOpened(putBack);
    } catch (failure) {
      if (isAboutPassphrase(failure)) {
        setFault({ name: 'counsellingNew', text: sentenceOf(failure) });
        focusField('counsellingNew');
        return;
      }
      if (!isAppError(failure)) throw failure;
      const seconds = Number(failure.facts['seconds'] ?? 0);
      if (seconds > 0) wait(seconds);
      if (by === 'passphrase') setSecret('');
      // The countdown below says how long; the sentence need not repeat it.
      refuse(errorSentence(failure.code, failure.code === 'COUNSELLING_WRONG' ? {} : failure.facts));
    }
  };
  const submit = () => {
    if (left > 0) return;
    if (secret === '') { refuse(by === 'passphrase' ? t.empty : t.codeEmpty); return; }
    const wrong = by === 'code' ? pairFault(pair) : null;
    if (wrong) { setFault(wrong); focusField(wrong.name); return; }
    run(attempt);
  };
  return (
    <Panel title={t.title}>
      <form className="stack counselling__form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <p>{t.count(state.notes)}</p>
        {by === 'passphrase'
          ? <PassphraseField key="passphrase" name="counsellingSecret" label={t.passphrase} value={secret} onChange={(next) => { setSecret(next); setError(undefined); }} error={error} showLabel={frameText.show} hideLabel={frameText.hide} autoFocus />
          : <TextField key="code" name="counsellingSecret" label={t.code} hint={t.codeHint} look="code" maxLength={200} value={secret} onChange={(next) => { setSecret(next); setError(undefined); }} error={error} autoFocus />}
        {by === 'code' ? <PairFields label={t.next} pair={pair} onChange={(next) => { setPair(next); setFault(null); }} fault={fault} /> : null}
        {left > 0 ? <p className="quiet nums" role="timer">{firstRunText.unlock.wait(left)}</p> : null}
        {sentence ? <Notice tone="error">{sentence}</Notice> : null}
        <div className="row">
          <Button look="primary" type="submit" busy={busy} disabled={left > 0}>{busy ? t.working : t.submit}</Button>
          <Button look="quiet" onClick={() => switchTo(by === 'passphrase' ? 'code' : 'passphrase')}>{by === 'passphrase' ? t.useCode : t.usePassphrase}</Button>
        </div>
      </form>
    </Panel>
  );
}
