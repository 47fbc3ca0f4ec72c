// The window in a client's hands: one form, nothing else of any record, and no way back but the passphrase.
// Refuses names, scores and alerts: those are for the counsellor.
import { useCallback, useEffect, useRef, useState } from 'react';
import { isAppError } from '../../shared/errors.ts';
import type { Answers } from '../../shared/measures/score.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { measuresText } from '../../shared/text/en/measures.ts';
import { api } from '../api.ts';
import { announceChange } from '../data/changes.ts';
import { registerFlush } from '../data/flush.ts';
import { type Handed, takeBack } from '../data/handed.ts';
import { useAct } from '../data/useAct.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notes.tsx';
import { PassphraseField } from '../ui/PassphraseField.tsx';
import { wallClock } from './note/wallClock.ts';
import { Questions } from './measures/Questions.tsx';

const t = measuresText.handed;

function isAnswered(answers: Answers): boolean {
  return Object.values(answers).some((answer) => answer !== null && answer !== undefined);
}

/** Keeps the answers until they are on the disk, whoever ends it: the client, the counsellor or the lock. */
function useAnswers({ clientId, instrument }: Handed) {
  const [answers, setAnswers] = useState<Answers>({});
  const latest = useRef<Answers>({});
  // One save, however many ask for it: the client and the lock may do so in the same moment. A refused one is asked again.
  const saving = useRef<Promise<void> | null>(null);
  const record = useCallback(async () => {
    if (!saving.current && !isAnswered(latest.current)) return;
    saving.current ??= api.measures.record({ clientId, instrumentId: instrument.id, mode: 'self', ...wallClock(), answers: { ...latest.current } as Record<string, number | string | null>, note: '' }).then(() => announceChange());
    try {
      await saving.current;
    } catch (error) {
      saving.current = null;
      throw error;
    }
  }, [clientId, instrument]);
  useEffect(() => registerFlush(record), [record]);
  const answer = (itemId: string, value: number | string | null) => {
    // What is being saved is what was said to be the whole.
    if (saving.current) return;
    latest.current = { ...latest.current, [itemId]: value };
    setAnswers(latest.current);
  };
  return { answers, answer, record };
}

function CounsellorGate({ onOpen, onBack }: { onOpen: () => Promise<void>; onBack: (() => void) | undefined }) {
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState(false);
  const { busy, sentence, run } = useAct();
  const open = () => run(async () => {
    setWrong(false);
    try {
      await api.vault.verifyPassphrase({ passphrase });
    } catch (error) {
      if (!isAppError(error, 'UNLOCK_FAILED')) throw error;
      setWrong(true);
      return;
    } finally {
      setPassphrase('');
    }
    await onOpen();
  });
  return (
    <form className="stack handed__gate" onSubmit={(event) => { event.preventDefault(); open(); }}>
      <PassphraseField name="handedPassphrase" label={t.passphrase} value={passphrase} onChange={setPassphrase} showLabel={frameText.show} hideLabel={frameText.hide} autoFocus />
      {wrong || sentence ? <Notice tone="error">{sentence ?? t.wrong}</Notice> : null}
      <div className="row">
        <Button look="primary" type="submit" busy={busy} disabled={passphrase === ''}>{t.open}</Button>
        {onBack ? <Button onClick={onBack}>{t.goOn}</Button> : null}
      </div>
    </form>
  );
}

type Phase = 'answering' | 'thanks' | 'gateEarly' | 'gate';

export function HandedScreen({ handed }: { handed: Handed }) {
  const [phase, setPhase] = useState<Phase>('answering');
  const { answers, answer, record } = useAnswers(handed);
  const { busy, sentence, run } = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, [phase]);
  // The counsellor may have taken the window while the answers were being saved: the passphrase being typed stays, and saved answers are not gone back to.
  const finish = () => run(async () => { await record(); setPhase((now) => (now === 'answering' ? 'thanks' : 'gate')); });
  const giveBack = async () => { await record(); takeBack(); };
  return (
    <main className="handed">
      <div className="handed__sheet">
        {phase === 'answering' ? <>
          <h1 tabIndex={-1} ref={heading}>{handed.instrument.title}</h1>
          <p className="handed__intro">{t.intro}</p>
          <Questions instrument={handed.instrument} answers={answers} onAnswer={answer} large />
          {sentence ? <Notice tone="error">{sentence}</Notice> : null}
          <div className="handed__foot"><Button look="primary" busy={busy} onClick={finish}>{busy ? t.saving : t.done}</Button><Button look="quiet" small onClick={() => setPhase('gateEarly')}>{t.counsellor}</Button></div>
        </> : null}
        {phase === 'thanks' ? <>
          <h1 tabIndex={-1} ref={heading}>{t.thanks}</h1>
          <p className="handed__intro">{isAnswered(answers) ? t.giveBack : t.giveBackNothing}</p>
          <div className="handed__foot"><Button onClick={() => setPhase('gate')}>{t.counsellor}</Button></div>
        </> : null}
        {phase === 'gate' || phase === 'gateEarly' ? <>
          <h1 tabIndex={-1} ref={heading}>{t.counsellor}</h1>
          <CounsellorGate onOpen={giveBack} onBack={phase === 'gateEarly' ? () => setPhase('answering') : undefined} />
        </> : null}
      </div>
    </main>
  );
}
