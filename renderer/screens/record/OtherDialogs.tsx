// Stay longer, return to use, discharge: the other things that happen to an episode as a whole.
import { useState } from 'react';
import type { LocalDate } from '../../../shared/dates.ts';
import { LocalTime } from '../../../shared/dates.ts';
import { adminDischargeHelp, dischargeReasons, DISCHARGE_TYPES, holdReasons, type DischargeType } from '../../../shared/continuum/reasons.ts';
import { returnPatternLabels } from '../../../shared/text/en/clinical.ts';
import { episodeText } from '../../../shared/text/en/episode.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { CheckboxField, CheckboxGroupField, RadioField } from '../../ui/ChoiceFields.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Notice, type FieldErrors } from '../../ui/Notes.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { dayOf } from './dayInput.ts';
import { FormDialog } from './FormDialog.tsx';
import { applyToEpisode, type HeldEpisode } from './useEpisode.ts';

const optional = frameText.optional;
const shared = episodeText.move;
const PLACES = { hold: { date: 'holdDate' }, use: { date: 'useDate' }, end: { date: 'endDate' } };
type DialogProps = { held: HeldEpisode; today: LocalDate; onClose: () => void };

export function HoldDialog({ held, today, onClose }: DialogProps) {
  const t = episodeText.holding;
  const [date, setDate] = useState<string>(today);
  const [end, setEnd] = useState('');
  const [reasons, setReasons] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const submit = (): FieldErrors | (() => Promise<void>) => {
    const day = dayOf(date);
    if (day === null || reasons.length === 0) return { holdDate: day === null ? shared.dateMissing : undefined, reasons: reasons.length === 0 ? shared.reasonMissing : undefined };
    return () => applyToEpisode(held, { kind: 'hold', date: day, reasons, note, plannedEnd: dayOf(end) });
  };
  return (
    <FormDialog title={t.title} text={t.text} submitLabel={t.submit} places={PLACES.hold} submit={submit} onClose={onClose}>
      {(errors) => <>
        <div className="columns-2">
          <DateField name="holdDate" label={t.date} value={date} onChange={setDate} impossible={episodeText.impossible} error={errors['holdDate']} />
          <DateField name="plannedEnd" label={t.plannedEnd} hint={t.plannedEndHint} value={end} onChange={setEnd} impossible={episodeText.impossible} />
        </div>
        <CheckboxGroupField name="reasons" legend={shared.reasons} choices={holdReasons().map(({ code, label }) => ({ value: code, label }))} values={reasons} onChange={setReasons} error={errors['reasons']} columns />
        <TextArea name="note" label={shared.note} optional={optional} rows={2} value={note} maxLength={4000} onChange={setNote} />
      </>}
    </FormDialog>
  );
}

