// A passphrase typed twice, with strength and advice from main. Refuses to judge by itself and to
// hold the passphrase longer than the page lives.
import { useEffect, useState } from 'react';
import type { PassphraseCheck } from '../../../shared/ipc/vaultContract.ts';
import { firstRunText } from '../../../shared/text/en/firstRun.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { api } from '../../api.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { focusField, Notice } from '../../ui/Notes.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { Question } from '../../ui/Question.tsx';

const t = firstRunText.passphrase;
const CHECK_AFTER_MS = 250;

function useStrength(passphrase: string): PassphraseCheck | undefined {
  const [check, setCheck] = useState<{ of: string; value: PassphraseCheck }>();
  useEffect(() => {
    if (passphrase === '') return undefined;
    const timer = setTimeout(() => {
      // A check that fails only leaves the meter empty: main judges again when the passphrase is used.
      api.vault.checkPassphrase({ passphrase }).then((value) => setCheck({ of: passphrase, value }), () => setCheck(undefined));
    }, CHECK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [passphrase]);
  return check && passphrase !== '' ? check.value : undefined;
}

/** `told`: the field says already what is wrong. */
function Strength({ check, told }: { check: PassphraseCheck | undefined; told: boolean }) {
  const words = check ? (check.reason ? t.reasons[check.reason] : t.strength[check.score]) : '';
  return (
    <div className="strength">
      <div className="strength__bars" aria-hidden="true">{t.strength.map((name, index) => <span key={name} className={check && !check.reason && index <= check.score ? 'strength__bar strength__bar--on' : 'strength__bar'} />)}</div>
      <p className="small quiet" role="status">{check && !told ? `${t.strengthLabel}: ${words}` : ' '}</p>
    </div>
  );
}

type NewPassphraseProps = { title: string; lead?: string; step?: string; nextLabel: string; onBack?: () => void; onNext: (passphrase: string) => Promise<void> };

export function NewPassphrase({ title, lead, step, nextLabel, onBack, onNext }: NewPassphraseProps) {
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [errors, setErrors] = useState<{ first?: string; again?: string }>({});
  const check = useStrength(first);
  const [making, setMaking] = useState(false);
  const { busy, sentence, run } = useAct();
  const refuse = (next: { first?: string; again?: string }) => { setErrors(next); focusField(next.first ? 'passphrase' : 'passphraseAgain'); };
  const submit = () => run(async () => {
    if (first === '') { refuse({ first: t.empty }); return; }
    const verdict = await api.vault.checkPassphrase({ passphrase: first });
    if (!verdict.acceptable) { refuse({ first: t.reasons[verdict.reason ?? 'common'] }); return; }
    if (first !== again) { refuse({ again: t.different }); return; }
    setErrors({});
    setMaking(true);
    try { await onNext(first); } catch (error) { setErrors({ first: sentenceOf(error) }); } finally { setMaking(false); }
  });
  return (
    <Question appName={frameText.appName} step={step} title={title} lead={<>{lead ? <p>{lead}</p> : null}<p>{t.hint}</p></>} onSubmit={submit} foot={<>
      <Button look="primary" type="submit" busy={busy}>{nextLabel}</Button>
      {onBack ? <Button look="quiet" onClick={onBack}>{frameText.back}</Button> : null}
      {making ? <span className="quiet small" role="status">{t.working}</span> : null}
    </>}>
      <div className="stack-tight">
        <PassphraseField name="passphrase" label={t.label} value={first} onChange={(next) => { setFirst(next); setErrors({}); }} error={errors.first} showLabel={frameText.show} hideLabel={frameText.hide} isNew />
        <Strength check={check} told={errors.first !== undefined} />
      </div>
      <PassphraseField name="passphraseAgain" label={t.again} value={again} onChange={(next) => { setAgain(next); setErrors({}); }} error={errors.again} showLabel={frameText.show} hideLabel={frameText.hide} isNew />
      <p className="small quiet">{t.advice}</p>
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
    </Question>
  );
}
