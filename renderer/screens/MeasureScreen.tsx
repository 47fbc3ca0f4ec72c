// Asking a form together: large, quick, by number keys; the total appears with the last answer. Refuses to
// leave with answers that are not saved, unless the person says so.
import { useState } from 'react';
import { LocalTime } from '../../shared/dates.ts';
import type { Chart } from '../../shared/ipc/clientsContract.ts';
import type { Instrument, Item } from '../../shared/measures/instrument.ts';
import { itemNumber } from '../../shared/measures/itemNumber.ts';
import { type Answers, score } from '../../shared/measures/score.ts';
import { skippedItems } from '../../shared/measures/skips.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { measuresText as t } from '../../shared/text/en/measures.ts';
import { api } from '../api.ts';
import { announceChange } from '../data/changes.ts';
import { useAct } from '../data/useAct.ts';
import { useCuts } from '../data/useCuts.ts';
import { useCall } from '../data/useCall.ts';
import { useStillHere } from '../data/useStillHere.ts';
import { useUnsavedForm } from '../data/useUnsavedForm.ts';
import { focusBrokenDate } from '../ui/brokenDates.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Notice, Skeleton } from '../ui/Notes.tsx';
import { TextField } from '../ui/TextField.tsx';
import { wallClock } from './note/wallClock.ts';
import { dayOf } from './record/dayInput.ts';
import { MeasureAlerts, ResultLine } from './measures/ResultLine.tsx';
import { Questions } from './measures/Questions.tsx';

type FormProps = { readonly chart: Chart; readonly instrument: Instrument; readonly onClose: () => void };

function Form({ chart, instrument, onClose }: FormProps) {
  const [answers, setAnswers] = useState<Answers>({});
  const [date, setDate] = useState<string>(chart.today);
  const [time, setTime] = useState<string>(() => wallClock().time);
  const [note, setNote] = useState('');
  const [noDay, setNoDay] = useState(false);
  const { typed, mark, settled } = useUnsavedForm();
  // Saved, but answered on meanwhile: to save it once more would make a second one.
  const [late, setLate] = useState(false);
  const { busy, sentence, run } = useAct();
  const stillHere = useStillHere();
  const counted = score(instrument, answers, useCuts(chart.clinical.value.lowerPtsdCut));
  const skipped = skippedItems(instrument, answers);
  const asked = instrument.items.filter(({ id }) => !skipped.has(id));
  const isAnswered = ({ id }: Item) => answers[id] !== undefined && answers[id] !== null;
  const done = asked.filter(isAnswered).length;
  // As many as the form says it has: what stands beside the score is not missed.
  const numbered = asked.filter((item) => itemNumber(instrument, item) !== null);
  const save = () => {
    const day = dayOf(date);
    if (focusBrokenDate(document.getElementById('room'))) return;
    setNoDay(day === null);
    if (day === null) return;
    const holdsAll = mark();
    run(async () => {
      await api.measures.record({ clientId: chart.client.id, instrumentId: instrument.id, mode: 'interview', date: day, time: LocalTime.safeParse(time).data ?? null, answers: { ...answers } as Record<string, number | string | null>, note });
      announceChange();
      if (!holdsAll()) { setLate(true); return; }
      settled({ kind: 'saved', at: Date.now() });
      if (stillHere()) onClose();
    });
  };
  return (
    <div className="measure-page">
      <div className="measure-page__scroll"><div className="page">
        <div className="page__head"><div><h2>{instrument.title}</h2><p className="small quiet">{t.timeframe(instrument.timeframe)} {t.keys}</p></div><Button onClick={onClose}>{t.back}</Button></div>
        {instrument.wording === 'notBundled' ? <Notice>{t.notBundled}</Notice> : null}
        <div className="row">
          <DateField name="measureDate" label={t.date} value={date} max={chart.today} onChange={setDate} impossible={frameText.impossibleDay} error={noDay ? t.dateMissing : undefined} />
          <TextField name="measureTime" label={t.time} type="time" look="short" optional={frameText.optional} value={time} onChange={setTime} />
        </div>
        <Questions instrument={instrument} answers={answers} onAnswer={(id, value) => { typed(); setAnswers((before) => ({ ...before, [id]: value })); }} />
        <TextField name="measureNote" label={t.remark} optional={frameText.optional} value={note} maxLength={2000} onChange={(next) => { typed(); setNote(next); }} />
      </div></div>
      <div className="measure-foot">
        <MeasureAlerts instrument={instrument} alerts={counted.alerts} />
        {sentence ? <Notice tone="error">{sentence}</Notice> : null}
        {late ? <Notice tone="warn">{frameText.savedBefore}</Notice> : null}
        <div className="measure-foot__line">
          <span className="small nums quiet">{numbered.length === 0 ? '' : t.counted(numbered.filter(isAnswered).length, numbered.length)}</span>
          <ResultLine instrument={instrument} score={counted} />
          {late ? <Button look="primary" onClick={() => { settled({ kind: 'saved', at: Date.now() }); onClose(); }}>{frameText.close}</Button>
            : <Button look="primary" busy={busy} disabled={done === 0} onClick={save}>{counted.missing.length === 0 || done === 0 ? t.save : t.saveMissing(counted.missing.length)}</Button>}
        </div>
      </div>
    </div>
  );
}

export function MeasureScreen({ chart, instrumentId, onClose }: { chart: Chart; instrumentId: string; onClose: () => void }) {
  const list = useCall('instruments', () => api.instruments.list({}));
  if (list.status === 'loading') return <div className="page"><Skeleton label={frameText.loading} /></div>;
  const instrument = list.status === 'ready' ? list.value.find(({ id }) => id === instrumentId) : undefined;
  if (instrument === undefined) return <div className="page"><Notice tone="error" action={{ label: t.back, perform: onClose }}>{list.status === 'refused' ? list.sentence : t.noneYet}</Notice></div>;
  return <Form chart={chart} instrument={instrument} onClose={onClose} />;
}
