// The recovery code: shown once, printed, typed back. Refuses to put it on the clipboard or to keep
// it after the page.
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { firstRunText } from '../../../shared/text/en/firstRun.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { api } from '../../api.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { focusField, Notice } from '../../ui/Notes.tsx';
import { PrintSheet } from '../../ui/PrintSheet.tsx';
import { Question } from '../../ui/Question.tsx';
import { TextField } from '../../ui/TextField.tsx';

const t = firstRunText.code;

/** What stands on the paper and under the buttons: whose code it is. */
export type SheetWords = { readonly sheetTitle: string; readonly sheetText: string; readonly warning: string };
const FOR_VAULT: SheetWords = { sheetTitle: t.sheetTitle, sheetText: t.sheetText, warning: t.pdfWarning };

/** The code itself, with its print sheet and the two ways to paper. */
export function CodeOnce({ code, words = FOR_VAULT }: { code: string; words?: SheetWords }) {
  const [made] = useState(() => formatMoment(Date.now()));
  const [done, setDone] = useState<string>();
  const { busy, sentence, run } = useAct();
  const print = (to: 'paper' | 'pdf') => run(async () => {
    const answer = await api.vault.printRecoveryCode({ to });
    setDone(answer.done ? (to === 'paper' ? t.printed : t.savedPdf) : undefined);
  });
  return (
    <div className="stack">
      <p className="recovery-code" role="group" aria-label={t.codeLabel}>{code}</p>
      <div className="row">
        <Button icon={Printer} busy={busy} onClick={() => print('paper')}>{t.print}</Button>
        <Button look="quiet" busy={busy} onClick={() => print('pdf')}>{t.savePdf}</Button>
        {done ? <span className="small quiet" role="status">{done}</span> : null}
      </div>
      <p className="small quiet">{words.warning}</p>
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
      <PrintSheet><article className="code-sheet"><h1>{words.sheetTitle}</h1><p className="recovery-code">{code}</p><p>{words.sheetText}</p><p>{t.sheetMade(made)}</p></article></PrintSheet>
    </div>
  );
}

/** The page that shows the code. */
export function ShowCode({ step, code, onNext }: { step: string; code: string; onNext: () => void }) {
  return (
    <Question appName={frameText.appName} step={step} title={t.title} lead={<><p>{t.lead}</p><p>{t.keep}</p></>} foot={<Button look="primary" onClick={onNext}>{t.haveIt}</Button>}>
      <CodeOnce code={code} />
    </Question>
  );
}

/** The page that asks for it back; `onSeeAgain` is missing when the code is no longer in this window. */
export function TypeCode({ step, onSeeAgain, onStartAgain, onTyped }: { step?: string; onSeeAgain?: (() => void) | undefined; onStartAgain: () => void; onTyped: (code: string) => Promise<void> }) {
  const [typed, setTyped] = useState('');
  const [empty, setEmpty] = useState(false);
  const { busy, sentence, run, clear } = useAct();
  const submit = () => {
    if (typed.trim() === '') { setEmpty(true); focusField('recoveryCode'); return; }
    run(() => onTyped(typed));
  };
  return (
    <Question appName={frameText.appName} step={step} title={t.typeTitle} lead={<p>{t.typeLead}</p>} onSubmit={submit} foot={<>
      <Button look="primary" type="submit" busy={busy}>{t.finish}</Button>
      {onSeeAgain ? <Button look="quiet" onClick={onSeeAgain}>{t.seeAgain}</Button> : <Button look="quiet" onClick={onStartAgain}>{t.startAgain}</Button>}
      {busy ? <span className="small quiet" role="status">{t.working}</span> : null}
    </>}>
      {onSeeAgain ? null : <Notice>{t.lost}</Notice>}
      <TextField name="recoveryCode" label={t.typeLabel} value={typed} look="code" maxLength={200} onChange={(next) => { setTyped(next); setEmpty(false); clear(); }} error={empty ? t.typeEmpty : sentence} />
    </Question>
  );
}
