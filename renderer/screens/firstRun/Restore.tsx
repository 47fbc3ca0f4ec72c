// Restore from a backup: passphrase here, folders in the system's own dialogs. Refuses to touch the
// vault in use: main always restores into an empty folder.
import { useState } from 'react';
import { isAppError } from '../../../shared/errors.ts';
import { firstRunText } from '../../../shared/text/en/firstRun.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { api } from '../../api.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount } from '../../ui/format.ts';
import { focusField, Notice } from '../../ui/Notes.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { Question } from '../../ui/Question.tsx';

const t = firstRunText.restore;

export function Restore({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [done, setDone] = useState<{ records: number; label: string }>();
  const { busy, sentence, run } = useAct();
  if (done) {
    return <Question appName={frameText.appName} title={t.doneTitle} lead={<p>{t.done(formatCount(done.records), done.label)}</p>} foot={<Button look="primary" onClick={onDone}>{t.goUnlock}</Button>} />;
  }
  const submit = () => {
    if (passphrase === '') { setEmpty(true); focusField('backupPassphrase'); return; }
    run(async () => {
      try {
        setDone(await api.vault.restore({ passphrase }));
      } catch (error) {
        if (!isAppError(error, 'UNLOCK_FAILED')) throw error;
        setWrong(t.wrong(Number(error.facts['seconds'] ?? 0)));
        focusField('backupPassphrase');
      }
    });
  };
  return (
    <Question appName={frameText.appName} title={t.title} lead={<p>{t.lead}</p>} onSubmit={submit} foot={<>
      <Button look="primary" type="submit" busy={busy}>{t.start}</Button><Button look="quiet" onClick={onBack}>{frameText.back}</Button>
      {busy ? <span className="small quiet" role="status">{t.working}</span> : null}
    </>}>
      <PassphraseField name="backupPassphrase" label={t.passphrase} value={passphrase} onChange={(next) => { setPassphrase(next); setEmpty(false); setWrong(undefined); }} error={empty ? firstRunText.unlock.empty : wrong} showLabel={frameText.show} hideLabel={frameText.hide} />
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
    </Question>
  );
}
