// Preview of "My plan": choose what the page says of the person, look at it, print it or save it.
import { useEffect, useState } from 'react';
import type { ClientId } from '../../shared/brand.ts';
import { AppError, isAppError } from '../../shared/errors.ts';
import type { HandoutModel, HandoutOptions } from '../../shared/handouts/handout.ts';
import { errorSentence } from '../../shared/text/errorSentence.ts';
import { planSheetText as t } from '../../shared/text/en/planSheet.ts';
import { api } from '../api.ts';
import { HandoutOptionsForm } from '../handouts/HandoutOptionsForm.tsx';
import { PlanSheet } from '../handouts/PlanSheet.tsx';
import { PrivateWordsNotice } from '../handouts/PrivateWordsNotice.tsx';
import { usePrintPage } from '../handouts/usePrintPage.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notes.tsx';
import { PrintSheet } from '../ui/PrintSheet.tsx';

const FIRST_OPTIONS: HandoutOptions = { nameStyle: 'initials', largePrint: false, showClinicName: false, paper: 'letter' };

function sentenceOf(error: unknown): string {
  return isAppError(error) ? errorSentence(error.code, error.facts) : errorSentence('INTERNAL', {});
}

function SheetOnPaper({ model }: { model: HandoutModel }) {
  const foot = [model.clinicLine, model.crisisLine].filter((line) => line !== '').join('   ·   ');
  usePrintPage({ paper: model.options.paper, foot, pageWord: t.sheet.page, ofWord: t.sheet.of, title: t.documentTitle });
  return (
    <>
      <div className="handout-paper" data-paper={model.options.paper}>
        <PlanSheet model={model} />
        <p className="handout-foot"><span>{foot}</span></p>
      </div>
      <PrintSheet><PlanSheet model={model} /></PrintSheet>
    </>
  );
}

type HandoutScreenProps = { readonly clientId: ClientId; readonly onClose: () => void };

export function HandoutScreen({ clientId, onClose }: HandoutScreenProps) {
  const [options, setOptions] = useState<HandoutOptions | null>(null);
  const [model, setModel] = useState<HandoutModel | null>(null);
  const [error, setError] = useState<AppError | Error | null>(null);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    api.settings.get({}).then((settings) => setOptions({ ...FIRST_OPTIONS, paper: settings.paper }), setError);
  }, []);
  useEffect(() => {
    if (!options) return undefined;
    let current = true;
    api.handouts.myPlan({ clientId, options }).then((next) => { if (current) { setModel(next); setError(null); } }, (reason: Error) => { if (current) setError(reason); });
    return () => { current = false; };
  }, [clientId, options]);

  const send = async (work: () => Promise<string>): Promise<void> => {
    setBusy(true);
    setSaid(t.busy);
    try {
      setSaid(await work());
    } catch (reason) {
      setSaid(isAppError(reason, 'CANCELLED') ? t.cancelled : sentenceOf(reason));
    } finally {
      setBusy(false);
    }
  };
  const print = (): Promise<void> => send(async () => ((await api.print.paper({})).printed ? t.printed : t.cancelled));
  const save = (): Promise<void> => send(async () => ((await api.print.pdf({ suggestedName: 'my-plan' })).saved ? t.saved : t.cancelled));

  return (
    <div className="handout">
      <section className="handout-options" aria-labelledby="handout-title">
        <h2 id="handout-title">{t.screenTitle}</h2>
        <div className="row">
          <Button look="primary" disabled={busy || !model} onClick={() => void print()}>{t.print}</Button>
          <Button disabled={busy || !model} onClick={() => void save()}>{t.savePdf}</Button>
          <Button look="quiet" onClick={onClose}>{t.back}</Button>
        </div>
        <p role="status" className="small">{said}</p>
        {options ? <HandoutOptionsForm options={options} onChange={setOptions} /> : null}
        <p className="small quiet">{t.plaintextWarning} {t.neverOnPage}</p>
        <PrivateWordsNotice warnings={model?.warnings ?? []} />
        {model ? <p className="small quiet">{t.reading(model.readingGrade)}</p> : null}
        {error ? <Notice tone="error">{sentenceOf(error)}</Notice> : null}
      </section>
      <section className="handout-preview" aria-label={t.preview} tabIndex={0}>{model ? <SheetOnPaper model={model} /> : null}</section>
    </div>
  );
}