export function ReturnDialog({ held, today, onClose }: DialogProps) {
  const t = episodeText.returning;
  const [date, setDate] = useState<string>(today);
  const [text, setText] = useState({ time: '', substance: '', route: '', amount: '', note: '' });
  const [pattern, setPattern] = useState<'lapse' | 'pattern' | 'unknown'>('unknown');
  const [toleranceRisk, setTolerance] = useState(false);
  const [planChanged, setPlanChanged] = useState(false);
  const set = (part: Partial<typeof text>) => setText((before) => ({ ...before, ...part }));
  const submit = (): FieldErrors | (() => Promise<void>) => {
    const day = dayOf(date);
    if (day === null) return { useDate: shared.dateMissing };
    return () => applyToEpisode(held, { kind: 'returnToUse', date: day, time: LocalTime.safeParse(text.time).data ?? null, substance: text.substance.trim(), route: text.route.trim(), amount: text.amount.trim(), pattern, toleranceRisk, planChanged, note: text.note });
  };
  return (
    <FormDialog title={t.title} text={t.text} submitLabel={t.submit} places={PLACES.use} submit={submit} onClose={onClose}>
      {(errors) => <>
        <div className="columns-2">
          <DateField name="useDate" label={t.date} value={date} onChange={setDate} impossible={episodeText.impossible} error={errors['useDate']} />
          <TextField name="useTime" label={t.time} type="time" look="short" optional={optional} value={text.time} onChange={(time) => set({ time })} />
          <TextField name="substance" label={t.substance} optional={optional} value={text.substance} maxLength={120} onChange={(substance) => set({ substance })} />
          <TextField name="route" label={t.route} optional={optional} value={text.route} maxLength={80} onChange={(route) => set({ route })} />
          <TextField name="amount" label={t.amount} optional={optional} value={text.amount} maxLength={120} onChange={(amount) => set({ amount })} />
        </div>
        <RadioField name="pattern" legend={t.pattern} inline value={pattern} onChange={setPattern} choices={choicesOf(['lapse', 'pattern', 'unknown'] as const, returnPatternLabels)} />
        <CheckboxField name="toleranceRisk" label={t.toleranceRisk} checked={toleranceRisk} onChange={setTolerance} />
        <CheckboxField name="planChanged" label={t.planChanged} checked={planChanged} onChange={setPlanChanged} />
        <TextArea name="note" label={t.note} optional={optional} rows={2} value={text.note} maxLength={4000} onChange={(note) => set({ note })} />
      </>}
    </FormDialog>
  );
}

export function DischargeDialog({ held, today, onClose }: DialogProps) {
  const t = episodeText.discharging;
  const [type, setType] = useState<DischargeType>('DISCHARGE_COMPLETED');
  const [date, setDate] = useState<string>(today);
  const [lastContact, setLastContact] = useState('');
  const [reasons, setReasons] = useState<string[]>([]);
  const [naloxoneGiven, setNaloxone] = useState(false);
  const [continuingPlanGiven, setContinuing] = useState(false);
  const [note, setNote] = useState('');
  const submit = (): FieldErrors | (() => Promise<void>) => {
    const day = dayOf(date);
    if (day === null || reasons.length === 0) return { endDate: day === null ? shared.dateMissing : undefined, reasons: reasons.length === 0 ? shared.reasonMissing : undefined };
    return () => applyToEpisode(held, { kind: 'discharge', type, date: day, reasons, note, naloxoneGiven, continuingPlanGiven, lastContact: dayOf(lastContact) });
  };
  return (
    <FormDialog title={t.title} text={t.text} submitLabel={t.submit} danger places={PLACES.end} submit={submit} onClose={onClose}>
      {(errors) => <>
        <SelectField name="dischargeType" label={t.type} value={type} choices={choicesOf(DISCHARGE_TYPES, t.types)} onChange={(next) => { setType(next); setReasons([]); }} />
        {type === 'DISCHARGE_ADMIN' ? <Notice tone="warn">{adminDischargeHelp}</Notice> : null}
        <div className="columns-2">
          <DateField name="endDate" label={t.date} value={date} onChange={setDate} impossible={episodeText.impossible} error={errors['endDate']} />
          <DateField name="lastContact" label={t.lastContact} optional={optional} value={lastContact} onChange={setLastContact} impossible={episodeText.impossible} />
        </div>
        <CheckboxGroupField name="reasons" legend={shared.reasons} choices={dischargeReasons(type).map(({ code, label }) => ({ value: code, label }))} values={reasons} onChange={setReasons} error={errors['reasons']} columns />
        {type === 'DEATH' ? null : <>
          <CheckboxField name="naloxoneGiven" label={t.naloxone} checked={naloxoneGiven} onChange={setNaloxone} />
          <CheckboxField name="continuingPlanGiven" label={t.continuing} checked={continuingPlanGiven} onChange={setContinuing} />
        </>}
        <TextArea name="note" label={t.note} optional={optional} rows={2} value={note} maxLength={4000} onChange={setNote} />
      </>}
    </FormDialog>
  );
}
