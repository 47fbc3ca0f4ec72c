// Every result of one form: the table equal to the picture, with the answers behind each. Refuses to hide
// what was entered in error: it is struck, with the reason.
import { useState } from 'react';
import type { ClientId } from '../../../shared/brand.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { type Instrument, optionsOf } from '../../../shared/measures/instrument.ts';
import type { Measure } from '../../../shared/measures/measure.ts';
import type { NoteScore } from '../../../shared/measures/noteScore.ts';
import { byTime, followedValue, type TrendPoint } from '../../../shared/measures/trend.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { measuresText as t } from '../../../shared/text/en/measures.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { setSaveState } from '../../data/saveState.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatDay, formatTime } from '../../ui/format.ts';
import { TextField } from '../../ui/TextField.tsx';
import { FormDialog } from '../record/FormDialog.tsx';
import { NoteRow } from './NoteRow.tsx';
import { resultWords } from './resultWords.ts';

export type HeldMeasure = { readonly value: Measure; readonly revision: number };

function ErrorDialog({ held, onClose }: { held: HeldMeasure; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const submit = () => (reason.trim() === '' ? { reason: t.inErrorReasonMissing } : async () => {
    await api.measures.markError({ measureId: held.value.id, revision: held.revision, reason: reason.trim() });
    setSaveState({ kind: 'saved', at: Date.now() });
    announceChange();
  });
  return (
    <FormDialog title={t.inErrorTitle} text={t.inErrorText} submitLabel={t.inError} danger submit={submit} onClose={onClose}>
      {(errors) => <TextField name="reason" label={t.inErrorReason} value={reason} maxLength={400} onChange={setReason} error={errors['reason']} />}
    </FormDialog>
  );
}

function answerWords(instrument: Instrument, measure: Measure, itemId: string): string {
  const item = instrument.items.find(({ id }) => id === itemId);
  const value = measure.answers[itemId];
  if (item === undefined || value === null || value === undefined || value === '') return t.unanswered;
  const option = optionsOf(instrument, item).find(({ score }) => score === value);
  if (option !== undefined) return `${option.score}: ${option.label}`;
  return item.raw === undefined ? String(value) : `${value} ${item.raw.unit}`;
}

function AnswersDialog({ instrument, measure, today, onClose }: { instrument: Instrument; measure: Measure; today: LocalDate; onClose: () => void }) {
  return (
    <Dialog title={t.answersOf(instrument.shortTitle, formatDay(measure.date, today))} description={resultWords(instrument, measure.result)} closeLabel={frameText.close} wide onClose={onClose} foot={<Button onClick={onClose}>{frameText.close}</Button>}>
      <div className="stack" data-place={measure.id}>
      <p className="small quiet">{t.modes[measure.mode]}{measure.administrator ? `, ${t.recordedBy(measure.administrator)}` : ''}</p>
      <dl className="facts answers-read">{instrument.items.map((item) => <div key={item.id} className="answers-read__row"><dt>{item.text}</dt><dd>{answerWords(instrument, measure, item.id)}</dd></div>)}</dl>
      {measure.note ? <p className="answers-read__note">{measure.note}</p> : null}
      </div>
    </Dialog>
  );
}

function changeWords(point: TrendPoint | undefined): string {
  if (point === undefined || point.change === null) return '';
  const words = point.change > 0 ? t.up(point.change) : point.change < 0 ? t.down(-point.change) : t.same;
  return point.meaningful ? `${words}, ${t.worthATalk}` : words;
}

type HistoryProps = { readonly instrument: Instrument; readonly measures: readonly HeldMeasure[]; /** Scores that stand in session notes. */ readonly notes: readonly NoteScore[]; readonly clientId: ClientId; readonly points: readonly TrendPoint[]; readonly today: LocalDate; readonly locked: boolean; /** The result to begin with, open. */ readonly at: string | null };

/** The single items that the form follows, in words; none where they were left out. */
function followedWords(instrument: Instrument, answers: Measure['answers']): string[] {
  return (instrument.followed ?? []).flatMap(({ item: itemId, label }) => {
    const item = instrument.items.find(({ id }) => id === itemId);
    const value = followedValue(instrument, itemId, answers);
    if (item === undefined || value === null) return [];
    return [`${label}: ${optionsOf(instrument, item).find(({ score }) => score === value)?.label ?? String(value)}`];
  });
}

/** Newest first. */
export function History({ instrument, measures, notes, clientId, points, today, locked, at }: HistoryProps) {
  const [reading, setReading] = useState(measures.find(({ value }) => value.id === at));
  const [marking, setMarking] = useState<HeldMeasure>();
  const ordered = byTime([...measures.map((held) => ({ date: held.value.date, time: held.value.time, held, note: null })), ...notes.map((note) => ({ date: note.date, time: note.time, held: null, note }))]).toReversed();
  const change = (of: string): string => changeWords(points.find(({ id }) => id === of));
  return (
    <>
      <table className="mini-table" aria-label={t.history(instrument.shortTitle)}>
        <thead><tr><th scope="col">{t.columns.date}</th><th scope="col">{t.columns.score}</th><th scope="col">{t.columns.change}</th><th scope="col">{t.columns.mode}</th><th scope="col"><span className="visually-hidden">{t.answers}</span></th></tr></thead>
        <tbody>{ordered.map(({ held, note }) => {
          if (held === null) return <NoteRow key={note.noteId} clientId={clientId} instrument={instrument} note={note} change={change(note.noteId)} today={today} />;
          const { id, date, time, result, mode, administrator, answers, enteredInError, error } = held.value;
          const day = formatDay(date, today);
          return (
            <tr key={id} data-in-error={enteredInError}>
              <td className="nums">{day}{time ? <span className="quiet"> {formatTime(time)}</span> : null}</td>
              <td>{enteredInError ? <><s>{resultWords(instrument, result)}</s><div className="small">{t.inErrorBecause(error?.reason ?? '')}</div></> : <span className="strong nums">{resultWords(instrument, result)}</span>}{result.missing.length > 0 ? <div className="small quiet">{t.missingShort(result.missing.length)}</div> : null}{enteredInError ? null : followedWords(instrument, answers).map((words) => <div key={words} className="small quiet nums">{words}</div>)}</td>
              <td className="small nums">{change(id)}</td>
              <td className="small quiet">{t.modes[mode]}{administrator ? `, ${t.recordedBy(administrator)}` : ''}</td>
              <td className="mini-table__acts"><Button small look="quiet" aria-label={`${t.answers}, ${day}`} onClick={() => setReading(held)}>{t.answers}</Button>{locked || enteredInError ? null : <Button small look="quiet" aria-label={`${t.inError}, ${day}`} onClick={() => setMarking(held)}>{t.inError}</Button>}</td>
            </tr>
          );
        })}</tbody>
      </table>
      {reading ? <AnswersDialog instrument={instrument} measure={reading.value} today={today} onClose={() => setReading(undefined)} /> : null}
      {marking ? <ErrorDialog held={marking} onClose={() => setMarking(undefined)} /> : null}
    </>
  );
}
