// The room of the counseling notes, kept apart: set up, opened, read and written here and nowhere else. Refuses to
// show anything of them while they are closed but how many there are.
import './counselling/counselling.css';
import { ArrowLeft, LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { isAppError } from '../../shared/errors.ts';
import type { ClientId } from '../../shared/brand.ts';
import type { OpenCounsellingNote } from '../../shared/ipc/counsellingContract.ts';
import { counsellingText as t } from '../../shared/text/en/counselling.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { api } from '../api.ts';
import { flushPending } from '../data/flush.ts';
import { sentenceOf } from '../data/sentenceOf.ts';
import { useAct } from '../data/useAct.ts';
import { useCall } from '../data/useCall.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice, Skeleton } from '../ui/Notes.tsx';
import { CounsellingEditor } from './counselling/CounsellingEditor.tsx';
import { CounsellingList } from './counselling/CounsellingList.tsx';
import { OpenForm } from './counselling/OpenForm.tsx';
import { isAboutPassphrase, SetUp } from './counselling/SetUp.tsx';
import { ChangeDialog } from './settings/PassphrasePart.tsx';
import { NewCode, ShowOnce } from './settings/RecoveryCodePart.tsx';

function About() {
  return (
    <aside className="counselling__about" aria-label={t.about.title}>
      <h2>{t.about.title}</h2>
      <p>{t.about.what}</p>
      <h3>{t.about.notHere}</h3>
      <ul>{t.about.list.map((line) => <li key={line}>{line}</li>)}</ul>
      <p className="quiet">{t.about.consent}</p>
    </aside>
  );
}

function aboutChange(error: unknown): { name: 'currentPassphrase' | 'newPassphrase'; text: string } | null {
  if (isAppError(error, 'COUNSELLING_WRONG')) return { name: 'currentPassphrase', text: sentenceOf(error) };
  return isAboutPassphrase(error) ? { name: 'newPassphrase', text: sentenceOf(error) } : null;
}

function OpenNotes({ clientId, readOnly, putBack, onClosed }: { clientId: ClientId; readOnly: boolean; putBack: number; onClosed: () => void }) {
  const [at, setAt] = useState<{ readonly note: OpenCounsellingNote | null } | null>(null);
  const [step, setStep] = useState<'idle' | 'code' | 'codeDone' | 'change' | 'passphraseDone'>('idle');
  const [stuck, setStuck] = useState(false);
  const { busy, sentence, run } = useAct();
  const close = () => run(async () => {
    // What is being typed is saved first, and nothing more is taken meanwhile; refused, it stays on the screen and open.
    if (!await flushPending()) { setStuck(true); return; }
    await api.counselling.close({});
    onClosed();
  });
  return (
    <div className="stack">
      <div className="row counselling__acts">
        <Button icon={LockKeyhole} busy={busy} onClick={close}>{t.list.close}</Button>
        {at === null ? <span className="row"><Button look="quiet" onClick={() => setStep('change')}>{t.list.change}</Button><Button look="quiet" onClick={() => setStep('code')}>{t.list.newCode}</Button></span> : null}
      </div>
      {stuck ? <Notice tone="error">{t.list.notClosed}</Notice> : null}
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
      {putBack > 0 ? <Notice><span role="status">{t.list.putBack(putBack)}</span></Notice> : null}
      {step === 'codeDone' || step === 'passphraseDone' ? <Notice><span role="status">{t.list[step]}</span></Notice> : null}
      {step === 'change' ? <ChangeDialog words={{ ...t.change, hint: t.setUp.hint }} change={(current, passphrase) => api.counselling.changePassphrase({ current, passphrase })} refusalOf={aboutChange} onDone={() => setStep('passphraseDone')} onClose={() => setStep('idle')} /> : null}
      {step === 'code' ? <NewCode words={{ ...t.code, passphrase: t.open.passphrase }} make={(passphrase) => api.counselling.newCode({ passphrase })} onDone={() => setStep('codeDone')} onClose={() => setStep('idle')} /> : null}
      {at === null ? <CounsellingList clientId={clientId} readOnly={readOnly} onOpen={(note) => { setStuck(false); setAt({ note }); }} /> : <CounsellingEditor clientId={clientId} open={at.note} readOnly={readOnly || busy} onBack={() => { setStuck(false); setAt(null); }} />}
    </div>
  );
}

export function CounsellingScreen({ clientId, archived, onClose }: { clientId: ClientId; archived: boolean; onClose: () => void }) {
  const call = useCall(`counselling ${clientId}`, () => api.counselling.state({ clientId }));
  const [code, setCode] = useState<string>();
  const [putBack, setPutBack] = useState(0);
  const phase = call.value?.phase;
  return (
    <div className="page">
      <div className="page__head"><h1>{t.title}</h1><div className="page__acts"><Button look="quiet" icon={ArrowLeft} onClick={onClose}>{t.back}</Button></div></div>
      <p className="counselling__mark"><Icon of={LockKeyhole} />{t.mark}</p>
      <div className="counselling">
        <div className="counselling__main">
          {call.status === 'loading' ? <Skeleton label={frameText.loading} /> : null}
          {call.status === 'refused' ? <Notice tone="error" title={t.failed} action={{ label: frameText.tryAgain, perform: call.reload }}>{call.sentence}</Notice> : null}
          {phase === 'damaged' ? <Notice tone="error" title={t.open.damagedTitle}>{t.open.damaged}</Notice> : null}
          {phase === 'notSetUp' ? <SetUp onCode={(made) => { setCode(made); call.reload(); }} /> : null}
          {phase === 'closed' && call.value ? <OpenForm state={call.value} onOpened={(count) => { setPutBack(count); call.reload(); }} /> : null}
          {phase === 'open' && code === undefined ? <OpenNotes clientId={clientId} readOnly={archived} putBack={putBack} onClosed={() => { setPutBack(0); call.reload(); }} /> : null}
        </div>
        <About />
      </div>
      {code === undefined ? null : <ShowOnce code={code} words={t.code} onDone={() => setCode(undefined)} />}
    </div>
  );
}
