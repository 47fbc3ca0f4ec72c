// The window in a client's hands: one form, nothing else of any record, and no way back but the passphrase.
// Refuses names, scores and alerts: those are for the counsellor.
import { useCallback, useEffect, useRef, useState } from 'react';
import { isAppError } from '../../shared/errors.ts';
import { asksAboutSafety, type Instrument } from '../../shared/measures/instrument.ts';
import { type Answers, score } from '../../shared/measures/score.ts';
import { skippedItems } from '../../shared/measures/skips.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { measuresText } from '../../shared/text/en/measures.ts';
import { api } from '../api.ts';
import { announceChange } from '../data/changes.ts';
import { registerFlush } from '../data/flush.ts';
import { type Handed, takeBack } from '../data/handed.ts';
import { useAct } from '../data/useAct.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notes.tsx';
import { PassphraseField } from '../ui/PassphraseField.tsx';
import { wallClock } from './note/wallClock.ts';
import { CrisisWords } from './measures/CrisisWords.tsx';
import { questionControl } from './measures/openQuestion.ts';
import { Questions } from './measures/Questions.tsx';

const t = measuresText.handed;

function isAnswered(answers: Answers): boolean {
  return Object.values(answers).some((answer) => answer !== null && answer !== undefined);
}

/** The questions without an answer, where a result needs one of them; a remark or a question beside the score is not asked for by itself. */
function openQuestions(instrument: Instrument, answers: Answers): readonly string[] {
  if (score(instrument, answers).missing.length === 0) return [];
  const skipped = skippedItems(instrument, answers);
  return instrument.items.filter(({ id, answer }) => !skipped.has(id) && answer.kind !== 'text' && (answers[id] === undefined || answers[id] === null)).map(({ id }) => id);
}

/** Asks once; "Go back" has the keyboard and leads to the first open question. */
function OpenDialog({ open, onBack, onLeaveOut }: { open: readonly string[]; onBack: () => void; onLeaveOut: () => void }) {
  const first = open[0];
  return <ConfirmDialog title={t.stillOpen(open.length)} text={t.stillOpenText(open.length)} cancelLabel={t.goBack} confirmLabel={t.leaveOut(open.length)} look="plain" onCancel={onBack} onConfirm={onLeaveOut} afterwards={() => (first === undefined ? null : questionControl(first))} />;
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
  // Asked once: whoever has gone back and says so again means it.
  const [gaps, setGaps] = useState<'unasked' | 'asking' | 'asked'>('unasked');
  const { busy, sentence, run } = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, [phase]);
  // The counsellor may have taken the window while the answers were being saved: the passphrase being typed stays, and saved answers are not gone back to.
  const finish = () => run(async () => { await record(); setPhase((now) => (now === 'answering' ? 'thanks' : 'gate')); });
  const open = openQuestions(handed.instrument, answers);
  const done = () => { if (gaps === 'unasked' && open.length > 0) setGaps('asking'); else finish(); };
  const giveBack = async () => { await record(); takeBack(); };
  return (
    <main className="handed">
      <div className="handed__sheet">
        {phase === 'answering' ? <>
          <h1 tabIndex={-1} ref={heading}>{handed.instrument.title}</h1>
          <p className="handed__intro">{t.intro}</p>
          <Questions instrument={handed.instrument} answers={answers} onAnswer={answer} large />
          {sentence ? <Notice tone="error">{sentence}</Notice> : null}
          {gaps === 'asking' ? <OpenDialog open={open} onBack={() => setGaps('asked')} onLeaveOut={() => { setGaps('asked'); finish(); }} /> : null}
          <div className="handed__foot"><Button look="primary" busy={busy} onClick={done}>{busy ? t.saving : t.done}</Button><Button look="quiet" small onClick={() => setPhase('gateEarly')}>{t.counsellor}</Button></div>
        </> : null}
        {phase === 'thanks' ? <>
          <h1 tabIndex={-1} ref={heading}>{t.thanks}</h1>
          <p className="handed__intro">{isAnswered(answers) ? t.giveBack : t.giveBackNothing}</p>
          {asksAboutSafety(handed.instrument) ? <CrisisWords /> : null}
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
